package org.gridclear.cli.settlement;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.gridclear.account.AuditLog;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.settlement.register.DayLocks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear settle lock FOLDER}: no more changes to the data of a day. */
@Command(
    name = "lock",
    description = {
      "Lock the data of a day against corrections and new deliveries, as they are now, or unlock"
          + " them.",
      "Whoever settles the day compares its files with the lock. Both land in the audit log with"
          + " their reason."
    })
final class SettleLockCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FOLDER", description = "Settlement folder.")
  private Path folder;

  @Option(names = "--date", required = true, description = "Day, such as 2026-10-05.")
  private LocalDate date;

  @Option(names = "--by", required = true, description = "Who does it.")
  private String by;

  @Option(names = "--reason", required = true, description = "Why.")
  private String reason;

  @Option(names = "--unlock", description = "Unlock instead.")
  private boolean unlock;

  @Option(
      names = "--security",
      paramLabel = "DIR",
      description = "Folder with the audit log (default: FOLDER/audit, made when it is needed).")
  private Path security;

  @Override
  public Integer call() {
    SettlementMonth month = SettlementReader.open(folder).month();
    month.day(date);
    AuditLog log =
        AuditLog.openOrCreate(
            security != null ? security : folder.resolve("audit"), Clock.systemUTC()::millis);
    new DayLocks(folder).set(date, !unlock, by, Instant.now().toString(), reason);
    log.add(
        AuditLog.Kind.BUSINESS,
        AuditLog.Outcome.SUCCESS,
        by,
        "",
        unlock ? "settle unlock" : "settle lock",
        "%s of %s: %s".formatted(date, folder.toAbsolutePath().normalize(), reason));
    spec.commandLine().getOut().println(date + (unlock ? " is open" : " is locked"));
    return ExitCodes.DONE;
  }
}
