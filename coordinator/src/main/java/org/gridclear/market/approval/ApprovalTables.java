package org.gridclear.market.approval;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridclear.market.approval.DayApproval.Standing;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayVersion;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/** States, events and rules as tables. */
public final class ApprovalTables {
  private ApprovalTables() {}

  /** Versions and what became of them. */
  public static Table states(List<Standing> standings, ZoneId zone) {
    Table.Rows rows =
        new Table.Rows(
            "states",
            "A version of a day and what became of it.",
            new Column("date", Column.Type.DATE, "Trading date."),
            Column.whole("cycle", "Number of the run of the day."),
            Column.whole("version", "Number of the version."),
            Column.text("state", "What became of it."),
            Column.text("inForce", "yes if it is what counts of its run."),
            Column.text("since", "When it came to its state, on the market's clock."),
            Column.text("by", "Who brought it there."),
            Column.text("reason", "Why."),
            Column.text("madeBy", "Who made it."),
            Column.text("alarms", "What somebody must know before it is used."));
    for (Standing each : standings) {
      DayVersion version = each.version();
      List<Transition> steps = each.transitions();
      Transition last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
      rows.add(
          version.key().date(),
          (long) version.key().cycle(),
          (long) version.version(),
          each.state().name(),
          each.state().isInForce() ? "yes" : "",
          (last != null ? last.at() : version.made().at())
              .atZoneSameInstant(zone)
              .toOffsetDateTime()
              .toString(),
          last != null ? last.by() : version.made().by(),
          last != null ? last.reason() : "",
          version.made().by(),
          String.join("; ", version.alarms()));
    }
    return rows.table();
  }

  /** What happened to a date. */
  public static Table history(List<DayEvent> events, ZoneId zone) {
    Table.Rows rows =
        new Table.Rows(
            "history",
            "Something that happened to a trading date.",
            Column.text("at", "When, on the market's clock."),
            Column.whole("cycle", "Number of the run of the day."),
            Column.whole("version", "Number of the version; empty where it is about none."),
            Column.text("kind", "version, intervention, transition, measure …"),
            Column.text("by", "Who did it."),
            Column.text("what", "What happened."),
            Column.text("reason", "Why."),
            Column.text("attachments", "Papers: SHA-256 and name of each."));
    for (DayEvent event : events) {
      rows.add(
          event.at().atZoneSameInstant(zone).toOffsetDateTime().toString(),
          (long) event.cycle(),
          event.version() == 0 ? null : (Long) (long) event.version(),
          event.kind(),
          event.by(),
          event.what(),
          event.reason(),
          papers(event.attachments()));
    }
    return rows.table();
  }

  private static String papers(Map<String, String> attachments) {
    return attachments.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each -> each.getValue() + " " + each.getKey())
        .collect(Collectors.joining("; "));
  }

  /** Which markets approve by themselves. */
  public static Table rules(List<ApprovalRules.Rule> rules) {
    Table.Rows rows =
        new Table.Rows(
            "approval-rules",
            "Whether clean versions of a market are approved by themselves.",
            Column.whole("number", "Of several that have begun the greatest holds."),
            Column.text("market", "The market."),
            new Column("from", Column.Type.DATE, "First trading date on which it holds."),
            Column.text("approval", "automatic, or hand."),
            Column.text("by", "Who said so."),
            Column.text("at", "When, UTC."),
            Column.text("reason", "Why."));
    rules.forEach(
        rule ->
            rows.add(
                (long) rule.number(),
                DayKey.word(rule.market()),
                rule.from(),
                rule.automatic() ? "automatic" : "hand",
                rule.by(),
                rule.at().toString(),
                rule.reason()));
    return rows.table();
  }
}
