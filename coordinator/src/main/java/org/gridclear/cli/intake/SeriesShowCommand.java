package org.gridclear.cli.intake;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.market.series.SeriesReader;
import org.gridclear.market.series.SeriesSet;
import org.gridclear.market.series.SeriesText;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.PieceVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gridclear series show}: the values of a delivery, CSV or JSON as import reads it. */
@Command(name = "show", description = "The values of a delivery, CSV or JSON as import reads it.")
final class SeriesShowCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Option(
      names = "--kind",
      required = true,
      converter = KindConverter.class,
      description = "Its kind, such as load-forecast-short.")
  private SeriesKind kind;

  @Option(
      names = "--series-version",
      converter = OptionNumbers.FromOne.class,
      description = "Its version (default: the last).")
  private Integer version;

  @Option(names = "--format", defaultValue = "csv", description = "csv or json.")
  private SeriesPrint.Format format;

  @Override
  public Integer call() {
    try (MarketFolder folder = market.open()) {
      PieceStore store = new PieceStore(folder);
      PieceVersion found = SeriesPrint.find(store, kind, version);
      SeriesSet set =
          SeriesReader.json(store.content(found), kind.label(), MarketOption.clock(folder));
      byte[] text = format == SeriesPrint.Format.csv ? SeriesText.csv(set) : SeriesText.json(set);
      out().println(new String(text, java.nio.charset.StandardCharsets.UTF_8).strip());
      out().flush();
    }
    return ExitCodes.DONE;
  }
}
