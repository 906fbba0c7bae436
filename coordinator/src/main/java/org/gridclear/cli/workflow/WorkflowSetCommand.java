package org.gridclear.cli.workflow;

import java.nio.file.Path;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.rulebase.RuleFile;
import org.gridclear.market.rulebase.RuleKinds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code gridclear workflow set}: propose the workflows of a market, YAML or JSON, all of them in
 * one file.
 */
@Command(
    name = "set",
    description = {
      "Propose the workflows of a market, YAML or JSON, all of them in one file; they hold once",
      "another account approved them: gridclear rules review."
    })
final class WorkflowSetCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "From when they hold (default: their approval).")
  private String from;

  @Option(names = "--note", defaultValue = "", description = "Why, for the reviewer.")
  private String note;

  @Parameters(paramLabel = "FILE", description = "The workflows.")
  private Path file;

  @Override
  public Integer call() throws Exception {
    return new RuleFile(RuleKinds.WORKFLOW, file, from, note)
        .propose(market, acting, "workflow set", out());
  }
}
