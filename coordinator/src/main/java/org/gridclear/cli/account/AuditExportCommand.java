package org.gridclear.cli.account;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.gridclear.account.AuditLog;
import org.gridclear.account.seal.SealCopy;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.quantity.Count;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code gridclear account audit export}: copy log, seals and public keys, without secrets, for
 * somebody who verifies.
 */
@Command(
    name = "export",
    description = "Copy log, seals and public keys, without secrets, for somebody who verifies.")
final class AuditExportCommand extends PrintingCommand {
  @Option(
      names = "--security",
      required = true,
      paramLabel = "DIR",
      description = "The security folder.")
  private Path folder;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "A new folder.")
  private Path target;

  @Override
  public Integer call() throws IOException {
    AuditLog log = AuditLog.open(folder, Clock.systemUTC()::millis);
    int files = SealCopy.write(folder, log, target);
    out().println("%s in %s".formatted(Count.of(files, "file"), target));
    out().flush();
    return ExitCodes.DONE;
  }
}
