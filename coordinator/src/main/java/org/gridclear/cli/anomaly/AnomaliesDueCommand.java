package org.gridclear.cli.anomaly;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.anomaly.AnomalyTables;
import org.gridclear.market.anomaly.KeptAnomaly;
import org.gridclear.market.anomaly.ResultWatch;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code gridclear anomalies due}: look whether day-ahead and long-cycle results are there by the
 * gates of the market's parameters, and raise an anomaly where one is not.
 */
@Command(
    name = "due",
    description = {
      "Look whether day-ahead and long-cycle results are there by the gates of the market's",
      "parameters, and raise an anomaly where one is not. Exit code 1 if one is missing."
    })
final class AnomaliesDueCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Option(names = "--from", required = true, description = "First trading date.")
  private LocalDate from;

  @Option(names = "--to", required = true, description = "Last trading date.")
  private LocalDate to;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws Exception {
    output.check();
    Actor actor = acting.required();
    actor.require(Right.OPERATE_MARKET);
    try (MarketFolder folder = market.open()) {
      ResultWatch watch = new ResultWatch(folder, DayStore.of(folder), Clock.systemUTC());
      List<KeptAnomaly> missing =
          actor.change(
              "anomalies due",
              "%s to %s".formatted(from, to),
              () -> watch.check(from, to, actor.name()));
      output.write(AnomalyTables.anomalies(missing), out());
      return ExitCodes.clean(KeptAnomaly.noneOpenSevere(missing));
    }
  }
}
