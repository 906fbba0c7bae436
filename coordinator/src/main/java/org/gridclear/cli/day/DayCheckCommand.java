package org.gridclear.cli.day;

import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.day.option.ReasonOption;
import org.gridclear.cli.day.option.VersionOptions;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.market.approval.DayApproval;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear day check}: somebody has looked at a version. */
@Command(
    name = "check",
    description = {
      "Somebody has looked at a version; a reason is needed where it has alarms or open severe",
      "anomalies. Exit code 1 if something stands against it."
    })
final class DayCheckCommand extends DayStepCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Mixin private VersionOptions version;

  @Mixin private ReasonOption reason;

  @Override
  public Integer call() throws Exception {
    return step(market, acting, version, reason, Right.OPERATE_MARKET, DayApproval::check);
  }
}
