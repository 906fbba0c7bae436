package org.gridclear.cli.site;

import picocli.CommandLine.Command;

/** {@code gridclear site}: a standby site. */
@Command(
    name = "site",
    subcommands = {
      SiteFollowCommand.class,
      SiteStatusCommand.class,
      SiteTakeOverCommand.class,
      SiteGiveBackCommand.class
    },
    description =
        "A standby site: follow the active one, take over, give back (docs/protection.md).")
public final class SiteCommand {}
