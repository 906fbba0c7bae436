package org.gridclear.bench.desk;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.json.Json;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.run.RunLimits;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.dispatch.GridMembers;
import org.gridclear.run.ignite.GridControl;
import org.gridclear.run.ignite.IgniteGrid;
import org.gridclear.web.WebServer;
import org.gridclear.web.market.ServedMarket;
import org.gridclear.worker.ignite.GridNode;
import org.gridclear.worker.ignite.GridNodeOptions;
import tools.jackson.databind.JsonNode;

/** A server with accounts, a market and two nodes, shared by all tests of the desk in a process. */
final class DeskServer {
  /** Of this process alone: others may test at the same time on one machine. */
  private static final int FIRST_PORT = 40_000 + (int) (ProcessHandle.current().pid() % 250) * 20;

  private static final String GRID = "desk-" + ProcessHandle.current().pid();
  private static DeskServer shared;

  private final DeskPeople people;
  private final Path folder;
  private final StudyRuns runs;
  private final GridMembers members;
  private final ServedMarket market;
  private final HttpClient client = HttpClient.newHttpClient();
  private WebServer server;

  private DeskServer(Path folder) {
    this.folder = folder;
    people = new DeskPeople(folder.resolve("security"));
    DeskMarket.make(folder.resolve("market"));
    GridNode first = node("first", GridNodeOptions.Role.EMBEDDED, List.of());
    node("second", GridNodeOptions.Role.WORKER, List.of("127.0.0.1:" + FIRST_PORT));
    members = new GridControl(first);
    runs =
        new ActorStudyRuns(
            IgniteGrid.access(first), RunLimits.OF_COMMANDS, Clock.systemUTC(), true);
    market = ServedMarket.open(folder.resolve("market"));
    server = serve(0);
  }

  private GridNode node(String name, GridNodeOptions.Role role, List<String> join) {
    int port = FIRST_PORT;
    return GridNode.start(
        new GridNodeOptions(
            name, role, "127.0.0.1", port, join, 1, folder.resolve(name), null, 0, null, 0, GRID));
  }

  private WebServer serve(int port) {
    return WebServer.of(runs, folder, people.security())
        .at("127.0.0.1", port)
        .market(market)
        .members(members)
        .start();
  }

  /** The server, started when it is asked for first; it ends with the process. */
  static synchronized DeskServer shared() {
    if (shared == null) {
      try {
        shared = new DeskServer(Files.createTempDirectory("desk"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return shared;
  }

  DeskPeople people() {
    return people;
  }

  /** The market that is served. */
  MarketFolder market() {
    return market.folder();
  }

  /** Folder of base files of studies. */
  Path folder() {
    return folder;
  }

  /** A third node in a process of its own, which can be killed; it has joined when this returns. */
  Process node(String name) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Path root = Path.of(System.getProperty("gridclear.root"));
    List<String> command = new ArrayList<>(List.of(java, "@" + root.resolve(".mvn/ignite.args")));
    command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("org.gridclear.cli.GridClear", "node", "--name", name, "--slots", "1"));
    command.addAll(List.of("--child-memory", "0", "--grid", GRID));
    command.addAll(List.of("--join", "127.0.0.1:" + FIRST_PORT));
    command.addAll(List.of("--grid-port", Integer.toString(FIRST_PORT + 2)));
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(folder.resolve(name + ".log").toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The HTTP side ends and comes again at the same port; the grid stays. */
  void restart(Runnable meanwhile) {
    int port = server.port();
    server.close();
    meanwhile.run();
    people.reopened();
    server = serve(port);
  }

  /** The address of a page of the desk, such as {@code /runs}. */
  String address(String page) {
    return origin() + "/console" + page;
  }

  private String origin() {
    return "http://127.0.0.1:" + server.port();
  }

  /** Lets somebody in, as if the form had been filled in, and opens a page. */
  void open(Page page, String who, String path) {
    page.context()
        .addCookies(
            List.of(
                new Cookie("gridclear-session", people.token(who))
                    .setUrl(origin())
                    .setHttpOnly(true)));
    page.navigate(address(path));
    page.locator("main#page h1").waitFor();
  }

  /** Calls the interface as somebody, by token. */
  HttpResponse<String> call(String who, String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin() + "/api/v1" + path))
            .header("Authorization", "Bearer " + people.token(who))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Submits a study, YAML, and returns the id of its run. */
  String submit(String who, String study) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(origin() + "/api/v1/studies"))
            .header("Authorization", "Bearer " + people.token(who))
            .header("Content-Type", "application/yaml")
            .POST(BodyPublishers.ofString(study))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      return Json.MAPPER.readTree(answer.body()).get("runId").asString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The answer of a call that has to succeed. */
  JsonNode json(String who, String method, String path, String body) {
    HttpResponse<String> answer = call(who, method, path, body);
    if (answer.statusCode() >= 300) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return Json.MAPPER.readTree(answer.body());
  }
}
