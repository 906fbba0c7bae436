package org.gridclear.cli.anomaly;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.anomaly.rule.AnomalyRuleVersions;
import org.gridclear.market.anomaly.rule.AnomalyRules;
import org.gridclear.market.anomaly.rule.AnomalyRulesReader;
import org.gridclear.market.intake.PieceTables;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.rulebase.RuleKinds;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear anomalies rules}: the rules by which results are judged. */
@Command(
    name = "rules",
    description = "Rules of anomalies: thresholds, severity, in effect or not.",
    subcommands = CommandLine.HelpCommand.class)
public final class AnomalyRulesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCodes.DONE;
  }

  @Command(name = "show", description = "The rules in effect, as JSON that 'set' reads.")
  int show(@Mixin MarketOption market) {
    try (MarketFolder folder = market.open()) {
      AnomalyRules rules =
          new AnomalyRuleVersions(new PieceStore(folder)).at(Instant.now()).rules();
      spec.commandLine()
          .getOut()
          .println(new String(AnomalyRulesReader.write(rules), StandardCharsets.UTF_8));
      spec.commandLine().getOut().flush();
    }
    return ExitCodes.DONE;
  }

  @Command(name = "set", description = "Set the rules, YAML or JSON; earlier versions stay.")
  int set(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Parameters(paramLabel = "FILE", description = "The rules.") Path file)
      throws Exception {
    AnomalyRules rules =
        AnomalyRulesReader.read(Files.readAllBytes(file), String.valueOf(file.getFileName()));
    Actor actor = acting.actor();
    try (MarketFolder folder = market.open()) {
      new RuleBase(folder, Clock.systemUTC()).requireOneMaySet(RuleKinds.ANOMALIES);
      var recorded =
          actor.change(
              "anomalies rules set",
              String.valueOf(file.getFileName()),
              () ->
                  new AnomalyRuleVersions(new PieceStore(folder))
                      .set(rules, MarketOption.recording(actor)));
      spec.commandLine()
          .getOut()
          .printf(
              "Rules of anomalies, version %d: %d rule(s), %d in effect%n",
              recorded.version().version(),
              rules.rules().size(),
              rules.rules().stream().filter(rule -> rule.inEffect()).count());
      spec.commandLine().getOut().flush();
    }
    return ExitCodes.DONE;
  }

  @Command(name = "versions", description = "All versions of the rules.")
  int versions(@Mixin MarketOption market, @Mixin TableOutput output) throws Exception {
    output.check();
    try (MarketFolder folder = market.open()) {
      output.write(
          PieceTables.versions(
              new AnomalyRuleVersions(new PieceStore(folder)).versions(),
              MarketOption.clock(folder)),
          spec.commandLine().getOut());
    }
    return ExitCodes.DONE;
  }
}
