package org.gridclear.cli.day;

import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.day.option.ReasonOption;
import org.gridclear.cli.day.option.VersionOptions;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.market.approval.DayApproval;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear day submit}: A version is to be approved by another account. */
@Command(name = "submit", description = "A version is to be approved by another account.")
final class DaySubmitCommand extends DayStepCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Mixin private VersionOptions version;

  @Mixin private ReasonOption reason;

  @Override
  public Integer call() throws Exception {
    return step(market, acting, version, reason, Right.OPERATE_MARKET, DayApproval::submit);
  }
}
