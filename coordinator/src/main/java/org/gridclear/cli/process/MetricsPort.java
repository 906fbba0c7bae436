package org.gridclear.cli.process;

import io.prometheus.client.exporter.HTTPServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import org.gridclear.cli.option.OptionNumbers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Metrics of a process that has no server of its own. */
public final class MetricsPort {
  @Option(
      names = "--metrics-port",
      converter = OptionNumbers.Port.class,
      paramLabel = "PORT",
      description = "Serve Prometheus metrics on this machine at this port (0: any free one).")
  private @Nullable Integer port;

  /**
   * Serves them and says where, if that is asked for.
   *
   * @param measured registers what is measured
   * @return what serves them; null if it is not asked for
   */
  public @Nullable HTTPServer serve(Runnable measured, PrintWriter out) throws IOException {
    if (port == null) {
      return null;
    }
    measured.run();
    HTTPServer server =
        new HTTPServer.Builder()
            .withHostname(InetAddress.getLoopbackAddress().getHostAddress())
            .withPort(port)
            .withDaemonThreads(true)
            .build();
    out.println("metrics: http://127.0.0.1:%d/metrics".formatted(server.getPort()));
    out.flush();
    return server;
  }
}
