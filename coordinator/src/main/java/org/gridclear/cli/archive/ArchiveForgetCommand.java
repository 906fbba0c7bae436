package org.gridclear.cli.archive;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.market.archive.Retention;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear archive forget}: delete records whose time is over. */
@Command(
    name = "forget",
    description = "Delete records whose time is over; classes without an end stay.")
final class ArchiveForgetCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Override
  public Integer call() throws Exception {
    Actor actor = acting.required();
    actor.require(Right.OPERATE_MARKET);
    try (MarketFolder folder = market.open()) {
      List<String> lines = new ArrayList<>();
      actor.change(
          "archive forget",
          folder.facts().name(),
          () -> lines.addAll(new Retention(folder, Clock.systemUTC()).forget()));
      PrintWriter out = out();
      lines.forEach(out::println);
      out.flush();
    }
    return ExitCodes.DONE;
  }
}
