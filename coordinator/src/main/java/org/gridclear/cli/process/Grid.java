package org.gridclear.cli.process;

import org.gridclear.cli.option.GridOptions;
import org.gridclear.run.RunLimits;
import org.gridclear.run.coordinator.Coordinator;
import org.gridclear.study.StudyDefinition;
import org.gridclear.worker.ignite.GridNodeOptions.Role;

/** A coordinator that is started as the options of a command say. */
public final class Grid extends Coordinator {
  private Grid(Started started) {
    super(started);
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
    return new Grid(inGrid(options.node(name, role), limits, standing));
  }

  /** One process without a cluster, unless {@code --join} or {@code --data} ask for one. */
  public static Grid startLight(GridOptions options) {
    return isCluster(options) ? start(options) : new Grid(alone(options.slotCount()));
  }

  /**
   * The same for a study. Its cases are solved in processes of their own, so that one that crashes
   * takes no other with it; small ones, which are done before such a process has started, here.
   */
  public static Grid startLight(GridOptions options, StudyDefinition study) {
    long childMemory = options.childMemoryBytes();
    boolean here = childMemory == 0 || isSmall(study) && options.childMemoryMb == null;
    return isCluster(options) || here
        ? startLight(options)
        : new Grid(withChildren(options.slotCount(), childMemory));
  }

  private static boolean isCluster(GridOptions options) {
    return !options.join.isEmpty() || options.data != null;
  }
}
