package org.gridclear.cli.rulebase;

import java.nio.file.Path;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.PrintingCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridclear rules propose}: propose rules of a kind, YAML or JSON. */
@Command(
    name = "propose",
    description = {
      "Propose rules of a kind, YAML or JSON; they hold once another account approved them.",
      "Everything wrong is told at once."
    })
final class RulesProposeCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Option(names = "--kind", paramLabel = "KIND", required = true, description = "Kind of rules.")
  private String kind;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "From when they hold (default: their approval, or what they say).")
  private String from;

  @Option(names = "--note", defaultValue = "", description = "Why, for the reviewer.")
  private String note;

  @Parameters(paramLabel = "FILE", description = "The rules.")
  private Path file;

  @Override
  public Integer call() throws Exception {
    RuleFile rules = new RuleFile(kind, file, from, note);
    return rules.propose(market, acting, "rules propose", kind + " of " + rules.name(), out());
  }
}
