package org.gridclear.cli;

import io.prometheus.client.exporter.HTTPServer;
import io.prometheus.client.hotspot.DefaultExports;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.gridclear.scenario.resolved.ScreeningOptions.Method;
import org.gridclear.worker.ignite.GridNode;
import org.gridclear.worker.ignite.GridNodeOptions;
import org.gridclear.worker.ignite.GridNodeOptions.Role;
import org.gridclear.worker.slot.KernelWarmUp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gridclear node}: a worker that joins a grid and works until it is stopped. */
@Command(
    name = "node",
    description = {
      "Start a worker node. Without --join it forms a grid or finds one on this machine.",
      "With --join it waits for that grid. What the others drop joins them again by itself.",
      "Then: gridclear study FILE --join 127.0.0.1:47500"
    })
final class NodeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private GridOptions gridOptions;

  @Option(names = "--name", description = "Name in reports (default: node-<process id>).")
  private String name;

  @Option(
      names = "--metrics-port",
      paramLabel = "PORT",
      description = "Serve Prometheus metrics on this machine at this port (0: any free one).")
  private Integer metricsPort;

  @Override
  public Integer call() throws IOException {
    String label = name != null ? name : "node-" + ProcessHandle.current().pid();
    CompletableFuture<GridNode.Ended> stopped = new CompletableFuture<>();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> stopped.complete(new GridNode.Ended(false, "Stopped.", List.of())),
                "node-stop"));
    PrintWriter out = spec.commandLine().getOut();
    GridNodeOptions options = gridOptions.node(label, Role.WORKER);
    try (HTTPServer metrics = metrics(out);
        KernelWarmUp warmUp = KernelWarmUp.start(EnumSet.allOf(Method.class))) {
      while (true) {
        GridNode.Ended ended = run(options, stopped, out);
        out.println("node %s: %s".formatted(label, ended.reason()));
        out.flush();
        if (!ended.rejoin()) {
          return ExitCodes.DONE;
        }
        options = ended.join().isEmpty() ? options : options.joining(ended.join());
      }
    }
  }

  private HTTPServer metrics(PrintWriter out) throws IOException {
    if (metricsPort == null) {
      return null;
    }
    DefaultExports.initialize();
    HTTPServer server =
        new HTTPServer.Builder()
            .withHostname(InetAddress.getLoopbackAddress().getHostAddress())
            .withPort(metricsPort)
            .withDaemonThreads(true)
            .build();
    out.println("metrics: http://127.0.0.1:%d/metrics".formatted(server.getPort()));
    return server;
  }

  private GridNode.Ended run(
      GridNodeOptions options, CompletableFuture<GridNode.Ended> stopped, PrintWriter out) {
    if (gridOptions.keys == null) {
      out.println("Bound to this machine only: no --keys were given.");
    }
    try (GridNode node = GridNode.start(options).warm()) {
      out.println(
          "node %s ready: %d nodes in the grid, %s:%d"
              .formatted(
                  options.name(), node.nodeCount(), options.host(), options.discoveryPort()));
      out.flush();
      return (GridNode.Ended) CompletableFuture.anyOf(stopped, node.ended()).join();
    }
  }
}
