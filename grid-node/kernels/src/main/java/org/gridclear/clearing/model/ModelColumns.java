package org.gridclear.clearing.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.market.MarketDay;
import org.gridclear.solver.LinearModel;
import org.gridclear.solver.Terms;

/**
 * The columns of a model by what they mean, {@code [unit][period]}, -1 for one that does not exist,
 * and what has been noted about rows and injections.
 */
abstract class ModelColumns extends ModelData {
  private final LinearModel linear = new LinearModel();
  private final List<ClearingModel.Slack> slacks = new ArrayList<>();
  private final OpenedWays openedWays = new OpenedWays();
  private final List<ClearingModel.InjectionColumn> injections = new ArrayList<>();
  private final List<ClearingModel.PricedRow> pricedRows = new ArrayList<>();
  private final List<List<List<ClearingModel.InjectionColumn>>> outputs = new ArrayList<>();
  private final IndexTable on;
  private final IndexTable start;
  private final IndexTable stop;
  private final IndexTable above;
  private final IndexTable outputRow;
  private final IndexTable segmentSumRow;
  private final IndexLists rowsOfSegments;
  private final IndexLists segments;
  private final IndexLists startCategories;
  private final List<IndexTable> reserve;
  private final IndexTable profiled;
  private final StorageColumns storage;
  private final IndexTable flexible;
  private final IndexTable shed;
  private final ReservoirColumns water;
  private final IndexTable variable;
  private final ClearingModel.Hvdc[] hvdc;
  private final IndexTable loss;
  private final IndexTable balanceRow;
  private final IndexTable reserveRow;
  private final IndexTable reserveShort;

  ModelColumns(
      ClearingCase clearingCase,
      ClearingGrid grid,
      boolean losses,
      ClearingOptions.Formulation formulation,
      boolean elastic) {
    super(clearingCase, grid, losses, formulation, elastic);
    MarketDay day = day();
    int periodCount = periodCount();
    int thermal = units().size();
    for (int g = 0; g < thermal; g++) {
      outputs.add(Stream.generate(ModelColumns::emptyParts).limit(periodCount).toList());
    }
    on = table(thermal);
    start = table(thermal);
    stop = table(thermal);
    above = table(thermal);
    outputRow = table(thermal);
    segmentSumRow = table(thermal);
    rowsOfSegments = new IndexLists(thermal, periodCount);
    segments = new IndexLists(thermal, periodCount);
    startCategories = new IndexLists(thermal, periodCount);
    reserve = Stream.generate(() -> table(thermal)).limit(products().size()).toList();
    hvdc = hvdcLines();
    water = new ReservoirColumns(reservoirs().size(), periodCount);
    variable = table(day.rules().variables().size());
    profiled = table(day.profiledUnits().size());
    storage = new StorageColumns(day.storageUnits().size(), periodCount);
    flexible = table(day.flexibleLoads().size());
    shed = table(grid.index().busCount());
    int islands = IntStream.range(0, periodCount).map(grid::islandCount).max().orElse(0);
    loss = IndexTable.of(periodCount, islands);
    balanceRow = IndexTable.of(periodCount, islands);
    reserveRow = table(day.reserves().size());
    reserveShort = table(day.reserves().size());
  }

  private static List<ClearingModel.InjectionColumn> emptyParts() {
    return new ArrayList<>(2);
  }

  /** Fixes every status, as far as the data allow it. */
  public void fixStatuses(boolean[][] committed) {
    for (int g = 0; g < on.rows(); g++) {
      for (int t = 0; t < periodCount(); t++) {
        double status = committed[g][t] ? 1 : 0;
        linear.tighten(on.at(g, t), status, status);
      }
    }
  }

  private ClearingModel.Hvdc[] hvdcLines() {
    return grid().decidedHvdc().stream()
        .map(
            schedule ->
                new ClearingModel.Hvdc(
                    schedule,
                    grid().hvdcLine(schedule.line()),
                    new int[periodCount()],
                    new int[periodCount()],
                    new int[periodCount()]))
        .toArray(ClearingModel.Hvdc[]::new);
  }

  private IndexTable table(int elements) {
    return IndexTable.of(elements, periodCount());
  }

  /** The linear model. */
  public LinearModel linear() {
    return linear;
  }

  /** Every slack column. */
  public List<ClearingModel.Slack> slacks() {
    return slacks;
  }

  /** Binaries that let power flow one way or a set point change. */
  public OpenedWays openedWays() {
    return openedWays;
  }

  /** Every column that injects power. */
  public List<ClearingModel.InjectionColumn> injections() {
    return injections;
  }

  /** Rows whose duals are shadow prices. */
  public List<ClearingModel.PricedRow> pricedRows() {
    return pricedRows;
  }

  /** Status of every thermal unit. */
  public IndexTable on() {
    return on;
  }

  /** Starts of every thermal unit. */
  public IndexTable start() {
    return start;
  }

  /** Stops of every thermal unit. */
  public IndexTable stop() {
    return stop;
  }

  /** Output above the first breakpoint of every thermal unit, in MW. */
  public IndexTable above() {
    return above;
  }

  /** Rows that limit output and reserve of a unit from above, -1 where a bound does. */
  public IndexTable outputRow() {
    return outputRow;
  }

  /** Rows of the segments that make up what a unit gives, -1 where there is one segment. */
  public IndexTable segmentSumRow() {
    return segmentSumRow;
  }

  /** Rows that limit each segment of an offer, -1 where the status alone does. */
  public IndexLists rowsOfSegments() {
    return rowsOfSegments;
  }

  /** Columns of the segments of an offer, in MW. */
  public IndexLists segments() {
    return segments;
  }

  /** Columns of the start categories of a unit. */
  public IndexLists startCategories() {
    return startCategories;
  }

  /** Output of the profiled units, in MW. */
  public IndexTable profiled() {
    return profiled;
  }

  /** Columns of storage units. */
  public StorageColumns storage() {
    return storage;
  }

  /** Load served of the flexible loads, in MW. */
  public IndexTable flexible() {
    return flexible;
  }

  /** Load that is not served by bus, in MW. */
  public IndexTable shed() {
    return shed;
  }

  /** Columns of reservoirs. */
  public ReservoirColumns water() {
    return water;
  }

  /** Variables given as data (B-26). */
  public IndexTable variable() {
    return variable;
  }

  /** HVDC lines that are decided. */
  public ClearingModel.Hvdc[] hvdc() {
    return hvdc;
  }

  /** Losses in MW, {@code [period][island]}. */
  public IndexTable loss() {
    return loss;
  }

  /** Rows of the balance, {@code [period][island]}. */
  public IndexTable balanceRow() {
    return balanceRow;
  }

  /** Rows of the reserve requirements. */
  public IndexTable reserveRow() {
    return reserveRow;
  }

  /** Reserve that a requirement lacks, in MW. */
  public IndexTable reserveShort() {
    return reserveShort;
  }

  /** Reserve of a product by unit, in MW. */
  public IndexTable reserve(int product) {
    return reserve.get(product);
  }

  /** The columns that make up a unit's output besides what lies above its first breakpoint. */
  public List<ClearingModel.InjectionColumn> outputParts(int g, int t) {
    return outputs.get(g).get(t);
  }

  /** Adds a slack column and remembers what it relaxes. */
  public int slack(String constraint, String element, int period, String unit, double yuanPerUnit) {
    int day = period < 0 ? -1 : day().horizon().dayOf(period);
    return slack(constraint, element, period, day, unit, yuanPerUnit);
  }

  /** The same of something that is added up over a day. */
  public int slackOfDay(
      String constraint, String element, int day, String unit, double yuanPerUnit) {
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
  public void elasticSlackOfDay(
      Terms terms, String constraint, String element, int day, String unit) {
    if (isElastic()) {
      double price = day().penalties().scheduleYuanPerMwh();
      terms.add(slackOfDay(constraint, element, day, unit, price), -1);
    }
  }

  /** Adds a slack to a row of a unit's own schedule where the model is elastic. */
  public void elasticSlack(
      Terms terms, double sign, String constraint, String element, int period) {
    if (isElastic()) {
      double price = day().penalties().scheduleYuanPerMwh() * hours();
      terms.add(slack(constraint, element, period, "MW", price), sign);
    }
  }

  /**
   * Adds a slack at a price per unit and hour; what has an infinite price must be met, except in an
   * elastic model.
   */
  public int penalised(
      String constraint, String element, int period, String unit, double yuanPerUnitHour) {
    if (Double.isFinite(yuanPerUnitHour)) {
      return slack(constraint, element, period, unit, yuanPerUnitHour * hours());
    }
    double price = day().penalties().scheduleYuanPerMwh() * hours();
    int column = slack(constraint, element, period, unit, price);
    if (!isElastic()) {
      linear.tighten(column, 0, 0);
    }
    return column;
  }

  /** A column that injects power at a bus, in MW a unit of the column. */
  public void inject(int bus, int period, int column, double mwPerUnit) {
    injections.add(new ClearingModel.InjectionColumn(bus, period, column, mwPerUnit));
  }

  /** A part of the output of a unit: a column and what it injects at the unit's bus. */
  public void injectOfUnit(int g, int bus, int period, int column, double mwPerUnit) {
    if (mwPerUnit != 0) {
      inject(bus, period, column, mwPerUnit);
      outputs
          .get(g)
          .get(period)
          .add(new ClearingModel.InjectionColumn(bus, period, column, mwPerUnit));
    }
  }

  /** Remembers a row whose dual is a shadow price. */
  public void price(String constraint, String element, int period, int row) {
    pricedRows.add(new ClearingModel.PricedRow(constraint, element, period, row));
  }
}
