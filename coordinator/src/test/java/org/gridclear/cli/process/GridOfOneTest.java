package org.gridclear.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.worker.ignite.GridNode;
import org.gridclear.worker.ignite.GridNodeOptions.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GridOfOneTest {
  @ParameterizedTest
  @EnumSource(names = {"WORKER", "EMBEDDED"})
  void aCommandWithoutJoinStaysApartFromWhatRunsOnTheMachine(Role running) throws IOException {
    GridOptions options = TestGrid.options(TestGrid.freePort(), List.of());
    try (GridNode first = GridNode.start(options.node("first", running));
        GridNode alone = GridNode.start(options.node("alone", Role.EMBEDDED))) {
      assertEquals(1, first.nodeCount());
      assertEquals(1, alone.nodeCount());
    }
  }
}
