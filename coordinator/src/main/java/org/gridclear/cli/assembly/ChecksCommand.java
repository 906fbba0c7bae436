package org.gridclear.cli.assembly;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.check.CheckSet;
import org.gridclear.market.check.CheckSetReader;
import org.gridclear.market.intake.CheckSets;
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

/** {@code gridclear checks}: the rules by which a market checks what it takes in. */
@Command(
    name = "checks",
    description = "Rules of a market's checks: thresholds, in effect or not (docs/market.md).",
    subcommands = CommandLine.HelpCommand.class)
public final class ChecksCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCodes.DONE;
  }

  @Command(name = "show", description = "The rules in effect, as JSON that 'set' reads.")
  int show(@Mixin MarketOption market) {
    try (MarketFolder folder = market.open()) {
      CheckSet set = new CheckSets(new PieceStore(folder)).at(Instant.now()).set();
      spec.commandLine()
          .getOut()
          .println(new String(CheckSetReader.write(set), StandardCharsets.UTF_8));
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
    CheckSet set =
        CheckSetReader.read(Files.readAllBytes(file), String.valueOf(file.getFileName()));
    Actor actor = acting.actor();
    try (MarketFolder folder = market.open()) {
      new RuleBase(folder, Clock.systemUTC()).requireOneMaySet(RuleKinds.CHECKS);
      var recorded =
          actor.change(
              "checks set",
              String.valueOf(file.getFileName()),
              () -> new CheckSets(new PieceStore(folder)).set(set, MarketOption.recording(actor)));
      spec.commandLine()
          .getOut()
          .printf(
              "Checks version %d: %d rule(s), %d in effect; %d rule(s) of files off%n",
              recorded.version().version(),
              set.rules().size(),
              set.rules().stream().filter(rule -> rule.inEffect()).count(),
              set.off().size());
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
              new CheckSets(new PieceStore(folder)).versions(), MarketOption.clock(folder)),
          spec.commandLine().getOut());
    }
    return ExitCodes.DONE;
  }
}
