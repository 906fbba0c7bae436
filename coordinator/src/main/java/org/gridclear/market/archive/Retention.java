package org.gridclear.market.archive;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.publication.Mailbox;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.archive.KeptRows;
import org.gridclear.market.store.archive.KeptRows.Kept;
import org.gridclear.market.store.archive.KeptRows.Of;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/**
 * How long each class of records of a market is kept (M-13, U-02, U-03), and the end of those whose
 * time is over.
 *
 * @param market the market
 * @param clock the time
 */
public record Retention(MarketFolder market, Clock clock) {
  /**
   * A class of records.
   *
   * @param id its name
   * @param of where they are
   * @param askedMonths months for which they have to be kept at least; empty for good
   * @param keptMonths months for which they are; empty for good
   * @param what what they are
   */
  public record Rule(
      String id, Of of, OptionalInt askedMonths, OptionalInt keptMonths, String what) {}

  private static final OptionalInt FOR_GOOD = OptionalInt.empty();

  /** All classes. */
  public static final List<Rule> RULES =
      List.of(
          new Rule(
              "acknowledged-messages",
              Of.ACKNOWLEDGED,
              OptionalInt.of(Mailbox.MONTHS_KEPT),
              OptionalInt.of(Mailbox.MONTHS_KEPT),
              "messages to members that they have acknowledged; what was published stays"),
          new Rule(
              "open-messages",
              Of.UNACKNOWLEDGED,
              FOR_GOOD,
              FOR_GOOD,
              "messages that nobody has acknowledged"),
          new Rule(
              "results",
              Of.VERSIONS,
              OptionalInt.of(Mailbox.MONTHS_KEPT),
              FOR_GOOD,
              "versions of days and runs, with results of minutes and hours"),
          new Rule("declarations", Of.DECLARATIONS, FOR_GOOD, FOR_GOOD, "declarations of members"),
          new Rule("publications", Of.PUBLICATIONS, FOR_GOOD, FOR_GOOD, "what was published"),
          new Rule("operations", Of.WORKFLOWS, FOR_GOOD, FOR_GOOD, "steps of workflows"),
          new Rule("handed-on", Of.HANDED_ON, FOR_GOOD, FOR_GOOD, "what channels sent"),
          new Rule("received", Of.RECEIVED, FOR_GOOD, FOR_GOOD, "what channels received"));

  /** What is kept of each class, and how much of it is over its time. */
  public Table table() {
    Table.Rows rows =
        new Table.Rows(
            "retention",
            "A class of records.",
            Column.text("class", "Its name."),
            Column.text("asked", "For how long it has to be kept at least."),
            Column.text("kept", "For how long it is."),
            Column.whole("records", "How many there are."),
            Column.text("oldest", "When the oldest was made, on the market's clock."),
            Column.whole("over", "How many are over their time."),
            Column.text("what", "What they are."));
    ZoneId zone = market.facts().zone();
    KeptRows kept = new KeptRows(market.database());
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    for (Rule rule : RULES) {
      Kept all = kept.before(rule.of(), now.plusYears(100));
      long over =
          rule.keptMonths().isPresent()
              ? kept.before(rule.of(), now.minusMonths(rule.keptMonths().getAsInt())).rows()
              : 0;
      rows.add(
          rule.id(),
          months(rule.askedMonths()),
          months(rule.keptMonths()),
          all.rows(),
          shown(all.oldest(), zone),
          over,
          rule.what());
    }
    return rows.table();
  }

  private static String shown(Optional<OffsetDateTime> at, ZoneId zone) {
    return at.map(each -> each.atZoneSameInstant(zone).toLocalDateTime().toString()).orElse("");
  }

  private static String months(OptionalInt months) {
    return months.isPresent() ? months.getAsInt() + " months" : "for good";
  }

  /**
   * Ends what is over its time.
   *
   * @return what was deleted, a line for each class that has an end
   */
  public List<String> forget() {
    List<String> lines = new ArrayList<>();
    int messages = new Mailbox(market, DayStore.of(market), clock).forget();
    lines.add("acknowledged-messages: %d deleted".formatted(messages));
    return lines;
  }
}
