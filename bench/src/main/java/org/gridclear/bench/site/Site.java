package org.gridclear.bench.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gridclear.cli.GridProcess;
import org.jspecify.annotations.Nullable;

/** The processes of a site: a node, and a server or a follower. */
final class Site implements AutoCloseable {
  private static final int SECONDS_MAX = 240;

  private final Path folder;
  private final int port;
  private final List<GridProcess> processes = new ArrayList<>();
  private @Nullable GridProcess main;

  Site(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  Path market() {
    return folder.resolve("market");
  }

  String join() {
    return "127.0.0.1:" + port;
  }

  /** Port of its server's feed. */
  private int feed() {
    return port + 200;
  }

  String from() {
    return "http://127.0.0.1:" + feed();
  }

  void startNode(String name) throws IOException {
    GridProcess node =
        GridProcess.node(name, port, "--data", folder.resolve("grid-" + name).toString());
    processes.add(node);
    node.awaitReady();
  }

  /** Its server or follower, which was started. */
  private GridProcess main() {
    return Objects.requireNonNull(main);
  }

  private GridProcess start(String... arguments) throws IOException {
    GridProcess process = GridProcess.start(List.of(), List.of(arguments));
    processes.add(process);
    return process;
  }

  /** Starts its server; returns its address. */
  String serve(boolean alone) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "serve",
                "--port",
                "0",
                "--join",
                join(),
                "--grid-port",
                "" + (port + 50),
                "--market",
                market().toString(),
                "--cases",
                folder.toString(),
                "--site-port",
                "" + feed(),
                "--runs-of-user-max",
                "64"));
    if (alone) {
      command.add("--alone");
    }
    GridProcess server = start(command.toArray(String[]::new));
    main = server;
    return server.readyLine().replaceAll(".*ready: (http://[^/]+)/.*", "$1");
  }

  /** Follows another site; returns when it has a copy. */
  void follow(Site other) throws IOException, InterruptedException {
    GridProcess follower =
        start(
            "site",
            "follow",
            "--from",
            other.from(),
            "--market",
            market().toString(),
            "--cases",
            folder.toString(),
            "--join",
            join(),
            "--grid-port",
            "" + (port + 75));
    main = follower;
    await(follower, "copied: ");
  }

  /** Waits until a process has said something. */
  private static void await(GridProcess process, String words) throws InterruptedException {
    for (int k = 0; !process.output().contains(words); k++) {
      if (!process.alive() || k > SECONDS_MAX * 20) {
        throw new IllegalStateException("Not '%s': %s".formatted(words, process.output()));
      }
      Thread.sleep(50);
    }
  }

  /** Orders its follower; returns what it says, and whether it did it. */
  boolean order(String what, StringBuilder said) throws IOException {
    try (GridProcess order =
        GridProcess.start(List.of(), List.of("site", what, "--market", market().toString()))) {
      int code = order.await(SECONDS_MAX);
      said.setLength(0);
      said.append(order.output());
      if (code == 0) {
        main().await(SECONDS_MAX);
      }
      return code == 0;
    }
  }

  /** A close in the site's grid, under way. */
  GridProcess close(Path month, Path target) throws IOException {
    return start(
        "settle",
        "month",
        month.toString(),
        "--out",
        target.toString(),
        "-q",
        "--join",
        join(),
        "--grid-port",
        "" + (port + 100));
  }

  Path closes() {
    return folder.resolve("runs");
  }

  String output() {
    return main().output();
  }

  /** Ends its server or follower as an operator does. */
  void stop() throws IOException {
    main().signal("TERM");
    main().await(SECONDS_MAX);
  }

  /** All its processes at once, as when the power goes. */
  void kill() {
    processes.forEach(GridProcess::kill);
    processes.forEach(process -> process.await(SECONDS_MAX));
    processes.clear();
  }

  @Override
  public void close() {
    processes.forEach(GridProcess::close);
  }
}
