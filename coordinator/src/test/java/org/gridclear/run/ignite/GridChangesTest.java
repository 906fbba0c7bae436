package org.gridclear.run.ignite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gridclear.site.GridLink;
import org.gridclear.site.GridLink.Entry;
import org.gridclear.worker.ignite.GridCaches;
import org.gridclear.worker.ignite.GridNode;
import org.gridclear.worker.ignite.GridNodeOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes in a grid, for another site. */
class GridChangesTest {
  @TempDir static Path folder;
  private static GridNode node;

  @BeforeAll
  static void start() {
    node =
        GridNode.start(
            new GridNodeOptions(
                "changes-test",
                GridNodeOptions.Role.EMBEDDED,
                "127.0.0.1",
                45_720,
                List.of(),
                1,
                folder));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void write(String cache, String key, String value) {
    GridCaches.of(node.ignite(), cache).put(key, bytes(value));
  }

  private static List<String> keys(List<Entry> entries) {
    return entries.stream().map(Entry::key).toList();
  }

  /** All that was noted by now; a listener hears of a change a moment after it. */
  private static List<Entry> heard(GridLink changes, int count) throws InterruptedException {
    List<Entry> all = new ArrayList<>();
    for (int k = 0; k < 500 && all.size() < count; k++) {
      all.addAll(changes.changed(Long.MAX_VALUE));
      Thread.sleep(10);
    }
    return all;
  }

  @Test
  void recordsOfRunsComeAfterTheDataThatTheyName() throws Exception {
    try (GridLink changes = GridChanges.of(node)) {
      write(GridCaches.RUNS, "run-1", "a record");
      write(GridCaches.BLOCKS, "block-1", "data");
      write(GridCaches.RUNS, "run-1", "a later record");
      Thread.sleep(200);
      List<Entry> heard = heard(changes, 2);
      assertEquals(List.of("block-1", "run-1"), keys(heard));
      assertArrayEquals(bytes("a later record"), heard.get(1).value(), "as it is when it is sent");
      assertEquals(List.of(), changes.changed(Long.MAX_VALUE), "told once");
    }
  }

  @Test
  void aNewStandbyIsSentEverythingInPartsOfSomeSize() throws Exception {
    IntStream.range(0, 200).forEach(k -> write(GridCaches.RESULTS, "result-" + k, "x".repeat(50)));
    try (GridLink changes = GridChanges.of(node)) {
      changes.all();
      List<Entry> first = changes.changed(1_000);
      assertTrue(first.size() >= 20 && first.size() <= 64 * 7, first.size() + " entries");
      List<Entry> all = new ArrayList<>(first);
      all.addAll(changes.changed(Long.MAX_VALUE));
      assertTrue(
          keys(all).containsAll(IntStream.range(0, 200).mapToObj(k -> "result-" + k).toList()));
      assertEquals(keys(all).size(), keys(all).stream().distinct().count());
    }
  }

  @Test
  void whatIsPutIsInTheGridOfTheStandby() {
    try (GridLink changes = GridChanges.of(node)) {
      changes.put(
          List.of(
              new Entry(GridCaches.RUNS, "run-9", bytes("its record")),
              new Entry(GridCaches.BLOCKS, "block-9", bytes("its data"))));
    }
    assertArrayEquals(
        bytes("its record"), GridCaches.of(node.ignite(), GridCaches.RUNS).get("run-9"));
    assertArrayEquals(
        bytes("its data"), GridCaches.of(node.ignite(), GridCaches.BLOCKS).get("block-9"));
  }
}
