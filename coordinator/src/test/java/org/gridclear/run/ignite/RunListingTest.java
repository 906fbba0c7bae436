package org.gridclear.run.ignite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gridclear.run.GridAccess;
import org.gridclear.run.RunPage;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunRegistry;
import org.gridclear.run.RunState;
import org.gridclear.run.RunStatus;
import org.gridclear.run.dispatch.Priority;
import org.gridclear.run.local.LocalGrid;
import org.gridclear.worker.ignite.GridCaches;
import org.gridclear.worker.ignite.GridNode;
import org.gridclear.worker.ignite.GridNodeOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of runs, in parts, of a grid in this process and of one node of a cluster. */
class RunListingTest {
  private static final int RUNS = 257;

  @TempDir static Path folder;

  private static GridNode node;
  private static GridAccess grid;

  @BeforeAll
  static void start() {
    node =
        GridNode.start(
            new GridNodeOptions(
                "listing-test",
                GridNodeOptions.Role.EMBEDDED,
                "127.0.0.1",
                45_700,
                List.of(),
                1,
                folder));
    grid = IgniteGrid.access(node);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static String id(int number) {
    return "run-%03d".formatted(number);
  }

  private static RunRecord record(int number, long epoch) {
    return new RunRecord(
        RunStatus.submitted(id(number), "listing", 1),
        "owner",
        "owner",
        epoch,
        "user",
        Priority.NORMAL,
        1_000L + number,
        0);
  }

  /** Every third fails, others go on; the first of all was submitted first. */
  private static void fill(RunRegistry registry) {
    for (int number = 0; number < RUNS; number++) {
      RunRecord record = record(number, 1);
      assertTrue(registry.write(record, 0));
      assertTrue(registry.write(record, 0) || number >= 0, "a repeated write changes nothing");
      if (number % 3 == 0) {
        assertTrue(registry.write(record.with(record.status().failed("it was to fail")), 1));
      }
    }
  }

  private static List<String> walk(RunRegistry registry, int limit) {
    List<String> ids = new ArrayList<>();
    long next = RunPage.FROM_NEWEST;
    do {
      RunPage page = registry.page(next, limit);
      assertTrue(page.records().size() <= limit);
      page.records().forEach(record -> ids.add(record.status().runId()));
      next = page.next();
    } while (next != RunPage.NO_MORE);
    return ids;
  }

  private static void check(RunRegistry registry) {
    List<String> newestFirst = IntStream.range(0, RUNS).mapToObj(k -> id(RUNS - 1 - k)).toList();
    for (int limit : new int[] {1, 7, 100, 256, 257, 1_000}) {
      assertEquals(newestFirst, walk(registry, limit), "parts of " + limit);
    }
    assertTrue(registry.page(1, 10).records().isEmpty());
    assertTrue(registry.page(-5, 10).records().isEmpty());
    assertEquals(Map.of(RunState.FAILED, 86L), registry.ended());
    assertEquals(
        IntStream.range(0, RUNS).filter(k -> k % 3 != 0).mapToObj(RunListingTest::id).toList(),
        registry.open().stream().map(record -> record.status().runId()).toList());
  }

  @Test
  void runsOfAClusterComeInPartsAlsoWhenTheirOrderWasBuiltAnew() {
    fill(grid.registry());
    check(grid.registry());
    GridCaches.of(node.ignite(), GridCaches.INDEX).clear();
    check(grid.registry());
    RunRecord last = record(RUNS - 1, 1).takenBy("other", "other");
    assertTrue(grid.registry().write(last, 1));
    assertEquals(
        id(RUNS - 1),
        grid.registry().page(RunPage.FROM_NEWEST, 1).records().get(0).status().runId());
  }

  @Test
  void runsOfOneProcessComeInParts() {
    try (LocalGrid local = new LocalGrid(1)) {
      fill(local);
      check(local);
    }
  }
}
