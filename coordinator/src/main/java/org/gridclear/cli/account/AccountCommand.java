package org.gridclear.cli.account;

import org.gridclear.cli.option.CommandGroup;
import picocli.CommandLine.Command;

/** {@code gridclear account}: users of a server, for whoever may write to its security folder. */
@Command(
    name = "account",
    subcommands = {
      AuditCommand.class,
      AccountAddCommand.class,
      AccountInitCommand.class,
      AccountListCommand.class,
      AccountResetCommand.class,
      AccountScopeCommand.class,
      AccountTokenCommand.class
    },
    description = {
      "Accounts and audit log of a server (gridclear serve --security DIR).",
      "Changes hold at once in a server that runs on the same folder; both write one audit log."
    })
public final class AccountCommand extends CommandGroup {}
