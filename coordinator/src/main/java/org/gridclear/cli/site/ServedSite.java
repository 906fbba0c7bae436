package org.gridclear.cli.site;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.process.Grid;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.site.SiteFeed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether a server is that of a site which another follows, as options. */
public final class ServedSite {
  @Mixin private SiteFolders folders;

  @Option(
      names = "--site-port",
      converter = OptionNumbers.Port.class,
      paramLabel = "PORT",
      description = {
        "Send all that changes to a standby site, which asks at this port (gridclear site follow).",
        "Changes of the market are acknowledged when it has them."
      })
  private @Nullable Integer port;

  @Option(
      names = "--site-peer",
      paramLabel = "NAME",
      defaultValue = "",
      description = {
        "With --site-port and --keys: a name or address that the standby site's certificate has",
        "(gridclear keys --address). No other node's is sent anything."
      })
  private String peer;

  @Option(
      names = "--site-lease",
      converter = OptionNumbers.Lease.class,
      paramLabel = "SECONDS",
      defaultValue = "10",
      description =
          "Time without word of the standby site after which nothing may be changed here"
              + " (default: ${DEFAULT-VALUE}).")
  private int leaseSeconds;

  @Option(
      names = "--alone",
      description =
          "With --site-port: make changes though no standby site has them; they go with this one.")
  private boolean alone;

  /** What is sent, or nothing. */
  public interface Running extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Refuses what does not belong together, before anything is started.
   *
   * @throws IllegalArgumentException if a site has no market, keys and no name of the other, or
   *     {@code --alone} or a name no site
   */
  public void check(boolean market, boolean keys) {
    if (port == null && (alone || !peer.isEmpty())) {
      throw new IllegalArgumentException(
          "%s is for a server with --site-port.".formatted(alone ? "--alone" : "--site-peer"));
    }
    if (port != null && keys == peer.isEmpty()) {
      throw new IllegalArgumentException(
          keys
              ? "Say by --site-peer which name the certificate of the standby site has: every node"
                  + " has one of the same authority."
              : "--site-peer is for a server with --keys: without, nobody shows a certificate.");
    }
    if (port != null && !market) {
      throw new IllegalArgumentException("--site-port is for a server with --market.");
    }
  }

  /**
   * Begins to send, where that is asked for.
   *
   * @throws IllegalArgumentException if another site is active
   */
  public Running start(
      Optional<MarketFolder> market,
      @Nullable Path security,
      Path cases,
      Grid grid,
      GridOptions options,
      PrintWriter out) {
    if (port == null) {
      return () -> {};
    }
    MarketFolder served = market.orElseThrow();
    SiteFeed feed =
        SiteFeed.start(
            served,
            folders.of(served.path(), security, cases),
            grid.changes(),
            Duration.ofSeconds(leaseSeconds),
            alone,
            Clock.systemUTC(),
            System::nanoTime,
            SiteTransport.door(options.host, port, options.keys, peer));
    out.println(
        "site: %s:%d%s".formatted(options.host, feed.port(), alone ? ", without a standby" : ""));
    return feed::close;
  }
}
