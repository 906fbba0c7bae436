package org.gridclear.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A command of this program in a JVM of its own on this machine, for benches and tests. */
public final class GridProcess implements AutoCloseable {
  private static final long READY_SECONDS_MAX = 90;
  private static final int HEAP_MB = 512;
  private static final List<String> PASSED_ON = List.of("--add-", "-DIGNITE", "-XX:Tier4");

  private final Process process;
  private final CompletableFuture<String> ready = new CompletableFuture<>();
  private final StringBuffer output = new StringBuffer();

  private GridProcess(Process process) {
    this.process = process;
    Runtime.getRuntime().addShutdownHook(new Thread(this::killAll, "kill-" + process.pid()));
    Thread reader = new Thread(this::read, "process-output");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts a node, with this JVM's classes, module flags and compiler thresholds.
   *
   * @param port first discovery port of its grid
   * @param more further options; one slot where they name no {@code --slots}
   */
  public static GridProcess node(String name, int port, String... more) throws IOException {
    return node(List.of(), name, port, more);
  }

  /**
   * Starts a node as {@link #node(String, int, String...)} does.
   *
   * @param before what stands before {@code java} on the command line
   */
  public static GridProcess node(List<String> before, String name, int port, String... more)
      throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("node", "--name", name, "--grid-port", Integer.toString(port)));
    arguments.addAll(List.of(more));
    if (!arguments.contains("--slots")) {
      arguments.addAll(List.of("--slots", "1"));
    }
    return start(before, arguments);
  }

  /**
   * Starts a command.
   *
   * @param before what stands before {@code java} on the command line
   * @param arguments the command and its options
   */
  public static GridProcess start(List<String> before, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> PASSED_ON.stream().anyMatch(flag::startsWith))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-Djava.net.preferIPv4Stack=true",
            "-Xmx%dm".formatted(HEAP_MB),
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData"));
    command.addAll(classes());
    command.add(GridClear.class.getName());
    command.addAll(arguments);
    return new GridProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** The class path: that of the launcher with the classes that it has kept, or this JVM's. */
  private static List<String> classes() {
    String launched = System.getProperty("gridclear.classes", "");
    Path kept = Path.of(launched.split(File.pathSeparator, 2)[0]).resolveSibling("gridclear.jsa");
    return !launched.isEmpty() && kept.toFile().length() > 0
        ? List.of(
            "-XX:SharedArchiveFile=" + kept,
            "-Xshare:auto",
            "-Xlog:cds=off",
            "-Xlog:cds+dynamic=off",
            "-cp",
            launched)
        : List.of("-cp", System.getProperty("java.class.path"));
  }

  private void read() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        output.append(line).append('\n');
        if (line.contains(" ready: ") || line.startsWith("ready: ")) {
          ready.complete(line);
        }
      }
    } catch (IOException e) {
      output.append(e);
    }
    ready.completeExceptionally(
        new IllegalStateException("The process ended before it was ready:\n" + output));
  }

  /** Waits until the process says that it is ready; returns the line with which it says so. */
  public String readyLine() {
    return ready.orTimeout(READY_SECONDS_MAX, TimeUnit.SECONDS).join();
  }

  /** Waits until the process says that it is ready. */
  public GridProcess awaitReady() {
    readyLine();
    return this;
  }

  /** What it printed so far. */
  public String output() {
    return output.toString();
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /** Process ids of its children. */
  public List<Long> children() {
    return process.children().map(ProcessHandle::pid).toList();
  }

  /** Whether it runs. */
  public boolean alive() {
    return process.isAlive();
  }

  /** Ends the process at once, as {@code kill -9} does. */
  public void kill() {
    process.destroyForcibly();
  }

  /** Sends a signal, such as STOP or CONT. */
  public void signal(String name) throws IOException {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().onExit().join();
  }

  /** Waits until it has ended; returns its exit code. */
  public int await(long secondsMax) {
    return process.onExit().orTimeout(secondsMax, TimeUnit.SECONDS).join().exitValue();
  }

  /** Nothing that a bench or a test started outlives it. */
  private void killAll() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    kill();
  }

  @Override
  public void close() {
    killAll();
    process.onExit().orTimeout(20, TimeUnit.SECONDS).exceptionally(e -> process).join();
  }
}
