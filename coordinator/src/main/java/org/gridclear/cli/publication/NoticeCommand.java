package org.gridclear.cli.publication;

import org.gridclear.cli.option.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code gridclear publish notice}: notices to the market. */
@Command(
    name = "notice",
    description = "Publish, correct and withdraw notices, and see who has read them.",
    subcommands = {
      CommandLine.HelpCommand.class,
      NoticeCorrectCommand.class,
      NoticeListCommand.class,
      NoticePublishCommand.class,
      NoticeReceiptsCommand.class,
      NoticeWithdrawCommand.class
    })
final class NoticeCommand extends CommandGroup {}
