package org.gridclear.cli.assembly;

import java.time.Instant;
import java.time.LocalDate;
import org.gridclear.clearing.input.Market;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.assembly.AssemblyRequest;
import org.gridclear.market.similar.SimilarDays;
import org.gridclear.market.store.PieceStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
public final class SeriesSimilarCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private TableOutput output;

  @Option(names = "--date", required = true, description = "The date.")
  private LocalDate date;

  @Option(
      names = "--trade",
      paramLabel = "MARKET",
      defaultValue = "da",
      converter = TradeConverter.class,
      description = "Whose load forecast is its curve (default: ${DEFAULT-VALUE}).")
  private Market trade;

  @Option(
      names = "--days",
      defaultValue = "60",
      converter = OptionNumbers.FromOne.class,
      description = "Days back (default: ${DEFAULT-VALUE}).")
  private int days;

  @Option(
      names = "--outage-weight",
      converter = OptionNumbers.NotNegative.class,
      defaultValue = "0.1",
      description = "What different outages count (default: ${DEFAULT-VALUE}).")
  private double outageWeight;

  @Override
  public Integer call() throws Exception {
    return market.answer(
        output,
        out(),
        folder -> {
          SimilarDays.Result found =
              new SimilarDays(new PieceStore(folder), MarketOption.clock(folder))
                  .find(
                      new SimilarDays.Request(
                          date,
                          AssemblyRequest.forecastOf(trade),
                          Instant.now(),
                          days,
                          outageWeight));
          return found.table();
        });
  }
}
