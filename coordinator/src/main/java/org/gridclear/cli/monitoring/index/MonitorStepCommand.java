package org.gridclear.cli.monitoring.index;

import java.time.Clock;
import java.util.Set;
import org.gridclear.account.Actor;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.monitoring.evaluation.IndexAlarms;
import org.gridclear.monitoring.evaluation.IndexEvaluation;
import org.gridclear.report.monitoring.ToldMarket;

/** What commands of {@code gridclear monitor} share. */
abstract class MonitorStepCommand extends PrintingCommand {
  static IndexEvaluation evaluation(MarketFolder folder) {
    return IndexEvaluation.of(folder, Clock.systemUTC());
  }

  static IndexAlarms alarms(MarketFolder folder) {
    return new IndexAlarms(folder.database(), Clock.systemUTC());
  }

  /**
   * Who evaluates, and tells an audience, before anything is written.
   *
   * @param audience who is told; empty for nobody
   * @throws IllegalArgumentException if somebody of it is none, or the account may not
   */
  static Actor teller(ActorOptions acting, Set<String> audience) {
    ToldMarket.requireKnown(audience);
    Actor actor = audience.isEmpty() ? acting.actor() : acting.required();
    ToldMarket.requireRights(actor, audience);
    return actor;
  }
}
