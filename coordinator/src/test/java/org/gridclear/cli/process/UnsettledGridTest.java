package org.gridclear.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gridclear.cli.Client;
import org.gridclear.cli.GridProcess;
import org.gridclear.cli.Shell;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.file.PackFile;
import org.gridclear.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A grid of real processes while its nodes are killed and come back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UnsettledGridTest {
  private static final Map<String, GridProcess> NODES = new TreeMap<>();

  @TempDir static Path folder;

  private static int port;
  private static GridProcess server;
  private static Client client;

  @BeforeAll
  static void start() throws Exception {
    port = TestGrid.freePort();
    for (String name : List.of("a", "b", "c")) {
      startNode(name);
    }
    NODES.values().forEach(GridProcess::awaitReady);
    String own = Integer.toString(port + 30);
    server =
        GridProcess.start(
            List.of("env", "--default-signal=INT"),
            List.of("serve", "--port", "0", "--join", join(), "--grid-port", own));
    client = new Client(server.readyLine());
  }

  private static void startNode(String name) throws Exception {
    NODES.put(name, GridProcess.node(name, port, "--child-memory", "0"));
  }

  private static String join() {
    return "127.0.0.1:%d..%d".formatted(port, port + 19);
  }

  @AfterAll
  static void stop() {
    server.close();
    NODES.values().forEach(GridProcess::close);
  }

  private static String study(int number) {
    return "study: s%d\nbase: {case: ieee14}\nhorizon: {periodCount: 2}".formatted(number);
  }

  @Test
  @Order(1)
  void whatIsSubmittedWhileNodesDieIsDoneOrWasToldToComeAgain() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    ConcurrentLinkedQueue<HttpResponse<String>> answers = new ConcurrentLinkedQueue<>();
    CompletableFuture<Void> submitting =
        CompletableFuture.runAsync(
            () -> {
              for (int k = 0; !over.get() && k < 25; k++) {
                try {
                  answers.add(client.call("POST", "/api/v1/studies", study(k)));
                  TimeUnit.MILLISECONDS.sleep(100);
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              }
            });
    for (String victim : List.of("c")) {
      TimeUnit.SECONDS.sleep(1);
      NODES.get(victim).kill();
      TimeUnit.SECONDS.sleep(2);
      startNode(victim);
      NODES.get(victim).awaitReady();
      awaitReady(3);
    }
    over.set(true);
    submitting.get(60, TimeUnit.SECONDS);
    List<String> acknowledged = new ArrayList<>();
    for (HttpResponse<String> answer : answers) {
      if (answer.statusCode() == 202) {
        acknowledged.add(Json.MAPPER.readTree(answer.body()).get("runId").asString());
      } else {
        assertEquals(503, answer.statusCode(), answer.body());
        assertTrue(answer.headers().firstValue("Retry-After").isPresent(), answer.body());
        assertTrue(answer.body().contains("\"advice\""), answer.body());
      }
    }
    assertTrue(acknowledged.size() >= 5, answers.toString());
    for (String run : acknowledged) {
      var status = client.awaitEnd(run, 60);
      assertEquals("DONE", status.get("state").asString(), status.toString());
      assertEquals(0, status.get("failed").asInt(), status.toString());
    }
  }

  /** Waits until every entry has its backup again. */
  private static void awaitReady(int nodes) throws Exception {
    for (int k = 0; k < 300; k++) {
      String metrics = client.call("GET", "/metrics", null).body();
      if (metrics.contains("gridclear_backups_complete 1.0")
          && metrics.contains("gridclear_nodes %d.0".formatted(nodes))) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new IllegalStateException("The grid did not settle.");
  }

  @Test
  @Order(2)
  void aBackupDuringWhichANodeIsLostIsWholeOrSaysThatItIsNot() throws Exception {
    CompletableFuture<Void> killing =
        CompletableFuture.runAsync(
            () -> NODES.get("b").kill(),
            CompletableFuture.delayedExecutor(2_500, TimeUnit.MILLISECONDS));
    List<Path> copies = new ArrayList<>();
    for (int k = 0; k < 2; k++) {
      Path copy = folder.resolve("copy-" + k);
      Shell.Ended ended = backup(copy);
      assertFalse(ended.text().contains("\tat "), ended.text());
      if (ended.code() == ExitCodes.DONE) {
        copies.add(copy);
      } else {
        assertEquals(ExitCodes.INTERNAL, ended.code(), ended.text());
        assertFalse(Files.exists(copy), "nothing stands at the target");
      }
    }
    killing.get(20, TimeUnit.SECONDS);
    awaitReady(2);
    Path quiet = folder.resolve("quiet");
    Shell.Ended ended = backup(quiet);
    assertEquals(ExitCodes.DONE, ended.code(), ended.text());
    JsonNode whole = caches(quiet);
    assertTrue(whole.get("runs").get("total").asInt() >= 5, whole.toString());
    for (Path copy : copies) {
      assertEquals(whole, caches(copy), "entries, bytes and hashes of every cache");
    }
  }

  private static Shell.Ended backup(Path copy) {
    String own = Integer.toString(port + 50);
    return Shell.run("backup", copy.toString(), "--join", join(), "--grid-port", own);
  }

  /** What a backup says that it holds, which is what its files hold. */
  private static JsonNode caches(Path copy) throws Exception {
    JsonNode caches =
        Json.MAPPER.readTree(Files.readAllBytes(copy.resolve("backup.json"))).get("caches");
    for (String name : caches.propertyNames()) {
      try (PackFile.Reader pack = new PackFile.Reader(copy.resolve(name + ".pack"))) {
        assertEquals(caches.get(name).get("entries").asInt(), pack.names().size(), name);
      }
    }
    return caches;
  }

  @Test
  @Tag("slow")
  @Order(3)
  void aServerThatIsInterruptedInTheMiddleOfARunEndsWithoutAWordAndTheRunGoesOn() throws Exception {
    String study =
        "study: long\nbase: {case: ieee14}\nmonteCarlo: [{name: d, count: 40, seed: 1,"
            + " loadDeviation: 0.02}]";
    String run = client.submit("/api/v1/studies", study);
    client.awaitDone(run, 1, 60);
    String before = server.output();
    server.signal("INT");
    assertEquals(130, server.await(40), server.output());
    assertEquals(before, server.output());
    String own = Integer.toString(port + 60);
    try (GridProcess next =
        GridProcess.start(
            List.of(), List.of("serve", "--port", "0", "--join", join(), "--grid-port", own))) {
      var status = new Client(next.readyLine()).awaitEnd(run, 90);
      assertEquals("DONE", status.get("state").asString(), status.toString());
      assertEquals(0, status.get("failed").asInt(), status.toString());
    }
  }
}
