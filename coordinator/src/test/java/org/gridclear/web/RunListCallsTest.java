package org.gridclear.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gridclear.json.Json;
import org.gridclear.run.Job;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunRequest;
import org.gridclear.run.RunState;
import org.gridclear.run.dispatch.Priority;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Runs in a list, and what is done to all that match. */
class RunListCallsTest {
  private static final String CANCEL = "/api/v1/run-list/cancellation";

  @TempDir static Path folder;

  private static OpenServer server;

  @BeforeAll
  static void start() {
    server = new OpenServer(folder, 2);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> send(String method, String path, String body)
      throws Exception {
    return HttpCall.send(server.address(), method, path, "", body);
  }

  @Test
  void openRunsThatMatchAreCancelledIfTheyAreAsManyAsWereSeen() throws Exception {
    RunHandle other = server.runs().submit(new Job.Probing("short", 1, 0));
    assertEquals(RunState.DONE, other.result().get(30, TimeUnit.SECONDS).status().state());
    List<RunHandle> open =
        List.of(
            server.runs().submit(new Job.Probing("long one", 150_000, 1_000_000)),
            server.runs().submit(new Job.Probing("long two", 150_000, 1_000_000)));
    HttpResponse<String> refused = send("POST", CANCEL, "{\"study\": \"long\", \"expected\": 3}");
    assertEquals(409, refused.statusCode());
    assertTrue(refused.body().contains("2 open runs match, not 3"), refused.body());
    assertTrue(open.stream().noneMatch(run -> run.result().isDone()));
    HttpResponse<String> done = send("POST", CANCEL, "{\"study\": \"long\", \"expected\": 2}");
    assertEquals(200, done.statusCode(), done.body());
    assertEquals(2, Json.MAPPER.readTree(done.body()).get("cancelled").size(), done.body());
    for (RunHandle run : open) {
      assertEquals(RunState.CANCELLED, run.result().get(30, TimeUnit.SECONDS).status().state());
    }
    HttpResponse<String> list = send("GET", "/api/v1/run-list?study=long&limit=1", null);
    assertEquals("2", list.headers().firstValue("X-Total-Count").orElseThrow(), list.body());
  }

  @Test
  void aRunTellsWhatItsNodesDoAndWhatOneMoreWouldBring() throws Exception {
    RunHandle under = server.runs().submit(new Job.Probing("under way", 2_000, 20_000_000));
    String path = "/api/v1/runs/" + under.status().runId();
    while (under.status().done() == 0) {
      Thread.onSpinWait();
    }
    JsonNode work = json(send("GET", path + "/work", null));
    JsonNode node = work.get("nodes").get(0);
    assertEquals(2, node.get("slots").asInt(), work.toString());
    assertTrue(node.get("done").asLong() >= 1, node.toString());
    assertTrue(node.get("running").asInt() + node.get("queued").asInt() >= 1, node.toString());
    assertTrue(work.get("waiting").asLong() > 0);
    assertEquals(409, send("GET", path + "/replay", null).statusCode());
    HttpResponse<String> early = send("POST", path + "/kill", "");
    assertEquals(409, early.statusCode(), early.body());
    assertTrue(early.body().contains("Cancel the run first"), early.body());
    under.cancel();
    under.result().get(30, TimeUnit.SECONDS);
    assertEquals(202, send("POST", path + "/kill", "").statusCode());
    JsonNode ended = json(send("GET", path + "/work", null));
    assertTrue(ended.get("nodes").get(0).get("done").asLong() >= 1);
    assertTrue(ended.get("units").size() <= 1000, "units " + ended.get("units").size());
    JsonNode replay = json(send("GET", path + "/replay", null));
    assertEquals(5, replay.get("points").size());
    assertTrue(replay.get("savedSeconds").asDouble() >= 0);
    HttpResponse<String> units = send("GET", path + "/units?offset=1999&limit=5", null);
    assertEquals("2000", units.headers().firstValue("X-Total-Count").orElseThrow());
    assertEquals(1, json(units).size());
  }

  @Test
  void cancelledRunsThatMatchAreSentAgain() throws Exception {
    Job job = new Job.Probing("again and again", 500, 50_000_000);
    RunHandle once =
        server.runs().submit(new RunRequest(job, RunRequest.LOCAL_USER, Priority.URGENT, null));
    once.cancel();
    once.result().get(30, TimeUnit.SECONDS);
    String again = "/api/v1/run-list/resubmission";
    HttpResponse<String> other = send("POST", again, "{\"study\": \"again and\", \"expected\": 2}");
    assertEquals(409, other.statusCode(), other.body());
    JsonNode sent = json(send("POST", again, "{\"study\": \"again and\", \"expected\": 1}"));
    RunHandle second = server.runs().find(sent.get("sent").get(0).asString()).orElseThrow();
    assertEquals("again and again", second.status().study());
    second.cancel();
    second.result().get(30, TimeUnit.SECONDS);
    String alone = "/api/v1/runs/" + second.status().runId() + "/resubmission";
    JsonNode last = Json.MAPPER.readTree(send("POST", alone, "").body());
    RunHandle third = server.runs().find(last.get("runId").asString()).orElseThrow();
    third.cancel();
    for (RunHandle each : List.of(second, third)) {
      assertEquals(Priority.URGENT, each.record().priority(), "as urgent as before");
      assertEquals(RunRequest.LOCAL_USER, each.record().user(), "whose submitted runs are");
    }
    third.result().get(30, TimeUnit.SECONDS);
  }

  @Test
  void whatWasSentAgainIsInTheNextListWhilePagesListen() throws Exception {
    RunHandle once = server.runs().submit(new Job.Probing("kept in lists", 1, 0));
    once.result().get(30, TimeUnit.SECONDS);
    URI events = URI.create("http://127.0.0.1:" + server.port() + "/api/v1/events");
    try (InputStream listening = events.toURL().openStream()) {
      assertTrue(listening.read() > 0, "the first word of changes");
      String path = "/api/v1/run-list?study=kept+in+lists";
      for (int count = 1; count <= 3; count++) {
        assertEquals(count, json(send("GET", path, null)).size());
        HttpResponse<String> sent =
            send("POST", "/api/v1/runs/" + once.status().runId() + "/resubmission", "");
        assertEquals(202, sent.statusCode(), sent.body());
      }
      assertEquals(4, json(send("GET", path, null)).size());
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer.body());
    return Json.MAPPER.readTree(answer.body());
  }
}
