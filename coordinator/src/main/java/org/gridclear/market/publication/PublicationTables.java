package org.gridclear.market.publication;

import java.util.List;
import java.util.stream.Collectors;
import org.gridclear.market.publication.Publishing.Outcome;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.publication.PublicationRow;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/** Catalogue and publications as tables. */
public final class PublicationTables {
  private PublicationTables() {}

  /** The kinds of a catalogue, a row for each market of a kind. */
  public static Table catalogue(Catalogue catalogue) {
    Table.Rows rows =
        new Table.Rows(
            "catalogue",
            "A kind of data that is published.",
            Column.text("kind", "Its id."),
            Column.text("en", "What it is, in English."),
            Column.text("zh", "What it is, in Chinese."),
            Column.text("source", "Where its rows come from."),
            Column.text("audience", "Who is told."),
            Column.text("market", "The market; empty for data of a date alone."),
            Column.text("when", "approval, at or hand."),
            Column.text("at", "Time of day and days before the trading date; empty for none."),
            Column.text("delay", "How long after that."),
            Column.text("correction", "automatic, hand or none."),
            Column.text("columns", "Columns that are given; empty for all."),
            Column.whole("catalogueVersion", "Version of the catalogue."));
    for (PublicationKind kind : catalogue.kinds()) {
      List<String> markets =
          kind.schedules().isEmpty() ? List.of("") : List.copyOf(kind.schedules().keySet());
      for (String market : markets) {
        Schedule schedule = kind.schedule(market);
        boolean at = schedule.when() == Schedule.When.AT;
        rows.add(
            kind.id(),
            kind.en(),
            kind.zh(),
            (kind.source().word() + " " + kind.source().of()).strip(),
            kind.audience().stream().map(Audience::word).collect(Collectors.joining(" ")),
            market,
            word(schedule.when()),
            at ? "%s, %d".formatted(schedule.at(), schedule.daysBefore()) : "",
            schedule.delay().isZero() ? "" : schedule.delay().toString(),
            word(kind.correction()),
            String.join(" ", kind.columns()),
            catalogue.version());
      }
    }
    return rows.table();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static final Column[] PUBLICATION = {
    Column.whole("publication", "Its number."),
    Column.text("kind", "What was published."),
    Column.text("market", "The market; empty for data of a date alone."),
    new Column("date", Column.Type.DATE, "Trading date."),
    Column.whole("cycle", "Number of the run of the day."),
    Column.whole("version", "Version of the day; empty for data of a date alone."),
    Column.text("action", "published, corrected or withdrawn."),
    Column.whole("replaces", "The publication that it corrects or withdraws."),
    Column.text("at", "When, on the market's clock."),
    Column.text("reason", "Why it was withdrawn.")
  };

  /** Publications. */
  public static Table publications(List<PublicationRow> publications, MarketClock clock) {
    Table.Rows rows = new Table.Rows("publications", "Something that was published.", PUBLICATION);
    for (PublicationRow row : publications) {
      rows.add(
          row.number(),
          row.kind(),
          row.subject().market(),
          row.subject().date(),
          row.subject().cycle(),
          row.subject().version() == 0 ? null : (Object) row.subject().version(),
          word(row.action()),
          row.replaces().isPresent() ? (Object) row.replaces().getAsLong() : null,
          clock.show(row.at()),
          row.reason());
    }
    return rows.table();
  }

  /** What became of kinds of data. */
  public static Table outcomes(List<Outcome> outcomes) {
    Table.Rows rows =
        new Table.Rows(
            "published",
            "What became of a kind of data.",
            Column.text("kind", "Its id."),
            Column.text("subject", "What of."),
            Column.whole("publication", "Its publication; empty where nothing was published."),
            Column.text("action", "published, corrected or withdrawn."),
            Column.whole("messages", "Messages that were written."),
            Column.text("remark", "Why nothing was published, or who is missing."));
    for (Outcome each : outcomes) {
      rows.add(
          each.kind(),
          each.subject().text(),
          each.published().map(PublicationRow::number).orElse(null),
          each.published().map(row -> word(row.action())).orElse(""),
          each.told(),
          each.remark());
    }
    return rows.table();
  }
}
