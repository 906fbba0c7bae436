package org.gridclear.cli.monitoring.index;

import java.io.IOException;
import java.util.List;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.index.IndexAlarmRow;
import org.gridclear.monitoring.evaluation.IndexTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gridclear monitor alarms}: indices that passed a limit. */
@Command(name = "alarms", description = "Indices that passed a limit. Exit code 1 if one is open.")
public final class MonitorAlarmsCommand extends MonitorStepCommand {
  @Mixin private MarketOption market;

  @Mixin private IndexRangeOptions range;

  @Option(names = "--open", description = "Those alone that nobody cleared.")
  private boolean open;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws IOException {
    output.check();
    try (MarketFolder folder = market.open()) {
      List<IndexAlarmRow> found = alarms(folder).of(range.query(), open);
      output.write(IndexTables.alarms(found), out());
      return ExitCodes.clean(found.stream().noneMatch(each -> each.cleared().isEmpty()));
    }
  }
}
