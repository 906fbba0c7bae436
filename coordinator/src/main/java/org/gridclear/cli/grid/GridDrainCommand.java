package org.gridclear.cli.grid;

import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.GridOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gridclear grid drain}: take no more work on a node. */
@Command(
    name = "drain",
    description = "Take no more work on a node; it stops when its last unit is done.")
final class GridDrainCommand extends GridCallCommand {
  @Mixin private GridOptions options;

  @Mixin private ActorOptions acting;

  @Parameters(paramLabel = "NODE", description = "Name of the node.")
  private String name;

  @Override
  public Integer call() throws Exception {
    return changing(
        acting,
        options,
        "drain",
        name,
        (control, grid, out) -> {
          control.drain(name);
          out.println("Node %s takes no more work and stops when it is idle.".formatted(name));
        });
  }
}
