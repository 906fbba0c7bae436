package org.gridclear.cli.declaration;

import java.io.PrintWriter;
import java.time.ZoneId;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.gate.GateReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code gridclear declarations in-force}: what is in force for a date: after the gate it is kept
 * when it is first asked.
 */
@Command(
    name = "in-force",
    description = {
      "What is in force for a date: after the gate it is kept when it is first asked.",
      "Exit code 1 if a unit that must offer has no offer."
    })
final class DeclarationsInForceCommand extends PrintingCommand {
  @Mixin private GateOptions market;

  @Mixin private ActorOptions acting;

  @Mixin private DayOptions day;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws Exception {
    output.check();
    Actor actor = acting.required();
    actor.require(Right.OPERATE_MARKET);
    GateReport report =
        actor.change(
            "declarations in-force",
            "%s of %s".formatted(day.date(), day.market()),
            () -> market.with(gate -> gate.gate().inForce(day.market(), day.date(), actor.name())));
    PrintWriter err = err();
    ZoneId zone = market.with(gate -> gate.parameters().zone());
    err.printf("gate %s: %s%n", report.gate().atZone(zone).toOffsetDateTime(), report.state());
    DeclarationPrint.objections(report.objections(), err);
    output.write(DeclarationPrint.inForce(report), out());
    return ExitCodes.clean(report.state() != GateReport.State.INCOMPLETE);
  }
}
