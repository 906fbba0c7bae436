package org.gridclear.cli.archive;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.market.archive.BackupReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code gridclear archive verify}: compare a backup, and those that it builds on, with its hashes.
 */
@Command(
    name = "verify",
    description = {
      "Compare a backup, and those that it builds on, with its hashes. Exit code 1 if anything"
          + " is",
      "missing or was changed."
    })
final class ArchiveVerifyCommand extends PrintingCommand {
  @Parameters(paramLabel = "DIR", description = "The backup.")
  private Path place;

  @Override
  public Integer call() throws IOException {
    BackupReading backup = BackupReading.of(place);
    List<String> findings = backup.findings();
    PrintWriter out = out();
    findings.forEach(out::println);
    out.println(backup.manifest().text());
    out.println(findings.isEmpty() ? "Every hash is right." : "The backup cannot be restored.");
    out.flush();
    return ExitCodes.clean(findings.isEmpty());
  }
}
