package org.gridclear.cli.settlement.data;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.settlement.reader.SettlementSource;
import org.gridclear.settlement.register.DataStates;
import org.gridclear.settlement.register.DayLocks;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.gridclear.validate.IssueText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear settle check FOLDER}: which days are ready to be settled. */
@Command(
    name = "check",
    description = {
      "Check the data of every day: passed or failed; qualified, to be verified or unqualified.",
      "Every issue is printed; the states are added to states.csv. Exit code 2 if a day failed."
    })
public final class SettleCheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ActorOptions acting;

  @Parameters(paramLabel = "FOLDER", description = "Settlement folder.")
  private Path folder;

  @Option(names = "--day", description = "Only this day of the month.")
  private Integer day;

  @Option(
      names = "--energy",
      description = "Print the metered energy of every entity, whatever else a day lacks.")
  private boolean energy;

  @Override
  public Integer call() throws Exception {
    Actor actor = acting.actor();
    actor.require(Right.SETTLE);
    String detail = folder.toAbsolutePath().normalize() + (day == null ? "" : ", day " + day);
    return actor.change("settle check", detail, this::check);
  }

  private Integer check() {
    PrintWriter out = spec.commandLine().getOut();
    SettlementSource source = SettlementReader.open(folder);
    DataStates states = new DataStates(folder);
    boolean failed = false;
    int from = day == null ? 1 : source.month().day(day);
    int to = day == null ? source.month().days() : day;
    for (int d = from; d <= to; d++) {
      LocalDate date = source.month().date(d);
      List<Issue> issues = new ArrayList<>(new DayLocks(folder).issues(date));
      issues.addAll(issues(source, d));
      DataStates.State state = states.add(date, issues, Instant.now().toString());
      failed |= state.check() == DataStates.Check.FAILED;
      out.printf("%s %s, %s, %d issues%n", date, state.check(), state.quality(), issues.size());
      IssueText.lines(issues).forEach(line -> out.println("  " + line));
      if (energy) {
        SettlementReader.energy(source, d).forEach((id, mwh) -> print(out, id, mwh));
      }
    }
    out.flush();
    return failed ? ExitCodes.BAD_INPUT : ExitCodes.DONE;
  }

  private static void print(PrintWriter out, String entity, long mwh) {
    String way = mwh < 0 ? "bought" : "sold";
    out.printf("  %s %s %s MWh%n", entity, way, FixedPoint.format(Math.abs(mwh), 4));
  }

  private static List<Issue> issues(SettlementSource source, int day) {
    try {
      return SettlementReader.days(source, day, day, input -> {});
    } catch (InvalidInputException e) {
      return e.issues();
    }
  }
}
