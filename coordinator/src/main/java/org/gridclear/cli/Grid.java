package org.gridclear.cli;

import java.time.Clock;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.ignite.IgniteGrid;
import org.gridclear.worker.ignite.GridNode;
import org.gridclear.worker.ignite.GridNodeOptions.Role;

/** A started coordinator with its node. */
final class Grid implements AutoCloseable {
  private final GridNode node;
  private final StudyRuns runs;

  private Grid(GridNode node, StudyRuns runs) {
    this.node = node;
    this.runs = runs;
  }

  /** A grid of one JVM, or a coordinator in the grid that {@code --join} names. */
  static Grid start(GridOptions options) {
    boolean alone = options.join.isEmpty();
    Role role = alone ? Role.EMBEDDED : Role.COORDINATOR;
    String name = alone ? "embedded" : "coordinator-" + ProcessHandle.current().pid();
    GridNode node = GridNode.start(options.node(name, role));
    IgniteGrid grid = new IgniteGrid(node.ignite());
    return new Grid(node, new ActorStudyRuns(grid, grid, Clock.systemUTC()));
  }

  StudyRuns runs() {
    return runs;
  }

  @Override
  public void close() {
    runs.close();
    node.close();
  }
}
