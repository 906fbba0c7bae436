package org.gridclear.cli.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.exchange.Channel;
import org.gridclear.market.exchange.ExchangeTables;
import org.gridclear.market.exchange.Inbox;
import org.gridclear.market.store.exchange.InboxRow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code gridclear exchange receive}: take what lies in the folder of a channel, or files, each
 * once by its id.
 */
@Command(
    name = "receive",
    description = "Take what lies in the folder of a channel, or files, each once by its id.")
final class ExchangeReceiveCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Parameters(index = "0", paramLabel = "CHANNEL", description = "The channel.")
  private String id;

  @Parameters(index = "1..*", paramLabel = "FILE", description = "Envelopes.")
  private @Nullable List<Path> files;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws Exception {
    output.check();
    try (OpenExchange open = OpenExchange.of(market)) {
      Channel channel = open.outbox().channels().get(id);
      Inbox inbox = new Inbox(open.folder(), Clock.systemUTC());
      Inbox.Folder taken =
          open.change(acting, "receive", id, actor -> taken(inbox, channel, files, actor.name()));
      taken.gaps().forEach(gap -> err().println(gap));
      err().flush();
      List<InboxRow> rows = taken.received().stream().map(Inbox.Received::row).toList();
      output.write(ExchangeTables.inbox(rows, open.clock()), out());
      boolean all = rows.stream().allMatch(row -> row.state() == InboxRow.State.TAKEN);
      return ExitCodes.clean(all && taken.gaps().isEmpty());
    }
  }

  private static Inbox.Folder taken(
      Inbox inbox, Channel channel, @Nullable List<Path> files, String by) throws IOException {
    if (files == null) {
      return inbox.folder(channel, by);
    }
    List<Inbox.Received> received = new ArrayList<>();
    for (Path file : files) {
      received.add(
          inbox.receive(channel, Files.readAllBytes(file), String.valueOf(file.getFileName()), by));
    }
    return new Inbox.Folder(received, List.of());
  }
}
