package org.gridclear.cli.grid;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import org.gridclear.cli.workflow.IntradayOption;
import org.gridclear.cli.workflow.PlaceOptions;
import org.gridclear.market.assembly.NetworkPart;
import org.gridclear.market.operation.MarketScheduler;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.workflow.WorkflowCoordinator;
import org.gridclear.market.workflow.WorkflowLoop;
import org.gridclear.run.StudyRuns;
import org.gridclear.worker.api.Daemons;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether a server runs the workflows of its market, as options. */
final class ServedScheduler {
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
  interface Running extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Looks at what is asked for before anything starts.
   *
   * @throws IllegalArgumentException if it cannot be
   */
  void check(boolean hasMarket) {
    NetworkPart.of(fromNetwork);
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

  /** Begins, if it is asked for. */
  Running start(MarketFolder market, StudyRuns runs, ServedAccounts accounts, PrintWriter out) {
    if (by == null) {
      return () -> {};
    }
    MarketScheduler scheduler = new MarketScheduler(market, accounts.actor(by), Clock.systemUTC());
    String name = scheduler.name();
    WorkflowCoordinator coordinator =
        scheduler.start(
            name,
            scheduler.tasks(
                runs,
                new MarketScheduler.Cleared(NetworkPart.of(fromNetwork), intraday.plan(), GAP),
                places.places()),
            Daemons.pool("workflow"),
            WorkflowCoordinator.Setting.LEASE);
    WorkflowLoop loop =
        new WorkflowLoop(
            coordinator, failure -> LOG.warn("workflows, tried again: {}", failure.getMessage()));
    Daemons.pool("workflows").execute(() -> run(loop));
    out.println("Workflows run here, as scheduler %s.".formatted(name));
    return () -> {
      loop.close();
      coordinator.close();
    };
  }

  private static void run(WorkflowLoop loop) {
    try {
      loop.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
