package org.gridclear.cli.grid;

import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.GridOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code gridclear grid reset-lost}: go on without data that were lost with the nodes that held
 * them.
 */
@Command(
    name = "reset-lost",
    description = "Go on without data that were lost with the nodes that held them.")
final class GridResetLostCommand extends GridCallCommand {
  @Mixin private GridOptions options;

  @Mixin private ActorOptions acting;

  @Override
  public Integer call() throws Exception {
    return changing(
        acting,
        options,
        "reset-lost",
        "",
        (control, grid, out) -> {
          out.println("Lost: " + control.lost());
          control.resetLost();
        });
  }
}
