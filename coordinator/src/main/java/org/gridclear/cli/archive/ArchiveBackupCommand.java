package org.gridclear.cli.archive;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Optional;
import org.gridclear.account.Actor;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.market.archive.BackupManifest;
import org.gridclear.market.archive.MarketBackup;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code gridclear archive backup}: copy all of a market: database, content, results, channels with
 * their secrets, audit log.
 */
@Command(
    name = "backup",
    description = {
      "Copy all of a market: database, content, results, channels with their secrets, audit log.",
      "The market goes on meanwhile; the copy is of one moment."
    })
final class ArchiveBackupCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Mixin private ArchiveBackupOptions options;

  @Override
  public Integer call() throws Exception {
    Actor actor = acting.actor();
    try (MarketFolder folder = market.open()) {
      BackupManifest made =
          actor.change(
              "archive backup",
              options.place().toString(),
              () ->
                  new MarketBackup(folder, Clock.systemUTC())
                      .write(
                          options.place(),
                          Optional.ofNullable(options.since()),
                          ActorOptions.nameOf(actor)));
      PrintWriter out = out();
      out.println(made.text());
      out.println("Backup: " + options.place());
      out.flush();
    }
    return ExitCodes.DONE;
  }
}
