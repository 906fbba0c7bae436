package org.gridclear.cli.site;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.site.ChangeLog;
import org.gridclear.market.store.site.SiteMark;
import org.gridclear.site.SiteOrders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gridclear site status}: what a site is, and how far its copy. */
@Command(
    name = "status",
    description = {
      "Say what the site of a market is: of a follower that runs, how far its copy is; else what",
      "its database says. Of an active site that serves: /metrics, gridclear_site_lag_seconds."
    })
final class SiteStatusCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--market",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the market here.")
  private Path market;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Optional<String> running = new SiteOrders(market).state();
    if (running.isPresent()) {
      out.print(running.get());
      out.flush();
      return ExitCodes.DONE;
    }
    try (MarketFolder folder = MarketFolder.open(market)) {
      Optional<SiteMark> mark = new ChangeLog(folder.database()).mark();
      out.println(
          mark.map(
                  known ->
                      "role %s%nepoch %d%ncopied at %s%nno follower runs"
                          .formatted(
                              known.role().name().toLowerCase(Locale.ROOT),
                              known.epoch(),
                              known.contact()))
              .orElse("The market has no other site."));
    }
    out.flush();
    return ExitCodes.DONE;
  }
}
