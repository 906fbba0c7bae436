package org.gridclear.cli.settlement.process;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.settlement.open.OpenProcess;
import org.gridclear.settlement.process.Act;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridclear settle process answer}: propose the answer to a dispute. */
@Command(name = "answer", description = "Propose the answer to a dispute.")
final class ProcessAnswerCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Parameters(
      paramLabel = "DISPUTE",
      converter = OptionNumbers.FromOne.class,
      description = "Number of the dispute.")
  private int dispute;

  @Option(
      names = "--outcome",
      required = true,
      description = "What becomes of it: ${COMPLETION-CANDIDATES}.")
  private Act.Outcome outcome;

  @Option(names = "--words", required = true, description = "The answer.")
  private String words;

  @Override
  public Integer call() throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      Act.Answered act = new Act.Answered(dispute, outcome, words);
      long number =
          open.settle(
              acting,
              "answer",
              "dispute %d %s".formatted(dispute, outcome),
              by -> open.exchange().propose(act, by));
      return said("Proposal %d: another account approves it.", number);
    }
  }
}
