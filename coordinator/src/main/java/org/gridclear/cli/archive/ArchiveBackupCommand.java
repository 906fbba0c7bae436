package org.gridclear.cli.archive;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.market.archive.BackupManifest;
import org.gridclear.market.archive.MarketBackup;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

  @Option(
      names = "--since",
      paramLabel = "DIR",
      description = "An earlier backup; only what it does not have is copied.")
  private Path since;

  @Parameters(paramLabel = "DIR", description = "Where; must not exist yet.")
  private Path place;

  @Override
  public Integer call() throws Exception {
    Actor actor = acting.actor();
    actor.require(Right.OPERATE_MARKET);
    try (MarketFolder folder = market.open()) {
      BackupManifest made =
          actor.change(
              "archive backup",
              place.toString(),
              () ->
                  new MarketBackup(folder, Clock.systemUTC())
                      .write(place, Optional.ofNullable(since), actor.nameOrUser()));
      PrintWriter out = out();
      out.println(made.text());
      out.println("Backup: " + place);
      out.flush();
    }
    return ExitCodes.DONE;
  }
}
