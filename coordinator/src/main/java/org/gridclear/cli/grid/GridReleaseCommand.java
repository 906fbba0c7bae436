package org.gridclear.cli.grid;

import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.GridOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gridclear grid release}: take a unit out of quarantine. */
@Command(name = "release", description = "Take a unit out of quarantine.")
final class GridReleaseCommand extends GridCallCommand {
  @Mixin private GridOptions options;

  @Mixin private ActorOptions acting;

  @Parameters(paramLabel = "KEY", description = "Work key of the unit.")
  private String key;

  @Override
  public Integer call() throws Exception {
    return changing(
        acting,
        options,
        "release",
        key,
        (control, grid, out) -> {
          if (!grid.store().release(key)) {
            throw new IllegalArgumentException("No unit %s is in quarantine.".formatted(key));
          }
          out.println("Released.");
        });
  }
}
