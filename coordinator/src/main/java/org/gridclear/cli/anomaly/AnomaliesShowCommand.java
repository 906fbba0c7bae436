package org.gridclear.cli.anomaly;

import java.time.Clock;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.anomaly.AnomalyDesk;
import org.gridclear.market.anomaly.AnomalyTables;
import org.gridclear.market.anomaly.KeptAnomaly;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gridclear anomalies show}: an anomaly, and who did what about it. */
@Command(name = "show", description = "An anomaly, and who did what about it.")
final class AnomaliesShowCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private TableOutput output;

  @Parameters(paramLabel = "NUMBER", description = "Number of the anomaly.")
  private long number;

  @Override
  public Integer call() throws Exception {
    return market.answer(
        output,
        out(),
        folder -> {
          AnomalyDesk desk = new AnomalyDesk(folder.database(), Clock.systemUTC());
          KeptAnomaly kept = desk.get(number);
          err().printf("%s version %d: %s%n", kept.key().text(), kept.version(), kept.text());
          err().flush();
          return AnomalyTables.steps(desk.steps(number));
        });
  }
}
