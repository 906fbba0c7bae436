package org.gridclear.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gridclear.report.ResultTables;
import org.gridclear.run.Job;
import org.gridclear.run.RunLimits;
import org.gridclear.run.RunResult;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.local.LocalGrid;
import org.gridclear.scenario.StudyReader;
import org.junit.jupiter.api.Test;

/** Tables of cases are written once, wait for no other case, and last as long as they are read. */
class KeptResultsTest {
  private static final String STUDY =
      """
      study: kept
      base: {case: ieee14}
      horizon: {periodCount: 1}
      sweeps: [{name: "l{l}", over: {l: [0.9, 0.92, 0.94, 0.96, 0.98]},
                changes: [{load: {scale: $l}}]}]
      """;

  @Test
  void aQuestionToOneCaseHoldsUpNoOther() throws Exception {
    try (LocalGrid grid = new LocalGrid(1);
        ActorStudyRuns runs =
            new ActorStudyRuns(grid.access(), RunLimits.OF_COMMANDS, Clock.systemUTC())) {
      RunResult result =
          runs.submit(new Job.Clearing(StudyReader.read(STUDY, "s.yaml", Path.of(""))))
              .result()
              .get(60, TimeUnit.SECONDS);
      assertTrue(result.cases().size() > 5, "more cases than are kept");
      KeptResults kept = new KeptResults(new EndedRuns(runs));
      CountDownLatch reading = new CountDownLatch(1);
      CountDownLatch others = new CountDownLatch(1);
      CompletableFuture<List<List<String>>> slow =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return kept.with(
                      result,
                      0,
                      tables -> {
                        List<String> before = tables.names();
                        reading.countDown();
                        await(others);
                        return List.of(before, tables.names());
                      });
                } catch (java.io.IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              });
      await(reading);
      List<ResultTables> seen = new ArrayList<>();
      CompletableFuture<Void> meanwhile =
          CompletableFuture.runAsync(
              () -> {
                try {
                  for (int number = 1; number < result.cases().size(); number++) {
                    kept.with(result, number, tables -> seen.add(tables));
                  }
                } catch (java.io.IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              });
      try {
        meanwhile.get(60, TimeUnit.SECONDS);
      } finally {
        others.countDown();
      }
      List<List<String>> names = slow.get(60, TimeUnit.SECONDS);
      assertFalse(names.get(0).isEmpty());
      assertEquals(names.get(0), names.get(1), "tables in use are not removed");
      ResultTables last = seen.get(seen.size() - 1);
      assertEquals(last, kept.with(result, result.cases().size() - 1, tables -> tables));
      kept.destroy();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(90, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
