package org.gridclear.cli.assembly;

import java.io.IOException;
import java.time.Instant;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.assembly.AssemblyRequest;
import org.gridclear.market.similar.SimilarDays;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code gridclear series similar}: the days that are most like a date: of its type, by the
 * distance of load curve and outages.
 */
@Command(
    name = "similar",
    description = {
      "The days that are most like a date: of its type, by the distance of load curve and",
      "outages; the nearest first."
    })
final class SeriesSimilarCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private TableOutput output;

  @Mixin private SeriesSimilarOptions options;

  @Override
  public Integer call() throws IOException {
    output.check();
    try (MarketFolder folder = market.open()) {
      SimilarDays.Result found =
          new SimilarDays(new PieceStore(folder), MarketOption.clock(folder))
              .find(
                  new SimilarDays.Request(
                      options.date(),
                      AssemblyRequest.forecastOf(options.trade()),
                      Instant.now(),
                      options.days(),
                      options.outageWeight()));
      output.write(found.table(), out());
    }
    return ExitCodes.DONE;
  }
}
