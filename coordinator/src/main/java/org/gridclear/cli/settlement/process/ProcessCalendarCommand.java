package org.gridclear.cli.settlement.process;

import java.time.YearMonth;
import java.util.List;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.cli.settlement.open.OpenProcess;
import org.gridclear.settlement.process.ProcessCalendar;
import org.gridclear.settlement.process.ProcessTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code gridclear settle process calendar}: what is due in a month, what is late and whose it is.
 */
@Command(
    name = "calendar",
    description = "What is due in a month, what is late and whose it is; exit code 1 if any is.")
final class ProcessCalendarCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private TableOutput output;

  @Option(
      names = "--month",
      paramLabel = "MONTH",
      required = true,
      description = "Month, such as 2026-10.")
  private YearMonth month;

  @Option(names = "--fixed-weeks", description = "Weeks are 1-7, 8-14, 15-21, 22-28 and the rest.")
  private boolean fixedWeeks;

  @Override
  public Integer call() throws Exception {
    output.check();
    try (OpenProcess open = OpenProcess.of(market)) {
      List<ProcessCalendar.Task> tasks = ProcessCalendar.of(open.process(), month, fixedWeeks);
      output.write(ProcessTables.calendar(tasks, open.clock()), out());
      return ExitCodes.clean(tasks.stream().noneMatch(task -> task.state().equals("late")));
    }
  }
}
