package org.gridclear.cli.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.exchange.Channel;
import org.gridclear.market.exchange.Collecting;
import org.gridclear.market.exchange.ExchangeTables;
import org.gridclear.market.exchange.Inbox;
import org.gridclear.market.exchange.Outbox;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.exchange.InboxRow;
import org.gridclear.market.store.exchange.OutboxRow;
import org.gridclear.market.store.exchange.OutboxRow.State;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear exchange}: what goes to other systems and comes from them. */
@Command(
    name = "exchange",
    description = {
      "Hand results, messages and tables to other systems, and take outages, registrations and",
      "series from them (docs/market-day.md, Exchange). What failed or was refused ends with 1."
    },
    subcommands = {HandCommand.class, CommandLine.HelpCommand.class})
public final class ExchangeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCodes.DONE;
  }

  @Command(name = "channels", description = "Show the channels, or set them.")
  int channels(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Option(names = "--set", paramLabel = "FILE", description = "All channels, YAML or JSON.")
          @Nullable Path file,
      @Mixin TableOutput output)
      throws Exception {
    output.check();
    try (OpenExchange open = OpenExchange.of(market)) {
      if (file == null) {
        output.write(
            ExchangeTables.channels(open.outbox().channels().all()), spec.commandLine().getOut());
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
      spec.commandLine()
          .getOut()
          .printf(
              "Channels version %d%s%n",
              recorded.version().version(), recorded.added() ? "" : ", was there already");
      spec.commandLine().getOut().flush();
    }
    return ExitCodes.DONE;
  }

  @Command(
      name = "secret",
      description = {
        "Make the secret of a channel and print it once, or take that of the partner from a file.",
        "The one before no longer counts. Of a channel over SFTP it is a key; what is printed is"
            + " its",
        "public part, for the partner's authorized_keys."
      })
  int secret(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Parameters(paramLabel = "CHANNEL", description = "The channel.") String id,
      @Option(names = "--file", paramLabel = "FILE", description = "Hexadecimal digits.")
          @Nullable Path file,
      @Option(
              names = "--password",
              paramLabel = "FILE",
              description = "Keep the password of its account at a mail server, too.")
          @Nullable Path password)
      throws Exception {
    try (OpenExchange open = OpenExchange.of(market)) {
      Channel channel = open.outbox().channels().get(id);
      String given = file == null ? "" : Files.readString(file);
      String secret =
          open.change(
              acting,
              "secret",
              id,
              actor -> {
                if (password != null) {
                  open.secrets().keepPassword(channel.id(), Files.readString(password));
                }
                return file == null ? open.made(channel) : open.secrets().keep(channel.id(), given);
              });
      if (file == null) {
        spec.commandLine().getOut().println(secret);
        spec.commandLine().getOut().flush();
      }
    }
    return ExitCodes.DONE;
  }

  @Command(
      name = "send",
      description = {
        "Put into the outbox what channels wait for, and deliver what is due: timed, on",
        "condition, on and on."
      })
  int send(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Option(names = "--from", required = true, description = "First trading date.")
          LocalDate from,
      @Option(names = "--to", required = true, description = "Last trading date.") LocalDate to,
      @Mixin TableOutput output)
      throws Exception {
    output.check();
    try (OpenExchange open = OpenExchange.of(market)) {
      List<OutboxRow> tried =
          open.change(
              acting,
              "send",
              from + " to " + to,
              actor -> {
                new Collecting(open.folder(), open.days(), Clock.systemUTC())
                    .run(from, to, actor.name());
                return open.outbox().send();
              });
      output.write(ExchangeTables.outbox(tried, open.clock()), spec.commandLine().getOut());
      boolean all = tried.stream().allMatch(row -> row.state() == State.SENT);
      return all ? ExitCodes.DONE : ExitCodes.FAILED_CELLS;
    }
  }

  @Command(
      name = "receive",
      description = "Take what lies in the folder of a channel, or files, each once by its id.")
  int receive(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Parameters(index = "0", paramLabel = "CHANNEL", description = "The channel.") String id,
      @Parameters(index = "1..*", paramLabel = "FILE", description = "Envelopes.")
          @Nullable List<Path> files,
      @Mixin TableOutput output)
      throws Exception {
    output.check();
    try (OpenExchange open = OpenExchange.of(market)) {
      Channel channel = open.outbox().channels().get(id);
      Inbox inbox = new Inbox(open.folder(), Clock.systemUTC());
      Inbox.Folder taken =
          open.change(acting, "receive", id, actor -> taken(inbox, channel, files, actor.name()));
      taken.gaps().forEach(gap -> spec.commandLine().getErr().println(gap));
      spec.commandLine().getErr().flush();
      List<InboxRow> rows = taken.received().stream().map(Inbox.Received::row).toList();
      output.write(ExchangeTables.inbox(rows, open.clock()), spec.commandLine().getOut());
      boolean all = rows.stream().allMatch(row -> row.state() == InboxRow.State.TAKEN);
      return all && taken.gaps().isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED_CELLS;
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

  @Command(name = "outbox", description = "What was handed over a channel.")
  int outbox(
      @Mixin MarketOption market,
      @Parameters(paramLabel = "CHANNEL", description = "The channel.") String id,
      @Mixin TableOutput output)
      throws IOException {
    output.check();
    try (OpenExchange open = OpenExchange.of(market)) {
      String channel = open.outbox().channels().get(id).id();
      output.write(
          ExchangeTables.outbox(open.outbox().store().of(channel), open.clock()),
          spec.commandLine().getOut());
    }
    return ExitCodes.DONE;
  }

  @Command(name = "inbox", description = "What came over all channels.")
  int inbox(@Mixin MarketOption market, @Mixin TableOutput output) throws IOException {
    output.check();
    try (OpenExchange open = OpenExchange.of(market)) {
      output.write(
          ExchangeTables.inbox(open.outbox().store().inbox(), open.clock()),
          spec.commandLine().getOut());
    }
    return ExitCodes.DONE;
  }

  @Command(name = "dead", description = "What was tried too often; ends with 1 if there is any.")
  int dead(@Mixin MarketOption market, @Mixin TableOutput output) throws IOException {
    output.check();
    try (OpenExchange open = OpenExchange.of(market)) {
      List<OutboxRow> dead = open.outbox().store().of(State.DEAD);
      output.write(ExchangeTables.outbox(dead, open.clock()), spec.commandLine().getOut());
      return dead.isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED_CELLS;
    }
  }

  @Command(name = "replay", description = "Try again what is dead.")
  int replay(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Parameters(
              paramLabel = "NUMBER",
              converter = OptionNumbers.FromOne.class,
              description = "Entry of the outbox.")
          int number,
      @Mixin TableOutput output)
      throws Exception {
    output.check();
    try (OpenExchange open = OpenExchange.of(market)) {
      Outbox outbox = open.outbox();
      List<OutboxRow> tried =
          open.change(
              acting,
              "replay",
              Integer.toString(number),
              actor -> {
                outbox.replay(number);
                outbox.send();
                return List.of(outbox.store().find(number).orElseThrow());
              });
      output.write(ExchangeTables.outbox(tried, open.clock()), spec.commandLine().getOut());
      return tried.get(0).state() == State.SENT ? ExitCodes.DONE : ExitCodes.FAILED_CELLS;
    }
  }
}
