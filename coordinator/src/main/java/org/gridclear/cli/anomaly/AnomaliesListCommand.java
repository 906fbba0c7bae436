package org.gridclear.cli.anomaly;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.anomaly.AnomalyDesk;
import org.gridclear.market.anomaly.AnomalyTables;
import org.gridclear.market.anomaly.KeptAnomaly;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear anomalies list}: anomalies of a range of dates. */
@Command(
    name = "list",
    description = "Anomalies of a range of dates. Exit code 1 if a severe one is not handled.")
final class AnomaliesListCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private AnomalyQueryOptions query;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws IOException {
    output.check();
    try (MarketFolder folder = market.open()) {
      List<KeptAnomaly> found =
          new AnomalyDesk(folder.database(), Clock.systemUTC()).list(query.query());
      output.write(AnomalyTables.anomalies(found), out());
      return ExitCodes.clean(KeptAnomaly.noneOpenSevere(found));
    }
  }
}
