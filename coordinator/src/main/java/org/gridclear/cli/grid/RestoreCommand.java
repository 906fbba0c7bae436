package org.gridclear.cli.grid;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.quantity.Count;
import org.gridclear.run.ignite.GridBackup;
import org.gridclear.worker.ignite.GridNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear restore}: puts a backup into an empty grid. */
@Command(
    name = "restore",
    description = {
      "Put a backup into an empty grid, and compare hashes with the backup.",
      "Runs that were under way go on as soon as a 'serve' is in the grid."
    })
public final class RestoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private GridOptions gridOptions;

  @Parameters(paramLabel = "DIR", description = "The backup; those it builds on must be there too.")
  private Path folder;

  @Option(
      names = "--books",
      paramLabel = "DIR",
      description = "Where folders of closes go; without it they stay in the backup.")
  private Path books;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (GridNode node = gridOptions.visit("restore")) {
      new GridBackup(node)
          .restore(folder)
          .caches()
          .forEach((cache, content) -> out.println(BackupCommand.line(cache, content)));
    }
    if (books != null) {
      out.println("books: " + Count.of(BooksCopy.restore(folder, books), "file"));
    }
    out.println("Restored; every hash is the same as in the backup.");
    out.flush();
    return ExitCodes.DONE;
  }
}
