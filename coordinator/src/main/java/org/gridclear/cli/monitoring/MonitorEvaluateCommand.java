package org.gridclear.cli.monitoring;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.process.Grid;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.index.IndexAlarmRow;
import org.gridclear.monitoring.evaluation.IndexEvaluation;
import org.gridclear.monitoring.evaluation.IndexQuery;
import org.gridclear.monitoring.grid.GridIndexWork;
import org.jspecify.annotations.Nullable;
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
final class MonitorEvaluateCommand extends MonitorStepCommand {
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
  private @Nullable Set<String> audience;

  @Override
  public Integer call() throws Exception {
    IndexQuery query = range.query();
    Actor actor = audience == null ? acting.actor() : acting.required();
    actor.require(Right.SUPERVISE, Right.OPERATE_MARKET);
    ToldMarket.check(audience == null ? Set.of() : audience);
    gridOptions.reach();
    try (MarketFolder folder = market.open()) {
      PrintWriter err = err();
      Set<Long> before = numbers(alarms(folder, query, false));
      long start = System.nanoTime();
      IndexEvaluation.Evaluated done =
          evaluated(
              folder,
              gridOptions,
              query,
              text -> {
                err.println(text);
                err.flush();
              });
      if (!done.missing().isEmpty()) {
        err.printf(
            "%d date(s) have no results, from %s to %s%n",
            done.missing().size(),
            done.missing().get(0),
            done.missing().get(done.missing().size() - 1));
      }
      done.without().forEach(run -> err.println(run + " has no prices, units or loads"));
      List<IndexAlarmRow> severe =
          alarms(folder, query, true).stream()
              .filter(each -> each.passed().severity().equals("severe"))
              .toList();
      severe.stream()
          .findFirst()
          .ifPresent(
              first ->
                  err.printf(
                      "%d severe alarm(s) of these dates are open, the first %s%n",
                      severe.size(), told(first)));
      err.flush();
      out()
          .printf(
              "%d values, %d of them computed now, %d new alarm(s), in %.1f s; sha256 %s%n",
              done.items(),
              done.computed(),
              done.raised(),
              (System.nanoTime() - start) / 1e9,
              done.hash());
      if (audience != null) {
        tell(new ToldMarket(folder, actor, out()), query, before, audience);
      }
      out().flush();
      boolean whole = done.missing().isEmpty() && done.without().isEmpty();
      return whole && severe.isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED_CELLS;
    }
  }

  private static IndexEvaluation.Evaluated evaluated(
      MarketFolder folder, GridOptions gridOptions, IndexQuery query, Consumer<String> told) {
    if (gridOptions.join.isEmpty() && gridOptions.data == null) {
      return evaluation(folder).evaluate(query, told);
    }
    try (Grid grid = Grid.start(gridOptions)) {
      return new IndexEvaluation(
              folder, DayStore.of(folder), Clock.systemUTC(), new GridIndexWork(grid.runs()))
          .evaluate(query, told);
    }
  }

  /** Tells of the alarms that were not there before; of none nobody is told. */
  private static void tell(
      ToldMarket market, IndexQuery query, Set<Long> before, Set<String> audience)
      throws Exception {
    List<IndexAlarmRow> raised =
        alarms(market.folder(), query, true).stream()
            .filter(each -> !before.contains(each.number()))
            .toList();
    if (!raised.isEmpty()) {
      String text =
          raised.stream().map(MonitorEvaluateCommand::told).collect(Collectors.joining("\n"));
      String title = "%d index alarms, %s to %s".formatted(raised.size(), query.from(), query.to());
      market.tell(
          new ToldMarket.Told("monitor evaluate tell", title, false, text), audience, List.of());
    }
  }

  private static String told(IndexAlarmRow alarm) {
    return "%s: %s of %s, %s: %s, limit %s"
        .formatted(
            alarm.passed().severity(),
            alarm.item().index(),
            alarm.item().zone().isEmpty() ? "the system" : "zone " + alarm.item().zone(),
            alarm.item().date(),
            alarm.passed().value(),
            alarm.passed().limit());
  }
}
