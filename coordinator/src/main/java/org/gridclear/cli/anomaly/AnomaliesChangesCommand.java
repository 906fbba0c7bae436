package org.gridclear.cli.anomaly;

import java.time.Clock;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.remedy.CaseRemedy;
import org.gridclear.market.remedy.ChangeTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code gridclear anomalies changes}: changes of the case of a version after which its limits are
 * met, the dearest violation first (see handle --make-case).
 */
@Command(
    name = "changes",
    description = {
      "Changes of the case of a version after which its limits are met, the dearest violation",
      "first (see handle --make-case)."
    })
final class AnomaliesChangesCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private VersionOptions version;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws Exception {
    return market.answer(
        output,
        out(),
        folder -> {
          MarketAnomalies anomalies = MarketAnomalies.of(folder, Clock.systemUTC());
          DayVersion found = version.find(DayStore.of(folder));
          return ChangeTables.of(CaseRemedy.of(folder, anomalies, found).changes());
        });
  }
}
