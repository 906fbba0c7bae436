package org.gridclear.cli.monitoring.mitigation;

import java.time.Clock;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.monitoring.impact.Mitigations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridclear monitor mitigations decide}: approve or reject one. */
@Command(
    name = "decide",
    description = "Approve or reject one; by another account than proposed it, of the regulator.")
public final class MitigationsDecideCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Option(names = "--comment", required = true, description = "What is to be said.")
  private String comment;

  @Parameters(paramLabel = "NUMBER", description = "Number of the mitigation.")
  private long number;

  @Parameters(paramLabel = "VERDICT", description = "approve or reject.")
  private Verdict verdict;

  @Override
  public Integer call() throws Exception {
    Actor actor = acting.required();
    actor.scope(Right.SUPERVISE);
    try (MarketFolder folder = market.open()) {
      Mitigations mitigations = new Mitigations(folder, Clock.systemUTC());
      var decided =
          actor.change(
              "monitor decide",
              Long.toString(number),
              () -> mitigations.decide(number, verdict == Verdict.APPROVE, actor.name(), comment));
      out().printf("mitigation %d: %s%n", number, decided.decision().orElseThrow().state());
      out().flush();
    }
    return ExitCodes.DONE;
  }

  /** What is decided. */
  enum Verdict {
    /** The final run has the references. */
    APPROVE,
    /** Offers stay as they are. */
    REJECT
  }
}
