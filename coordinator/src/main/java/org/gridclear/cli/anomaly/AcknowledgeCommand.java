package org.gridclear.cli.anomaly;

import java.util.List;
import java.util.Optional;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.market.anomaly.AnomalyState;
import org.gridclear.market.anomaly.AnomalySteps;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridclear anomalies acknowledge}: somebody knows of an anomaly. */
@Command(name = "acknowledge", description = "Say that you know of anomalies.")
final class AcknowledgeCommand extends PrintingCommand {
  @Mixin private MarketOption market;
  @Mixin private ActorOptions acting;

  @Option(names = "--comment", defaultValue = "", description = "What is to be said.")
  private String comment;

  @Parameters(paramLabel = "NUMBER", arity = "1..*", description = "Numbers of anomalies.")
  private List<Long> numbers;

  @Override
  public Integer call() throws Exception {
    Actor actor = acting.required();
    actor.require(Right.OPERATE_MARKET);
    try (MarketFolder folder = market.open()) {
      new AnomalySteps(AnomalyState.ACKNOWLEDGED, Optional.empty(), comment)
          .make(folder, actor, numbers, out()::println);
      out().flush();
    }
    return ExitCodes.DONE;
  }
}
