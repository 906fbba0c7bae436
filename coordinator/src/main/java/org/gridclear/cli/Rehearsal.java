package org.gridclear.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.report.FolderSwap;

/**
 * Goes through the common commands on the smallest network, so that the virtual machine can keep
 * their classes for quicker starts ({@code -XX:ArchiveClassesAtExit}, in the launcher).
 */
final class Rehearsal {
  private static final String STUDY =
      """
      study: rehearsal
      base: {case: ieee14}
      cases:
        - {name: more, changes: [{load: {scale: 1.02}}]}
      """;

  private static final String NETWORK =
      """
      function mpc = rehearsal
      mpc.version = '2';
      mpc.baseMVA = 100;
      mpc.bus = [
        1 3 20 5 0 0 1 1 0 110 1 1.1 0.9;
        2 1 50 10 0 0 1 1 0 110 1 1.1 0.9;
        3 1 30 10 0 0 1 1 0 110 1 1.1 0.9;
      ];
      mpc.gen = [1 100 0 80 -80 1 100 1 200 0];
      mpc.branch = [
        1 2 0.01 0.1 0.02 60 60 60 0 0 1 -360 360;
        2 3 0.01 0.1 0.02 60 60 60 0 0 1 -360 360;
        1 3 0.01 -0.1 0.02 60 60 60 0 0 1 -360 360;
      ];
      mpc.gencost = [2 0 0 2 10 0];
      """;

  private static final int FIRST_PORT = 9_000;
  private static final int PORTS = 60;
  private static final int GRIDS = 30;
  private static final long MILLIS_MAX = 300_000;
  private static final long LISTENING_NANOS_MAX = 60_000_000_000L;
  private static final long LOOK_NANOS = 50_000_000;

  private Rehearsal() {}

  /** What went wrong or takes too long is left out: the threads of a grid would stay for ever. */
  public static void main(String[] arguments) throws InterruptedException {
    stay(Rehearsal::rehearse, "rehearsal").join(MILLIS_MAX);
    System.exit(ExitCodes.DONE);
  }

  /** Runs them one after another; what they print is of no interest. */
  private static void rehearse() {
    try {
      rehearse(Files.createTempDirectory("gridclear-rehearsal-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void rehearse(Path folder) throws IOException {
    try {
      String network = Files.writeString(folder.resolve("rehearsal.m"), NETWORK).toString();
      String study = Files.writeString(folder.resolve("study.yaml"), STUDY).toString();
      String month = folder.resolve("month").toString();
      List<List<String>> commands =
          List.of(
              List.of("--help"),
              List.of("validate", study),
              List.of("powerflow", "ieee14", "--out", folder.resolve("flow").toString()),
              List.of("screen", "ieee14", "--dc", "--out", folder.resolve("screen").toString()),
              List.of("screen", network, "--dc", "--out", folder.resolve("file").toString()),
              List.of("screen", network, "--ac", "--out", folder.resolve("ac").toString()),
              List.of("clear", "ieee14", "--out", folder.resolve("clear").toString()),
              List.of("study", study, "--out", folder.resolve("study").toString()),
              List.of("settle", "synthesize", "--out", month, "--entities", "30", "--days", "2"),
              List.of("settle", "month", month, "--out", folder.resolve("close").toString()));
      commands.forEach(Rehearsal::run);
      grid(study, folder.resolve("joined").toString());
    } finally {
      FolderSwap.delete(folder);
    }
  }

  private static void run(List<String> command) {
    GridClear.run(command.toArray(String[]::new));
  }

  /** A grid of a node, a study and a server; node and server end with the process. */
  private static void grid(String study, String out) throws IOException {
    int port = freePort();
    String grid = "rehearsal-" + port;
    String first = Integer.toString(port);
    stay(() -> run(List.of("node", "--slots", "1", "--grid", grid, "--grid-port", first)), "node");
    connect(port).close();
    List<String> joining = List.of("--grid", grid, "--join", "127.0.0.1:" + port);
    String own = Integer.toString(port + 20);
    run(command(List.of("study", study, "--out", out, "--grid-port", own), joining));
    String web = Integer.toString(port + 40);
    List<String> serve = command(List.of("serve", "--port", web, "--grid-port", own), joining);
    stay(() -> run(serve), "serve");
    try (Socket server = connect(port + 40)) {
      server.getOutputStream().write("GET /metrics HTTP/1.0\r\n\r\n".getBytes(US_ASCII));
      server.getInputStream().readAllBytes();
    }
  }

  private static List<String> command(List<String> first, List<String> more) {
    return Stream.concat(first.stream(), more.stream()).toList();
  }

  /** Connects as soon as somebody listens. */
  private static Socket connect(int port) throws IOException {
    long until = System.nanoTime() + LISTENING_NANOS_MAX;
    while (true) {
      try {
        return new Socket(InetAddress.getLoopbackAddress(), port);
      } catch (ConnectException e) {
        if (System.nanoTime() > until) {
          throw e;
        }
        LockSupport.parkNanos(LOOK_NANOS);
      }
    }
  }

  /** The first of ports of its own, at which nobody listens. */
  private static int freePort() throws IOException {
    long own = ProcessHandle.current().pid();
    for (long k = own; k < own + GRIDS; k++) {
      int port = FIRST_PORT + PORTS * (int) (k % GRIDS);
      if (isFree(port) && isFree(port + 40)) {
        return port;
      }
    }
    throw new BindException("No port is free.");
  }

  private static boolean isFree(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (BindException e) {
      return false;
    }
  }

  private static Thread stay(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
