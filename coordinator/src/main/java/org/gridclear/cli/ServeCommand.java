package org.gridclear.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.gridclear.web.WebServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gridclear serve}: REST, metrics and the OpenAPI page. */
@Command(
    name = "serve",
    description = {
      "Serve the REST interface under /api/v1, its page under /swagger-ui.html,",
      "and Prometheus metrics under /metrics."
    })
final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private GridOptions gridOptions;

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "HTTP port (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--cases",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Folder in which submitted studies find their base files.")
  private Path cases;

  @Override
  public Integer call() throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    try (Grid grid = Grid.start(gridOptions);
        WebServer server = WebServer.start(grid.runs(), gridOptions.host, port, cases)) {
      PrintWriter out = spec.commandLine().getOut();
      out.println("ready: http://%s:%d/api/v1/studies".formatted(gridOptions.host, server.port()));
      out.flush();
      Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown, "serve-stop"));
      stopped.await();
    }
    return ExitCodes.DONE;
  }
}
