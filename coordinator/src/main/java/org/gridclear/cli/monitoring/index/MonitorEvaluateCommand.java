package org.gridclear.cli.monitoring.index;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.gridclear.account.Actor;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.process.Grid;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.monitoring.evaluation.AlarmedEvaluation;
import org.gridclear.monitoring.evaluation.IndexEvaluation;
import org.gridclear.monitoring.evaluation.IndexQuery;
import org.gridclear.monitoring.grid.GridIndexWork;
import org.gridclear.report.monitoring.ToldMarket;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gridclear monitor evaluate}: evaluate indices of days from the store. */
@Command(
    name = "evaluate",
    description = {
      "Evaluate indices of days from the store. What was evaluated before is not computed again.",
      "Exit code 1 if a date has no results, or an index passes a severe limit."
    })
public final class MonitorEvaluateCommand extends MonitorStepCommand {
  @Mixin private MarketOption market;
  @Mixin private IndexRangeOptions range;
  @Mixin private GridOptions gridOptions;
  @Mixin private ActorOptions acting;

  @Option(
      names = "--tell",
      split = ",",
      paramLabel = "AUDIENCE",
      description =
          "Tell of new alarms by a notice: public, member:ID, regulator, operator. It goes"
              + " over the channels of who is told, by mail or signed calls.")
  private Set<String> audience = Set.of();

  @Override
  public Integer call() throws Exception {
    IndexQuery query = range.query();
    Actor actor = teller(acting, audience);
    gridOptions.reach();
    try (MarketFolder folder = market.open()) {
      long start = System.nanoTime();
      AlarmedEvaluation evaluated = evaluated(folder, query);
      evaluated.remarks().forEach(err()::println);
      err().flush();
      out().println(evaluated.line((System.nanoTime() - start) / 1e9));
      if (!audience.isEmpty() && !evaluated.raised().isEmpty()) {
        ToldMarket.Told told = ToldMarket.Told.of(evaluated, query);
        out().println(new ToldMarket(folder, actor).tell(told, audience, List.of()));
      }
      out().flush();
      return ExitCodes.clean(evaluated.clean());
    }
  }

  private AlarmedEvaluation evaluated(MarketFolder folder, IndexQuery query) {
    if (gridOptions.join.isEmpty() && gridOptions.data == null) {
      return AlarmedEvaluation.of(evaluation(folder), alarms(folder), query, this::progress);
    }
    try (Grid grid = Grid.start(gridOptions)) {
      IndexEvaluation there =
          IndexEvaluation.of(folder, Clock.systemUTC(), new GridIndexWork(grid.runs()));
      return AlarmedEvaluation.of(there, alarms(folder), query, this::progress);
    }
  }

  private void progress(String text) {
    err().println(text);
    err().flush();
  }
}
