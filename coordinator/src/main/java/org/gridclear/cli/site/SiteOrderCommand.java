package org.gridclear.cli.site;

import java.io.IOException;
import java.nio.file.Path;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.site.SiteOrders;
import picocli.CommandLine.Option;

/** Orders to a follower that runs: {@code gridclear site take-over}, {@code site give-back}. */
abstract sealed class SiteOrderCommand extends PrintingCommand
    permits SiteTakeOverCommand, SiteGiveBackCommand {
  @Option(
      names = "--market",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the market here, which 'site follow' keeps.")
  private Path market;

  abstract String order();

  @Override
  public final Integer call() throws IOException, InterruptedException {
    SiteOrders.Answer answer = new SiteOrders(market).obeyed(order());
    out().println(answer.words());
    out().flush();
    return answer.done() ? ExitCodes.DONE : ExitCodes.BAD_INPUT;
  }
}
