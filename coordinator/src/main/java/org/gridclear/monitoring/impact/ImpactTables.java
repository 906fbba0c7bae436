package org.gridclear.monitoring.impact;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridclear.monitoring.conduct.ConductTest;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/** Conduct, impact and pivotal suppliers as tables. */
public final class ImpactTables {
  /** What is shown of an outcome. */
  public enum View {
    /** Prices with and without the owners' offers. */
    IMPACT,
    /** Parts of offers that fail. */
    CONDUCT,
    /** Suppliers that branches need. */
    PIVOTAL
  }

  private ImpactTables() {}

  /** The table of a view. */
  public static Table of(View view, ImpactOutcome outcome) {
    return switch (view) {
      case IMPACT -> impacts(outcome);
      case CONDUCT -> conduct(outcome);
      case PIVOTAL -> pivotal(outcome);
    };
  }

  /** Every owner with a case, zone by zone, and what becomes of its offers. */
  public static Table impacts(ImpactOutcome outcome) {
    Table.Rows rows =
        new Table.Rows(
            "impact",
            "Prices as offered against those with an owner's failing offers at reference.",
            Column.text("owner", "The owner, or the whole market at reference."),
            Column.text("zone", "Zone; system for all."),
            Column.whole("units", "Units whose offers fail the conduct test."),
            Column.whole("periodsFailing", "Periods in which the impact fails."),
            Column.whole("worstPeriod", "Period of the greatest difference, counted from 1."),
            Column.number("offeredYuanPerMwh", "Price then, as offered."),
            Column.number("referenceYuanPerMwh", "Price then, at reference."),
            Column.number("allowedYuanPerMwh", "How much higher it could have been."),
            Column.text("decision", "mitigate, pass, not tested or, for the whole market, alarm."));
    Set<String> mitigated = outcome.mitigated();
    String passed = outcome.tested() > 0 ? "pass" : "not tested";
    for (ImpactOutcome.Impact impact : outcome.impacts()) {
      List<ConductTest.Failure> failing = outcome.conduct().getOrDefault(impact.owner(), List.of());
      rows.add(
          impact.owner(),
          impact.zone(),
          failing.stream().map(ConductTest.Failure::unit).distinct().count(),
          (long) impact.periods().size(),
          impact.worst() + 1L,
          impact.offeredYuanPerMwh(),
          impact.referenceYuanPerMwh(),
          impact.allowedYuanPerMwh(),
          mitigated.contains(impact.owner())
              ? "mitigate"
              : impact.fails() && impact.owner().equals(ImpactPlan.MARKET) ? "alarm" : passed);
    }
    return rows.table();
  }

  /** The parts of offers that fail the conduct test. */
  public static Table conduct(ImpactOutcome outcome) {
    Table.Rows rows =
        new Table.Rows(
            "conduct",
            "Parts of offers that lie too far above their references.",
            Column.text("owner", "The owner."),
            Column.text("unit", "Id of the unit."),
            Column.text("part", "energy (yuan/MWh), start (yuan) or no_load (yuan/h)."),
            Column.whole("period", "Period, counted from 1."),
            Column.number("offered", "What is asked for."),
            Column.number("reference", "What the reference asks for."),
            Column.number("allowed", "What would pass."));
    outcome
        .conduct()
        .forEach(
            (owner, failures) ->
                failures.forEach(
                    failure ->
                        rows.add(
                            owner,
                            failure.unit(),
                            failure.part().name().toLowerCase(Locale.ROOT),
                            failure.period() + 1L,
                            failure.offered(),
                            failure.reference(),
                            failure.allowed())));
    return rows.table();
  }

  /** Who could relieve the branches that bind. */
  public static Table pivotal(ImpactOutcome outcome) {
    Table.Rows rows =
        new Table.Rows(
            "pivotal",
            "Three-pivotal-supplier index of owners for branches that bind.",
            Column.text("branch", "Id of the branch."),
            Column.text("owner", "The owner."),
            Column.whole("periods", "Periods in which the branch binds."),
            Column.number("index", "Least index; at most 1 fails."),
            Column.text("test", "fails or passes."));
    for (ImpactOutcome.Pivotal each : outcome.pivotal()) {
      rows.add(
          each.branch(),
          each.owner(),
          (long) each.periods(),
          Double.isFinite(each.index()) ? (Double) each.index() : null,
          each.index() <= 1 ? "fails" : "passes");
    }
    return rows.table();
  }

  /** What must be known before the tables are read. */
  public static List<String> notices(ImpactOutcome outcome) {
    return Stream.of(
            outcome.tested() > 0
                ? ""
                : "NOTHING TESTED: no unit has both an owner and a reference to be held against.",
            outcome.untested().isEmpty()
                ? ""
                : "NOT TESTED, without owner or reference: "
                    + outcome.untested().stream().limit(10).collect(Collectors.joining(", "))
                    + (outcome.untested().size() > 10
                        ? " and %d more".formatted(outcome.untested().size() - 10)
                        : ""),
            outcome.notCleared().isEmpty()
                ? ""
                : "NOT CLEARED: " + String.join(", ", outcome.notCleared()))
        .filter(text -> !text.isEmpty())
        .toList();
  }
}
