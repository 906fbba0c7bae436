package org.gridclear.cli;

import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.gridclear.scenario.resolved.ScreeningOptions.Method;
import org.gridclear.worker.ignite.GridNode;
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
      "Start a worker node. The first one forms a grid, others join it.",
      "Then: gridclear study FILE --join 127.0.0.1:47500"
    })
final class NodeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private GridOptions gridOptions;

  @Option(names = "--name", description = "Name in reports (default: node-<process id>).")
  private String name;

  @Override
  public Integer call() throws InterruptedException {
    String label = name != null ? name : "node-" + ProcessHandle.current().pid();
    CountDownLatch stopped = new CountDownLatch(1);
    try (GridNode node = GridNode.start(gridOptions.node(label, Role.WORKER));
        KernelWarmUp warmUp = KernelWarmUp.start(EnumSet.allOf(Method.class))) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(
          "node %s ready: %d nodes in the grid, %s:%d"
              .formatted(label, node.nodeCount(), gridOptions.host, gridOptions.gridPort));
      out.flush();
      Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown, "node-stop"));
      stopped.await();
    }
    return ExitCodes.DONE;
  }
}
