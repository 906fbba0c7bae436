package org.gridclear.web.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gridclear.report.clearing.ResultTables;
import org.gridclear.run.Job;
import org.gridclear.run.RunLimits;
import org.gridclear.run.RunResult;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.local.LocalGrid;
import org.gridclear.study.StudyReader;
import org.gridclear.web.run.EndedRuns;
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
  void aQuestionToOneCaseHoldsUpNoOtherAndKeepsItsTables() throws Exception {
    try (LocalGrid grid = new LocalGrid(1);
        ActorStudyRuns runs =
            new ActorStudyRuns(grid.access(), RunLimits.OF_COMMANDS, Clock.systemUTC())) {
      RunResult result =
          runs.submit(new Job.Clearing(StudyReader.read(STUDY, "s.yaml", Path.of(""))))
              .result()
              .get(60, TimeUnit.SECONDS);
      assertTrue(result.cases().size() > 5, "more cases than are kept");
      KeptResults kept = new KeptResults(runs, new EndedRuns(runs));
      CountDownLatch reading = new CountDownLatch(1);
      CountDownLatch others = new CountDownLatch(1);
      CompletableFuture<List<List<String>>> slow =
          CompletableFuture.supplyAsync(
              () -> asked(kept, result, 0, tables -> twice(tables, reading, others)));
      await(reading);
      try {
        CompletableFuture.runAsync(() -> everyOther(kept, result)).get(60, TimeUnit.SECONDS);
      } finally {
        others.countDown();
      }
      List<List<String>> names = slow.get(60, TimeUnit.SECONDS);
      assertFalse(names.get(0).isEmpty());
      assertEquals(names.get(0), names.get(1), "tables in use are not removed");
      kept.destroy();
    }
  }

  private static void everyOther(KeptResults kept, RunResult result) {
    for (int number = 1; number < result.cases().size(); number++) {
      ResultTables tables = asked(kept, result, number, of -> of);
      assertEquals(tables, asked(kept, result, number, of -> of), "written once");
    }
  }

  private static List<List<String>> twice(
      ResultTables tables, CountDownLatch reading, CountDownLatch others) throws IOException {
    List<String> before = tables.names();
    reading.countDown();
    await(others);
    return List.of(before, tables.names());
  }

  private static <T> T asked(
      KeptResults kept,
      RunResult result,
      int number,
      KeptTables.Question<ResultTables, T> question) {
    try {
      return kept.ofCase(result, number, question);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
