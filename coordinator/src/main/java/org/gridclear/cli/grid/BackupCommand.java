package org.gridclear.cli.grid;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.quantity.Count;
import org.gridclear.report.FolderSwap;
import org.gridclear.run.ignite.GridBackup;
import org.gridclear.worker.ignite.GridNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear backup}: copies what a running grid holds. */
@Command(
    name = "backup",
    description = {
      "Copy what a running grid holds: data, outcomes, runs; with --books also folders of closes.",
      "The grid goes on meanwhile; the copy is consistent."
    })
public final class BackupCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private GridOptions gridOptions;

  @Parameters(paramLabel = "DIR", description = "Where; must not exist yet.")
  private Path folder;

  @Option(
      names = "--since",
      paramLabel = "DIR",
      description = "An earlier backup; only what it does not have is copied.")
  private Path since;

  @Option(
      names = "--books",
      paramLabel = "DIR",
      description = "A folder with closes and reports, such as runs.")
  private Path books;

  @Override
  public Integer call() throws IOException {
    if (Files.exists(folder)) {
      throw new IllegalArgumentException(
          "%s exists; a backup never overwrites, name another folder.".formatted(folder));
    }
    PrintWriter out = spec.commandLine().getOut();
    try (GridNode node = gridOptions.visit("backup")) {
      FolderSwap.writeOnce(
          folder,
          aside -> {
            GridBackup.Manifest manifest =
                new GridBackup(node).write(aside, since, Instant.now().toString());
            manifest.caches().forEach((cache, content) -> out.println(line(cache, content)));
            if (books != null) {
              out.println("books: " + Count.of(BooksCopy.write(books, aside), "file"));
            }
          });
    }
    out.println("Backup: " + folder);
    out.flush();
    return ExitCodes.DONE;
  }

  static String line(String cache, GridBackup.Content content) {
    return "%-10s %8d entries here, %8d in all, %8.1f MB here, hash %s"
        .formatted(
            cache,
            content.entries(),
            content.total(),
            content.bytes() / 1e6,
            content.hash().substring(0, 16));
  }
}
