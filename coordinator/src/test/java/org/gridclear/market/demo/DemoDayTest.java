package org.gridclear.market.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.anomaly.AnomalyDesk;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.KnownAccounts;
import org.gridclear.market.approval.OpenAnomalies;
import org.gridclear.market.approval.Transition;
import org.gridclear.market.approval.VersionState;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.rolling.RollingPlan;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.run.RunLimits;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.local.LocalGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole day by itself, on a simulated clock, through every operation of the market. */
// Rows: D-02, O-14, E-06, E-08, E-11, F-03, I-05, I-07, I-11, I-12, M-02, M-14
class DemoDayTest {
  private static final LocalDate DATE = LocalDate.of(2026, 10, 1);
  private static final RollingPlan PLAN =
      new RollingPlan(new RollingPlan.Steps(60, 2), new RollingPlan.Steps(60, 2));

  @TempDir Path folder;

  private DemoStory story(String place) throws IOException {
    return story(place, "ieee30");
  }

  private DemoStory story(String place, String network) throws IOException {
    Path made = Files.createDirectories(folder.resolve(place));
    try (LocalGrid grid = new LocalGrid(1);
        ActorStudyRuns runs =
            new ActorStudyRuns(grid.access(), RunLimits.OF_COMMANDS, Clock.systemUTC())) {
      DemoDay.Settings settings = new DemoDay.Settings(network, DATE, 3, 1, 0.02, PLAN, "build");
      return new DemoDay(settings, event -> {})
          .run(made.resolve("market"), made.resolve("day.jsonl"), runs);
    }
  }

  @Test
  void aDayRunsByItselfAndEveryRunIsInForce() throws IOException {
    DemoStory story = story("one");
    Map<Market, Long> runs =
        story.versions().stream()
            .filter(version -> version.key().cycle() > 0)
            .collect(
                Collectors.groupingBy(version -> version.key().market(), Collectors.counting()));
    assertEquals(Map.of(Market.ID, 24L, Market.RT, 24L), runs);
    assertEquals(2, story.count(DemoEvent.Kind.REFUSED), "over the cap, after the gate");
    assertEquals(3, story.count(DemoEvent.Kind.INCIDENT));
    List<DayVersion> real =
        story.versions().stream()
            .filter(version -> version.key().market() == Market.RT)
            .filter(version -> version.alarms().toString().contains("FALLBACK"))
            .toList();
    assertEquals(
        List.of(0, 20, 22),
        real.stream().map(version -> version.key().cycle()).toList(),
        "19:00 has no schedule, 21:00 no forecast");
    assertTrue(
        story.events().stream()
            .filter(event -> event.kind() == DemoEvent.Kind.ESCALATED)
            .anyMatch(event -> event.text().contains("MKT-12 rt 2026-10-01: storage misplaced")),
        "that of 19:00 is none that came late");
    everyRunIsInForce(folder.resolve("one/market"), story);
    assertEquals(0, story.books().residualMilliYuan());
    assertTrue(story.books().billable());
  }

  @Test
  void aDayAheadRunWithASevereAnomalyIsHandledByTheShiftAndPublished() throws IOException {
    DemoStory story = story("two", "ieee14");
    assertTrue(
        story.events().stream()
            .filter(event -> event.kind() == DemoEvent.Kind.ESCALATED)
            .anyMatch(event -> event.text().contains("BALANCE-SLACK")),
        "the night of this market has a slack of its balance");
    everyRunIsInForce(folder.resolve("two/market"), story);
  }

  /** Nobody approved what he made, and no severe anomaly is left open. */
  private static void everyRunIsInForce(Path place, DemoStory story) {
    try (MarketFolder market = MarketFolder.open(place)) {
      DayApproval approval =
          new DayApproval(market, OpenAnomalies.NONE, KnownAccounts.NONE, Clock.systemUTC());
      for (Market of : Market.values()) {
        for (DayApproval.Standing standing : approval.standings(of, DATE, DATE)) {
          assertEquals(
              of == Market.DA ? VersionState.PUBLISHED : VersionState.APPROVED,
              standing.state(),
              standing.version().text());
          for (Transition each : standing.transitions()) {
            if (each.to() == VersionState.APPROVED) {
              assertTrue(
                  !each.by().equals(standing.version().made().by()), standing.version().text());
            }
          }
        }
      }
      assertTrue(
          new AnomalyDesk(market.database(), Clock.systemUTC())
              .list(new AnomalyDesk.Query("", DATE, DATE, List.of())).stream()
                  .noneMatch(each -> each.isOpenSevere()));
      assertEquals(1, story.joined().get(Market.RT).version());
    }
  }
}
