package org.gridclear.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gridclear.cli.GridProcess;
import org.gridclear.io.CaseFiles;
import org.gridclear.network.Network;
import org.gridclear.outside.Primes;
import org.gridclear.report.clearing.ComparisonTable;
import org.gridclear.run.CaseResult;
import org.gridclear.run.Job;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunLimits;
import org.gridclear.run.RunResult;
import org.gridclear.run.RunState;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.local.LocalGrid;
import org.gridclear.security.input.OutageScope;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.study.StudyDefinition;
import org.gridclear.study.StudyReader;
import org.gridclear.synthetic.SyntheticSnapshots;
import org.gridclear.work.BlockSummary;
import org.gridclear.work.ScreeningScope;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same study on grids of real processes: equal bits, also when a node is killed. */
// Rows: H-14, H-16, H-33, X-01, X-02, X-03
class GridProcessesTest {
  private static final String STUDY =
      """
      study: grid
      base: {case: ieee57}
      options: {gap: 0.0005, losses: false}
      sweeps:
        - {name: "l{l} r{r}", over: {l: [0.94, 0.97, 1.0, 1.03], r: [0.7, 1, 1.3]}, changes: [{load: {scale: $l}}, {renewables: {scale: $r}}]}
      cases:
        - {name: same as base, changes: []}
        - {name: impossible, changes: [{unitOutage: {mwMin: 0}}]}
      """;

  private static StudyDefinition study;
  private static Map<String, String> expected;

  @BeforeAll
  static void runOnOneEmbeddedNode() throws Exception {
    study = StudyReader.read(STUDY, "grid.yaml", Path.of("."));
    try (Grid grid = Grid.start(TestGrid.options(TestGrid.freePort(), List.of()))) {
      RunResult result = grid.runs().submit(study).result().get(5, TimeUnit.MINUTES);
      expected = hashes(result);
      assertEquals(RunState.DONE, result.status().state());
      assertEquals(0, result.failedCount(), ComparisonTable.of(result));
      assertEquals(0, result.auditFailedCount(), ComparisonTable.of(result));
      assertEquals(expected.get("base"), expected.get("same as base"));
      RunResult again = grid.runs().submit(study).result().get(1, TimeUnit.MINUTES);
      assertEquals(expected, hashes(again));
      assertEquals(study.cases().size(), again.status().reused(), "nothing is computed twice");
    }
  }

  private static Map<String, String> hashes(RunResult result) {
    Map<String, String> hashes = new LinkedHashMap<>();
    for (CaseResult cell : result.cases()) {
      hashes.put(
          cell.name(),
          cell.solved()
              ? cell.receipt().cleared().outcomeHash()
              : cell.receipt().why().reason().name());
    }
    return hashes;
  }

  private static RunResult runOn(int nodeCount, int victims) throws Exception {
    return runOn(nodeCount, victims, new Job.Clearing(study));
  }

  private static RunResult runOn(int nodeCount, int victims, Job job) throws Exception {
    int port = TestGrid.freePort();
    List<GridProcess> nodes = new ArrayList<>();
    try {
      for (int n = 1; n <= nodeCount; n++) {
        nodes.add(GridProcess.node("worker-" + n, port).awaitReady());
      }
      try (Grid grid =
          Grid.start(
              TestGrid.options(port + 30, List.of("127.0.0.1:" + port + ".." + (port + 19))))) {
        RunHandle handle = grid.runs().submit(job);
        AtomicBoolean killed = new AtomicBoolean(victims == 0);
        handle.listen(
            status -> {
              if (status.done() >= 2 && killed.compareAndSet(false, true)) {
                nodes.get(1).kill();
              }
            });
        return handle.result().get(5, TimeUnit.MINUTES);
      }
    } finally {
      nodes.forEach(GridProcess::close);
    }
  }

  @Test
  void oneGridProcessAndACoordinatorGiveTheSameBits() throws Exception {
    assertEquals(expected, hashes(runOn(1, 0)));
  }

  @Test
  @Tag("slow")
  void threeGridProcessesAndACoordinatorGiveTheSameBits() throws Exception {
    RunResult result = runOn(3, 0);
    assertEquals(expected, hashes(result));
    assertEquals(3, result.status().nodes().size());
  }

  @Test
  void killingOneOfThreeNodesInMidRunLosesNothingAndIsReported() throws Exception {
    RunResult result = runOn(3, 1);
    assertEquals(expected, hashes(result));
    assertEquals(List.of("worker-2"), result.status().lostNodes());
    assertTrue(ComparisonTable.of(result).contains("worker-2"));
  }

  /** The kind is known to every process by the services of this class path. */
  @Test
  void aKindOfJobFromOutsideGivesTheSameOnOneNodeAndOnTwo() throws Exception {
    RunResult one = runOn(1, 0, Primes.below(2_000_000, 12));
    RunResult two = runOn(2, 0, Primes.below(2_000_000, 12));
    assertEquals(148_933, Primes.count(one));
    assertEquals(2, two.status().nodes().size());
    assertEquals(
        one.cases().stream().map(cell -> cell.receipt().summary()).toList(),
        two.cases().stream().map(cell -> cell.receipt().summary()).toList());
  }

  /** Every branch outage of 24 snapshots of a day, in AC. */
  private static Job.Screening screening() {
    Network network = CaseFiles.load("ieee300", Path.of(""), Set.of()).network();
    return new Job.Screening(
        "screening",
        network,
        SyntheticSnapshots.ofDay(network, 24),
        new ScreeningScope(OutageScope.BRANCHES.contingencies(network), null),
        ScreeningOptions.DEFAULT.with(ScreeningOptions.Method.AC),
        List.of());
  }

  private static List<String> blocks(RunResult result) {
    return result.cases().stream()
        .map(
            cell ->
                cell.solved()
                    ? ((BlockSummary) cell.receipt().summary()).outcomeHash()
                    : cell.receipt().why().reason().name())
        .toList();
  }

  @Test
  void screenedOutagesHaveTheSameBitsInOneProcessAndOnThreeNodesOfWhichOneIsKilled()
      throws Exception {
    Job.Screening job = screening();
    List<String> local;
    try (LocalGrid grid = new LocalGrid(2);
        ActorStudyRuns runs =
            new ActorStudyRuns(grid.access(), RunLimits.OF_COMMANDS, Clock.systemUTC())) {
      RunResult result = runs.submit(job).result().get(2, TimeUnit.MINUTES);
      assertEquals(RunState.DONE, result.status().state());
      local = blocks(result);
      RunResult again = runs.submit(job).result().get(1, TimeUnit.MINUTES);
      assertEquals(result.cases().size(), again.status().reused(), "nothing is computed twice");
    }
    RunResult result = runOn(3, 1, job);
    assertEquals(local, blocks(result));
    assertEquals(List.of("worker-2"), result.status().lostNodes());
  }
}
