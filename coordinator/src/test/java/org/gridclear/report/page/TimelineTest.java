package org.gridclear.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import org.gridclear.run.GridAccess;
import org.gridclear.run.Job;
import org.gridclear.run.RunLimits;
import org.gridclear.run.RunResult;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.local.LocalGrid;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is drawn of a run of more units than a page can hold, and what is said of the others. */
class TimelineTest {
  private static LocalGrid grid;
  private static ActorStudyRuns runs;

  @BeforeAll
  static void start() {
    grid = new LocalGrid(1);
    runs =
        new ActorStudyRuns(
            new GridAccess(grid, grid, grid),
            new RunLimits(4, 4, 10_000, Duration.ZERO),
            Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    runs.close();
    grid.close();
  }

  @ParameterizedTest
  @CsvSource({"4999, 4999, 0", "5000, 5000, 0", "5003, 5000, 3"})
  void whatIsLeftOutIsCounted(int units, int drawn, long omitted) {
    RunResult result = runs.submit(new Job.Probing("of " + units, units, 0)).result().join();
    assertEquals(drawn, Timeline.of(result).size());
    assertEquals(omitted, Timeline.omitted(result));
  }
}
