package org.gridclear.cli.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.market.intake.SeriesImport;
import org.gridclear.market.series.SeriesReader;
import org.gridclear.market.series.SeriesSet;
import org.gridclear.market.series.SeriesTable;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code gridclear series import}: take a delivery of series in, JSON (format gridclear-series) or
 * CSV (time,SUBJECT,…).
 */
@Command(
    name = "import",
    description = {
      "Take a delivery of series in, JSON (format gridclear-series) or CSV (time,SUBJECT,…).",
      "It is checked first; an error refuses it (exit code 2)."
    })
final class SeriesImportCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Mixin private SeriesHeader header;

  @Option(
      names = "--other-source",
      description = "Allow another source than what there is of its time.")
  private boolean otherSource;

  @Parameters(paramLabel = "FILE", description = "The file.")
  private Path file;

  @Override
  public Integer call() throws Exception {
    byte[] content = Files.readAllBytes(file);
    try (MarketFolder folder = market.open()) {
      var clock = MarketOption.clock(folder);
      String name = String.valueOf(file.getFileName());
      SeriesSet set =
          name.endsWith(".csv")
              ? SeriesTable.csv(content, name, header.header(), clock)
              : SeriesReader.json(content, name, clock);
      Actor actor = acting.actor();
      actor.require(Right.OPERATE_MARKET);
      SeriesImport.Result result =
          actor.change(
              "series import",
              "%s of %s".formatted(name, set.kind()),
              () ->
                  new SeriesImport(new PieceStore(folder), clock)
                      .take(set, otherSource, MarketOption.recording(actor)));
      return SeriesPrint.taken(set, result, out(), err());
    }
  }
}
