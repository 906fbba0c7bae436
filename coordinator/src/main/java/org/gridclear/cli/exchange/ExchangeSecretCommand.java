package org.gridclear.cli.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.market.exchange.Channel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code gridclear exchange secret}: make the secret of a channel and print it once, or take that
 * of the partner from a file.
 */
@Command(
    name = "secret",
    description = {
      "Make the secret of a channel and print it once, or take that of the partner from a file.",
      "The one before no longer counts. Of a channel over SFTP it is a key; what is printed is"
          + " its",
      "public part, for the partner's authorized_keys."
    })
final class ExchangeSecretCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Parameters(paramLabel = "CHANNEL", description = "The channel.")
  private String id;

  @Option(names = "--file", paramLabel = "FILE", description = "Hexadecimal digits.")
  private @Nullable Path file;

  @Option(
      names = "--password",
      paramLabel = "FILE",
      description = "Keep the password of its account at a mail server, too.")
  private @Nullable Path password;

  @Override
  public Integer call() throws Exception {
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
        out().println(secret);
        out().flush();
      }
    }
    return ExitCodes.DONE;
  }
}
