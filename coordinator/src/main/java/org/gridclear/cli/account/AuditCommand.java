package org.gridclear.cli.account;

import java.nio.file.Path;
import java.time.Clock;
import org.gridclear.account.AuditLog;
import org.gridclear.account.seal.AuditVerification;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gridclear account audit}: that nobody changed the audit log. */
@Command(
    name = "audit",
    description = {
      "Check that nobody changed the audit log, by the folder's own key.",
      "The commands below work with seals, which anybody verifies by a public key."
    },
    subcommands = {
      AuditExportCommand.class,
      AuditRetainCommand.class,
      AuditRotateCommand.class,
      AuditSealCommand.class,
      AuditStampCommand.class,
      AuditSyslogCommand.class,
      AuditVerifyCommand.class
    })
final class AuditCommand extends PrintingCommand {
  @Option(names = "--security", paramLabel = "DIR", description = "The security folder.")
  private @Nullable Path security;

  @Override
  public Integer call() {
    if (security == null) {
      throw wrong("Missing required option: --security=DIR");
    }
    AuditLog log = AuditLog.open(security, Clock.systemUTC()::millis);
    AuditVerification verification =
        AuditVerification.of(
            log.check(), "%d records, none changed.".formatted(log.entries().size()));
    verification.lines().forEach(out()::println);
    out().flush();
    return ExitCodes.clean(verification.clean());
  }
}
