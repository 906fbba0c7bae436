package org.gridclear.cli.site;

import io.prometheus.client.Gauge;
import io.prometheus.client.exporter.HTTPServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.market.store.site.ChangeLog;
import org.gridclear.market.store.site.SiteMark;
import org.gridclear.run.ignite.GridChanges;
import org.gridclear.site.GridLink;
import org.gridclear.site.SiteFollower;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gridclear site follow}: keeps a copy of the active site until it is told to take over. */
@Command(
    name = "follow",
    description = {
      "Keep a copy of the active site: market, accounts and log, closes; with --join the grid,"
          + " too.",
      "Ends when 'site take-over' or 'site give-back' makes this site the active one; then start",
      "the server here: gridclear serve --market … --site-port …"
    })
final class SiteFollowCommand implements Callable<Integer> {
  private static final Duration PAUSE = Duration.ofMillis(500);

  @Spec private CommandSpec spec;
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

  @Option(
      names = "--metrics-port",
      converter = OptionNumbers.Port.class,
      paramLabel = "PORT",
      description = "Serve Prometheus metrics on this machine at this port (0: any free one).")
  private @Nullable Integer metricsPort;

  private volatile double contactMillis = Double.NaN;

  @Override
  public Integer call() throws Exception {
    if (!"https".equals(from.getScheme()) && !"http".equals(from.getScheme())) {
      throw new IllegalArgumentException(
          "The active site (%s) must be an address such as https://north:8500.".formatted(from));
    }
    PrintWriter out = spec.commandLine().getOut();
    SiteOrders orders = new SiteOrders(market);
    refuseOldOrder(orders);
    GridLink grid =
        gridOptions.join.isEmpty() ? GridLink.NONE : GridChanges.into(gridOptions.visit("site"));
    try (HTTPServer metrics = metrics(out);
        SiteFollower follower =
            new SiteFollower(
                from,
                SiteTransport.client(gridOptions.keys),
                market,
                folders.of(market, security, cases),
                grid,
                Clock.systemUTC(),
                System::nanoTime)) {
      out.println("following " + from);
      out.flush();
      follow(follower, orders, out);
      return ExitCodes.DONE;
    } finally {
      orders.ended();
    }
  }

  /** One that lay there before this was started is of another day. */
  private static void refuseOldOrder(SiteOrders orders) throws IOException {
    Optional<String> old = orders.taken();
    if (old.isPresent()) {
      orders.answer("refused It was ordered before 'site follow' was started: order it again.");
    }
  }

  private @Nullable HTTPServer metrics(PrintWriter out) throws IOException {
    if (metricsPort == null) {
      return null;
    }
    Gauge.build("gridclear_site_copy_age_seconds", "Age of what this site has of the active one.")
        .register()
        .setChild(
            new Gauge.Child() {
              @Override
              public double get() {
                return (System.currentTimeMillis() - contactMillis) / 1e3;
              }
            });
    HTTPServer server =
        new HTTPServer.Builder()
            .withHostname(InetAddress.getLoopbackAddress().getHostAddress())
            .withPort(metricsPort)
            .withDaemonThreads(true)
            .build();
    out.println("metrics: http://127.0.0.1:%d/metrics".formatted(server.getPort()));
    return server;
  }

  private void follow(SiteFollower follower, SiteOrders orders, PrintWriter out) throws Exception {
    boolean reached = false;
    while (true) {
      Optional<String> order = orders.taken();
      if (order.isPresent() && obeyed(follower, order.get(), orders, out)) {
        return;
      }
      try {
        List<ChangeLog.Change> lost = follower.ask();
        report(lost, follower.notCopied(), out);
        if (!reached) {
          out.println(
              "copied: epoch %d".formatted(Objects.requireNonNull(follower.mark()).epoch()));
          out.flush();
          reached = true;
        }
        state(follower, orders, "");
      } catch (IOException e) {
        if (reached) {
          out.println("the active site does not answer: " + e.getMessage());
          out.flush();
        }
        reached = false;
        state(follower, orders, String.valueOf(e.getMessage()));
        Thread.sleep(PAUSE.toMillis());
      }
    }
  }

  private void state(SiteFollower follower, SiteOrders orders, String wrong) throws IOException {
    SiteMark mark = follower.mark();
    if (mark != null) {
      contactMillis = mark.contact().toEpochMilli();
      orders.state(
          "role %s%nepoch %d%nchanges up to %d%ncopied at %s%nactive site %s%n"
              .formatted(
                  mark.role().name().toLowerCase(java.util.Locale.ROOT),
                  mark.epoch(),
                  mark.has().seen().isEmpty() ? mark.has().floor() : mark.has().seen().last(),
                  mark.contact(),
                  wrong.isEmpty() ? "answers" : "does not answer: " + wrong));
    }
  }

  /** Whether this site is the active one now. */
  private boolean obeyed(SiteFollower follower, String order, SiteOrders orders, PrintWriter out)
      throws IOException {
    try {
      String text =
          order.equals(SiteOrders.GIVE_BACK) ? givenBack(follower) : takenOver(follower, order);
      out.println(text);
      out.flush();
      orders.answer("done " + text);
      return true;
    } catch (IllegalArgumentException | IllegalStateException | IOException e) {
      orders.answer("refused " + e.getMessage());
      return false;
    }
  }

  private String givenBack(SiteFollower follower) throws IOException {
    return "This site is active, epoch %d. It has all that the other had when it handed over; nothing is lost that was acknowledged. Start: gridclear serve --market %s --site-port PORT"
        .formatted(follower.takeBack().epoch(), market);
  }

  private String takenOver(SiteFollower follower, String order) {
    SiteMark before = follower.mark();
    SiteMark mark = follower.takeOver(order.equals(SiteOrders.FORCE));
    return "This site is active, epoch %d. It has all that was acknowledged before %s; what was done later without acknowledgement may be lost. Start: gridclear serve --market %s --site-port PORT --alone"
        .formatted(mark.epoch(), Objects.requireNonNull(before).contact(), market);
  }

  /** What this site alone had when it was active, for people: nobody acknowledged it twice. */
  private static void report(List<ChangeLog.Change> lost, @Nullable Path file, PrintWriter out) {
    if (lost.isEmpty()) {
      return;
    }
    out.println(
        "%d changes of this site were not at the other when that took over; they are in %s and no longer in the market."
            .formatted(lost.size(), file));
    out.flush();
  }
}
