package org.gridclear.cli.process;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gridclear.cli.GridClear;
import org.gridclear.cli.GridProcess;
import org.gridclear.worker.ignite.probe.GridProbe;
import org.gridclear.worker.ignite.probe.GridUnreachableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A command that is told to join a grid where there is none says so soon. */
@Isolated
class JoinNobodyTest {
  private static final long SECONDS_MAX = 90;

  @TempDir Path folder;

  /** A port that nothing listens at, and nothing will: it is held without being listened at. */
  private static ServerSocket held() throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    return socket;
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = held()) {
      return socket.getLocalPort();
    }
  }

  /** A command in a process of its own that ends by itself, with exit code 3. */
  private static void refused(List<String> command, String... texts) throws IOException {
    try (GridProcess process = GridProcess.start(List.of(), command)) {
      int code = process.await(SECONDS_MAX);
      assertEquals(3, code, process.output());
      assertAll(
          Stream.of(texts)
              .map(text -> () -> assertTrue(process.output().contains(text), process.output())));
    }
  }

  @Test
  void nobodyAWrongServerAndASilentOneAreToldApart() throws IOException {
    HttpServer web = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    web.start();
    try (ServerSocket silent = held()) {
      String none = "127.0.0.1:" + closedPort();
      String http = "127.0.0.1:" + web.getAddress().getPort();
      String mute = "127.0.0.1:" + silent.getLocalPort();
      refused(
          List.of("screen", "ieee14", "--join", String.join(",", none, http, mute)),
          none + ": nothing listens there",
          http + ": something else than a node answers: \"HTTP/1.1 400",
          mute + ": it takes the connection and says nothing",
          "Check:",
          "--grid-port");
    } finally {
      web.stop(0);
    }
  }

  /**
   * Looking for a grid, without the start of a process: nobody, a wrong server and a silent one.
   */
  @Test
  void thatThereIsNoGridIsKnownWithinTenSeconds() throws IOException {
    HttpServer web = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    web.start();
    try (ServerSocket silent = held()) {
      List<String> addresses =
          List.of(
              "127.0.0.1:" + closedPort(),
              "127.0.0.1:" + web.getAddress().getPort(),
              "127.0.0.1:" + silent.getLocalPort());
      assertTimeout(
          Duration.ofSeconds(10),
          () ->
              assertThrows(GridUnreachableException.class, () -> GridProbe.reach(addresses, null)));
    } finally {
      web.stop(0);
    }
  }

  @Test
  void aStoppedNodeIsNamed() throws IOException {
    int port = TestGrid.freePort();
    String address = "127.0.0.1:" + port;
    try (GridProcess node = GridProcess.node("held", port, "--child-memory", "0").awaitReady()) {
      GridProbe.reach(List.of(address), null);
      node.signal("STOP");
      refused(
          List.of("grid", "status", "--join", address),
          address + ": it takes the connection and says nothing",
          "kill -STOP");
    }
  }

  /** Every command that knows --join but the node, whose trade is to wait for its grid. */
  @Test
  void noCommandWaitsForAGridThatIsNotThere() throws Exception {
    String nobody = "127.0.0.1:" + closedPort();
    Map<String, CompletableFuture<String>> running = new TreeMap<>();
    Map<String, List<String>> commands = new TreeMap<>();
    collect(GridClear.commandLine(), commands);
    commands.remove("node");
    assertTrue(commands.size() >= 13, commands::toString);
    commands.forEach((name, words) -> running.put(name, ended(words, nobody)));
    CompletableFuture.allOf(running.values().toArray(CompletableFuture[]::new))
        .get(SECONDS_MAX, TimeUnit.SECONDS);
    assertAll(
        running.entrySet().stream()
            .map(
                entry ->
                    () -> {
                      String text = entry.getValue().join();
                      assertTrue(
                          text.contains(nobody + ": nothing listens there"),
                          entry.getKey() + ": " + text);
                    }));
  }

  private CompletableFuture<String> ended(List<String> words, String nobody) {
    List<String> arguments = new ArrayList<>(words);
    arguments.addAll(List.of("--join", nobody));
    return CompletableFuture.supplyAsync(
        () -> {
          StringWriter text = new StringWriter();
          CommandLine line = GridClear.commandLine();
          line.setErr(new PrintWriter(text));
          line.setOut(new PrintWriter(text));
          line.setExecutionExceptionHandler(
              (failure, command, parsed) -> {
                text.write(String.valueOf(failure.getMessage()));
                return 3;
              });
          line.execute(arguments.toArray(String[]::new));
          return text.toString();
        },
        task -> new Thread(task, "join-" + words.get(0)).start());
  }

  private void collect(CommandLine line, Map<String, List<String>> commands) {
    line.getSubcommands().values().forEach(sub -> collect(sub, commands));
    CommandSpec spec = line.getCommandSpec();
    if (spec.findOption("--join") != null) {
      List<String> words = new ArrayList<>(List.of(spec.qualifiedName(" ").split(" ")));
      words.remove(0);
      String name = String.join(" ", words);
      for (PositionalParamSpec positional : spec.positionalParameters()) {
        if (positional.arity().min() > 0 || name.equals("settle rules")) {
          boolean isNumber = positional.type() == int.class;
          words.add(isNumber ? "1" : folder.resolve("x" + positional.index().min()).toString());
        }
      }
      words.addAll(MORE.getOrDefault(name, List.of()));
      commands.put(name, words);
    }
  }

  /** What a command asks for before it asks for its grid. */
  private static final Map<String, List<String>> MORE =
      Map.ofEntries(
          Map.entry("sensitivities", List.of("--by", "outage")),
          Map.entry(
              "monitor evaluate",
              List.of("--market", "m", "--from", "2026-10-01", "--to", "2026-10-02")),
          Map.entry("year", List.of("--market", "m", "--from", "2026-10-01", "--to", "2026-10-02")),
          Map.entry("site follow", List.of("--from", "http://127.0.0.1:9", "--market", "m")),
          Map.entry("demo day", List.of("--out", "d")),
          Map.entry("demo replay", List.of("--out", "d")),
          Map.entry(
              "day intervene",
              List.of(
                  "--market", "m", "--trade", "da", "--date", "2026-10-01", "--day-version", "1")),
          Map.entry("rules shadow", List.of("x.json", "--market", "m")),
          Map.entry("monitor impact", List.of("--market", "m")),
          Map.entry("workflow run", List.of("--market", "m")),
          Map.entry("settle day", List.of("--day", "1")),
          Map.entry("settle rules", List.of("--book", "rules.txt")),
          Map.entry("settle correct", List.of("--book", "rules.txt", "--reason", "a test")));
}
