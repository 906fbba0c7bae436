package org.gridclear.run.coordinator;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.gridclear.market.ignite.GridDays;
import org.gridclear.network.Network;
import org.gridclear.run.RunLimits;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.dispatch.GridMembers;
import org.gridclear.run.ignite.GridChanges;
import org.gridclear.run.ignite.GridControl;
import org.gridclear.run.ignite.IgniteGrid;
import org.gridclear.run.local.LocalGrid;
import org.gridclear.site.GridLink;
import org.gridclear.study.StudyDefinition;
import org.gridclear.worker.ignite.GridNode;
import org.gridclear.worker.ignite.GridNodeOptions;
import org.gridclear.worker.process.ChildLimits;
import org.gridclear.worker.process.SolverPool;

/** A started coordinator with its node. */
public class Coordinator implements AutoCloseable {
  /** Elements times periods up to which a case takes less than the start of a process. */
  private static final int SMALL_MAX = 2_000;

  private final Started started;

  /** The coordinator of what was started; it ends with it. */
  protected Coordinator(Started started) {
    this.started = started;
  }

  /**
   * What was started.
   *
   * @param node what the runs run on: a {@link GridNode}, or a grid of one process
   * @param runs the runs
   */
  protected record Started(AutoCloseable node, StudyRuns runs) {}

  /**
   * A coordinator in a grid.
   *
   * @param options how its node is started
   * @param standing whether it takes over runs whose owner is gone
   */
  protected static Started inGrid(GridNodeOptions options, RunLimits limits, boolean standing) {
    GridNode node = GridNode.start(options);
    return new Started(
        node, new ActorStudyRuns(IgniteGrid.access(node), limits, Clock.systemUTC(), standing));
  }

  /**
   * One process without a cluster.
   *
   * @param slots work units at a time
   */
  protected static Started alone(int slots) {
    LocalGrid local = new LocalGrid(slots);
    return new Started(local, runs(local));
  }

  /**
   * One process without a cluster, which solves in processes of its own.
   *
   * @param slots work units at a time
   * @param childMemoryBytes memory of each of those processes
   */
  protected static Started withChildren(int slots, long childMemoryBytes) {
    ChildLimits limits = ChildLimits.ofMemory(childMemoryBytes);
    SolverPool pool = new SolverPool(SolverPool.command(LocalGrid.NAME, limits), limits);
    LocalGrid local = new LocalGrid(slots, pool);
    AutoCloseable both =
        () -> {
          local.close();
          pool.close();
        };
    return new Started(both, runs(local));
  }

  private static StudyRuns runs(LocalGrid local) {
    return new ActorStudyRuns(local.access(), RunLimits.OF_COMMANDS, Clock.systemUTC());
  }

  /** Whether the cases of a study are done before a process for them has started. */
  protected static boolean isSmall(StudyDefinition study) {
    Network network = study.base().network();
    long elements = network.buses().size() + network.branches().size();
    return (elements + study.base().thermalUnits().size()) * study.base().periodCount()
        <= SMALL_MAX;
  }

  /** Completes when the grid's node came to an end by itself. */
  public CompletableFuture<GridNode.Ended> ended() {
    return started.node() instanceof GridNode member ? member.ended() : new CompletableFuture<>();
  }

  /** Results of days in the memory of the grid; nothing where one process is the whole grid. */
  public Optional<GridDays> days() {
    return started.node() instanceof GridNode member
        ? Optional.of(new GridDays(member))
        : Optional.empty();
  }

  /** What changes in the grid, for another site; nothing where one process is the whole grid. */
  public GridLink changes() {
    return started.node() instanceof GridNode member ? GridChanges.of(member) : GridLink.NONE;
  }

  /** The members of the grid. */
  public GridMembers members() {
    return started.node() instanceof GridNode member ? new GridControl(member) : GridMembers.NONE;
  }

  /** The runs of this grid. */
  public StudyRuns runs() {
    return started.runs();
  }

  @Override
  public void close() {
    started.runs().close();
    try {
      started.node().close();
    } catch (Exception e) {
      throw new IllegalStateException("The node did not stop.", e);
    }
  }
}
