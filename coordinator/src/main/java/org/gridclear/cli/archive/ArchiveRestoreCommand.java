package org.gridclear.cli.archive;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.market.archive.BackupReading;
import org.gridclear.market.store.MarketDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridclear archive restore}: make a market of a backup. */
@Command(
    name = "restore",
    description = {
      "Make a market of a backup; those that it builds on must be there, too. Every hash is",
      "compared before and after. Tables of an earlier build are brought up to date."
    })
final class ArchiveRestoreCommand extends PrintingCommand {
  @Parameters(paramLabel = "DIR", description = "The backup.")
  private Path place;

  @Option(
      names = "--market",
      paramLabel = "DIR",
      required = true,
      description = "The folder to make; empty or not there.")
  private Path folder;

  @Option(
      names = "--database",
      paramLabel = "ADDRESS",
      defaultValue = MarketDatabase.EMBEDDED,
      description =
          "Where its records go: embedded, or the address of an empty PostgreSQL (default:"
              + " ${DEFAULT-VALUE}).")
  private String database;

  @Override
  public Integer call() throws IOException {
    BackupReading backup = BackupReading.of(place);
    backup.restore(folder, database);
    PrintWriter out = out();
    out.println(backup.manifest().text());
    out.println("Restored into %s; every hash is the same.".formatted(folder));
    out.flush();
    return ExitCodes.DONE;
  }
}
