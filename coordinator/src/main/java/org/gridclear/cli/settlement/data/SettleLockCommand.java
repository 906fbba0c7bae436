package org.gridclear.cli.settlement.data;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.settlement.register.DayLocks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      "Whoever settles the day compares its files with the lock. Both land in the audit log (of"
          + " --security, else FOLDER/audit) with their reason."
    })
public final class SettleLockCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ActorOptions acting;

  @Parameters(paramLabel = "FOLDER", description = "Settlement folder.")
  private Path folder;

  @Option(names = "--date", required = true, description = "Day, such as 2026-10-05.")
  private LocalDate date;

  @Option(names = "--reason", required = true, description = "Why.")
  private String reason;

  @Option(names = "--unlock", description = "Unlock instead.")
  private boolean unlock;

  @Override
  public Integer call() throws Exception {
    SettlementMonth month = SettlementReader.open(folder).month();
    month.day(date);
    Actor actor = acting.required(folder);
    actor.require(Right.SETTLE);
    return actor.change(
        unlock ? "settle unlock" : "settle lock",
        "%s of %s: %s".formatted(date, folder.toAbsolutePath().normalize(), reason),
        () -> {
          new DayLocks(folder).set(date, !unlock, actor.name(), Instant.now().toString(), reason);
          spec.commandLine().getOut().println(date + (unlock ? " is open" : " is locked"));
          return ExitCodes.DONE;
        });
  }
}
