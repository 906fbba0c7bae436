package org.gridclear.cli.account;

import java.io.PrintWriter;
import java.time.Clock;
import org.gridclear.account.Account;
import org.gridclear.account.Accounts;
import org.gridclear.account.AuditLog;
import org.gridclear.account.AuditLog.Kind;
import org.gridclear.account.AuditLog.Outcome;
import org.gridclear.cli.option.PrintingCommand;

/** What commands of {@code gridclear account} share. */
abstract class AccountStepCommand extends PrintingCommand {
  final void print(Accounts.Introduction introduction) {
    PrintWriter out = out();
    out.println("User: " + introduction.name());
    out.println("Link: https://SERVER:PORT" + introduction.link());
    out.println(
        "Who opens the link on the server sets password and second factor, once, until "
            + introduction.until()
            + ".");
    out.flush();
  }

  final void print(Accounts accounts, Account account) {
    PrintWriter out = out();
    out.println(
        "%-20s %-10s %s %s %s"
            .formatted(
                account.name(),
                account.superuser() ? "superuser" : "",
                account.groups(),
                accounts.rights(account),
                account.superuser() ? "" : account.scope())
            .stripTrailing());
    out.flush();
  }

  static Accounts open(AccountsOption folder) {
    return Accounts.open(folder.path(), Clock.systemUTC()::millis);
  }

  static void log(AccountsOption folder, String operation) {
    AuditLog.open(folder.path(), Clock.systemUTC()::millis)
        .add(
            Kind.SYSTEM,
            Outcome.SUCCESS,
            System.getProperty("user.name"),
            "command line",
            operation,
            "");
  }
}
