package org.gridclear.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A worker node in a JVM of its own on this machine, for benches and tests. */
public final class NodeProcess implements AutoCloseable {
  private static final long READY_SECONDS_MAX = 60;

  private final Process process;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();

  private NodeProcess(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "node-output");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts a node with one slot, with this JVM's class path and module flags.
   *
   * @param port first discovery port of its grid
   */
  public static NodeProcess start(String name, int port) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> flag.startsWith("--add-") || flag.startsWith("-DIGNITE"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-Djava.net.preferIPv4Stack=true",
            "-Xmx512m",
            "-XX:+UseSerialGC",
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
        new IllegalStateException("The node ended before it was ready:\n" + output));
  }

  /** Waits until the node is in its grid. */
  public NodeProcess awaitReady() {
    ready.orTimeout(READY_SECONDS_MAX, TimeUnit.SECONDS).join();
    return this;
  }

  /** Ends the process at once, as {@code kill -9} does. */
  public void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    kill();
    process.onExit().orTimeout(20, TimeUnit.SECONDS).exceptionally(e -> process).join();
  }
}
