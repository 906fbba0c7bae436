package org.gridclear.cli.exchange;

import org.gridclear.cli.option.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code gridclear exchange}: what goes to other systems and comes from them. */
@Command(
    name = "exchange",
    description = {
      "Hand results, messages and tables to other systems, and take outages, registrations and",
      "series from them (docs/market-day.md, Exchange). What failed or was refused ends with 1."
    },
    subcommands = {
      HandCommand.class,
      CommandLine.HelpCommand.class,
      ExchangeChannelsCommand.class,
      ExchangeDeadCommand.class,
      ExchangeInboxCommand.class,
      ExchangeOutboxCommand.class,
      ExchangeReceiveCommand.class,
      ExchangeReplayCommand.class,
      ExchangeSecretCommand.class,
      ExchangeSendCommand.class
    })
public final class ExchangeCommand extends CommandGroup {}
