package org.gridclear.compare;

import java.util.List;
import org.gridclear.table.Column;
import org.gridclear.table.Dimension;
import org.gridclear.table.Table;

/** The tables of a comparison while they are filled, case by case. */
final class ComparisonTables {
  private static final Column CASE = Column.text("case", "Name of the case.");
  private static final Column FROM = Column.text("fromTime", "When the stretch of time begins.");
  private static final Column TO = Column.text("toTime", "When it ends.");

  final Table.Rows figures =
      new Table.Rows(
          "figures",
          "figures of a case: parts of its cost, energies, counts, prices",
          CASE,
          Column.text("figure", "Name of the figure."),
          Column.text("unit", "Its unit; empty for a count or a share."),
          Column.number("a", "Value of A."),
          Column.number("b", "Value of B."),
          Column.number("difference", "B less A; empty where the two cannot be subtracted."),
          Column.number("relative", "The difference as a share of A; empty where A is 0 or less."));

  final Table.Rows commitment =
      new Table.Rows(
          "commitment",
          "stretches of time in which a thermal unit runs on one side alone",
          CASE,
          Column.text("unit", "Id of the unit."),
          Column.text("change", "ON: runs in B and not in A; OFF: runs in A and not in B."),
          FROM,
          TO,
          Column.number("lengthHours", "Length of the stretch."),
          Column.number("outputMwh", "What it gives on the side on which it runs."));

  final DifferenceTable output =
      new DifferenceTable(
          "output",
          "outputs of units that differ; what is drawn counts as negative",
          "Mw",
          false,
          List.of(
              CASE,
              Column.text("unit", "Id of the unit."),
              Column.text("kind", "THERMAL, PROFILED, STORAGE, FLEXIBLE_LOAD or HVDC."),
              FROM,
              TO),
          List.of());

  final DifferenceTable prices =
      new DifferenceTable(
          "prices",
          "prices of buses that differ",
          "LmpYuanPerMwh",
          false,
          List.of(CASE, Column.text("bus", "Id of the bus."), FROM, TO),
          List.of(
              Column.number("differenceEnergyYuanPerMwh", "Part of it that is energy."),
              Column.number("differenceCongestionYuanPerMwh", "Part of it that is congestion."),
              Column.number("differenceLossYuanPerMwh", "Part of it that is losses.")));

  final DifferenceTable zones =
      new DifferenceTable(
          "zone-prices",
          "prices of zones over the day",
          "PriceYuanPerMwh",
          true,
          List.of(CASE, Column.text("zone", "Zone; empty for the buses of none."), FROM, TO),
          List.of());

  final DifferenceTable curves =
      new DifferenceTable(
          "lmp-curves",
          "load-weighted mean LMP over the day, with the lowest and the highest",
          "MeanYuanPerMwh",
          true,
          List.of(CASE, FROM, TO),
          List.of(
              Column.number("aMinYuanPerMwh", "Lowest LMP of A."),
              Column.number("bMinYuanPerMwh", "Lowest LMP of B."),
              Column.number("aMaxYuanPerMwh", "Highest LMP of A."),
              Column.number("bMaxYuanPerMwh", "Highest LMP of B.")));

  final DifferenceTable reserves =
      new DifferenceTable(
          "reserve-prices",
          "prices of reserve requirements that differ",
          "PriceYuanPerMwh",
          false,
          List.of(CASE, Column.text("requirement", "Id of the requirement."), FROM, TO),
          List.of());

  final DifferenceTable flows =
      new DifferenceTable(
          "flows",
          "DC flows of branches and flowgates that differ",
          "FlowMw",
          false,
          List.of(
              CASE,
              Column.text("element", "Id of the branch or flowgate."),
              Column.text("kind", "BRANCH or FLOWGATE."),
              Column.text("from", "Bus at the sending end; empty for a flowgate."),
              Column.text("to", "Bus at the receiving end; empty for a flowgate."),
              FROM,
              TO),
          List.of());

  final DifferenceTable binding =
      new DifferenceTable(
          "binding",
          "shadow prices of limits that bind on one side at least, and differ",
          "ShadowYuanPerMwh",
          false,
          List.of(
              CASE,
              Column.text("constraint", "Row of the catalogue: B-18, B-19 or B-20."),
              Column.text("element", "Id of the branch or flowgate."),
              Column.text("outage", "The outage after which it counts; empty for none."),
              FROM,
              TO),
          List.of());

  final DifferenceTable violations =
      new DifferenceTable(
          "violations",
          "what is relaxed, or violated in the AC check, by a different amount",
          "Amount",
          false,
          List.of(
              CASE,
              Column.text("source", "RELAXED by the clearing, or AC check."),
              Column.text("constraint", "Row of the catalogue, or kind of limit."),
              Column.text("element", "What is relaxed or violated."),
              Column.text("outage", "The outage after which it counts; empty for none."),
              FROM,
              TO,
              Column.text("unit", "Unit of the amount.")),
          List.of());

  final Table.Rows only =
      new Table.Rows(
          "only-in-one",
          "what one side alone has: it is in no other table",
          CASE,
          Column.text("kind", "Case, unit, bus, branch, flowgate, requirement, time or rest."),
          Column.text("id", "Its id, or its time."),
          Column.text("side", "A or B."));

  /**
   * Begins the tables.
   *
   * @param toleranceMw power up to which two are the same
   * @param toleranceYuanPerMwh price up to which two are the same
   */
  ComparisonTables(double toleranceMw, double toleranceYuanPerMwh) {
    for (DifferenceTable table : differences()) {
      table.within(Dimension.MW, toleranceMw);
      table.within(Dimension.YUAN_PER_MWH, toleranceYuanPerMwh);
    }
  }

  /** The difference tables with their lines in the overview. */
  List<DifferenceTable> differences() {
    return List.of(output, prices, zones, curves, reserves, flows, binding, violations);
  }

  /**
   * All of them, the most asked for first.
   *
   * @param currency what both sides count money in
   */
  List<Table> all(String currency) {
    Table.Rows overview =
        new Table.Rows(
            "overview",
            "what was compared",
            Column.text("table", "Name of the table."),
            Column.whole("compared", "Pairs of values."),
            Column.whole("differing", "Pairs that differ."),
            Column.number("largest", "Largest difference, B less A; empty where none differs."),
            Column.text("unit", "Its unit."),
            Column.text("where", "Where it is."));
    differences().forEach(each -> each.addTo(overview, currency));
    List<Table> tables = new java.util.ArrayList<>();
    tables.add(overview.table());
    tables.add(figures.table());
    tables.add(commitment.table());
    differences().forEach(each -> tables.add(each.table()));
    tables.add(only.table());
    return tables.stream().map(table -> table.withMoney(currency)).toList();
  }
}
