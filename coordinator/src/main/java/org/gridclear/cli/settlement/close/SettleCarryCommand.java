package org.gridclear.cli.settlement.close;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.bill.CarriedLine;
import org.gridclear.settlement.carry.CarryOver;
import org.gridclear.settlement.carry.Carrying;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear settle carry CORRECTION... --into FOLDER}: earlier months in a later bill. */
@Command(
    name = "carry",
    description = {
      "Settle corrections of earlier months, up to two years back, with a later month: one line"
          + " per",
      "entity and item in its events, with the earlier bill's number. Several corrections are a",
      "bundle, as of a quarter. Exit code 1 if a member has no entity any more; it is named."
    })
public final class SettleCarryCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ActorOptions acting;

  @Parameters(
      arity = "1..*",
      paramLabel = "CORRECTION",
      description = "Last versions of earlier months.")
  private List<Path> corrections;

  @Option(
      names = "--into",
      paramLabel = "FOLDER",
      required = true,
      description = "Settlement folder of the later month.")
  private Path into;

  @Option(names = "--date", required = true, description = "Day that takes it, such as 2026-11-30.")
  private LocalDate date;

  @Override
  public Integer call() throws Exception {
    Actor actor = acting.required();
    actor.require(Right.SETTLE);
    String what = "%s into %s, %s".formatted(corrections, into.toAbsolutePath().normalize(), date);
    return actor.change("settle carry", what, () -> carry(actor.name()));
  }

  private Integer carry(String by) {
    PrintWriter out = spec.commandLine().getOut();
    boolean open = false;
    for (CarryOver each : new Carrying(into, date).carry(corrections, by, Clock.systemUTC())) {
      out.printf(
          "%s: %d lines of %s yuan; the accounts hold %s yuan more%n",
          each.month(),
          each.lines().size(),
          yuan(each.milliYuan()),
          yuan(each.accountsMilliYuan()));
      for (CarriedLine line : each.open()) {
        open = true;
        out.printf(
            "  NOT CARRIED %s of %s, %s yuan: %s has no entity on %s%n",
            line.item(), line.of(), yuan(line.milliYuan()), line.entity(), date);
      }
    }
    out.flush();
    return ExitCodes.clean(!open);
  }

  private static String yuan(long milliYuan) {
    return FixedPoint.format(milliYuan, FixedPoint.YUAN_DECIMALS);
  }
}
