package org.gridclear.cli.publication;

import org.gridclear.cli.option.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code gridclear publish}: what a market publishes, and to whom. */
@Command(
    name = "publish",
    description = {
      "Publish approved versions of days and data of dates to members, regulator and operator",
      "(docs/market-day.md, Publication). What could not be published ends with 1."
    },
    subcommands = {
      FetchCommand.class,
      NoticeCommand.class,
      CommandLine.HelpCommand.class,
      PublishCatalogueCommand.class,
      PublishDataCommand.class,
      PublishDayCommand.class,
      PublishListCommand.class,
      PublishRunCommand.class,
      PublishWithdrawCommand.class
    })
public final class PublishCommand extends CommandGroup {}
