package org.gridclear.cli.process;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.market.ignite.GridDays;
import org.gridclear.network.Network;
import org.gridclear.run.GridAccess;
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
import org.gridclear.worker.ignite.GridNodeOptions.Role;
import org.gridclear.worker.process.ChildLimits;
import org.gridclear.worker.process.SolverPool;

/** A started coordinator with its node. */
public final class Grid implements AutoCloseable {
  /** Elements times periods up to which a case takes less than the start of a process. */
  private static final int SMALL_MAX = 2_000;

  private final AutoCloseable node;
  private final StudyRuns runs;

  private Grid(AutoCloseable node, StudyRuns runs) {
    this.node = node;
    this.runs = runs;
  }

  /** A grid of one JVM, or a coordinator in the grid that {@code --join} names. */
  public static Grid start(GridOptions options) {
    return start(options, RunLimits.OF_COMMANDS, false);
  }

  /**
   * The same for a coordinator that stays.
   *
   * @param standing whether it takes over runs whose owner is gone
   */
  public static Grid start(GridOptions options, RunLimits limits, boolean standing) {
    boolean alone = options.join.isEmpty();
    Role role = alone ? Role.EMBEDDED : Role.COORDINATOR;
    String name = alone ? "embedded" : "coordinator-" + ProcessHandle.current().pid();
    GridNode node = GridNode.start(options.node(name, role));
    GridAccess grid = IgniteGrid.access(node);
    return new Grid(node, new ActorStudyRuns(grid, limits, Clock.systemUTC(), standing));
  }

  /** One process without a cluster, unless {@code --join} or {@code --data} ask for one. */
  public static Grid startLight(GridOptions options) {
    if (!options.join.isEmpty() || options.data != null) {
      return start(options);
    }
    LocalGrid local = new LocalGrid(options.slotCount());
    return new Grid(local, runs(local));
  }

  /**
   * The same for a study. Its cases are solved in processes of their own, so that one that crashes
   * takes no other with it; small ones, which are done before such a process has started, here.
   */
  public static Grid startLight(GridOptions options, StudyDefinition study) {
    boolean cluster = !options.join.isEmpty() || options.data != null;
    long childMemory = options.childMemoryBytes();
    if (cluster || childMemory == 0 || isSmall(study) && options.childMemoryMb == null) {
      return startLight(options);
    }
    ChildLimits limits = ChildLimits.ofMemory(childMemory);
    SolverPool pool = new SolverPool(SolverPool.command(LocalGrid.NAME, limits), limits);
    LocalGrid local = new LocalGrid(options.slotCount(), pool);
    AutoCloseable both =
        () -> {
          local.close();
          pool.close();
        };
    return new Grid(both, runs(local));
  }

  private static boolean isSmall(StudyDefinition study) {
    Network network = study.base().network();
    long elements = network.buses().size() + network.branches().size();
    return (elements + study.base().thermalUnits().size()) * study.base().periodCount()
        <= SMALL_MAX;
  }

  private static StudyRuns runs(LocalGrid local) {
    return new ActorStudyRuns(local.access(), RunLimits.OF_COMMANDS, Clock.systemUTC());
  }

  /** Completes when the grid's node came to an end by itself. */
  public CompletableFuture<GridNode.Ended> ended() {
    return node instanceof GridNode member ? member.ended() : new CompletableFuture<>();
  }

  /** Results of days in the memory of the grid; nothing where one process is the whole grid. */
  public Optional<GridDays> days() {
    return node instanceof GridNode member ? Optional.of(new GridDays(member)) : Optional.empty();
  }

  /** What changes in the grid, for another site; nothing where one process is the whole grid. */
  public GridLink changes() {
    return node instanceof GridNode member ? GridChanges.of(member) : GridLink.NONE;
  }

  /** The members of the grid. */
  public GridMembers members() {
    return node instanceof GridNode member ? new GridControl(member) : GridMembers.NONE;
  }

  /** The runs of this grid. */
  public StudyRuns runs() {
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
