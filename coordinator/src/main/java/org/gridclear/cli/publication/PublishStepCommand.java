package org.gridclear.cli.publication;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.publication.PublicationTables;
import org.gridclear.market.publication.Publishing.Outcome;
import org.gridclear.market.publication.ScheduledPublishing;
import org.gridclear.market.store.MarketFolder;

/** What commands of {@code gridclear publish} share. */
abstract class PublishStepCommand extends PrintingCommand {
  final int publish(
      MarketOption market,
      ActorOptions acting,
      TableOutput output,
      String operation,
      PublishWork work)
      throws Exception {
    return publish(market, acting, output, operation, work, out());
  }

  static int publish(
      MarketOption market,
      ActorOptions acting,
      TableOutput output,
      String operation,
      PublishWork work,
      PrintWriter out)
      throws Exception {
    Right needed = operation.equals("withdraw") ? Right.APPROVE_DAY : Right.OPERATE_MARKET;
    output.check();
    try (MarketFolder folder = market.open()) {
      Actor actor = acting.required(folder.path());
      actor.scope(needed);
      DayStore days = DayStore.of(folder);
      ScheduledPublishing publishing = ScheduledPublishing.of(folder, days, Clock.systemUTC());
      List<Outcome> outcomes =
          actor.change(
              "publish " + operation,
              folder.facts().name(),
              () -> work.of(publishing, days, actor));
      output.write(PublicationTables.outcomes(outcomes), out);
      boolean all = outcomes.stream().allMatch(each -> each.remark().isEmpty());
      return ExitCodes.clean(all);
    }
  }
}
