package org.gridclear.market.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.account.Actor;
import org.gridclear.market.rolling.RollingPlan;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.run.RunLimits;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.local.LocalGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who does which tasks of a market's workflows, once, beside something else, and not at all. */
class ScheduledWorkflowsTest {
  private static final ScheduledWorkflows.Asked PRICES =
      new ScheduledWorkflows.Asked(Map.of("publish", "publish --all  now"), Duration.ofSeconds(5));

  @TempDir private Path folder;

  private MarketFolder market() {
    return MarketFolder.create(
        folder.resolve("m"),
        new MarketFolder.Facts("north", "Asia/Shanghai", "CNY", MarketDatabase.EMBEDDED));
  }

  private static MarketScheduler scheduler(MarketFolder market) {
    return new MarketScheduler(market, Actor.named("olga"), Clock.systemUTC());
  }

  @Test
  void aTaskThatThereIsNotIsRefusedWithThoseThatThereAre() {
    String said =
        assertThrows(
                IllegalArgumentException.class,
                () -> new ScheduledWorkflows.Asked(Map.of("publsh", "x"), Duration.ofSeconds(5)))
            .getMessage();
    assertTrue(said.contains("no task publsh"), said);
    assertTrue(said.contains("publish"), said);
  }

  @Test
  void everySchedulerHasANameOfItsOwnWithTheAccountInFront() {
    try (MarketFolder market = market()) {
      MarketScheduler scheduler = scheduler(market);
      ScheduledWorkflows one = new ScheduledWorkflows(scheduler, PRICES);
      ScheduledWorkflows other = new ScheduledWorkflows(scheduler, PRICES);
      assertTrue(one.name().startsWith("olga-"), one.name());
      assertNotEquals(one.name(), other.name());
    }
  }

  @Test
  void whatIsDueNowIsDoneOnceAndSaidWithWhatIsLeftToOthers() throws Exception {
    try (MarketFolder market = market()) {
      List<String> told = new ArrayList<>();
      ScheduledWorkflows workflows = new ScheduledWorkflows(scheduler(market), PRICES);
      workflows.once(told::add);
      assertEquals(2, told.size(), told.toString());
      assertTrue(told.get(0).contains(" does [publish]; it leaves ["), told.get(0));
      assertEquals("0 node(s) run", told.get(1));
    }
  }

  @Test
  void tasksOfThisProcessComeBesideThoseOfProgramsAndLeaveNone() {
    try (MarketFolder market = market();
        LocalGrid grid = new LocalGrid(1);
        ActorStudyRuns runs =
            new ActorStudyRuns(grid.access(), RunLimits.OF_COMMANDS, Clock.systemUTC())) {
      ScheduledWorkflows workflows =
          new ScheduledWorkflows(scheduler(market), PRICES)
              .here(
                  runs,
                  MarketScheduler.Cleared.of(Set.of(), RollingPlan.STANDARD, 0.01),
                  MarketPlaces.NONE);
      assertTrue(workflows.line().contains("clear"), workflows.line());
      assertTrue(workflows.line().contains("publish"), workflows.line());
    }
  }

  @Test
  void besideSomethingElseItRunsUntilItIsClosed() {
    try (MarketFolder market = market()) {
      List<RuntimeException> failed = new ArrayList<>();
      ScheduledWorkflows.Running running =
          new ScheduledWorkflows(scheduler(market), ScheduledWorkflows.Asked.NOTHING)
              .beside(failed::add);
      running.close();
      assertEquals(List.of(), failed);
    }
  }
}
