package org.gridclear.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A worker node in a JVM of its own. */
final class NodeProcess implements AutoCloseable {
  private final Process process;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();

  private NodeProcess(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "node-output");
    reader.setDaemon(true);
    reader.start();
  }

  static NodeProcess start(String name, int port) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path root = Path.of(System.getProperty("gridclear.root", ".."));
    List<String> command =
        new ArrayList<>(
            List.of(
                java.toString(),
                "@" + root.resolve(".mvn/ignite.args"),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                GridClear.class.getName(),
                "node",
                "--name",
                name,
                "--slots",
                "1",
                "--grid-port",
                String.valueOf(port)));
    return new NodeProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  private void read() {
    StringBuilder output = new StringBuilder();
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        output.append(line).append('\n');
        if (line.contains(" ready: ")) {
          ready.complete(null);
        }
      }
    } catch (IOException e) {
      output.append(e);
    }
    ready.completeExceptionally(
        new AssertionError("The node ended before it was ready:\n" + output));
  }

  NodeProcess awaitReady() throws Exception {
    ready.get(60, TimeUnit.SECONDS);
    return this;
  }

  /** kill -9. */
  void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().orTimeout(20, TimeUnit.SECONDS).exceptionally(e -> process).join();
  }
}
