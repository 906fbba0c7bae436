package org.gridclear.cli.archive;

import org.gridclear.cli.option.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code gridclear archive}: what is kept how long, copies of a market, who did what. */
@Command(
    name = "archive",
    description = "What of a market is kept how long, copies of all of it, and who did what when.",
    subcommands = {
      CommandLine.HelpCommand.class,
      ArchiveBackupCommand.class,
      ArchiveForgetCommand.class,
      ArchiveOperationsCommand.class,
      ArchiveRestoreCommand.class,
      ArchiveRetentionCommand.class,
      ArchiveVerifyCommand.class
    })
public final class ArchiveCommand extends CommandGroup {}
