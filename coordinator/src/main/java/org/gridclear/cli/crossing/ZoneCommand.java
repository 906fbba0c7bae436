package org.gridclear.cli.crossing;

import org.gridclear.cli.option.CommandGroup;
import picocli.CommandLine.Command;

/** {@code gridclear zone}: signed files through a device that lets nothing come back. */
@Command(
    name = "zone",
    description = {
      "Signed files from one zone to another, through a device that lets nothing come back",
      "(docs/protection.md)."
    },
    subcommands = {ZoneExportCommand.class, ZoneImportCommand.class})
public final class ZoneCommand extends CommandGroup {}
