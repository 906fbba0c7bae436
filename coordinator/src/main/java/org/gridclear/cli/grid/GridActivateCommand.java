package org.gridclear.cli.grid;

import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.GridOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code gridclear grid activate}: go on without members that are missing, after a restart or a
 * split.
 */
@Command(
    name = "activate",
    description = "Go on without members that are missing, after a restart or a split.")
final class GridActivateCommand extends GridCallCommand {
  @Mixin private GridOptions options;

  @Mixin private ActorOptions acting;

  @Override
  public Integer call() throws Exception {
    return changing(
        acting,
        options,
        "activate",
        "",
        (control, grid, out) -> {
          control.activate();
          out.println("The grid goes on with %d members.".formatted(control.members().size()));
        });
  }
}
