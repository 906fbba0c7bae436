package org.gridclear.cli.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.exchange.ExchangeTables;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.store.PieceStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gridclear exchange channels}: show the channels, or set them. */
@Command(name = "channels", description = "Show the channels, or set them.")
final class ExchangeChannelsCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Option(names = "--set", paramLabel = "FILE", description = "All channels, YAML or JSON.")
  private @Nullable Path file;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws Exception {
    output.check();
    if (file != null) {
      output.refuse("the channels that are shown, not of --set");
    }
    try (OpenExchange open = OpenExchange.of(market)) {
      if (file == null) {
        output.write(ExchangeTables.channels(open.outbox().channels().all()), out());
        return ExitCodes.DONE;
      }
      byte[] text = Files.readAllBytes(file);
      String name = String.valueOf(file.getFileName());
      PieceStore.Recorded recorded =
          open.change(
              acting,
              "channels",
              name,
              actor ->
                  open.outbox()
                      .channels()
                      .set(
                          text,
                          name,
                          new Recording(
                              actor.name(), Instant.now().truncatedTo(ChronoUnit.MILLIS))));
      out()
          .printf(
              "Channels version %d%s%n",
              recorded.version().version(), recorded.added() ? "" : ", was there already");
      out().flush();
    }
    return ExitCodes.DONE;
  }
}
