package org.gridclear.cli;

import java.time.Clock;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.ignite.IgniteGrid;
import org.gridclear.run.local.LocalGrid;
import org.gridclear.worker.ignite.GridNode;
import org.gridclear.worker.ignite.GridNodeOptions.Role;

/** A started coordinator with its node. */
final class Grid implements AutoCloseable {
  private final AutoCloseable node;
  private final StudyRuns runs;

  private Grid(AutoCloseable node, StudyRuns runs) {
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

  /** One process without a cluster, unless {@code --join} or {@code --data} ask for one. */
  static Grid startLight(GridOptions options) {
    if (!options.join.isEmpty() || options.data != null) {
      return start(options);
    }
    LocalGrid local = new LocalGrid(options.slotCount());
    return new Grid(local, new ActorStudyRuns(local, local, Clock.systemUTC()));
  }

  StudyRuns runs() {
    return runs;
  }

  @Override
  public void close() {
    runs.close();
    try {
      node.close();
    } catch (Exception e) {
      throw new IllegalStateException("The node did not stop.", e);
    }
  }
}
