package org.gridclear.cli.publication;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.publication.HandedTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code gridclear publish data}: publish a kind of data of a date by hand: a series, tickets or
 * records as they are known now, or a table that is handed in (CSV.
 */
@Command(
    name = "data",
    description = {
      "Publish a kind of data of a date by hand: a series, tickets or records as they are known",
      "now, or a table that is handed in (CSV; its column member says whose a row is)."
    })
final class PublishDataCommand extends PublishStepCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Parameters(paramLabel = "KIND", description = "The kind.")
  private String kind;

  @Option(names = "--date", required = true, description = "Trading date.")
  private LocalDate date;

  @Option(names = "--file", paramLabel = "FILE", description = "The table that is handed in.")
  private @Nullable Path file;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws Exception {
    Optional<HandedTable> handed =
        file == null
            ? Optional.empty()
            : Optional.of(
                new HandedTable(String.valueOf(file.getFileName()), Files.readAllBytes(file)));
    return publish(
        market,
        acting,
        output,
        "data",
        (publishing, days, actor) -> List.of(publishing.date(kind, date, handed, actor.name())));
  }
}
