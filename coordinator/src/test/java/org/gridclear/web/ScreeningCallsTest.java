package org.gridclear.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.json.Json;
import org.gridclear.run.RunLimits;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.local.LocalGrid;
import org.gridclear.web.account.ServerSecurity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Screenings and sensitivities over real HTTP: submitted, asked, and read as tables. */
// Rows: H-20, H-21, H-25, H-29, H-30, H-31
class ScreeningCallsTest {
  @TempDir static Path folder;

  private static LocalGrid grid;
  private static StudyRuns runs;
  private static WebServer server;

  @BeforeAll
  static void start() {
    grid = new LocalGrid(2);
    runs = new ActorStudyRuns(grid.access(), RunLimits.OF_COMMANDS, Clock.systemUTC(), true);
    server = WebServer.of(runs, folder, ServerSecurity.NONE).start();
  }

  @AfterAll
  static void stop() {
    server.close();
    runs.close();
    grid.close();
  }

  private static HttpResponse<String> call(String method, String path, String body)
      throws Exception {
    return HttpCall.send("http://127.0.0.1:" + server.port(), method, path, "", body);
  }

  private static JsonNode json(HttpResponse<String> response) {
    return Json.MAPPER.readTree(response.body());
  }

  private static void refused(String path, String part) throws Exception {
    HttpResponse<String> answer = call("GET", path, null);
    assertEquals(400, answer.statusCode(), answer::body);
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
    assertTrue(json(answer).get("detail").asString().contains(part), answer::body);
    assertTrue(json(answer).has("advice"), answer::body);
  }

  @Test
  void aScreeningIsSubmittedAndItsOutcomesAnswerQuestions() throws Exception {
    HttpResponse<String> submitted =
        call(
            "POST",
            "/api/v1/screenings",
            "{\"network\": \"ieee118\", \"method\": \"ac\", \"snapshots\": 2, \"scope\":"
                + " [\"branches\"]}");
    assertEquals(202, submitted.statusCode(), submitted.body());
    String run = "/api/v1/runs/" + json(submitted).get("runId").asString();
    assertTrue(call("GET", run + "/events", null).body().contains("\"DONE\""));
    JsonNode results = json(call("GET", run + "/results", null));
    assertEquals(372, results.get("outages").asInt());
    assertEquals(2, json(call("GET", run + "/snapshots", null)).size());
    JsonNode islanded = json(call("GET", run + "/outages?status=islanded&snapshot=12:00", null));
    assertEquals(9, islanded.size());
    JsonNode loadings = json(call("GET", run + "/loadings?deviceKind=bus&rows=5", null));
    assertTrue(loadings.size() <= 5);
    JsonNode flows = json(call("GET", run + "/flows?snapshot=12:00&outage=L7&kv=0..400", null));
    assertEquals("L7", flows.get("outage").asString());
    assertTrue(flows.get("rows").size() > 100, "flows of every device: " + flows.get("rows"));
    String bus = "&device=118&deviceKind=bus";
    JsonNode one = json(call("GET", run + "/flows?snapshot=12:00" + bus, null));
    assertEquals("SOLVED", one.get("status").asString());
    assertEquals(1, one.get("rows").size());
    assertEquals(400, call("GET", run + "/flows?device=118", null).statusCode());
    assertEquals(2, json(call("GET", run + "/overview", null)).get("periods").asInt());
    assertEquals(186, json(call("GET", run + "/contingencies", null)).size());
    JsonNode devices = json(call("GET", run + "/devices?deviceKind=bus&rows=5", null));
    devices.forEach(row -> assertEquals("bus", row.get("deviceKind").asString()));
    JsonNode board = json(call("GET", run + "/security?rows=3", null));
    int outages = 0;
    for (JsonNode tile : board.get("tiles")) {
      outages += tile.asInt();
    }
    assertTrue(outages >= 2 * 186, "every outage of both snapshots: " + board.get("tiles"));
    assertEquals(3, board.get("devices").size());
    double worst = board.get("devices").get(0).get("loading").asDouble();
    assertTrue(worst >= board.get("devices").get(1).get("loading").asDouble(), board::toString);
    JsonNode secure = json(call("GET", run + "/security?status=SECURE&rows=3", null));
    assertEquals(board.get("tiles").get("SECURE"), secure.get("count"));
    refused(run + "/security?status=fine", "status");
    tablesOfTheScreening(run);
    refused(run + "/flows?snapshot=12:00&outage=nothing", "none of this screening");
    refused(run + "/loadings?kv=high", "voltage or a range");
    refused(run + "/loadings?zone=nowhere", "There is no zone 'nowhere'");
    refused(run + "/outages?snapshot=noon", "There is no snapshot 'noon'");
    refused(run + "/devices?device=nothing", "There is no device 'nothing'");
    refused(run + "/contingencies?outage=nothing", "There is no outage 'nothing'");
    refused(run + "/outages?rows=0", "(0) must lie in 1..");
    refused(run + "/outages?status=FOO", "status (FOO) must be one of");
    HttpResponse<String> bad =
        call(
            "POST",
            "/api/v1/screenings",
            "{\"network\": \"ieee14\", \"scope\": [\"x\"], \"metod\": 1}");
    assertEquals(400, bad.statusCode());
    assertEquals(2, json(bad).get("issues").size(), bad.body());
    HttpResponse<String> nothing =
        call("POST", "/api/v1/screenings", "{\"network\": \"ieee14\", \"kvMin\": 9000}");
    assertEquals(400, nothing.statusCode(), "as the command refuses it");
    assertTrue(nothing.body().contains("No outage is in scope"), nothing.body());
  }

  /** The tables are those of its folder, and say the same as the stored outcomes. */
  private static void tablesOfTheScreening(String run) throws Exception {
    JsonNode names = json(call("GET", run + "/tables", null));
    assertTrue(names.toString().contains("\"outages\""), names::toString);
    String outages = run + "/tables/outages?snapshot=12:00";
    HttpResponse<String> part = call("GET", outages + "&limit=100", null);
    assertEquals("186", part.headers().firstValue("X-Total-Count").orElse(""));
    assertTrue(part.headers().firstValue("Link").orElse("").contains("offset=100"));
    List<String> islanded = new ArrayList<>();
    json(call("GET", outages, null))
        .forEach(
            row -> {
              if (row.get("status").asString().equals("ISLANDED")) {
                islanded.add(row.get("outage").asString());
              }
            });
    List<String> asked = new ArrayList<>();
    json(call("GET", run + "/outages?status=islanded&snapshot=12:00", null))
        .forEach(row -> asked.add(row.get("outage").asString()));
    assertEquals(asked.stream().sorted().toList(), islanded.stream().sorted().toList());
    JsonNode one = json(call("GET", outages + "&outage=L7", null));
    assertEquals(1, one.size());
    assertTrue(call("GET", outages + "&format=parquet", null).body().startsWith("PAR1"));
    refused(run + "/tables/outages?outage=nothing", "no row of outages has 'nothing'");
    refused(run + "/tables/outages?element=L7", "no such column");
    assertEquals(404, call("GET", run + "/tables/nothing", null).statusCode());
    assertEquals(404, call("GET", run + "/cases/0/tables", null).statusCode());
  }

  @Test
  void sensitivitiesAreSubmittedAndAnswered() throws Exception {
    HttpResponse<String> submitted =
        call(
            "POST",
            "/api/v1/sensitivities",
            "{\"network\": \"ieee14\", \"devices\": [\"L1\"], \"by\": [\"generator\","
                + " \"outage\"], \"leastShare\": 0}");
    assertEquals(202, submitted.statusCode(), submitted.body());
    String run = "/api/v1/runs/" + json(submitted).get("runId").asString();
    assertTrue(call("GET", run + "/events", null).body().contains("\"DONE\""));
    JsonNode rows = json(call("GET", run + "/sensitivities?by=generator", null));
    assertEquals(5, rows.size());
    assertEquals("MW/MW", rows.get(0).get("unit").asString());
    refused(run + "/sensitivities?by=wind", "There is no by 'wind'");
    refused(run + "/sensitivities?device=L99", "There is no device 'L99'");
    refused(run + "/sensitivities?deviceKind=pole", "There is no deviceKind 'pole'");
    refused(run + "/sensitivities?snapshot=noon", "There is no snapshot 'noon'");
    JsonNode table = json(call("GET", run + "/tables/sensitivities", null));
    assertEquals(json(call("GET", run + "/sensitivities", null)).size(), table.size());
    JsonNode summary = json(call("GET", run + "/results", null));
    assertTrue(summary.get("splittingOutages").has("L14"), summary::toString);
    HttpResponse<String> page = call("GET", run + "/report", null);
    assertEquals(404, page.statusCode(), "sensitivities have tables and no page");
    assertTrue(page.body().contains("report of such a run"), page.body());
    HttpResponse<String> bad =
        call(
            "POST",
            "/api/v1/sensitivities",
            "{\"network\": \"ieee14\", \"devices\": [\"L1\"], \"by\": [\"tap\"]}");
    assertEquals(400, bad.statusCode(), bad.body());
    assertTrue(bad.body().contains("No bus is chosen"), bad.body());
  }

  private static String submitted(String path, String body) throws Exception {
    HttpResponse<String> answer = call("POST", path, body);
    assertEquals(202, answer.statusCode(), answer.body());
    String run = "/api/v1/runs/" + json(answer).get("runId").asString();
    assertTrue(call("GET", run + "/events", null).body().contains("\"DONE\""));
    return run;
  }

  private static void refused(int status, String path, String body, String part) throws Exception {
    HttpResponse<String> answer = call("POST", path, body);
    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(part), answer.body());
  }

  @Test
  void thePeriodsOfAClearedCaseAreCheckedAndNoOthers() throws Exception {
    String base =
        submitted(
                "/api/v1/studies",
                "{\"study\": \"plan\", \"base\": {\"case\": \"ieee14\"}, \"options\": {\"gap\":"
                    + " 0.05}, \"horizon\": {\"periodCount\": 2, \"minutesPerPeriod\": 60}}")
            + "/cases/base";
    String screened = submitted(base + "/screening", "{\"scope\": [\"branches\"], \"to\": 1}");
    assertEquals(20, json(call("GET", screened + "/results", null)).get("outages").asInt());
    HttpResponse<String> page = call("GET", screened + "/report", null);
    assertEquals(200, page.statusCode(), page.body());
    assertEquals("text/html;charset=UTF-8", page.headers().firstValue("Content-Type").orElse(""));
    assertTrue(page.body().contains("base @1"), "the period that was screened stands on its page");
    refused(400, base + "/screening", "{\"to\": 3}", "Periods lie in 0..2");
    refused(400, base + "/screening", "{\"kvMin\": 9000}", "No outage is in scope");
    refused(409, base + "/screening", "", "The study has no screening section");
    String question = "{\"devices\": [\"L1\"], \"by\": [\"outage\"], \"leastShare\": 0, ";
    String sensed = submitted(base + "/sensitivities", question + "\"from\": 1}");
    JsonNode rows = json(call("GET", sensed + "/sensitivities", null));
    assertTrue(!rows.isEmpty(), rows::toString);
    rows.forEach(row -> assertEquals("base @2", row.get("snapshot").asString()));
    refused(400, base + "/sensitivities", question + "\"from\": 2}", "(2..2) must lie in 0..2");
    refused(404, base + "2/sensitivities", question + "\"from\": 1}", "no such case");
  }
}
