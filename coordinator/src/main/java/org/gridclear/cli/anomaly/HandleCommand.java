package org.gridclear.cli.anomaly;

import java.nio.file.Files;
import java.nio.file.Path;
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
import org.gridclear.market.anomaly.Measure;
import org.gridclear.market.remedy.HandledByCase;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridclear anomalies handle}: something was done about an anomaly. */
@Command(name = "handle", description = "Say what was done about anomalies.")
final class HandleCommand extends PrintingCommand {
  @Mixin private MarketOption market;
  @Mixin private ActorOptions acting;

  @Option(
      names = "--measure",
      required = true,
      converter = MeasureConverter.class,
      description = "changed-limits, fallback, or other, which the comment says.")
  private Measure measure;

  @Option(
      names = "--make-case",
      paramLabel = "FILE",
      description = {
        "Write the case of the version with the limits changed that these anomalies say could not",
        "be met, so that it can be cleared again (gridclear anomalies changes)."
      })
  private Path out;

  @Option(names = "--comment", required = true, description = "What is to be said.")
  private String comment;

  @Parameters(paramLabel = "NUMBER", arity = "1..*", description = "Numbers of anomalies.")
  private List<Long> numbers;

  @Override
  public Integer call() throws Exception {
    Actor actor = acting.required();
    actor.require(Right.OPERATE_MARKET);
    if (out != null && (measure != Measure.CHANGED_LIMITS || Files.exists(out))) {
      throw new IllegalArgumentException(
          Files.exists(out)
              ? "%s exists; name another.".formatted(out)
              : "A case is made where limits are changed: --measure changed-limits.");
    }
    try (MarketFolder folder = market.open()) {
      AnomalySteps steps = new AnomalySteps(AnomalyState.HANDLED, Optional.of(measure), comment);
      if (out == null) {
        steps.make(folder, actor, numbers, out()::println);
      } else {
        new HandledByCase(folder, steps, out).make(actor, numbers, out()::println);
      }
      out().flush();
    }
    return ExitCodes.DONE;
  }
}
