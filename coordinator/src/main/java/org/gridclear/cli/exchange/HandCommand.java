package org.gridclear.cli.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.cli.publication.VersionOptions;
import org.gridclear.market.exchange.Channel;
import org.gridclear.market.exchange.ExchangeTables;
import org.gridclear.market.exchange.Outbox;
import org.gridclear.market.store.exchange.OutboxRow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear exchange hand}: puts something into the outbox by hand. */
@Command(
    name = "hand",
    description = {
      "Hand a version that is in force, or a table, to a channel by hand. It is in the outbox"
          + " then;",
      "the next send delivers it. What the channel had before is said, and not handed again."
    })
final class HandCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private MarketOption market;
  @Mixin private ActorOptions acting;
  @Mixin private TableOutput output;

  @Parameters(paramLabel = "CHANNEL", description = "The channel.")
  private String id;

  @ArgGroup(multiplicity = "1")
  private What what;

  /** What is handed. */
  private static final class What {
    @ArgGroup(exclusive = false)
    private @Nullable VersionOptions version;

    @Option(names = "--file", paramLabel = "FILE", description = "A table, CSV.")
    private @Nullable Path file;
  }

  @Override
  public Integer call() throws Exception {
    output.check();
    try (OpenExchange open = OpenExchange.of(market)) {
      Outbox outbox = open.outbox();
      Channel channel = outbox.channels().get(id);
      Optional<OutboxRow> added =
          open.change(
              acting,
              "hand",
              id,
              actor ->
                  what.file == null
                      ? outbox.version(
                          channel,
                          Objects.requireNonNull(what.version).find(open.days()),
                          actor.name())
                      : outbox.table(
                          channel,
                          String.valueOf(what.file.getFileName()),
                          Files.readAllBytes(what.file),
                          actor.name()));
      if (added.isEmpty()) {
        spec.commandLine().getErr().println("The channel had it before; nothing was added.");
        spec.commandLine().getErr().flush();
        return ExitCodes.FAILED_CELLS;
      }
      output.write(
          ExchangeTables.outbox(List.of(added.get()), open.clock()), spec.commandLine().getOut());
    }
    return ExitCodes.DONE;
  }
}
