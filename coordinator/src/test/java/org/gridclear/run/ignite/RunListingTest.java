package org.gridclear.run.ignite;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.ignite.IgniteCache;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of runs, in parts, of a grid in this process and of one node of a cluster. */
class RunListingTest {
  private static final int RUNS = 257;
  private static final List<String> PAGES =
      List.of("page-000000000000", "page-000000000001", "page-000000000002");

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

  /** Runs in another order of the tests would see what others left. */
  @BeforeEach
  void empty() {
    for (String name : List.of(GridCaches.RUNS, GridCaches.INDEX)) {
      GridCaches.of(node.ignite(), name).clear();
    }
  }

  @Test
  void runsThatAreRestoredPastTheListsAreInThemAlsoIfAnEmptyGridWasLookedAt() throws Exception {
    fill(grid.registry());
    GridBackup backup = new GridBackup(node);
    Path copy = Files.createDirectories(folder.resolve("copy"));
    backup.write(copy, null, "now");
    empty();
    assertEquals(List.of(), grid.registry().open());
    assertEquals(List.of(), walk(grid.registry(), 10));
    Path pack = BackupChain.pack(copy, GridCaches.RUNS);
    byte[] bytes = Files.readAllBytes(pack);
    bytes[bytes.length / 2] ^= 1;
    Files.write(pack, bytes);
    assertThrows(IllegalArgumentException.class, () -> backup.restore(copy));
    assertEquals(0, GridCaches.of(node.ignite(), GridCaches.RUNS).size());
    bytes[bytes.length / 2] ^= 1;
    Files.write(pack, bytes);
    backup.restore(copy);
    check(grid.registry());
  }

  @Test
  void whatWasLostOfTheOrderIsThereAgainAfterAReset() {
    fill(grid.registry());
    GridCaches.of(node.ignite(), GridCaches.INDEX).removeAll(Set.of("open", PAGES.get(1)));
    assertEquals(List.of(), grid.registry().open());
    new GridControl(node).resetLost();
    check(grid.registry());
  }

  @Test
  void manyThatFindNoOrderBuildItOnce() throws Exception {
    AtomicInteger built = new AtomicInteger();
    int lookers = 8;
    CyclicBarrier start = new CyclicBarrier(lookers);
    ExecutorService threads = Executors.newFixedThreadPool(lookers);
    try {
      List<Future<?>> looks = new ArrayList<>();
      for (int k = 0; k < lookers; k++) {
        RunIndex own =
            new RunIndex(
                node.ignite(),
                () -> {
                  built.incrementAndGet();
                  return List.of();
                });
        looks.add(
            threads.submit(
                () -> {
                  start.await();
                  return own.ended();
                }));
      }
      for (Future<?> look : looks) {
        assertEquals(Map.of(), look.get(20, TimeUnit.SECONDS));
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(1, built.get());
  }

  @Test
  void pagesWhoseRunsAreAllGoneAreDroppedAndNoEmptyPartNamesAnother() {
    fill(grid.registry());
    GridCaches.of(node.ignite(), GridCaches.RUNS)
        .removeAll(IntStream.range(50, 250).mapToObj(RunListingTest::id).collect(toSet()));
    grid.registry().open();
    RunPage newest = grid.registry().page(RunPage.FROM_NEWEST, 7);
    assertEquals(7, newest.records().size());
    RunPage older = grid.registry().page(newest.next(), 7);
    assertEquals(id(49), older.records().get(0).status().runId(), "what is gone was passed over");
    assertFalse(index().containsKey(PAGES.get(1)), "runs 100 to 199 are gone");
    assertTrue(index().containsKey(PAGES.get(0)), "some are left");
    GridCaches.of(node.ignite(), GridCaches.RUNS).clear();
    grid.registry().open();
    RunPage none = grid.registry().page(RunPage.FROM_NEWEST, 7);
    assertEquals(new RunPage(List.of(), RunPage.NO_MORE), none);
    assertFalse(index().containsKey(PAGES.get(0)));
    assertTrue(index().containsKey(PAGES.get(2)), "the newest stays");
  }

  @Test
  void oldPagesAreDroppedWhileNewRunsComeAlsoIfNobodyLooksAtTheList() {
    fill(grid.registry());
    GridCaches.of(node.ignite(), GridCaches.RUNS)
        .removeAll(IntStream.range(0, 200).mapToObj(RunListingTest::id).collect(toSet()));
    grid.registry().open();
    for (int number = RUNS; number <= 300; number++) {
      assertTrue(grid.registry().write(record(number, 1), 0));
    }
    assertFalse(index().containsKey(PAGES.get(0)));
    assertFalse(index().containsKey(PAGES.get(1)));
    assertEquals(101, walk(grid.registry(), 30).size());
    assertEquals(id(200), walk(grid.registry(), 30).get(100));
  }

  private static IgniteCache<String, byte[]> index() {
    return GridCaches.of(node.ignite(), GridCaches.INDEX);
  }

  @Test
  void runsOfOneProcessComeInParts() {
    try (LocalGrid local = new LocalGrid(1)) {
      fill(local);
      check(local);
    }
  }
}
