package org.gridclear.cli.scheduler;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.gridclear.account.Actor;
import org.gridclear.market.operation.MarketScheduler;
import org.gridclear.market.operation.ScheduledWorkflows;
import org.gridclear.market.rolling.RollingPlan;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.run.StudyRuns;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether a server runs the workflows of its market, as options. */
public final class ServedScheduler {
  private static final Logger LOG = LoggerFactory.getLogger(ServedScheduler.class);
  private static final double GAP = 0.01;

  @Option(
      names = "--workflows-by",
      paramLabel = "NAME",
      description = {
        "Run the workflows of the market in this server, in the name of this account",
        "(default: another process does, or nobody)."
      })
  private @Nullable String by;

  @Option(
      names = "--workflow-network",
      paramLabel = "PART",
      split = ",",
      description = {
        "What of their cases stands as the network version has it: loads, renewables, tie-lines,",
        "state, registry, offers (default: nothing)."
      })
  private List<String> fromNetwork = List.of();

  @Mixin private IntradayOption intraday;
  @Mixin private PlaceOptions places;

  /** A scheduler that runs, or none. */
  public interface Running extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Looks at what is asked for before anything starts.
   *
   * @throws IllegalArgumentException if it cannot be
   */
  public void check(boolean hasMarket) {
    MarketScheduler.Cleared.of(fromNetwork, RollingPlan.STANDARD, GAP);
    if (by != null && !hasMarket) {
      throw new IllegalArgumentException("--workflows-by is for a server with a market: --market.");
    }
    if (by == null && !fromNetwork.isEmpty()) {
      throw new IllegalArgumentException("--workflow-network goes with --workflows-by.");
    }
    intraday.check();
    if (by == null && intraday.given()) {
      throw new IllegalArgumentException(
          "--no-intraday and --intraday-mode go with --workflows-by.");
    }
    if (by == null && places.given()) {
      throw new IllegalArgumentException("--backups and --settlement go with --workflows-by.");
    }
  }

  /**
   * Begins, if it is asked for.
   *
   * @param market the market that is served
   * @param security folder of the accounts of the server; null for none
   */
  public Running start(
      Optional<MarketFolder> market, StudyRuns runs, @Nullable Path security, PrintWriter out) {
    if (by == null || market.isEmpty()) {
      return () -> {};
    }
    MarketScheduler.Cleared cleared = MarketScheduler.Cleared.of(fromNetwork, intraday.plan(), GAP);
    ScheduledWorkflows workflows =
        new ScheduledWorkflows(
                new MarketScheduler(market.get(), actor(security, by), Clock.systemUTC()),
                ScheduledWorkflows.Asked.NOTHING)
            .here(runs, cleared, places.places());
    ScheduledWorkflows.Running running =
        workflows.beside(failure -> LOG.warn("workflows, tried again: {}", failure.getMessage()));
    out.println("Workflows run here, as scheduler %s.".formatted(workflows.name()));
    return running::close;
  }

  private static Actor actor(@Nullable Path security, String name) {
    return security == null
        ? Actor.named(name)
        : Actor.ofAccount(security, name, Clock.systemUTC()::millis);
  }
}
