package org.gridclear.cli.monitoring.index;

import java.time.Clock;
import java.util.List;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.monitoring.evaluation.IndexAlarms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridclear monitor clear}: clear alarms of indices by hand. */
@Command(name = "clear", description = "Clear alarms of indices by hand.")
public final class MonitorClearCommand extends MonitorStepCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Option(names = "--comment", required = true, description = "What is to be said.")
  private String comment;

  @Parameters(paramLabel = "NUMBER", arity = "1..*", description = "Numbers of alarms.")
  private List<Long> numbers;

  @Override
  public Integer call() throws Exception {
    Actor actor = acting.required();
    actor.require(Right.SUPERVISE, Right.OPERATE_MARKET);
    try (MarketFolder folder = market.open()) {
      IndexAlarms alarms = new IndexAlarms(folder.database(), Clock.systemUTC());
      for (long number : numbers) {
        actor.change(
            "monitor clear",
            Long.toString(number),
            () -> alarms.clear(number, actor.name(), comment));
        out().printf("alarm %d cleared%n", number);
      }
      out().flush();
    }
    return ExitCodes.DONE;
  }
}
