package org.gridclear.cli.settlement.process;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.settlement.open.OpenProcess;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.settlement.reader.SettlementSource;
import org.gridclear.settlement.register.DataStates;
import org.gridclear.settlement.register.DayLocks;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code gridclear settle process checked}: check a day of a settlement folder and note its state.
 */
@Command(
    name = "checked",
    description =
        "Check a day of a settlement folder and note its state; exit code 1 if it failed.")
final class ProcessCheckedCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Parameters(paramLabel = "FOLDER", description = "Settlement folder.")
  private Path folder;

  @Option(names = "--date", required = true, description = "Day, such as 2026-10-05.")
  private LocalDate date;

  @Override
  public Integer call() throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      SettlementSource source = SettlementReader.open(folder);
      int day = source.month().day(date);
      DataStates.State found =
          open.settle(
              acting,
              "checked",
              date + " of " + folder.toAbsolutePath().normalize(),
              by -> {
                List<Issue> issues = issues(source, folder, date, day);
                DataStates.State state = DataStates.of(issues);
                open.exchange().checked(date, state, issues.size() + " issues", by);
                return state;
              });
      said("%s: %s, %s", date, found.check(), found.quality());
      return ExitCodes.clean(found.check() != DataStates.Check.FAILED);
    }
  }

  private static List<Issue> issues(SettlementSource source, Path folder, LocalDate date, int day) {
    List<Issue> issues = new ArrayList<>(new DayLocks(folder).issues(date));
    try {
      issues.addAll(SettlementReader.days(source, day, day, input -> {}));
    } catch (InvalidInputException e) {
      issues.addAll(e.issues());
    }
    return issues;
  }
}
