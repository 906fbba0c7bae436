package org.gridclear.bench.grid;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.ignite.spi.communication.tcp.TcpCommunicationSpi;
import org.gridclear.cli.GridProcess;
import org.gridclear.run.Job;
import org.gridclear.run.RunLimits;
import org.gridclear.run.RunResult;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.ignite.IgniteGrid;
import org.gridclear.worker.ignite.GridNode;
import org.gridclear.worker.ignite.GridNodeOptions;

/** Node processes on this machine, and a coordinator in this one. */
public final class BenchGrid implements AutoCloseable {
  private static final int PORT = 46_200;

  private final List<GridProcess> nodes = new ArrayList<>();
  private final GridNode coordinator;
  private final StudyRuns runs;

  /**
   * Starts a grid.
   *
   * @param count node processes
   * @param slots units that each does at a time
   */
  public BenchGrid(int count, int slots) throws IOException {
    for (int n = 1; n <= count; n++) {
      nodes.add(GridProcess.node("node-" + n, PORT, "--slots", Integer.toString(slots)));
    }
    nodes.forEach(GridProcess::awaitReady);
    coordinator =
        GridNode.start(
            new GridNodeOptions(
                "coordinator",
                GridNodeOptions.Role.COORDINATOR,
                "127.0.0.1",
                PORT + 30,
                List.of("127.0.0.1:%d..%d".formatted(PORT, PORT + 19)),
                1,
                Files.createTempDirectory("gridclear-bench-")));
    runs =
        new ActorStudyRuns(
            IgniteGrid.access(coordinator), RunLimits.OF_COMMANDS, Clock.systemUTC());
  }

  /** Where it takes work. */
  public StudyRuns runs() {
    return runs;
  }

  RunResult run(Job job) {
    return runs.submit(job).result().join();
  }

  /** Kills the last node process that was started, as {@code kill -9} does. */
  public void killOne() {
    nodes.remove(nodes.size() - 1).kill();
  }

  /** Bytes that the coordinator has sent and received. */
  long bytesMoved() {
    TcpCommunicationSpi spi =
        (TcpCommunicationSpi) coordinator.ignite().configuration().getCommunicationSpi();
    return spi.getSentBytesCount() + spi.getReceivedBytesCount();
  }

  /** CPU time of the node processes and their children so far, seconds. */
  double nodeCpuSeconds() {
    return nodes.stream()
        .flatMap(node -> ProcessHandle.of(node.pid()).stream())
        .flatMap(
            node ->
                java.util.stream.Stream.concat(
                    java.util.stream.Stream.of(node), node.descendants()))
        .mapToDouble(
            process ->
                process.info().totalCpuDuration().map(cpu -> cpu.toNanos() / 1e9).orElse(0.0))
        .sum();
  }

  @Override
  public void close() {
    runs.close();
    coordinator.close();
    nodes.forEach(GridProcess::close);
  }
}
