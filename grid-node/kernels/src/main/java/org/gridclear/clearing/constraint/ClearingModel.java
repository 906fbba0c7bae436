package org.gridclear.clearing.constraint;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.scenario.resolved.ClearingCase;
import org.gridclear.scenario.resolved.ClearingOptions;
import org.gridclear.scenario.resolved.ConstraintFamily;
import org.gridclear.solver.LinearModel;
import org.gridclear.solver.Terms;

/**
 * The linear model of a case and what its columns mean. Families of constraints add columns and
 * rows to it; {@code [unit][period]} everywhere, and -1 for a column that does not exist.
 */
public final class ClearingModel {
  final ClearingCase clearingCase;
  final MarketDay day;
  final ClearingGrid grid;
  final boolean tight;
  final boolean elastic;
  final LinearModel linear = new LinearModel();
  final int periodCount;
  final double hours;
  final List<UnitTimes> units = new ArrayList<>();
  final List<Slack> slacks = new ArrayList<>();
  private final List<InjectionColumn> injections = new ArrayList<>();

  final int[][] on;
  final int[][] start;
  final int[][] stop;
  final int[][] above;
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
  final int[][] balanceRow;
  final int[][] reserveRow;

  /**
   * A column that puts power into the grid.
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
   * @param period the period, -1 for the whole horizon
   * @param column the column
   * @param unit unit of the column, such as {@code MW}
   * @param yuanPerUnit its cost
   */
  public record Slack(
      String constraint, String element, int period, int column, String unit, double yuanPerUnit) {}

  ClearingModel(
      ClearingCase clearingCase,
      ClearingGrid grid,
      ClearingOptions.Formulation formulation,
      boolean elastic) {
    this.clearingCase = clearingCase;
    this.day = clearingCase.day();
    this.grid = grid;
    this.tight = formulation == ClearingOptions.Formulation.TIGHT;
    this.elastic = elastic;
    this.periodCount = day.periodCount();
    this.hours = day.horizon().hoursPerPeriod();
    for (ThermalUnit unit : day.thermalUnits()) {
      units.add(UnitTimes.of(unit, day.horizon()));
    }
    int thermal = day.thermalUnits().size();
    on = table(thermal);
    start = table(thermal);
    stop = table(thermal);
    above = table(thermal);
    segment = new int[thermal][periodCount][];
    startCategory = new int[thermal][periodCount][];
    reserve = new int[day.reserves().size()][][];
    for (int r = 0; r < reserve.length; r++) {
      reserve[r] = table(thermal);
    }
    profiled = table(day.profiledUnits().size());
    int storage = day.storageUnits().size();
    charge = table(storage);
    discharge = table(storage);
    level = table(storage);
    charging = table(storage);
    discharging = table(storage);
    flexible = table(day.flexibleLoads().size());
    shed = table(grid.index().busCount());
    balanceRow = new int[periodCount][];
    reserveRow = new int[day.reserves().size()][periodCount];
  }

  private int[][] table(int rows) {
    int[][] table = new int[rows][periodCount];
    for (int[] row : table) {
      java.util.Arrays.fill(row, -1);
    }
    return table;
  }

  /** The model of a case with every family that is in effect. */
  public static ClearingModel build(
      ClearingCase clearingCase,
      ClearingGrid grid,
      ClearingOptions.Formulation formulation,
      boolean elastic) {
    ClearingModel model = new ClearingModel(clearingCase, grid, formulation, elastic);
    CommitmentLogic.addTo(model);
    PiecewiseCosts.addTo(model);
    StartCosts.addTo(model);
    ReserveRequirements.addColumnsTo(model);
    GenerationLimits.addTo(model);
    if (model.inEffect(ConstraintFamily.RAMPS)) {
      RampLimits.addTo(model);
    }
    MinUpDownTimes.addTo(model);
    if (model.inEffect(ConstraintFamily.STARTS_MAX)) {
      StartsMaximum.addTo(model);
    }
    ProfiledOutput.addTo(model);
    StorageOperation.addTo(model);
    FlexibleDemand.addTo(model);
    PowerBalance.addTo(model);
    ReserveRequirements.addRowsTo(model);
    return model;
  }

  boolean inEffect(ConstraintFamily family) {
    return clearingCase.inEffect(family);
  }

  /** Adds a slack column and remembers what it relaxes. */
  int slack(String constraint, String element, int period, String unit, double yuanPerUnit) {
    int column = linear.addColumn(0, Double.POSITIVE_INFINITY, yuanPerUnit);
    slacks.add(new Slack(constraint, element, period, column, unit, yuanPerUnit));
    return column;
  }

  /** Adds a slack to a row of a unit's own schedule where the model is elastic. */
  void elasticSlack(Terms terms, double sign, String constraint, String element, int period) {
    if (elastic) {
      double price = day.penalties().scheduleYuanPerMwh() * hours;
      terms.add(slack(constraint, element, period, "MW", price), sign);
    }
  }

  void inject(int bus, int period, int column, double mwPerUnit) {
    injections.add(new InjectionColumn(bus, period, column, mwPerUnit));
  }

  /** Reserve of every product that a unit gives in a period, as terms. */
  Terms addReserve(Terms terms, int g, int t, double coefficient) {
    for (int[][] product : reserve) {
      if (product[g][t] >= 0) {
        terms.add(product[g][t], coefficient);
      }
    }
    return terms;
  }

  /** The linear model. */
  public LinearModel linear() {
    return linear;
  }

  /** Every slack column. */
  public List<Slack> slacks() {
    return slacks;
  }

  /** Every column that injects power. */
  public List<InjectionColumn> injections() {
    return injections;
  }

  /** Columns that are whole numbers. */
  public int[] integerColumns() {
    return java.util.stream.IntStream.range(0, linear.columnCount())
        .filter(linear::isInteger)
        .toArray();
  }

  /** Column of the status of every thermal unit and period. */
  public int[][] statusColumns() {
    return on;
  }

  /** Row of the balance of an island in a period. */
  public int balanceRow(int t, int island) {
    return balanceRow[t][island];
  }

  /** Row of a reserve requirement in a period, or -1. */
  public int reserveRow(int product, int t) {
    return reserveRow[product][t];
  }

  /** Reads the schedule out of the columns of a solution. */
  public Schedule schedule(double[] x) {
    int thermal = day.thermalUnits().size();
    boolean[][] committed = new boolean[thermal][periodCount];
    boolean[][] starts = new boolean[thermal][periodCount];
    double[][] outputMw = new double[thermal][periodCount];
    double[][][] reserveMw = new double[reserve.length][thermal][periodCount];
    for (int g = 0; g < thermal; g++) {
      for (int t = 0; t < periodCount; t++) {
        committed[g][t] = x[on[g][t]] > 0.5;
        starts[g][t] = x[start[g][t]] > 0.5;
        double first = units.get(g).offer(t).firstMw();
        outputMw[g][t] = committed[g][t] ? clean(first + x[above[g][t]]) : 0;
        for (int r = 0; r < reserve.length; r++) {
          reserveMw[r][g][t] = reserve[r][g][t] < 0 ? 0 : clean(x[reserve[r][g][t]]);
        }
      }
    }
    return new Schedule(
        committed,
        starts,
        outputMw,
        reserveMw,
        values(x, profiled),
        values(x, charge),
        values(x, discharge),
        values(x, level),
        values(x, flexible),
        values(x, shed));
  }

  private double[][] values(double[] x, int[][] columns) {
    double[][] values = new double[columns.length][periodCount];
    for (int i = 0; i < columns.length; i++) {
      for (int t = 0; t < periodCount; t++) {
        values[i][t] = columns[i][t] < 0 ? 0 : clean(x[columns[i][t]]);
      }
    }
    return values;
  }

  /** The parts of the objective at a solution, in yuan, without the slacks of flow rows. */
  public CostParts costs(double[] x) {
    double energy = 0;
    double starts = 0;
    for (int g = 0; g < units.size(); g++) {
      for (int t = 0; t < periodCount; t++) {
        energy += cost(x, on[g][t]);
        for (int column : segment[g][t]) {
          energy += cost(x, column);
        }
        for (int column : startCategory[g][t]) {
          starts += cost(x, column);
        }
      }
    }
    double penalties = 0;
    for (Slack slack : slacks) {
      penalties += cost(x, slack.column());
    }
    return new CostParts(
        energy,
        starts,
        cost(x, profiled),
        cost(x, charge) + cost(x, discharge),
        -cost(x, flexible),
        penalties);
  }

  private double cost(double[] x, int[][] columns) {
    double sum = 0;
    for (int[] row : columns) {
      for (int column : row) {
        sum += column < 0 ? 0 : cost(x, column);
      }
    }
    return sum;
  }

  private double cost(double[] x, int column) {
    return linear.cost(column) * x[column];
  }

  /** Solver noise below a millionth of a MW is no quantity. */
  private static double clean(double value) {
    return Math.abs(value) < 1e-7 ? 0 : value;
  }

  List<ProfiledUnit> profiledUnits() {
    return day.profiledUnits();
  }

  List<StorageUnit> storageUnits() {
    return day.storageUnits();
  }

  List<FlexibleLoad> flexibleLoads() {
    return day.flexibleLoads();
  }

  List<ReserveRequirement> reserves() {
    return day.reserves();
  }
}
