package org.gridclear.cli.anomaly;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
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
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.anomaly.rule.CaseEvidence;
import org.gridclear.market.anomaly.rule.ScreenedFlows;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gridclear anomalies evaluate}: judge a version by the rules that hold now. */
@Command(
    name = "evaluate",
    description = {
      "Judge a version by the rules that hold now; what is there stays as it is.",
      "Exit code 1 if a severe anomaly is not handled."
    })
final class AnomaliesEvaluateCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Mixin private VersionOptions version;

  @Option(
      names = "--screening",
      paramLabel = "DIR",
      description = "A screening in AC of the version's plan, which is kept with it.")
  private Path screening;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws Exception {
    output.check();
    Actor actor = acting.required();
    actor.require(Right.OPERATE_MARKET);
    List<CaseEvidence.Flow> flows = screening == null ? null : ScreenedFlows.read(screening);
    try (MarketFolder folder = market.open()) {
      DayVersion found = version.find(DayStore.of(folder));
      MarketAnomalies anomalies = MarketAnomalies.of(folder, Clock.systemUTC());
      MarketAnomalies.Judged judged =
          actor.change(
              "anomalies evaluate",
              found.text(),
              () ->
                  flows == null
                      ? anomalies.again(found, actor.name())
                      : anomalies.screened(found, flows, actor.name()));
      PrintWriter err = err();
      err.printf("%s: %d anomalies are new%n", found.text(), judged.raised());
      judged.notJudged().forEach(each -> err.println(each.text()));
      err.flush();
      output.write(AnomalyTables.anomalies(judged.anomalies()), out());
      return ExitCodes.clean(KeptAnomaly.noneOpenSevere(judged.anomalies()));
    }
  }
}
