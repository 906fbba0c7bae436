package org.gridclear.clearing.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.market.Commitment;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.market.rule.Reservoir;
import org.gridclear.market.rule.Trajectory;
import org.gridclear.quantity.Horizon;
import org.gridclear.solver.LinearModel;
import org.gridclear.solver.Terms;

/**
 * The columns of a model by what they mean, {@code [unit][period]}, -1 for one that does not exist,
 * and what has been noted about rows and injections.
 */
abstract class ModelColumns {
  final ClearingCase clearingCase;
  final MarketDay day;
  final ClearingGrid grid;
  final boolean losses;
  final boolean tight;
  final boolean segmentRows;
  final boolean elastic;
  final LinearModel linear = new LinearModel();
  final int periodCount;
  final double hours;
  final List<UnitTimes> units = new ArrayList<>();
  final List<ClearingModel.Slack> slacks = new ArrayList<>();
  final OpenedWays openedWays = new OpenedWays();
  final UnitSets unitSets;
  final List<ClearingModel.InjectionColumn> injections = new ArrayList<>();
  final List<ClearingModel.RowRange> families = new ArrayList<>();
  final List<ClearingModel.PricedRow> pricedRows = new ArrayList<>();
  final List<List<List<ClearingModel.InjectionColumn>>> outputs = new ArrayList<>();

  final boolean[] given;
  final int[][] on;
  final int[][] start;
  final int[][] stop;
  final int[][] above;
  final int[][] outputRow;
  final int[][] segmentSumRow;
  final int[][][] segmentRow;
  final int[][][] segment;
  final int[][][] startCategory;
  final int[][][] reserve;
  final int[][] profiled;
  final int[][] charge;
  final int[][] discharge;
  final int[][] level;
  final int[][] charging;
  final int[][] discharging;
  final int[][] flexible;
  final int[][] shed;
  final List<ReserveProduct> products = new ArrayList<>();
  final List<Reservoir> reservoirs = new ArrayList<>();
  final int[][] volume;
  final int[][] spill;
  final int[][] variable;
  final ClearingModel.Hvdc[] hvdc;
  final int[][] loss;
  final int[][] balanceRow;
  final int[][] reserveRow;
  final int[][] reserveShort;

  ModelColumns(
      ClearingCase clearingCase,
      ClearingGrid grid,
      boolean losses,
      ClearingOptions.Formulation formulation,
      boolean elastic) {
    this.losses = losses;
    this.clearingCase = clearingCase;
    this.day = clearingCase.day();
    this.grid = grid;
    this.tight = formulation != ClearingOptions.Formulation.PLAIN;
    this.segmentRows = formulation != ClearingOptions.Formulation.COMPACT;
    this.elastic = elastic;
    this.periodCount = day.periodCount();
    this.hours = day.horizon().hoursPerPeriod();
    for (ThermalUnit unit : day.thermalUnits()) {
      units.add(UnitTimes.of(unit, day.horizon(), trajectory(unit)));
      outputs.add(Stream.generate(ModelColumns::emptyParts).limit(periodCount).toList());
    }
    int thermal = day.thermalUnits().size();
    given = new boolean[thermal];
    for (int g = 0; g < thermal; g++) {
      given[g] = isGiven(units.get(g));
    }
    on = table(thermal);
    start = table(thermal);
    stop = table(thermal);
    above = table(thermal);
    outputRow = table(thermal);
    segmentSumRow = table(thermal);
    segmentRow = new int[thermal][periodCount][];
    segment = new int[thermal][periodCount][];
    startCategory = new int[thermal][periodCount][];
    this.unitSets = new UnitSets(day);
    products.addAll(UnitSets.products(day));
    reserve = new int[products.size()][][];
    for (int p = 0; p < reserve.length; p++) {
      reserve[p] = table(thermal);
    }
    hvdc = hvdc();
    reservoirs.addAll(clearingCase.decidedReservoirs());
    volume = table(reservoirs.size());
    spill = table(reservoirs.size());
    variable = table(day.rules().variables().size());
    profiled = table(day.profiledUnits().size());
    int storage = day.storageUnits().size();
    charge = table(storage);
    discharge = table(storage);
    level = table(storage);
    charging = table(storage);
    discharging = table(storage);
    flexible = table(day.flexibleLoads().size());
    shed = table(grid.index().busCount());
    loss = new int[periodCount][];
    balanceRow = new int[periodCount][];
    reserveRow = new int[day.reserves().size()][periodCount];
    reserveShort = new int[day.reserves().size()][periodCount];
  }

  private boolean isGiven(UnitTimes times) {
    return !elastic
        && !times.hasTrajectory()
        && times.unit().commitment().stream().noneMatch(status -> status == Commitment.FREE)
        && (!inEffect(ConstraintFamily.MIN_UP_DOWN) || times.keepsTimes(hours));
  }

  private static List<ClearingModel.InjectionColumn> emptyParts() {
    return new ArrayList<>(2);
  }

  private Optional<Trajectory> trajectory(ThermalUnit unit) {
    return day.rules().trajectories().stream()
        .filter(each -> each.unit().equals(unit.id()) && each.inEffect())
        .filter(each -> inEffect(ConstraintFamily.TRAJECTORIES))
        .findFirst();
  }

  /** The periods of the case. */
  public Horizon horizon() {
    return day.horizon();
  }

  /** Fixes every status, as far as the data allow it. */
  public void fixStatuses(boolean[][] committed) {
    for (int g = 0; g < on.length; g++) {
      for (int t = 0; t < periodCount; t++) {
        double status = committed[g][t] ? 1 : 0;
        linear.tighten(on[g][t], status, status);
      }
    }
  }

  private ClearingModel.Hvdc[] hvdc() {
    return grid.decidedHvdc().stream()
        .map(
            schedule ->
                new ClearingModel.Hvdc(
                    schedule,
                    grid.hvdcLine(schedule.line()),
                    new int[periodCount],
                    new int[periodCount],
                    new int[periodCount]))
        .toArray(ClearingModel.Hvdc[]::new);
  }

  private int[][] table(int rows) {
    int[][] table = new int[rows][periodCount];
    for (int[] row : table) {
      java.util.Arrays.fill(row, -1);
    }
    return table;
  }

  /** Least periods on of a thermal unit, 1 where minimum times are not in effect. */
  public int upPeriods(int g) {
    return inEffect(ConstraintFamily.MIN_UP_DOWN) ? units.get(g).upPeriods() : 1;
  }

  /** Least periods off of a thermal unit, 1 where minimum times are not in effect. */
  public int downPeriods(int g) {
    return inEffect(ConstraintFamily.MIN_UP_DOWN) ? units.get(g).downPeriods() : 1;
  }

  /** Least periods off of a thermal unit, 0 where nothing holds it off after a stop. */
  int downPeriodsOrNone(int g) {
    boolean held = inEffect(ConstraintFamily.MIN_UP_DOWN) && units.get(g).unit().minDownHours() > 0;
    return held ? units.get(g).downPeriods() : 0;
  }

  /** Whether neither the data, nor the time off before, nor its lead time forbid a start. */
  boolean mayStart(int g, int t) {
    UnitTimes times = units.get(g);
    boolean heldOff =
        inEffect(ConstraintFamily.MIN_UP_DOWN)
            && times.initialKnown()
            && !times.initiallyOn()
            && t < times.heldPeriods(day.horizon());
    boolean late =
        inEffect(ConstraintFamily.LEAD_TIMES)
            && LeadTimes.tooLate(day, times.unit().id(), t)
            && !givenOn(g, t);
    return !heldOff && !late && times.unit().commitment().get(t) != Commitment.OFF;
  }

  /**
   * Whether the data give every status of a unit, so that nothing about it is whole-numbered. With
   * elastic statuses nothing is given.
   */
  boolean given(int g) {
    return given[g];
  }

  /** Status that the data give a unit in a period. */
  boolean givenOn(int g, int t) {
    return units.get(g).unit().commitment().get(t) == Commitment.ON;
  }

  /** Adds a slack column and remembers what it relaxes. */
  int slack(String constraint, String element, int period, String unit, double yuanPerUnit) {
    int day = period < 0 ? -1 : this.day.horizon().dayOf(period);
    return slack(constraint, element, period, day, unit, yuanPerUnit);
  }

  /** The same of something that is added up over a day. */
  int slackOfDay(String constraint, String element, int day, String unit, double yuanPerUnit) {
    return slack(constraint, element, -1, day, unit, yuanPerUnit);
  }

  private int slack(
      String constraint, String element, int period, int day, String unit, double yuanPerUnit) {
    int column = linear.addColumn(0, Double.POSITIVE_INFINITY, yuanPerUnit);
    slacks.add(
        new ClearingModel.Slack(constraint, element, period, day, column, unit, yuanPerUnit));
    return column;
  }

  /** Adds a slack to a row that counts over a day where the model is elastic. */
  void elasticSlackOfDay(Terms terms, String constraint, String element, int day, String unit) {
    if (elastic) {
      double price = this.day.penalties().scheduleYuanPerMwh();
      terms.add(slackOfDay(constraint, element, day, unit, price), -1);
    }
  }

  /** Adds a slack to a row of a unit's own schedule where the model is elastic. */
  void elasticSlack(Terms terms, double sign, String constraint, String element, int period) {
    if (elastic) {
      double price = day.penalties().scheduleYuanPerMwh() * hours;
      terms.add(slack(constraint, element, period, "MW", price), sign);
    }
  }

  /**
   * Adds a slack at a price per unit and hour; what has an infinite price must be met, except in an
   * elastic model.
   */
  int penalised(
      String constraint, String element, int period, String unit, double yuanPerUnitHour) {
    if (Double.isFinite(yuanPerUnitHour)) {
      return slack(constraint, element, period, unit, yuanPerUnitHour * hours);
    }
    double price = day.penalties().scheduleYuanPerMwh() * hours;
    int column = slack(constraint, element, period, unit, price);
    if (!elastic) {
      linear.tighten(column, 0, 0);
    }
    return column;
  }

  void inject(int bus, int period, int column, double mwPerUnit) {
    injections.add(new ClearingModel.InjectionColumn(bus, period, column, mwPerUnit));
  }

  /** A part of the output of a unit: a column and what it injects at the unit's bus. */
  void injectOfUnit(int g, int bus, int period, int column, double mwPerUnit) {
    if (mwPerUnit != 0) {
      inject(bus, period, column, mwPerUnit);
      outputs
          .get(g)
          .get(period)
          .add(new ClearingModel.InjectionColumn(bus, period, column, mwPerUnit));
    }
  }

  /** Remembers a row whose dual is a shadow price. */
  void price(String constraint, String element, int period, int row) {
    pricedRows.add(new ClearingModel.PricedRow(constraint, element, period, row));
  }

  final boolean inEffect(ConstraintFamily family) {
    return clearingCase.inEffect(family);
  }
}
