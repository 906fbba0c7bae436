package org.gridclear.run.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A past run on other nodes, against list scheduling by hand. */
class NodeReplayTest {
  private static final List<WorkerNode> TWO =
      List.of(new WorkerNode("1", "a", 1), new WorkerNode("2", "b", 1));

  @Test
  void unitsGoInOrderToTheNodeThatIsFreeFirst() {
    NodeReplay replay = new NodeReplay(Map.of(0, 3.0, 1, 5.0, 2, 4.0, 3, 2.0), Map.of());
    assertEquals(7, replay.seconds(TWO), 1e-9);
    List<NodeReplay.Point> points = replay.points(TWO, List.of(0, 1, 2));
    assertEquals(List.of(2, 3, 4), points.stream().map(NodeReplay.Point::nodes).toList());
    assertEquals(7, points.get(0).seconds(), 1e-9);
    assertEquals(5, points.get(1).seconds(), 1e-9);
    assertEquals(5, points.get(2).seconds(), 1e-9, "the longest unit is the least there is");
  }

  @Test
  void whatWaitsForAnotherUnitGainsNothingFromMoreNodes() {
    NodeReplay replay = new NodeReplay(Map.of(0, 2.0, 1, 2.0, 2, 2.0), Map.of(1, 0, 2, 1));
    assertEquals(6, replay.points(TWO, List.of(3)).get(0).seconds(), 1e-9);
  }

  @Test
  void manyShortUnitsFillAllSlots() {
    Map<Integer, Double> seconds = new TreeMap<>();
    for (int unit = 0; unit < 4000; unit++) {
      seconds.put(unit, 0.01);
    }
    double two = new NodeReplay(seconds, Map.of()).seconds(TWO);
    assertTrue(two >= 20 && two < 20.4, two + " s");
    assertThrows(
        IllegalArgumentException.class, () -> new NodeReplay(seconds, Map.of()).seconds(List.of()));
  }
}
