package org.gridclear.cli.settlement.process;

import java.util.List;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.settlement.open.OpenProcess;
import org.gridclear.settlement.process.Act;
import org.gridclear.settlement.process.ProcessRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code gridclear settle process rules}: show the hours and days of the process, or propose
 * others.
 */
@Command(name = "rules", description = "Show the hours and days of the process, or propose others.")
final class ProcessRulesCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Option(
      names = "--set",
      paramLabel = "RULES",
      split = ",",
      converter = OptionNumbers.FromOne.class,
      description = {
        "Hours for data, day, week, month, then working days to confirm and to answer,",
        "such as 24,48,72,72,3,5."
      })
  private List<Integer> set;

  @Override
  public Integer call() throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      if (set == null) {
        ProcessRules held = open.process().ask(state -> state.rules());
        return said("%s", held);
      }
      if (set.size() != 6) {
        throw new IllegalArgumentException("Give six numbers, such as 24,48,72,72,3,5.");
      }
      ProcessRules rules =
          new ProcessRules(set.get(0), set.get(1), set.get(2), set.get(3), set.get(4), set.get(5));
      long number =
          open.settle(
              acting,
              "rules",
              rules.toString(),
              by -> open.exchange().propose(new Act.RulesSet(rules), by));
      return said("Proposal %d: another account approves it.", number);
    }
  }
}
