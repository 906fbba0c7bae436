package org.gridclear.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.json.Json;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunLimits;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.dispatch.GridMembers;
import org.gridclear.run.local.LocalGrid;
import org.gridclear.study.StudyReader;
import org.gridclear.web.account.ServerSecurity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Nodes of a grid as its members say, the queue of what waits, and what an operator asks. */
class NodeCallsTest {
  private static final String LONG =
      "study: long\nbase: {case: ieee118}\noptions: {gap: 0}\n"
          + "horizon: {periodCount: 24, minutesPerPeriod: 60}\n"
          + "cases: [{name: a, changes: [{load: {scale: 1.01}}]},"
          + " {name: b, changes: [{load: {scale: 1.02}}]}]";

  @TempDir private Path folder;

  /** Two members, and what they were asked. */
  private record Members(List<String> asked) implements GridMembers {
    @Override
    public List<Load> loads() {
      return List.of(
          new Load("id-1", "n1", "WORKER", 4, List.of("127.0.0.1"), true, 512, 2048, 0.5, 60),
          new Load("id-2", "c1", "COORDINATOR", 0, List.of(), false, 100, 1024, null, 30));
    }

    @Override
    public void drain(String name) {
      asked.add("drain " + name);
    }

    @Override
    public void activate() {
      asked.add("activate");
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer.body());
    return Json.MAPPER.readTree(answer.body());
  }

  @Test
  void nodesSayWhatTheyHaveAndDoWhatTheyAreAsked() throws Exception {
    Members members = new Members(new ArrayList<>());
    try (LocalGrid grid = new LocalGrid(1);
        ActorStudyRuns runs =
            new ActorStudyRuns(grid.access(), RunLimits.OF_COMMANDS, Clock.systemUTC());
        WebServer server =
            WebServer.of(runs, folder, ServerSecurity.NONE).members(members).start()) {
      String base = "http://127.0.0.1:" + server.port();
      RunHandle run = runs.submit(StudyReader.read(LONG, "test", folder));
      JsonNode shown = json(HttpCall.send(base, "GET", "/api/v1/nodes", "", null));
      run.cancel();
      assertEquals("n1", shown.get("nodes").get(0).get("name").asString());
      assertEquals(2048, shown.get("nodes").get(0).get("load").get("memoryMaxMb").asInt());
      assertTrue(shown.get("nodes").get(1).get("load").get("cpuShare").isNull());
      JsonNode capacity = shown.get("capacity");
      assertEquals(1, capacity.get("slots").asInt());
      assertTrue(capacity.get("waiting").asInt() >= 2, capacity.toString());
      assertEquals(run.status().runId(), capacity.get("oldestWaitingRun").asString());
      assertTrue(shown.get("refusal").isNull());
      assertEquals(202, HttpCall.send(base, "POST", "/api/v1/nodes/n1/drain", "", "").statusCode());
      assertEquals(
          204, HttpCall.send(base, "POST", "/api/v1/nodes/activation", "", "").statusCode());
      assertEquals(List.of("drain n1", "activate"), members.asked());
    }
  }
}
