package org.gridclear.cli.site;

import io.prometheus.client.exporter.HTTPServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.process.MetricsPort;
import org.gridclear.run.ignite.GridChanges;
import org.gridclear.site.GridLink;
import org.gridclear.site.SiteFollower;
import org.gridclear.site.StandBy;
import org.gridclear.site.StandByMetrics;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gridclear site follow}: keeps a copy of the active site until it is told to take over. */
@Command(
    name = "follow",
    description = {
      "Keep a copy of the active site: market, accounts and log, closes; with --join the grid,"
          + " too.",
      "Ends when 'site take-over' or 'site give-back' makes this site the active one; then start",
      "the server here: gridclear serve --market … --site-port …"
    })
final class SiteFollowCommand extends PrintingCommand {
  @Mixin private GridOptions gridOptions;
  @Mixin private SiteFolders folders;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "URL",
      description = "The active site, such as https://north:8500 (its --site-port).")
  private URI from;

  @Option(
      names = "--market",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the market here; made if it is not there.")
  private Path market;

  @Option(names = "--security", paramLabel = "DIR", description = "Accounts and audit log here.")
  private @Nullable Path security;

  @Option(
      names = "--cases",
      paramLabel = "DIR",
      description = "Folder of the server here; closes go into its folder runs.")
  private @Nullable Path cases;

  @Mixin private MetricsPort metricsPort;

  @Override
  public Integer call() throws Exception {
    if (!"https".equals(from.getScheme()) && !"http".equals(from.getScheme())) {
      throw new IllegalArgumentException(
          "The active site (%s) must be an address such as https://north:8500.".formatted(from));
    }
    GridLink grid =
        gridOptions.join.isEmpty() ? GridLink.NONE : GridChanges.into(gridOptions.visit("site"));
    try (SiteFollower follower =
            new SiteFollower(
                from,
                SiteTransport.client(gridOptions.keys),
                market,
                folders.of(market, security, cases),
                grid,
                Clock.systemUTC(),
                System::nanoTime);
        StandBy site = StandBy.begin(follower, market, this::say);
        HTTPServer metrics = metricsPort.serve(() -> StandByMetrics.register(site), out())) {
      say("following " + from);
      site.run();
    }
    return ExitCodes.DONE;
  }

  private void say(String line) {
    out().println(line);
    out().flush();
  }
}
