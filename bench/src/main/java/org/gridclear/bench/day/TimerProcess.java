package org.gridclear.bench.day;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.workflow.TaskOutcome;
import org.gridclear.market.workflow.WorkflowCoordinator;
import org.gridclear.market.workflow.WorkflowLoop;
import org.gridclear.worker.api.Daemons;

/** A scheduler in a process of its own, whose timers each leave a file when they fire. */
final class TimerProcess {
  static final String TASK = "publish";

  private TimerProcess() {}

  /**
   * Arguments: market folder, name, origin in milliseconds since 1970, speed, seconds ahead, folder
   * of the files. It ends with its input.
   */
  public static void main(String[] arguments) throws Exception {
    MarketFolder market = MarketFolder.open(Path.of(arguments[0]));
    Clock clock =
        new ScaledClock(
                Clock.systemUTC(),
                Instant.ofEpochMilli(Long.parseLong(arguments[2])),
                Integer.parseInt(arguments[3]),
                Duration.ofSeconds(Long.parseLong(arguments[4])),
                ZoneOffset.UTC)
            .clock();
    Path fired = Path.of(arguments[5]);
    WorkflowCoordinator coordinator =
        new WorkflowCoordinator(
            market,
            new WorkflowCoordinator.Setting(
                arguments[1],
                Map.of(
                    TASK,
                    context -> {
                      String timer =
                          "%s_%s_%d_%s"
                              .formatted(
                                  context.key().workflow(),
                                  context.key().date(),
                                  context.key().cycle(),
                                  context.node().id());
                      Files.createFile(
                          fired.resolve(
                              "%s~%s~%s".formatted(timer, arguments[1], UUID.randomUUID())));
                      return TaskOutcome.done("fired");
                    }),
                clock,
                Daemons.pool("timers"),
                WorkflowCoordinator.Setting.LEASE,
                System::nanoTime));
    WorkflowLoop loop = new WorkflowLoop(coordinator, Throwable::printStackTrace);
    Thread end = new Thread(() -> endWithInput(loop));
    end.setDaemon(true);
    end.start();
    System.out.println("ready");
    System.out.flush();
    loop.run();
    coordinator.close();
    market.close();
    System.exit(0);
  }

  private static void endWithInput(WorkflowLoop loop) {
    try {
      while (System.in.read() >= 0) {}
    } catch (IOException e) {
      // The same as its end.
    }
    loop.close();
  }
}
