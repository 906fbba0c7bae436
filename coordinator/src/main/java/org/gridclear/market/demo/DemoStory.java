package org.gridclear.market.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.report.settlement.SettlementSummary;

/**
 * What happened on a day.
 *
 * @param events the story in its order
 * @param versions all versions, by market, cycle and number
 * @param joined intraday and real time as days
 * @param books what the settlement of the day came to
 */
public record DemoStory(
    List<DemoEvent> events,
    List<DayVersion> versions,
    Map<Market, DayVersion> joined,
    SettlementSummary books) {
  static DemoStory of(
      List<DemoEvent> events,
      DayStore days,
      LocalDate date,
      Map<Market, DayVersion> joined,
      SettlementSummary books) {
    List<DayVersion> versions = new ArrayList<>();
    for (Market market : Market.values()) {
      versions.addAll(days.versions(market, date, date));
    }
    return new DemoStory(events, List.copyOf(versions), Map.copyOf(joined), books);
  }

  /** How many events are of a kind. */
  public long count(DemoEvent.Kind kind) {
    return events.stream().filter(event -> event.kind() == kind).count();
  }

  /** Whether the books balance; what else befell the day was dealt with in it. */
  public boolean isClean() {
    return books.billable();
  }

  /** The whole in words: what needs an eye first. */
  public String text() {
    StringBuilder text = new StringBuilder();
    joined.values().stream()
        .flatMap(day -> day.alarms().stream().map(alarm -> day.key().text() + ": " + alarm))
        .sorted()
        .forEach(alarm -> text.append("  ").append(alarm).append('\n'));
    text.append("%d versions: ".formatted(versions.size()));
    for (Market market : Market.values()) {
      long count = versions.stream().filter(version -> version.key().market() == market).count();
      text.append("%s %d  ".formatted(DayKey.word(market), count));
    }
    text.append(
        "\n%d declarations accepted, %d things refused, %d incidents, %d nodes escalated, %d decisions\n"
            .formatted(
                count(DemoEvent.Kind.DECLARATION),
                count(DemoEvent.Kind.REFUSED),
                count(DemoEvent.Kind.INCIDENT),
                count(DemoEvent.Kind.ESCALATED),
                count(DemoEvent.Kind.DECISION)));
    text.append(
        "books: %d entities, %d items, residual %s yuan, %s\n"
            .formatted(
                books.entities(),
                books.items(),
                FixedPoint.format(books.residualMilliYuan(), 3),
                books.billable() ? "bills can be made" : "NO BILLS"));
    return text.toString();
  }
}
