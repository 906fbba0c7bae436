package org.gridclear.cli.exchange;

import java.nio.file.Files;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.market.exchange.Channel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

  @Mixin private ExchangeSecretOptions options;

  @Override
  public Integer call() throws Exception {
    try (OpenExchange open = OpenExchange.of(market)) {
      Channel channel = open.outbox().channels().get(options.id());
      String given = options.file() == null ? "" : Files.readString(options.file());
      String secret =
          open.change(
              acting,
              "secret",
              options.id(),
              actor -> {
                if (options.password() != null) {
                  open.secrets().keepPassword(channel.id(), Files.readString(options.password()));
                }
                return options.file() == null
                    ? open.made(channel)
                    : open.secrets().keep(channel.id(), given);
              });
      if (options.file() == null) {
        out().println(secret);
        out().flush();
      }
    }
    return ExitCodes.DONE;
  }
}
