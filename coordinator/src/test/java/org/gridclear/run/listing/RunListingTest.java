package org.gridclear.run.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.gridclear.run.GridRefusedException;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunState;
import org.gridclear.run.RunStatus;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.dispatch.Priority;
import org.gridclear.run.local.LocalGrid;
import org.gridclear.validate.UnknownNameException;
import org.junit.jupiter.api.Test;

/** Runs as a list, and what a study is expected to take. */
class RunListingTest {
  private static RunRecord run(int number, RunState state) {
    RunStatus status =
        new RunStatus(
            "run-%05d".formatted(number),
            number % 2 == 0 ? "nightly" : "what if",
            state,
            10,
            10,
            number % 3,
            2,
            0,
            0,
            List.of("a", "b"),
            List.of(),
            8,
            -1,
            "");
    String user = number % 5 == 0 ? "ada" : "bob";
    return new RunRecord(status, "local", "local", 1, user, Priority.NORMAL, number * 1000L, 0);
  }

  private static LocalGrid grid(int count) {
    LocalGrid grid = new LocalGrid(1);
    for (int k = 1; k <= count; k++) {
      grid.write(run(k, k == count ? RunState.RUNNING : RunState.DONE), 0);
    }
    return grid;
  }

  private static List<String> ids(List<RunRecord> runs) {
    return runs.stream().map(run -> run.status().runId()).toList();
  }

  @Test
  void tenThousandRunsAreKnownAndOnlyWhatIsOpenOrNewIsAskedForAgain() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    try (LocalGrid grid = grid(10_000)) {
      RunIndex index = new RunIndex(grid, now::get);
      assertEquals(10_000, index.all().size());
      grid.write(run(10_001, RunState.SUBMITTED), 0);
      RunRecord done = run(10_000, RunState.DONE);
      grid.write(done, 1);
      List<RunRecord> again = index.all();
      assertEquals(List.of("run-10001", "run-10000"), ids(again.subList(0, 2)));
      assertEquals(RunState.DONE, again.get(1).status().state());
      now.set(Instant.EPOCH.plusSeconds(3600));
      assertEquals(10_001, index.all().size());
    }
  }

  @Test
  void aQueryFiltersAndSorts() {
    try (LocalGrid grid = grid(20)) {
      List<RunRecord> all = new RunIndex(grid, Instant::now).all();
      RunQuery open = new RunQuery(RunQuery.states("open"), "", "", "");
      assertEquals(List.of("run-00020"), ids(open.of(all)));
      RunQuery ada = new RunQuery(RunQuery.states("done, failed"), "ada", "WHAT", "submitted");
      assertEquals(List.of("run-00005", "run-00015"), ids(ada.of(all)));
      RunQuery failed = new RunQuery(Set.of(), "", "run-0001", "-failed");
      assertEquals("run-00017", ids(failed.of(all)).get(0));
      assertThrows(UnknownNameException.class, () -> RunQuery.states("dne"));
      assertThrows(UnknownNameException.class, () -> new RunQuery(Set.of(), "", "", "colour"));
    }
  }

  /** What one run stored may be damaged: that is said of it, and the others have their turn. */
  @Test
  void aDamagedResultIsNamedWhereRunsAreSentAgain() {
    StudyRuns runs =
        (StudyRuns)
            Proxy.newProxyInstance(
                StudyRuns.class.getClassLoader(),
                new Class<?>[] {StudyRuns.class},
                (proxy, method, given) -> {
                  assertEquals("find", method.getName());
                  if (given[0].equals("run-00002")) {
                    throw new IllegalStateException("Its stored result is damaged.");
                  }
                  return Optional.empty();
                });
    try (LocalGrid grid = new LocalGrid(1)) {
      for (int k = 1; k <= 3; k++) {
        grid.write(run(k, RunState.FAILED), 0);
      }
      MatchingRuns matching = new MatchingRuns(runs, new RunIndex(grid, Instant::now));
      RunQuery all = new RunQuery(Set.of(), "", "", "");
      MatchingRuns.Acted acted = matching.sendAgain(all, 3, "ada");
      assertEquals(List.of(), acted.done());
      assertEquals(
          List.of(
              "run-00003: There is no such run any more.",
              "run-00002: Its stored result is damaged.",
              "run-00001: There is no such run any more."),
          acted.refused());
    }
  }

  /** The list may be older than the run that it shows. */
  @Test
  void aRunThatEndedMeanwhileIsNotSaidToBeCancelled() {
    RunHandle ended =
        new RunHandle(
            run(2, RunState.DONE), Runnable::run, () -> fail("A run that ended is cancelled."));
    AtomicReference<String> cancelled = new AtomicReference<>();
    RunHandle open =
        new RunHandle(run(1, RunState.RUNNING), Runnable::run, () -> cancelled.set("run-00001"));
    StudyRuns runs =
        (StudyRuns)
            Proxy.newProxyInstance(
                StudyRuns.class.getClassLoader(),
                new Class<?>[] {StudyRuns.class},
                (proxy, method, given) -> Optional.of(given[0].equals("run-00002") ? ended : open));
    try (LocalGrid grid = new LocalGrid(1)) {
      for (int k = 1; k <= 3; k++) {
        grid.write(run(k, RunState.RUNNING), 0);
      }
      MatchingRuns.Acted acted =
          new MatchingRuns(runs, new RunIndex(grid, Instant::now))
              .cancel(
                  new RunQuery(Set.of(), "", "", ""),
                  3,
                  run -> !run.status().runId().equals("run-00003"));
      assertEquals(List.of("run-00001"), acted.done());
      assertEquals(List.of("run-00003", "run-00002"), acted.refused());
      assertEquals("run-00001", cancelled.get());
    }
  }

  /** One run that cannot be told must not keep the others from being cancelled. */
  @Test
  void aRunThatCannotBeToldIsRefusedAndTheOthersAreCancelled() {
    List<String> told = new ArrayList<>();
    StudyRuns runs =
        (StudyRuns)
            Proxy.newProxyInstance(
                StudyRuns.class.getClassLoader(),
                new Class<?>[] {StudyRuns.class},
                (proxy, method, given) -> {
                  String id = (String) given[0];
                  if (id.equals("run-00003")) {
                    throw new GridRefusedException("Its record is damaged.");
                  }
                  Runnable cancel =
                      id.equals("run-00002")
                          ? () -> {
                            throw new IllegalStateException("Its owner is gone.");
                          }
                          : () -> told.add(id);
                  RunRecord record = run(Integer.parseInt(id.substring(4)), RunState.RUNNING);
                  return Optional.of(new RunHandle(record, Runnable::run, cancel));
                });
    try (LocalGrid grid = new LocalGrid(1)) {
      for (int k = 1; k <= 4; k++) {
        grid.write(run(k, RunState.RUNNING), 0);
      }
      MatchingRuns.Acted acted =
          new MatchingRuns(runs, new RunIndex(grid, Instant::now))
              .cancel(new RunQuery(Set.of(), "", "", ""), 4, run -> true);
      assertEquals(List.of("run-00004", "run-00001"), acted.done());
      assertEquals(List.of("run-00003", "run-00002"), acted.refused());
      assertEquals(acted.done(), told);
    }
  }

  @Test
  void runsAreARowEach() {
    var table = RunTables.runs(List.of(run(7, RunState.DONE)));
    assertEquals("run-00007", table.rows().get(0)[table.indexOf("runId")]);
    assertEquals("1970-01-01T00:00:07Z", table.rows().get(0)[table.indexOf("submitted")]);
    assertEquals("a b", table.rows().get(0)[table.indexOf("nodes")]);
  }

  /** Eight seconds for 8 cases on 2 slots: 2 slot-seconds a case. */
  @Test
  void whatAStudyTakesComesFromRunsOfItsNameElseOfOthers() {
    List<RunRecord> runs = List.of(run(2, RunState.DONE), run(1, RunState.DONE));
    RunCost same = RunCost.of("nightly", 5, 2, runs);
    assertEquals(2, same.secondsACase(), 1e-9);
    assertEquals(6, same.seconds(), 1e-9);
    assertEquals("the last 1 runs of this study", same.basis());
    assertTrue(RunCost.of("new", 5, 2, runs).basis().contains("of other studies"));
    assertNull(RunCost.of("new", 5, 2, List.of(run(1, RunState.RUNNING))).seconds());
    assertEquals("no node takes work", RunCost.of("new", 5, 0, runs).basis());
  }
}
