package org.gridclear.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.Made;
import org.gridclear.market.demo.DemoEvent;
import org.gridclear.market.demo.DemoEvent.Kind;
import org.gridclear.market.demo.DemoStory;
import org.gridclear.market.rolling.Cycle;
import org.gridclear.market.rolling.RollingPlan;
import org.gridclear.report.demo.DayCurves;
import org.gridclear.report.demo.DemoFacts;
import org.gridclear.report.demo.DemoPage;
import org.gridclear.report.demo.DemoRun;
import org.gridclear.report.demo.DemoRun.Decision;
import org.gridclear.report.settlement.SettlementSummary;

/** The page of a market day made by hand, with a run of every state and an event of every kind. */
final class DemoPages {
  private static final LocalDate DATE = LocalDate.of(2026, 10, 1);
  private static final OffsetDateTime MIDNIGHT = OffsetDateTime.parse("2026-10-01T00:00+08:00");

  /** Cycles of real time that no rule approved. */
  private static final Map<Integer, Decision> OTHERWISE =
      Map.of(
          217, Decision.BY_TWO_PERSONS,
          218, Decision.BY_TWO_PERSONS,
          248, Decision.FALLBACK,
          288, Decision.MISSING);

  private DemoPages() {}

  /** Writes {@code report.html} into a new folder. */
  static Path write(Path folder) throws IOException {
    Files.createDirectory(folder);
    return Files.writeString(folder.resolve("report.html"), DemoPage.of(story(), facts()));
  }

  private static DemoEvent event(int minute, String who, Kind kind, String text) {
    return new DemoEvent(MIDNIGHT.plusMinutes(minute), who, kind, text);
  }

  private static DemoStory story() {
    List<DemoEvent> events = new ArrayList<>();
    events.add(event(-1200, "ann", Kind.DATA, "network, parameters and workflows kept"));
    events.add(event(-1020, "<b>owner</b>", Kind.DECLARATION, "5 units declared"));
    events.add(event(-990, "owner-01", Kind.REFUSED, "declared over the cap: refused by DEC-24"));
    for (int cycle = 1; cycle <= 3; cycle++) {
      events.add(
          event(
              cycle * 5,
              "workflow",
              Kind.NODE,
              "rt 2026-10-01 cycle %d, approve: approved".formatted(cycle)));
    }
    events.add(
        event(840, "OMS", Kind.INCIDENT, "unit <img src=x> (100.0 MW) trips, back at 20:00"));
    events.add(event(1078, "workflow", Kind.ESCALATED, "rt 2026-10-01 cycle 217, approve: held"));
    events.add(
        event(
            1079,
            "ann",
            Kind.DECISION,
            "rt 2026-10-01 cycle 217: 2 anomalies handled; bert approved it"));
    events.add(event(1235, "workflow", Kind.NODE, "rt 2026-10-01 cycle 248, approve: approved"));
    events.add(
        event(2040, "ann", Kind.DECISION, "the day is settled: 130 entities, residual 0.000 yuan"));
    DayVersion joined =
        new DayVersion(
            new DayKey(Market.RT, DATE),
            1,
            DayVersion.DRAFT,
            "c".repeat(64),
            "0".repeat(64),
            new Made("build", "ann", MIDNIGHT.plusDays(1), ""),
            List.of("No run for 23:55", "NOT SECURE in 2 runs: 18:00, 18:05"),
            Map.of());
    return new DemoStory(events, List.of(joined), Map.of(Market.RT, joined), books());
  }

  private static SettlementSummary books() {
    return new SettlementSummary(
        "2026-10", 1, 130, 12_480, 0, 0, 900, "b".repeat(64), "", true, List.of(), 1, 0, 0, 0, 0);
  }

  private static DemoFacts facts() {
    List<DemoRun> runs = new ArrayList<>();
    runs.add(run(new DayKey(Market.LT_RUC, DATE), 0, 1440, Decision.NOT_IN_FORCE));
    runs.add(run(new DayKey(Market.DA, DATE), 0, 1440, Decision.BY_TWO_PERSONS));
    for (Market market : List.of(Market.ID, Market.RT)) {
      for (Cycle cycle : RollingPlan.STANDARD.cycles(market, DATE)) {
        Decision decision =
            market == Market.ID
                ? Decision.BY_RULE
                : OTHERWISE.getOrDefault(cycle.number(), Decision.BY_RULE);
        runs.add(run(cycle.key(), cycle.startMinute(), cycle.minutes(), decision));
      }
    }
    return new DemoFacts(
        MIDNIGHT,
        runs,
        Optional.of(new DayCurves(0, 60, numbers(24, 320), numbers(24, 3000), numbers(24, 2800))),
        Optional.of(realTime()),
        new DemoFacts.Counts(6, 0, 2, 20));
  }

  /** Two prices far above all others, and nothing in the last period. */
  private static DayCurves realTime() {
    List<OptionalDouble> prices = new ArrayList<>(numbers(287, 330));
    prices.set(216, OptionalDouble.of(5000));
    prices.set(217, OptionalDouble.of(9279.6));
    List<OptionalDouble> load = new ArrayList<>(numbers(287, 3050));
    prices.add(OptionalDouble.empty());
    load.add(OptionalDouble.empty());
    return new DayCurves(0, 5, prices, load, load);
  }

  private static List<OptionalDouble> numbers(int count, double about) {
    return IntStream.range(0, count).mapToObj(k -> OptionalDouble.of(about + k % 7)).toList();
  }

  private static DemoRun run(DayKey key, int start, int minutes, Decision decision) {
    boolean people = decision == Decision.BY_TWO_PERSONS || decision == Decision.FALLBACK;
    return new DemoRun(
        key,
        start,
        minutes,
        decision,
        people ? List.of("ann", "bert") : List.of(),
        decision == Decision.FALLBACK ? List.of("FALLBACK: rt 2026-10-01 cycle 247") : List.of());
  }
}
