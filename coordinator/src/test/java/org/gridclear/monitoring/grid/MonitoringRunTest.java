package org.gridclear.monitoring.grid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.gridclear.monitoring.adequacy.AdequacySystem;
import org.gridclear.monitoring.adequacy.GeneratingUnit;
import org.gridclear.monitoring.adequacy.InterchangeLine;
import org.gridclear.monitoring.adequacy.LoadZone;
import org.gridclear.monitoring.supply.AdequacyStudy;
import org.gridclear.monitoring.supply.AdequacyText;
import org.gridclear.monitoring.task.MonitoringTask;
import org.gridclear.run.RunLimits;
import org.gridclear.run.RunPlan;
import org.gridclear.run.RunResult;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.local.LocalGrid;
import org.gridclear.worker.api.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Samples of adequacy as work of a grid. */
class MonitoringRunTest {
  private static final LocalGrid GRID = new LocalGrid(2);
  private static final ActorStudyRuns RUNS =
      new ActorStudyRuns(GRID.access(), RunLimits.OF_COMMANDS, Clock.systemUTC());

  @AfterAll
  static void close() {
    RUNS.close();
    GRID.close();
  }

  @Test
  void samplesOfAGridAreThoseOfOneProcess() {
    AdequacySystem system = AdequacyText.rts79();
    AdequacyStudy here = AdequacyStudy.of(system, 30_000, 5);
    AdequacyStudy there = AdequacyStudy.on(RUNS, system, 30_000, 5);
    assertArrayEquals(here.sampled().lostKwh(), there.sampled().lostKwh());
    assertArrayEquals(here.sampled().lostMwhSquared(), there.sampled().lostMwhSquared(), 0.0);
    assertArrayEquals(here.table().rows().toArray(), there.table().rows().toArray());
  }

  @Test
  void linesThatFailAreSampledTheSameOnAGrid() {
    long[] load = new long[AdequacySystem.HOURS];
    Arrays.fill(load, 50_000);
    AdequacySystem zones =
        new AdequacySystem(
            List.of(new GeneratingUnit("u", 60_000, 90, 10, "n")),
            new long[][] {load},
            List.of(new LoadZone("n", 0.5), new LoadZone("s", 0.5)),
            List.of(
                new InterchangeLine("l", "n", "s", 30_000, 100, 10),
                new InterchangeLine("sure", "n", "s", 10_000, 0, 10)));
    AdequacyStudy here = AdequacyStudy.of(zones, 20_000, 5);
    AdequacyStudy there = AdequacyStudy.on(RUNS, zones, 20_000, 5);
    assertArrayEquals(here.sampled().lostKwh(), there.sampled().lostKwh());
    assertArrayEquals(here.sampled().lostHoursSquared(), there.sampled().lostHoursSquared());
    // All is lost while the unit is out, else 15 MW while the line is.
    double mw = 0.1 * 50 + 0.9 * 15 * (10.0 / 97.6);
    assertTrue(here.sampled().eensMwh().holds(168 * mw));
  }

  @Test
  void whatTheGridHasDoneIsNotDoneAgain() {
    MonitoringRun run = new MonitoringRun("twice");
    String system = run.put(AdequacyText.rts79());
    for (int block = 0; block < 3; block++) {
      run.add("block " + block, new MonitoringTask.Sample(system, 77, block * 100L, 100));
    }
    RunResult first = RUNS.submit(run.job()).result().join();
    RunResult second = RUNS.submit(run.job()).result().join();
    assertTrue(first.cases().stream().allMatch(each -> each.attempts() == 1));
    assertTrue(second.cases().stream().allMatch(each -> each.attempts() == 0));
    var sums = MonitoringRun.answers(RUNS, second);
    assertEquals(Wire.pack(sums).length, Wire.pack(MonitoringRun.answers(RUNS, first)).length);
    RunPlan again = RunPlan.again(first.status().runId(), GRID.access());
    assertEquals(RunPlan.of("x", run.job()).units(), again.units(), "its ticket says it all");
  }

  @Test
  void aTaskWithoutAnAnswerIsNamed() {
    MonitoringRun run = new MonitoringRun("lost");
    run.add("of nothing", new MonitoringTask.Evaluate("no-facts", "no-text", "", List.of("hhi")));
    IllegalStateException why = assertThrows(IllegalStateException.class, () -> run.answers(RUNS));
    assertTrue(why.getMessage().startsWith("of nothing has no answer"), why.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> run.add("of nothing", new MonitoringTask.Sample("", 1, 0, 1)));
  }
}
