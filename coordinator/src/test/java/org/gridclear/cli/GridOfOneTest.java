package org.gridclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.gridclear.worker.ignite.GridNode;
import org.gridclear.worker.ignite.GridNodeOptions.Role;
import org.junit.jupiter.api.Test;

class GridOfOneTest {
  @Test
  void twoCommandsWithoutJoinOnOneMachineStayApart() throws IOException {
    GridOptions options = TestGrid.options(TestGrid.freePort(), List.of());
    try (GridNode one = GridNode.start(options.node("one", Role.EMBEDDED));
        GridNode two = GridNode.start(options.node("two", Role.EMBEDDED))) {
      assertEquals(1, one.nodeCount());
      assertEquals(1, two.nodeCount());
    }
  }

  @Test
  void aCommandWithoutJoinLeavesTheNodesOfTheMachineAlone() throws IOException {
    GridOptions options = TestGrid.options(TestGrid.freePort(), List.of());
    try (GridNode worker = GridNode.start(options.node("worker", Role.WORKER));
        GridNode embedded = GridNode.start(options.node("beside", Role.EMBEDDED))) {
      assertEquals(1, worker.nodeCount());
      assertEquals(1, embedded.nodeCount());
    }
  }
}
