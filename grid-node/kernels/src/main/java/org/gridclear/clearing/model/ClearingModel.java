package org.gridclear.clearing.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.CostParts;
import org.gridclear.clearing.result.Schedule;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.rule.HvdcSchedule;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.market.rule.ReserveProduct.Direction;
import org.gridclear.market.rule.ResourceRate;
import org.gridclear.market.rule.Scope;
import org.gridclear.network.HvdcLine;
import org.gridclear.solver.Terms;

/**
 * The linear model of a case and what its columns mean. Families of constraints add columns and
 * rows to it; {@code [unit][period]} everywhere, and -1 for a column that does not exist.
 */
public final class ClearingModel extends ModelColumns {
  /**
   * A column that puts power into the grid().
   *
   * @param bus index of the bus
   * @param period the period
   * @param column the column
   * @param mwPerUnit MW injected per unit of the column, negative for consumption
   */
  public record InjectionColumn(int bus, int period, int column, double mwPerUnit) {}

  /**
   * A column that relaxes a constraint.
   *
   * @param constraint id of the constraint in the catalogue, such as {@code B-14}
   * @param element what is relaxed, in words
   * @param period the period, -1 for more than one
   * @param day the day, counted from 0; -1 for the whole horizon
   * @param column the column
   * @param unit unit of the column, such as {@code MW}
   * @param yuanPerUnit its cost
   */
  public record Slack(
      String constraint,
      String element,
      int period,
      int day,
      int column,
      String unit,
      double yuanPerUnit) {}

  /**
   * A row with a name, whose dual is a shadow price.
   *
   * @param constraint id of the constraint in the catalogue
   * @param element what is constrained
   * @param period the period, -1 for more than one
   * @param row the row
   */
  public record PricedRow(String constraint, String element, int period, int row) {}

  /**
   * Rows of a family of the catalogue.
   *
   * @param family what it is called in reports
   * @param from first row
   * @param to one past the last
   */
  public record RowRange(String family, int from, int to) {}

  /** An HVDC line that the clearing decides, and its columns per period. */
  public record Hvdc(
      HvdcSchedule schedule, HvdcLine line, int[] forward, int[] backward, int[] changed) {}

  private final List<RowRange> families = new ArrayList<>();

  private ClearingModel(
      ClearingCase clearingCase,
      ClearingGrid grid,
      boolean losses,
      ClearingOptions.Formulation formulation,
      boolean elastic) {
    super(clearingCase, grid, losses, formulation, elastic);
  }

  /**
   * The model of a case.
   *
   * @param elastic whether what the case must keep may be left at a price
   * @param families the families by the name used in reports, in the order in which they join
   */
  public static ClearingModel build(
      ClearingCase clearingCase,
      ClearingGrid grid,
      boolean losses,
      ClearingOptions.Formulation formulation,
      boolean elastic,
      Map<String, ConstraintClass> families) {
    ClearingModel model = new ClearingModel(clearingCase, grid, losses, formulation, elastic);
    for (Map.Entry<String, ConstraintClass> family : families.entrySet()) {
      int firstRow = model.linear().rowCount();
      family.getValue().addTo(model);
      model.families.add(new RowRange(family.getKey(), firstRow, model.linear().rowCount()));
    }
    return model;
  }

  /** The price of a limit in this model: one that must be kept has none, except if elastic. */
  public double priceYuanPerMwh(double yuanPerMwh) {
    boolean kept = Double.isInfinite(yuanPerMwh) && isElastic();
    return kept ? day().penalties().scheduleYuanPerMwh() : yuanPerMwh;
  }

  /** Reserve of every product in one direction that a running unit gives in a period, as terms. */
  public Terms addReserve(Terms terms, int g, int t, Direction direction, double coefficient) {
    return addReserve(terms, g, t, direction, coefficient, false);
  }

  /** The part of the reserve that is limited by the ramp of a period. */
  public Terms addRampedReserve(Terms terms, int g, int t, Direction direction) {
    return addReserve(terms, g, t, direction, 1, true);
  }

  /** Whether the ramp of a period limits all reserve that a running unit gives. */
  public boolean rampedOnly(int g, int t, Direction direction) {
    return addReserve(new Terms(), g, t, direction, 1).size()
        == addRampedReserve(new Terms(), g, t, direction).size();
  }

  private Terms addReserve(
      Terms terms, int g, int t, Direction direction, double coefficient, boolean ramped) {
    for (int p = 0; p < products().size(); p++) {
      ReserveProduct product = products().get(p);
      boolean counts =
          product.direction() == direction
              && product.kind() != ReserveProduct.Kind.NON_SPINNING
              && !(ramped && product.minutes() > 0);
      if (counts && reserve(p).at(g, t) >= 0) {
        terms.add(reserve(p).at(g, t), coefficient);
      }
    }
    return terms;
  }

  /** Adds a multiple of a unit's capacity for one product. */
  public void addProduct(Terms terms, String product, int g, int t, double coefficient) {
    for (int p = 0; p < products().size(); p++) {
      if (products().get(p).id().equals(product) && reserve(p).at(g, t) >= 0) {
        terms.add(reserve(p).at(g, t), coefficient);
      }
    }
  }

  /** Adds a multiple of d: 1 while a unit can be dispatched, 0 while it is off, starts or stops. */
  public Terms addDispatchable(Terms terms, int g, int t, double coefficient) {
    UnitTimes times = units().get(g);
    if (t < times.startingPeriods(day().horizon())
        || !Double.isNaN(times.stoppingMw(t, periodCount()))) {
      return terms;
    }
    terms.add(on().at(g, t), coefficient);
    for (int i = 0; i < times.startMw().length && i <= t; i++) {
      terms.add(start().at(g, t - i), -coefficient);
    }
    for (int j = 1; j <= times.stopMw().length && t + j < periodCount(); j++) {
      terms.add(stop().at(g, t + j), -coefficient);
    }
    return terms;
  }

  /**
   * Adds a multiple of the output of a unit, in MW.
   *
   * @param unit number of a thermal unit, or the count of these plus that of a profiled unit
   */
  public void addOutput(Terms terms, int unit, int t, double coefficient) {
    if (unit >= units().size()) {
      terms.add(profiled().at(unit - units().size(), t), coefficient);
      return;
    }
    terms.add(above().at(unit, t), coefficient);
    for (InjectionColumn part : outputParts(unit, t)) {
      terms.add(part.column(), coefficient * part.mwPerUnit());
    }
  }

  /** Adds what the units of a scope burn or emit of an item in a period, in t. */
  public void addResource(Terms terms, Scope scope, String item, int t) {
    for (int unit : units(scope).toArray()) {
      for (ResourceRate rate : unitSets().rates(unit, item)) {
        addOutput(terms, unit, t, rate.tPerMwh() * hours());
        if (unit < units().size()) {
          terms.add(on().at(unit, t), rate.tPerHOn() * hours());
          terms.add(start().at(unit, t), rate.tPerStart());
        }
      }
    }
  }

  /** The units of a scope: thermal ones by number, profiled ones numbered on behind them. */
  public IntStream units(Scope scope) {
    return unitSets().units(scope);
  }

  /** The thermal units of a scope. */
  public IntStream thermal(Scope scope) {
    return unitSets().units(scope).filter(unit -> unit < units().size());
  }

  /** Number of a thermal or profiled unit. */
  public int anyUnit(String id) {
    return unitSets().number(id);
  }

  /** Which rows belong to which family. */
  public List<RowRange> families() {
    return families;
  }

  /** Losses of every island at a solution, in MW; 0 where they are not modelled. */
  public double[] lossMw(int t, double[] x) {
    double[] mw = new double[grid().islandCount(t)];
    for (int island = 0; island < mw.length && hasLosses(); island++) {
      mw[island] = x[loss().at(t, island)];
    }
    return mw;
  }

  /** Columns that are whole numbers. */
  public int[] integerColumns() {
    return IntStream.range(0, linear().columnCount()).filter(linear()::isInteger).toArray();
  }

  /** Whether the data leave any column open that is a whole number. */
  public boolean leavesWholesOpen() {
    return Arrays.stream(integerColumns())
        .anyMatch(column -> linear().columnLower(column) < linear().columnUpper(column));
  }

  /** Column of the status of every thermal unit and period. */
  public int[][] statusColumns() {
    return on().all();
  }

  /** Columns of the starts of every thermal unit and period. */
  public int[][] startColumns() {
    return start().all();
  }

  /** Columns of the stops of every thermal unit and period. */
  public int[][] stopColumns() {
    return stop().all();
  }

  /** Columns of load that is not served, by bus and period; -1 where there is no load. */
  public int[][] shedColumns() {
    return shed().all();
  }

  /** Number of islands in a period. */
  public int islandCount(int t) {
    return grid().islandCount(t);
  }

  /** Island in which a thermal unit is in a period. */
  public int islandOfUnit(int g, int t) {
    return grid().island(t, grid().index().bus(units().get(g).unit().bus()));
  }

  /** Rows of the system's requirements that running units meet above their output. */
  public int[] upwardReserveRows(int t) {
    return Arrays.stream(upwardRequirements(t)).map(r -> reserveRow().at(r, t)).toArray();
  }

  /** The greatest requirement of the system for each product that running units hold upwards. */
  private int[] upwardRequirements(int t) {
    Map<String, Integer> greatest = new LinkedHashMap<>();
    for (int r = 0; r < day().reserves().size(); r++) {
      ReserveRequirement requirement = day().reserves().get(r);
      ReserveProduct product = day().rules().product(requirement.product());
      if (reserveRow().at(r, t) >= 0
          && requirement.scope().isSystem()
          && product.direction() == Direction.UP
          && product.kind() != ReserveProduct.Kind.NON_SPINNING) {
        greatest.merge(product.id(), r, (a, b) -> requiredMw(a, t) >= requiredMw(b, t) ? a : b);
      }
    }
    return greatest.values().stream().mapToInt(Integer::intValue).toArray();
  }

  private double requiredMw(int requirement, int t) {
    return linear().rowLower(reserveRow().at(requirement, t));
  }

  /** Load that a point does not serve in a period, and upward reserve that it lacks, in MW. */
  public double shortMw(int t, double[] x) {
    double mw =
        Arrays.stream(upwardRequirements(t)).mapToDouble(r -> x[reserveShort().at(r, t)]).sum();
    for (int[] ofBus : shed().all()) {
      mw += ofBus[t] >= 0 ? x[ofBus[t]] : 0;
    }
    return mw;
  }

  /** The most that a running unit gives in a period, in MW. */
  public double capacityMw(int g, int t) {
    return units().get(g).unit().pMaxMw().at(t);
  }

  /** Reads the schedule out of the columns of a solution. */
  public Schedule schedule(double[] x) {
    return new SolutionReader(this, x).schedule();
  }

  /** The parts of the objective at a solution, in yuan, without the slacks of flow rows. */
  public CostParts costs(double[] x) {
    return new SolutionReader(this, x).costs();
  }

  /** The profiled units of the day. */
  public List<ProfiledUnit> profiledUnits() {
    return day().profiledUnits();
  }

  /** The storage units of the day. */
  public List<StorageUnit> storageUnits() {
    return day().storageUnits();
  }

  /** The flexible loads of the day. */
  public List<FlexibleLoad> flexibleLoads() {
    return day().flexibleLoads();
  }
}
