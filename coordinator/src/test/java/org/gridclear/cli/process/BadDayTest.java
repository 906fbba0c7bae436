package org.gridclear.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gridclear.cli.Client;
import org.gridclear.cli.GridProcess;
import org.gridclear.cli.Shell;
import org.gridclear.cli.option.ExitCodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a grid of real processes does on a bad day. Each run must end with undisturbed hashes. */
class BadDayTest {
  private static final String STUDY =
      """
      study: bad day
      base: {case: ieee118}
      options: {gap: 0.004, losses: false, startFromBase: false}
      sweeps:
        - {name: "l{l} r{r}", over: {l: [0.94, 0.97, 1.0], r: [0.7, 1, 1.3]}, changes: [{load: {scale: $l}}, {renewables: {scale: $r}}]}
      """;

  private static final int CASES = 10;

  private static Map<String, String> expected;

  @TempDir Path folder;

  private final List<GridProcess> processes = new ArrayList<>();
  private int port;

  @BeforeAll
  static void runUndisturbed() throws Exception {
    try (GridProcess server =
        serve(List.of("--grid-port", Integer.toString(TestGrid.freePort()), "--slots", "2"))) {
      Client client = new Client(server.readyLine());
      String run = client.submit("/api/v1/studies", STUDY);
      assertEquals("DONE", client.awaitEnd(run, 200).get("state").asString());
      expected = client.hashes(run);
      assertEquals(CASES, expected.size());
    }
  }

  @BeforeEach
  void choosePort() throws Exception {
    port = TestGrid.freePort();
  }

  @AfterEach
  void stopAll() {
    processes.forEach(GridProcess::close);
  }

  private static GridProcess serve(List<String> more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("serve", "--port", "0"));
    arguments.addAll(more);
    return GridProcess.start(List.of(), arguments);
  }

  private String join() {
    return "127.0.0.1:%d..%d".formatted(port, port + 19);
  }

  private GridProcess node(String name, String... more) throws Exception {
    GridProcess node = GridProcess.node(name, port, more);
    processes.add(node);
    return node;
  }

  /** A node that waits for the grid it is told to join. */
  private GridProcess joining(String name, int own, String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of("node", "--name", name, "--slots", "1", "--join", "127.0.0.1:" + port));
    arguments.addAll(List.of("--grid-port", Integer.toString(port + own)));
    arguments.addAll(List.of(more));
    GridProcess node = GridProcess.start(List.of(), arguments);
    processes.add(node);
    return node;
  }

  private GridProcess server(int number) throws Exception {
    String own = Integer.toString(port + 10 * number + 20);
    GridProcess server = serve(List.of("--join", join(), "--grid-port", own));
    processes.add(server);
    return server;
  }

  private void assertSameHashes(Client client, String run) throws Exception {
    JsonNode status = client.awaitEnd(run, 200);
    assertEquals("DONE", status.get("state").asString(), status.toString());
    assertEquals(expected, client.hashes(run));
  }

  @Test
  void aKilledCoordinatorsRunIsTakenOverAndOnlyWhatIsMissingIsComputed() throws Exception {
    node("a").awaitReady();
    node("b").awaitReady();
    GridProcess first = server(1);
    GridProcess second = server(2);
    Client one = new Client(first.readyLine());
    Client two = new Client(second.readyLine());
    String run = one.submit("/api/v1/studies", STUDY);
    one.awaitDone(run, 3, 100);
    first.kill();
    assertSameHashes(two, run);
    JsonNode status = two.status(run);
    assertTrue(status.get("reused").asInt() >= 2, status.toString());
    assertTrue(second.output().contains("taking it over in epoch 2"), second.output());
  }

  @Test
  @Tag("slow")
  void killedSolverProcessesCostAnAttemptAndTheNodesLiveOn() throws Exception {
    GridProcess a = node("a").awaitReady();
    GridProcess b = node("b").awaitReady();
    Client client = new Client(server(1).readyLine());
    String run = client.submit("/api/v1/studies", STUDY);
    client.awaitDone(run, 2, 100);
    kill(a);
    client.awaitDone(run, 5, 100);
    kill(b);
    assertSameHashes(client, run);
    assertTrue(a.alive() && b.alive());
    assertTrue(client.status(run).get("retries").asInt() >= 1);
    assertEquals(0, client.status(run).get("lostNodes").size());
  }

  private static void kill(GridProcess node) throws Exception {
    for (long child : node.children()) {
      new ProcessBuilder("kill", "-9", Long.toString(child)).start().onExit().join();
    }
  }

  @Test
  void aFrozenNodeIsDroppedAndJoinsAgainWhenItThaws() throws Exception {
    node("a").awaitReady();
    GridProcess frozen = node("b").awaitReady();
    Client client = new Client(server(1).readyLine());
    String run = client.submit("/api/v1/studies", STUDY);
    client.awaitDone(run, 2, 100);
    frozen.signal("STOP");
    try {
      assertSameHashes(client, run);
      assertEquals(List.of("b"), names(client.status(run).get("lostNodes")));
    } finally {
      frozen.signal("CONT");
    }
    awaitNodes(client, 2);
    assertTrue(frozen.alive());
    // It notices that it was dropped, or that it cannot see the others and then that it can.
    assertTrue(frozen.output().contains("node b: The others"), frozen.output());
  }

  private static List<String> names(JsonNode list) {
    List<String> names = new ArrayList<>();
    list.forEach(name -> names.add(name.asString()));
    return names;
  }

  private static void awaitNodes(Client client, int count) throws Exception {
    String text = "";
    for (int k = 0; k < 600; k++) {
      text = client.call("GET", "/metrics", null).body();
      if (text.contains("gridclear_nodes %d.0".formatted(count))) {
        return;
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException(text);
  }

  @Test
  @Tag("slow")
  void aDrainedNodeFinishesItsWorkAndStopsAndANewOneIsUsedAtOnce() throws Exception {
    GridProcess old = node("old").awaitReady();
    Client client = new Client(server(1).readyLine());
    String run = client.submit("/api/v1/studies", STUDY);
    client.awaitDone(run, 1, 100);
    node("new").awaitReady();
    Shell.Ended drained =
        Shell.run(
            "grid", "drain", "old", "--join", join(), "--grid-port", Integer.toString(port + 40));
    assertEquals(ExitCodes.DONE, drained.code(), drained.text());
    assertEquals(ExitCodes.DONE, old.await(60));
    assertSameHashes(client, run);
    JsonNode status = client.status(run);
    assertEquals(List.of("old", "new"), names(status.get("nodes")));
    assertEquals(0, status.get("lostNodes").size(), status.toString());
  }

  @Test
  @Tag("slow")
  void moreLossThanBackupsCoverIsRefusedUntilAnOperatorGoesOn() throws Exception {
    node("a").awaitReady();
    GridProcess b = node("b").awaitReady();
    GridProcess c = node("c").awaitReady();
    Client client = new Client(server(1).readyLine());
    assertSameHashes(client, client.submit("/api/v1/studies", STUDY));
    assertEquals(200, client.call("GET", "/health/ready", null).statusCode());
    b.kill();
    c.kill();
    awaitNodes(client, 1);
    assertEquals(503, client.call("GET", "/health/ready", null).statusCode());
    var refused = client.call("POST", "/api/v1/studies", STUDY);
    assertEquals(503, refused.statusCode(), refused.body());
    assertTrue(refused.body().contains("reset-lost"), refused.body());
    Shell.Ended reset =
        Shell.run(
            "grid", "reset-lost", "--join", join(), "--grid-port", Integer.toString(port + 40));
    assertEquals(ExitCodes.DONE, reset.code(), reset.text());
    assertSameHashes(client, client.submit("/api/v1/studies", STUDY));
  }

  @Test
  @Tag("slow")
  void aDurableGridThatIsKilledAsAWholeResumesItsRunsWhenItIsStartedAgain() throws Exception {
    List<GridProcess> before = durableGrid();
    Client client = new Client(before.get(2).readyLine());
    String run = client.submit("/api/v1/studies", STUDY);
    client.awaitDone(run, 3, 100);
    before.forEach(GridProcess::close);
    List<GridProcess> after = durableGrid();
    Client again = new Client(after.get(2).readyLine());
    assertSameHashes(again, run);
    assertTrue(again.status(run).get("reused").asInt() >= 2, again.status(run).toString());
  }

  @Test
  @Tag("slow")
  void aNewDurableGridHasBackupsAtOnceAndLosesItsFirstNodeWithoutLoss() throws Exception {
    GridProcess first = node("a", "--data", folder.resolve("a").toString()).awaitReady();
    node("b", "--data", folder.resolve("b").toString()).awaitReady();
    Client client = new Client(server(1).readyLine());
    String run = client.submit("/api/v1/studies", STUDY);
    client.awaitDone(run, 3, 100);
    first.kill();
    assertSameHashes(client, run);
  }

  /**
   * So that nobody is told what the others are: those that are left may not wait for each other.
   */
  @Test
  @Tag("slow")
  void theOneThatIsLeftOfFourWorksAgainWhenTheOthersAreStartedAgain() throws Exception {
    GridProcess left = node("a").awaitReady();
    List<GridProcess> lost = new ArrayList<>();
    for (String name : List.of("b", "c", "d")) {
      lost.add(node(name).awaitReady());
    }
    lost.forEach(GridProcess::kill);
    awaitSaid(left, "refuses work");
    for (String name : List.of("b", "c", "d")) {
      node(name).awaitReady();
    }
    awaitSaid(left, "works again");
    assertFalse(left.output().contains("The others are back"), left.output());
    Client client = new Client(server(1).readyLine());
    Shell.Ended reset = Shell.run("grid", "reset-lost", "--join", join());
    assertEquals(ExitCodes.DONE, reset.code(), reset.text());
    assertSameHashes(client, client.submit("/api/v1/studies", STUDY));
  }

  private static void awaitSaid(GridProcess node, String words) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (!node.output().contains(words)) {
      assertTrue(node.alive() && System.nanoTime() < end, node.output());
      Thread.sleep(200);
    }
  }

  private List<GridProcess> durableGrid() throws Exception {
    GridProcess a = node("a", "--data", folder.resolve("a").toString());
    GridProcess b = node("b", "--data", folder.resolve("b").toString());
    a.awaitReady();
    b.awaitReady();
    return List.of(a, b, server(1));
  }

  @Test
  void aNodeThatWasToldToJoinWaitsAndFormsNoGridOfItsOwn() throws Exception {
    GridProcess early = joining("early", 30);
    Thread.sleep(6_000);
    assertFalse(early.output().contains(" ready: "), early.output());
    node("late").awaitReady();
    assertTrue(early.readyLine().contains("2 nodes in the grid"), early.readyLine());
  }

  @Test
  void aNodeWithForeignKeysOrNoneCannotJoin() throws Exception {
    for (String grid : List.of("ours", "theirs")) {
      Shell.Ended keys =
          Shell.run(
              "keys",
              "--authority",
              folder.resolve("ca-" + grid).toString(),
              "--out",
              folder.resolve(grid).toString());
      assertEquals(ExitCodes.DONE, keys.code(), keys.text());
    }
    node("a", "--keys", folder.resolve("ours").toString()).awaitReady();
    GridProcess foreign = joining("f", 20, "--keys", folder.resolve("theirs").toString());
    GridProcess plain = joining("p", 30);
    GridProcess friend = joining("g", 40, "--keys", folder.resolve("ours").toString());
    assertTrue(friend.readyLine().contains("2 nodes in the grid"));
    Thread.sleep(3_000);
    assertFalse(foreign.output().contains(" ready: "), foreign.output());
    assertFalse(plain.output().contains(" ready: "), plain.output());
  }

  @Test
  @Tag("slow")
  void aFrozenCoordinatorLosesItsRunsAndComesBackAsANewMember() throws Exception {
    node("a").awaitReady();
    GridProcess first = server(1);
    GridProcess second = server(2);
    Client one = new Client(first.readyLine());
    Client two = new Client(second.readyLine());
    String run = one.submit("/api/v1/studies", STUDY);
    one.awaitDone(run, 1, 100);
    first.signal("STOP");
    try {
      assertSameHashes(two, run);
    } finally {
      first.signal("CONT");
    }
    for (int k = 0; k < 600 && !first.output().contains("serve: The others"); k++) {
      Thread.sleep(100);
    }
    assertTrue(first.output().contains("serve: The others"), first.output());
    assertTrue(first.alive());
  }
}
