package org.gridclear.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gridclear.close.DayLocks;
import org.gridclear.report.ClearedDay;
import org.gridclear.scenario.resolved.SettlementMonth;
import org.gridclear.scenario.settlement.SettlementReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear settle take CLEARED FOLDER}: prices and awards from a clearing run (O-14). */
@Command(
    name = "take",
    description = {
      "Take prices and awards of a cleared day into a settlement folder. Buses and zones become price points,",
      "awards go to entities that have the id of a unit. Series of the other market stay as they are."
    })
final class SettleTakeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "CLEARED", description = "Output folder of clear or study.")
  private Path cleared;

  @Parameters(index = "1", paramLabel = "FOLDER", description = "Settlement folder.")
  private Path folder;

  @Option(
      names = "--date",
      required = true,
      description = "Day that was cleared, such as 2026-10-05.")
  private LocalDate date;

  @Option(
      names = "--market",
      defaultValue = "da",
      description = "da or rt (default: ${DEFAULT-VALUE}).")
  private String market;

  @Option(
      names = "--case",
      defaultValue = "",
      description = "Case of a study (default: the first).")
  private String caseName;

  @Override
  public Integer call() throws IOException {
    if (!market.equals("da") && !market.equals("rt")) {
      throw new IllegalArgumentException("The market (%s) must be da or rt.".formatted(market));
    }
    new DayLocks(folder).refuse(date);
    CaseFolders.Cleared day = CaseFolders.read(cleared, caseName);
    SettlementMonth month = SettlementReader.open(folder).month();
    Set<String> entities =
        month.entities().stream().map(SettlementMonth.EntityName::id).collect(Collectors.toSet());
    int awards =
        new ClearedDay(day.day(), day.result(), market.equals("rt"), month.intervals())
            .write(SettlementReader.dayFolder(folder, date), entities::contains);
    spec.commandLine()
        .getOut()
        .printf("Prices and %d awards of %s, %s market, in %s%n", awards, date, market, folder);
    return ExitCodes.DONE;
  }
}
