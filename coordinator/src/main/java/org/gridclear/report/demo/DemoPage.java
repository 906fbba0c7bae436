package org.gridclear.report.demo;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.demo.DemoEvent;
import org.gridclear.market.demo.DemoStory;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.report.page.HtmlReport;

/** The page that tells the story of a day: alarms, figures, curves, runs and events. */
public final class DemoPage {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  /** What lies beside the page. */
  private static final List<String> FILES = List.of("day.log", "close/report.html");

  private DemoPage() {}

  /** The page; the same story and facts give the same text. */
  public static String of(DemoStory story, DemoFacts facts) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("date", facts.midnight().toLocalDate().toString());
    page.put("alarms", alarms(story));
    page.put("handled", facts.counts().handled());
    page.put("openSevere", facts.counts().openSevere());
    page.put("publications", facts.counts().publications());
    page.put("messages", facts.counts().messages());
    page.put("residual", residual(story));
    page.put("billable", story.books().billable());
    page.put("findings", story.books().findings());
    page.put("files", FILES);
    page.put("dayAhead", curves(facts.dayAhead()));
    page.put("realTime", curves(facts.realTime()));
    page.put("runs", facts.runs().stream().map(DemoPage::run).toList());
    page.put("events", story.events().stream().map(each -> event(each, facts)).toList());
    return HtmlReport.page("day", page);
  }

  private static String residual(DemoStory story) {
    return FixedPoint.format(story.books().residualMilliYuan(), FixedPoint.YUAN_DECIMALS);
  }

  /** What the days that intraday and real time make say before they are used. */
  private static List<Object> alarms(DemoStory story) {
    List<Object> alarms = new ArrayList<>();
    for (Market market : Market.values()) {
      DayVersion joined = story.joined().get(market);
      if (joined != null) {
        joined.alarms().forEach(alarm -> alarms.add(List.of(DayKey.word(market), alarm)));
      }
    }
    return alarms;
  }

  /** A map without entries where there is no day. */
  private static Map<String, Object> curves(Optional<DayCurves> day) {
    Map<String, Object> curves = new LinkedHashMap<>();
    day.ifPresent(
        each -> {
          curves.put("startMinute", each.startMinute());
          curves.put("minutes", each.minutesPerPeriod());
          curves.put("price", each.priceYuanPerMwh());
          curves.put("load", each.loadMw());
          curves.put("thermal", each.thermalMw());
        });
    return curves;
  }

  private static Map<String, Object> run(DemoRun run) {
    return Map.of(
        "market", DayKey.word(run.key().market()),
        "cycle", run.key().cycle(),
        "start", run.startMinute(),
        "minutes", run.minutes(),
        "decision", run.decision().name(),
        "people", run.people(),
        "alarms", run.alarms());
  }

  private static Map<String, Object> event(DemoEvent event, DemoFacts facts) {
    return Map.of(
        "minute", Duration.between(facts.midnight(), event.at()).toMinutes(),
        "time", TIME.format(event.at()),
        "who", event.who(),
        "kind", event.kind().name(),
        "text", event.text());
  }
}
