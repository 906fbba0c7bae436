package org.gridclear.cli.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.clearing.input.Market;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.assembly.AssemblyRequest;
import org.gridclear.market.intake.PieceTables;
import org.gridclear.market.intake.SeriesImport;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.market.series.SeriesReader;
import org.gridclear.market.series.SeriesSet;
import org.gridclear.market.series.SeriesTable;
import org.gridclear.market.series.SeriesText;
import org.gridclear.market.similar.SimilarDays;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.PieceVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear series}: forecasts, limits, actual values of a market. */
@Command(
    name = "series",
    description = "Series of a market: take in, look at, list versions (docs/market.md).",
    subcommands = CommandLine.HelpCommand.class)
public final class SeriesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCodes.DONE;
  }

  @Command(
      name = "import",
      description = {
        "Take a delivery of series in, JSON (format gridclear-series) or CSV (time,SUBJECT,…).",
        "It is checked first; an error refuses it (exit code 2)."
      })
  int take(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Mixin SeriesHeader header,
      @Option(
              names = "--other-source",
              description = "Allow another source than what there is of its time.")
          boolean otherSource,
      @Parameters(paramLabel = "FILE", description = "The file.") Path file)
      throws Exception {
    byte[] content = Files.readAllBytes(file);
    try (MarketFolder folder = market.open()) {
      var clock = MarketOption.clock(folder);
      String name = String.valueOf(file.getFileName());
      SeriesSet set =
          name.endsWith(".csv")
              ? SeriesTable.csv(content, name, header.header(), clock)
              : SeriesReader.json(content, name, clock);
      Actor actor = acting.actor();
      SeriesImport.Result result =
          actor.change(
              "series import",
              "%s of %s".formatted(name, set.kind()),
              () ->
                  new SeriesImport(new PieceStore(folder), clock)
                      .take(set, otherSource, MarketOption.recording(actor)));
      return SeriesPrint.taken(set, result, spec.commandLine());
    }
  }

  @Command(name = "versions", description = "The deliveries that there are, in their order.")
  int versions(
      @Mixin MarketOption market,
      @Mixin TableOutput output,
      @Option(names = "--kind", converter = KindConverter.class, description = "Of this kind.")
          SeriesKind kind)
      throws IOException {
    output.check();
    try (MarketFolder folder = market.open()) {
      output.write(
          PieceTables.series(
              new PieceStore(folder), Optional.ofNullable(kind), MarketOption.clock(folder)),
          spec.commandLine().getOut());
    }
    return ExitCodes.DONE;
  }

  @Command(name = "show", description = "The values of a delivery, CSV or JSON as import reads it.")
  int show(
      @Mixin MarketOption market,
      @Option(
              names = "--kind",
              required = true,
              converter = KindConverter.class,
              description = "Its kind, such as load-forecast-short.")
          SeriesKind kind,
      @Option(
              names = "--series-version",
              converter = OptionNumbers.FromOne.class,
              description = "Its version (default: the last).")
          Integer version,
      @Option(names = "--format", defaultValue = "csv", description = "csv or json.")
          SeriesPrint.Format format) {
    try (MarketFolder folder = market.open()) {
      PieceStore store = new PieceStore(folder);
      PieceVersion found = SeriesPrint.find(store, kind, version);
      SeriesSet set =
          SeriesReader.json(store.content(found), kind.label(), MarketOption.clock(folder));
      byte[] text = format == SeriesPrint.Format.csv ? SeriesText.csv(set) : SeriesText.json(set);
      spec.commandLine()
          .getOut()
          .println(new String(text, java.nio.charset.StandardCharsets.UTF_8).strip());
      spec.commandLine().getOut().flush();
    }
    return ExitCodes.DONE;
  }

  @Command(
      name = "similar",
      description = {
        "The days that are most like a date: of its type, by the distance of load curve and",
        "outages; the nearest first."
      })
  int similar(
      @Mixin MarketOption market,
      @Mixin TableOutput output,
      @Option(names = "--date", required = true, description = "The date.") LocalDate date,
      @Option(
              names = "--trade",
              paramLabel = "MARKET",
              defaultValue = "da",
              converter = TradeConverter.class,
              description = "Whose load forecast is its curve (default: ${DEFAULT-VALUE}).")
          Market trade,
      @Option(
              names = "--days",
              defaultValue = "60",
              converter = OptionNumbers.FromOne.class,
              description = "Days back (default: ${DEFAULT-VALUE}).")
          int days,
      @Option(
              names = "--outage-weight",
              converter = OptionNumbers.NotNegative.class,
              defaultValue = "0.1",
              description = "What different outages count (default: ${DEFAULT-VALUE}).")
          double outageWeight)
      throws IOException {
    output.check();
    try (MarketFolder folder = market.open()) {
      SimilarDays.Result found =
          new SimilarDays(new PieceStore(folder), MarketOption.clock(folder))
              .find(
                  new SimilarDays.Request(
                      date, AssemblyRequest.forecastOf(trade), Instant.now(), days, outageWeight));
      output.write(found.table(), spec.commandLine().getOut());
    }
    return ExitCodes.DONE;
  }
}
