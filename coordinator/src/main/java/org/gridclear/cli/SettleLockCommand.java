package org.gridclear.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.gridclear.close.DayLocks;
import org.gridclear.scenario.settlement.SettlementReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear settle lock FOLDER}: no more changes to the data of a day. */
@Command(
    name = "lock",
    description = "Lock the data of a day against corrections and new deliveries, or unlock them.")
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

  @Override
  public Integer call() {
    SettlementReader.open(folder);
    new DayLocks(folder).set(date, !unlock, by, Instant.now().toString(), reason);
    spec.commandLine().getOut().println(date + (unlock ? " is open" : " is locked"));
    return ExitCodes.DONE;
  }
}
