package org.gridclear.cli.monitoring.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.monitoring.catalogue.IndexCatalogues;
import org.gridclear.monitoring.evaluation.IndexEvaluation;
import org.gridclear.monitoring.evaluation.IndexTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gridclear monitor indices}: the indices in effect, their limits and weights. */
@Command(name = "indices", description = "The indices in effect, their limits and weights.")
public final class MonitorIndicesCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Option(names = "--yaml", description = "As a file that 'set' reads.")
  private boolean yaml;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws IOException {
    output.check();
    try (MarketFolder folder = market.open()) {
      if (yaml) {
        byte[] text = new IndexCatalogues(new PieceStore(folder)).text(Clock.systemUTC().instant());
        out().print(new String(text, StandardCharsets.UTF_8));
        out().flush();
      } else {
        output.write(
            IndexTables.definitions(IndexEvaluation.of(folder, Clock.systemUTC()).catalogue()),
            out());
      }
    }
    return ExitCodes.DONE;
  }
}
