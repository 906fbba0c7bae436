package org.gridclear.bench.day;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.gridclear.market.day.Made;
import org.gridclear.market.replay.DayLogReader;
import org.gridclear.market.replay.DayTerms;
import org.gridclear.market.replay.LoggedMarket;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.workflow.WorkflowCoordinator;
import org.gridclear.market.workflow.WorkflowLoop;
import org.gridclear.run.RunLimits;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.ignite.IgniteGrid;
import org.gridclear.run.local.LocalGrid;
import org.gridclear.worker.api.Daemons;
import org.gridclear.worker.ignite.GridNode;
import org.gridclear.worker.ignite.GridNodeOptions;

/** A scheduler of a market in a process of its own, on a clock that another process sets. */
final class MarketScheduler {
  /** What it clears by itself with. */
  static final String ALONE = "-";

  private MarketScheduler() {}

  /**
   * Arguments: log with the terms, market folder, address of its database, name, file of the clock,
   * lease in milliseconds, addresses of a grid or {@link #ALONE}, own port in it.
   */
  public static void main(String[] arguments) throws Exception {
    endWithParent();
    DayTerms terms = DayLogReader.read(Path.of(arguments[0])).terms();
    Path folder = Path.of(arguments[1]);
    MarketFolder.Facts facts =
        new MarketFolder.Facts(terms.market(), terms.zone(), terms.currency(), arguments[2]);
    SharedClock clock = SharedClock.of(Path.of(arguments[4]), facts.zone());
    MarketFolder market =
        new MarketFolder(folder, facts, MarketDatabase.open(folder, arguments[2]));
    StudyRuns runs = runs(member(arguments[3]), arguments[6], Integer.parseInt(arguments[7]));
    Made.Source source = new Made.Source(Made.BUILD, terms.operator(), clock);
    WorkflowCoordinator coordinator =
        new WorkflowCoordinator(
            market,
            new WorkflowCoordinator.Setting(
                arguments[3],
                LoggedMarket.tasks(market, terms, runs, source).byName(),
                clock,
                Daemons.pool("workflow"),
                Duration.ofMillis(Long.parseLong(arguments[5])),
                System::nanoTime));
    System.out.println("ready");
    new WorkflowLoop(coordinator, failure -> System.out.println("again: " + failure.getMessage()))
        .run();
  }

  /** In the grid it has the same name after each start: {@code scheduler-1} of scheduler-1-7. */
  private static String member(String name) {
    return name.substring(0, name.lastIndexOf('-'));
  }

  private static void endWithParent() {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {}
              } catch (IOException e) {
                // The same as its end.
              }
              Runtime.getRuntime().halt(0);
            });
    thread.setDaemon(true);
    thread.start();
  }

  private static StudyRuns runs(String name, String join, int port) throws IOException {
    if (join.equals(ALONE)) {
      return new ActorStudyRuns(
          new LocalGrid(1).access(), RunLimits.OF_COMMANDS, Clock.systemUTC());
    }
    GridNode node =
        GridNode.start(
            new GridNodeOptions(
                name,
                GridNodeOptions.Role.COORDINATOR,
                "127.0.0.1",
                port,
                List.of(join),
                1,
                Files.createTempDirectory("gridclear-scheduler-")));
    Thread watch =
        new Thread(
            () -> {
              System.out.println("the grid ended: " + node.ended().join());
              Runtime.getRuntime().halt(1);
            });
    watch.setDaemon(true);
    watch.start();
    return new ActorStudyRuns(IgniteGrid.access(node), RunLimits.OF_COMMANDS, Clock.systemUTC());
  }
}
