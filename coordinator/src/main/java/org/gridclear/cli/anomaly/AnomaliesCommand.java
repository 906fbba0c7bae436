package org.gridclear.cli.anomaly;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.anomaly.AnomalyDesk;
import org.gridclear.market.anomaly.AnomalyTables;
import org.gridclear.market.anomaly.KeptAnomaly;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.anomaly.ResultWatch;
import org.gridclear.market.anomaly.rule.CaseEvidence;
import org.gridclear.market.anomaly.rule.ScreenedFlows;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.remedy.CaseRemedy;
import org.gridclear.market.remedy.ChangeTables;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear anomalies}: what is not as it should be in results, and what became of it. */
@Command(
    name = "anomalies",
    description = "Anomalies of results, and what becomes of them (docs/market-day.md).",
    subcommands = {
      AcknowledgeCommand.class,
      HandleCommand.class,
      CloseCommand.class,
      AnomalyRulesCommand.class,
      CommandLine.HelpCommand.class
    })
public final class AnomaliesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(out());
    return ExitCodes.DONE;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static int code(List<KeptAnomaly> anomalies) {
    boolean severe = anomalies.stream().anyMatch(KeptAnomaly::isOpenSevere);
    return severe ? ExitCodes.FAILED_CELLS : ExitCodes.DONE;
  }

  @Command(
      name = "list",
      description = "Anomalies of a range of dates. Exit code 1 if a severe one is not handled.")
  int list(@Mixin MarketOption market, @Mixin AnomalyQueryOptions query, @Mixin TableOutput output)
      throws IOException {
    output.check();
    try (MarketFolder folder = market.open()) {
      List<KeptAnomaly> found =
          new AnomalyDesk(folder.database(), Clock.systemUTC()).list(query.query());
      output.write(AnomalyTables.anomalies(found), out());
      return code(found);
    }
  }

  @Command(name = "show", description = "An anomaly, and who did what about it.")
  int show(
      @Mixin MarketOption market,
      @Mixin TableOutput output,
      @Parameters(paramLabel = "NUMBER", description = "Number of the anomaly.") long number)
      throws IOException {
    output.check();
    try (MarketFolder folder = market.open()) {
      AnomalyDesk desk = new AnomalyDesk(folder.database(), Clock.systemUTC());
      KeptAnomaly kept = desk.get(number);
      spec.commandLine()
          .getErr()
          .printf("%s version %d: %s%n", kept.key().text(), kept.version(), kept.text());
      spec.commandLine().getErr().flush();
      output.write(AnomalyTables.steps(desk.steps(number)), out());
    }
    return ExitCodes.DONE;
  }

  @Command(
      name = "evaluate",
      description = {
        "Judge a version by the rules that hold now; what is there stays as it is.",
        "Exit code 1 if a severe anomaly is not handled."
      })
  int evaluate(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Mixin VersionOptions version,
      @Option(
              names = "--screening",
              paramLabel = "DIR",
              description = "A screening in AC of the version's plan, which is kept with it.")
          Path screening,
      @Mixin TableOutput output)
      throws Exception {
    output.check();
    Actor actor = acting.required();
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
      PrintWriter err = spec.commandLine().getErr();
      err.printf("%s: %d anomalies are new%n", found.text(), judged.raised());
      judged.notJudged().forEach(each -> err.println(each.text()));
      err.flush();
      output.write(AnomalyTables.anomalies(judged.anomalies()), out());
      return code(judged.anomalies());
    }
  }

  @Command(
      name = "changes",
      description = {
        "Changes of the case of a version after which its limits are met, the dearest violation",
        "first (see handle --make-case)."
      })
  int changes(@Mixin MarketOption market, @Mixin VersionOptions version, @Mixin TableOutput output)
      throws IOException {
    output.check();
    try (MarketFolder folder = market.open()) {
      MarketAnomalies anomalies = MarketAnomalies.of(folder, Clock.systemUTC());
      DayVersion found = version.find(DayStore.of(folder));
      output.write(ChangeTables.of(CaseRemedy.of(folder, anomalies, found).changes()), out());
    }
    return ExitCodes.DONE;
  }

  @Command(
      name = "due",
      description = {
        "Look whether day-ahead and long-cycle results are there by the gates of the market's",
        "parameters, and raise an anomaly where one is not. Exit code 1 if one is missing."
      })
  int due(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Option(names = "--from", required = true, description = "First trading date.")
          LocalDate from,
      @Option(names = "--to", required = true, description = "Last trading date.") LocalDate to,
      @Mixin TableOutput output)
      throws Exception {
    output.check();
    Actor actor = acting.required();
    try (MarketFolder folder = market.open()) {
      ResultWatch watch = new ResultWatch(folder, DayStore.of(folder), Clock.systemUTC());
      List<KeptAnomaly> missing =
          actor.change(
              "anomalies due",
              "%s to %s".formatted(from, to),
              () -> watch.check(from, to, actor.name()));
      output.write(AnomalyTables.anomalies(missing), out());
      return code(missing);
    }
  }
}
