package org.gridclear.cli.day;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.function.BiFunction;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.day.option.ReasonOption;
import org.gridclear.cli.day.option.VersionOptions;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.anomaly.UnhandledAnomalies;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.DayApproval.Wanted;
import org.gridclear.market.approval.KnownAccounts;
import org.gridclear.market.approval.Transition;
import org.gridclear.market.store.MarketFolder;

/** What commands of {@code gridclear day} share. */
abstract class DayStepCommand extends PrintingCommand {
  /** The approval of a market's days, with the accounts of who acts. */
  static DayApproval approval(MarketFolder market, KnownAccounts accounts) {
    Clock clock = Clock.systemUTC();
    UnhandledAnomalies anomalies =
        new UnhandledAnomalies(MarketAnomalies.of(market, clock), "approval");
    return new DayApproval(market, anomalies, accounts, clock);
  }

  final int step(
      MarketOption market,
      ActorOptions acting,
      VersionOptions version,
      ReasonOption reason,
      Right right,
      BiFunction<DayApproval, Wanted, Transition> step)
      throws Exception {
    Actor actor = acting.required(market.path());
    actor.scope(right);
    Wanted wanted = new Wanted(version.version(), actor.name(), reason.text());
    try (MarketFolder folder = market.open()) {
      Transition done =
          actor.change(
              "day " + name(),
              wanted.version().text(),
              () -> step.apply(approval(folder, actor::requireAccount), wanted));
      PrintWriter out = out();
      done.objections().forEach(objection -> out.println("ALARM: " + objection));
      out.printf("%s: %s → %s by %s%n", wanted.version().text(), done.from(), done.to(), done.by());
      out.flush();
      return ExitCodes.clean(done.objections().isEmpty());
    }
  }
}
