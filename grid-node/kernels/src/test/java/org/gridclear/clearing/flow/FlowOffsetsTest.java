package org.gridclear.clearing.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FlowOffsetsTest {
  private static final FlowRowKey KEY = new FlowRowKey(0, -1, 0);

  @Test
  void aCutHoldsInTheDirectionOfTheFlowAndLeavesTheOther() {
    FlowOffsets forward = new FlowOffsets(Map.of(KEY, new FlowOffsets.Cut(7, 99, true, 0)));
    assertEquals(92, forward.forwardMw(KEY, 100));
    assertEquals(100, forward.reverseMw(KEY, 100));
    FlowOffsets reverse = new FlowOffsets(Map.of(KEY, new FlowOffsets.Cut(-7, 99, false, 0)));
    assertEquals(100, reverse.forwardMw(KEY, 100));
    assertEquals(92, reverse.reverseMw(KEY, 100));
    assertEquals(100, FlowOffsets.NONE.forwardMw(KEY, 100));
  }

  @Test
  void noCutAllowsWhatWasNotAllowedBefore() {
    SplittableRandom random = new SplittableRandom(4);
    for (int trial = 0; trial < 200; trial++) {
      double limit = 200 * random.nextDouble();
      FlowOffsets offsets =
          new FlowOffsets(
              Map.of(
                  KEY,
                  new FlowOffsets.Cut(
                      100 * random.nextDouble() - 50,
                      200 * random.nextDouble(),
                      random.nextBoolean(),
                      0)));
      assertTrue(offsets.forwardMw(KEY, limit) <= limit);
      assertTrue(offsets.reverseMw(KEY, limit) <= limit);
    }
  }
}
