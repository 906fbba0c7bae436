package org.gridclear.cli.process;

import io.prometheus.client.exporter.HTTPServer;
import io.prometheus.client.hotspot.DefaultExports;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.security.input.ScreeningOptions.Method;
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
public final class NodeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private GridOptions gridOptions;
  @Mixin private MetricsPort metricsPort;

  @Option(names = "--name", description = "Name in reports (default: node-<process id>).")
  private String name;

  @Override
  public Integer call() throws IOException {
    String label = name != null ? name : "node-" + ProcessHandle.current().pid();
    MemberLifecycle staying = new MemberLifecycle();
    PrintWriter out = spec.commandLine().getOut();
    GridNodeOptions options = gridOptions.node(label, Role.WORKER);
    try (HTTPServer metrics = metricsPort.serve(DefaultExports::initialize, out);
        KernelWarmUp warmUp =
            KernelWarmUp.start(EnumSet.allOf(Method.class), KernelWarmUp.SETTLED)) {
      return staying.run(
          "node " + label, options.join(), out, join -> run(options.joining(join), staying, out));
    }
  }

  private GridNode.Ended run(GridNodeOptions options, MemberLifecycle staying, PrintWriter out) {
    if (gridOptions.keys == null) {
      out.println("Bound to this machine only: no --keys were given.");
    }
    try (GridNode node = GridNode.start(options).warm()) {
      out.println(
          "node %s ready: %d nodes in the grid, %s:%d"
              .formatted(
                  options.name(), node.nodeCount(), options.host(), options.discoveryPort()));
      out.flush();
      return staying.await(node.ended());
    }
  }
}
