package org.gridclear.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.gridclear.json.Json;
import org.gridclear.report.settlement.SettlementSummary;
import org.gridclear.run.RunLimits;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.ignite.IgniteGrid;
import org.gridclear.settlement.close.Closing;
import org.gridclear.settlement.close.Seal;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.synthetic.SyntheticMonth;
import org.gridclear.web.account.ServerSecurity;
import org.gridclear.worker.ignite.GridNode;
import org.gridclear.worker.ignite.GridNodeOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The REST interface over real HTTP, on a real embedded node. */
// Rows: I-09, U-06, X-09
class WebServerTest {
  @TempDir static Path folder;

  private static GridNode node;
  private static StudyRuns runs;
  private static WebServer server;

  @BeforeAll
  static void start() {
    node =
        GridNode.start(
            new GridNodeOptions(
                "web-test",
                GridNodeOptions.Role.EMBEDDED,
                "127.0.0.1",
                45_300,
                java.util.List.of(),
                2,
                folder));
    runs =
        new ActorStudyRuns(IgniteGrid.access(node), RunLimits.OF_COMMANDS, Clock.systemUTC(), true);
    server = WebServer.of(runs, folder, ServerSecurity.NONE).start();
  }

  @AfterAll
  static void stop() {
    server.close();
    runs.close();
    node.close();
  }

  private static HttpResponse<String> call(String method, String path, String body)
      throws Exception {
    return HttpCall.send("http://127.0.0.1:" + server.port(), method, path, "", body);
  }

  private static JsonNode json(HttpResponse<String> response) {
    return Json.MAPPER.readTree(response.body());
  }

  private static void whatIf(String address) throws Exception {
    String change = "{\"addLoad\": {\"bus\": \"4\", \"mw\": 1, \"from\": 2, \"to\": 2}}";
    JsonNode answer =
        json(
            call(
                "POST",
                address,
                "{\"bus\": \"4\", \"period\": 2, \"changes\": [%s]}".formatted(change)));
    double more =
        answer.get("objectiveAfter").asDouble() - answer.get("objectiveBefore").asDouble();
    assertEquals(answer.get("price").get("beforeYuanPerMwh").asDouble(), more, 1, answer::toString);
    assertTrue(answer.get("commitment").asString().contains("no unit starts or stops"));
    for (String wrong :
        List.of("{}", "{\"changes\": [{\"load\": {\"bus\": \"no\"}}]}", "{\"changes\": 1}")) {
      assertEquals(400, call("POST", address, wrong).statusCode(), wrong);
    }
    assertEquals(404, call("POST", address.replace("/1/", "/9/"), "{}").statusCode());
  }

  private static void drawn(String of) throws Exception {
    JsonNode figures = json(call("GET", of + "figures", null));
    assertEquals(24, figures.get("lmp").get("max").size());
    assertTrue(figures.get("units").get("count").asInt() > 0 && figures.get("fuels").size() > 0);
    JsonNode network = json(call("GET", of + "network", null));
    assertEquals(14, network.get("buses").size());
    int branches = network.get("links").size();
    String frames = call("GET", of + "network/frames", null).body();
    assertTrue(frames.length() > 24 * branches && frames.charAt(0) == 1);
    assertEquals(404, call("GET", of + "security", null).statusCode(), "no AC check");
  }

  @Test
  void aStudyIsSubmittedWatchedAndItsResultsRead() throws Exception {
    String study =
        "study: web\nbase: {case: ieee14}\ncases: [{name: more, changes: [{load: {scale: 1.05}}]}]";
    HttpResponse<String> submitted = call("POST", "/api/v1/studies", study);
    assertEquals(202, submitted.statusCode(), submitted.body());
    String run = "/api/v1/runs/" + json(submitted).get("runId").asString();
    HttpResponse<String> events = call("GET", run + "/events", null);
    assertTrue(events.body().contains("event:status"), events.body());
    assertTrue(events.body().contains("\"DONE\""), events.body());
    JsonNode results = json(call("GET", run + "/results", null));
    assertEquals(2, results.get("cases").size());
    assertTrue(results.get("options").get("losses").asBoolean(), "as on the command line");
    assertEquals("PASSED", results.get("cases").get(1).get("audit").asString());
    String explanation = run + "/cases/1/explanation?period=2&unit=G1&bus=";
    JsonNode why = json(call("GET", explanation + "4", null));
    assertTrue(why.get("price").has("lmpYuanPerMwh"), why.toString());
    assertTrue(why.get("unit").get("reasons").size() > 0, why.toString());
    assertTrue(!why.toString().contains("NaN"), why.toString());
    for (String question :
        List.of(
            explanation + "nowhere",
            run + "/cases/9/explanation?period=2&unit=G1",
            run + "/cases/1/explanation?period=99&unit=G1",
            run + "/cases/1/explanation?period=2&unit=NO")) {
      HttpResponse<String> none = call("GET", question, null);
      assertEquals(404, none.statusCode(), none::body);
      assertTrue(json(none).get("detail").asString().startsWith("There is no "), none::body);
      assertTrue(json(none).has("advice"), none::body);
    }
    refused(run + "/cases/1/explanation?period=x&unit=G1", "period");
    refused(run + "/cases/1/explanation?unit=G1", "period");
    whatIf(run + "/cases/1/what-if");
    drawn(run + "/cases/1/");
    assertEquals("DONE", json(call("GET", run, null)).get("state").asString());
    assertTrue(call("GET", "/api/v1/runs", null).body().contains("web"));
  }

  @Test
  void resultsOfARunComeInPartsAndFormatsAndAreThoseOfItsFolder() throws Exception {
    String study = "study: tables\nbase: {case: ieee14}\nhorizon: {periodCount: 3}";
    String run =
        "/api/v1/runs/" + json(call("POST", "/api/v1/studies", study)).get("runId").asString();
    assertTrue(call("GET", run + "/events", null).body().contains("\"DONE\""));
    String tables = run + "/cases/0/tables";
    String names = call("GET", tables, null).body();
    for (String name : List.of("prices", "units", "flows", "reserves", "reserve-prices")) {
      assertTrue(names.contains("\"" + name + "\""), names);
    }
    HttpResponse<String> whole = call("GET", tables + "/prices", null);
    assertEquals(3 * 14, json(whole).size());
    assertEquals("42", whole.headers().firstValue("X-Total-Count").orElse(""));
    assertTrue(whole.headers().firstValue("Link").isEmpty());
    List<JsonNode> inParts = new java.util.ArrayList<>();
    String next = tables + "/prices?limit=10";
    for (int part = 0; part < 5; part++) {
      HttpResponse<String> answer = call("GET", next, null);
      json(answer).forEach(inParts::add);
      String link = answer.headers().firstValue("Link").orElse("");
      next = link.replaceFirst("^<http://[^/]+", "").replaceFirst(">; rel=\"next\"$", "");
    }
    assertEquals("", next, "five parts are all");
    assertEquals(json(whole), Json.MAPPER.valueToTree(inParts));
    JsonNode one = json(call("GET", tables + "/prices?bus=2&period=3", null));
    assertEquals(1, one.size());
    assertEquals("2", one.get(0).get("bus").asString());
    assertEquals(3, one.get(0).get("period").asInt());
    JsonNode unit = json(call("GET", tables + "/units?unit=G2", null));
    assertEquals(3, unit.size());
    assertTrue(unit.get(0).get("on").isBoolean(), unit::toString);
    assertEquals(unit, json(call("GET", tables + "/units?unit=G2&zone=1", null)));
    for (JsonNode flow : json(call("GET", tables + "/flows?bus=1", null))) {
      assertTrue(List.of("L1", "L2").contains(flow.get("element").asString()), flow::toString);
    }
    String csv = call("GET", tables + "/prices?format=csv&limit=2&offset=40", null).body();
    assertEquals(3, csv.lines().count(), csv);
    assertTrue(call("GET", tables + "/prices?format=parquet", null).body().startsWith("PAR1"));
    refusedResults(tables);
    assertEquals(409, call("GET", run + "/tables", null).statusCode());
    HttpResponse<String> report = call("GET", run + "/report", null);
    assertEquals(200, report.statusCode());
    reportIsApart(report.headers().firstValue("Content-Security-Policy").orElse(""));
    assertTrue(report.headers().firstValue("Content-Type").orElse("").startsWith("text/html"));
    assertTrue(report.body().contains("\"tables\""), "the name of the study in its data");
  }

  private static void reportIsApart(String policy) {
    for (String part : List.of("sandbox allow-scripts", "form-action 'none'", "base-uri 'none'")) {
      assertTrue(policy.contains(part), policy);
    }
    assertFalse(policy.contains("allow-same-origin"), policy);
  }

  private static void refusedResults(String tables) throws Exception {
    refused(tables + "/prices?bus=99", "There is no bus '99'");
    refused(tables + "/prices?unit=G2", "are of no unit");
    refused(tables + "/units?unit=G99", "There is no unit 'G99'");
    refused(tables + "/prices?zone=west", "There is no zone 'west'");
    refused(tables + "/prices?period=4", "must lie in 1..3");
    refused(tables + "/prices?period=2026-10-01T19:00%2B08:00", "has an offset from UTC");
    refused(tables + "/prices?limit=0", "(0) must lie in 1..1000000");
    refused(tables + "/prices?format=xml", "none of json, csv");
    assertEquals(400, call("GET", tables + "/units?unit=stable1", null).statusCode());
    assertEquals(404, call("GET", tables + "/price", null).statusCode());
    assertEquals(404, call("GET", tables.replace("/0/", "/9/"), null).statusCode());
    assertEquals(404, call("GET", "/api/v1/runs/none/report", null).statusCode());
  }

  @Test
  void tablesOfACaseAreFilteredAndComeInThreeFormats() throws Exception {
    JsonNode overview = json(call("GET", "/api/v1/cases/ieee14", null));
    assertEquals("buses", overview.get(1).get("table").asString());
    assertEquals(14, overview.get(1).get("rows").asInt());
    String units = "/api/v1/cases/ieee14/units?bus=2&format=";
    assertEquals("G2", json(call("GET", units + "json", null)).get(0).get("unit").asString());
    assertEquals(2, call("GET", units + "csv", null).body().lines().count());
    assertTrue(call("GET", units + "parquet", null).body().startsWith("PAR1"));
    for (String wrong :
        List.of(
            units + "xml",
            "/api/v1/cases/ieee14/unit",
            "/api/v1/cases/ieee14/units?zone=9",
            "/api/v1/cases/ieee15/units",
            "/api/v1/cases/../units")) {
      HttpResponse<String> refused = call("GET", wrong, null);
      assertEquals(4, refused.statusCode() / 100, wrong + refused.body());
    }
  }

  @Test
  void closesAnswerQuestions() throws Exception {
    Path input = folder.resolve("settlement");
    SyntheticMonth.write(new SyntheticMonth.Options(YearMonth.of(2026, 10), 40, 2, 2, 3, 0), input);
    Path close = folder.resolve("runs/close-web");
    Files.createDirectories(close);
    Closing.Outcome outcome =
        new Closing(runs, Clock.systemUTC(), handle -> handle.result().join(), null)
            .close(SettlementReader.open(input), close, "close-web", "");
    SettlementSummary.of(outcome, 0).write(close);
    Seal.write(close, java.util.Map.of());
    String path = "/api/v1/closes";
    assertTrue(call("GET", path, null).body().contains("close-web"));
    JsonNode summary = json(call("GET", path + "/close-web", null));
    assertEquals(outcome.record().bookHash(), summary.get("bookHash").asString());
    JsonNode days = json(call("GET", path + "/close-web/items/DA_ENERGY/days", null));
    JsonNode top = json(call("GET", path + "/close-web/items/DA_ENERGY/top?limit=40", null));
    assertEquals(2, days.size());
    java.math.BigDecimal byDay = java.math.BigDecimal.ZERO;
    for (JsonNode day : days) {
      byDay = byDay.add(new java.math.BigDecimal(day.asString()));
    }
    java.math.BigDecimal byEntity = java.math.BigDecimal.ZERO;
    for (JsonNode row : top) {
      byEntity = byEntity.add(new java.math.BigDecimal(row.get("yuan").asString()));
    }
    assertEquals(byDay, byEntity);
    String user = path + "/close-web/entities/US00007";
    assertTrue(call("GET", user, null).body().contains("DA_ENERGY"));
    JsonNode lines = json(call("GET", user + "/lines?item=DA_ENERGY&day=2", null));
    assertEquals(96, lines.size());
    assertEquals(lines, json(call("GET", user + "/lines?item=DA_ENERGY&day=2026-10-02", null)));
    assertEquals("MWh", lines.get(0).get("unit").asString());
    refused(user + "/lines?day=99", "(99) must lie in 1..2");
    refused(user + "/lines?day=-1", "(-1) must lie in 1..2");
    refused(user + "/lines?day=2026-11-05", "2026-10-01 to 2026-10-02");
    refused(user + "/lines?day=monday", "'monday' is no day");
    refused(user + "/lines?item=NOPE", "no item NOPE in the book; there are [");
    refused(path + "/close-web/items/DA_ENERGY/top?limit=-1", "(-1) must lie in 1..10000");
    refused(path + "/close-web/items/DA_ENERGY/top?limit=x", "limit");
    assertEquals(404, call("GET", path + "/close-none", null).statusCode());
    assertEquals(400, call("GET", path + "/close-web/entities/NOBODY", null).statusCode());
    assertEquals(400, call("GET", path + "/close-web/items/NOTHING/days", null).statusCode());
    assertTrue(call("GET", path + "/..%2f..%2fetc", null).statusCode() >= 400);
    damagedClosesAreNamed(close);
  }

  /** A problem that says what is wrong and what to do. */
  private static void refused(String path, String part) throws Exception {
    HttpResponse<String> answer = call("GET", path, null);
    assertEquals(400, answer.statusCode(), answer::body);
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
    assertTrue(json(answer).get("detail").asString().contains(part), answer::body);
    assertTrue(json(answer).has("advice"), answer::body);
  }

  private void damagedClosesAreNamed(Path close) throws Exception {
    for (String name : List.of("summary.json", "month.bin", "books.bin", "seal.txt")) {
      Path cut = folder.resolve("runs/cut-" + name);
      Files.createDirectories(cut);
      try (var files = Files.list(close)) {
        for (Path file : files.toList()) {
          Files.copy(file, cut.resolve(file.getFileName()));
        }
      }
      byte[] content = Files.readAllBytes(cut.resolve(name));
      Files.write(cut.resolve(name), java.util.Arrays.copyOf(content, content.length - 1));
      String question = name.equals("summary.json") ? "" : "/items/DA_ENERGY/days";
      var answer = call("GET", "/api/v1/closes/cut-" + name + question, null);
      assertEquals(500, answer.statusCode(), answer::body);
      assertTrue(answer.body().contains(name), answer::body);
    }
  }

  @Test
  void aRunningStudyIsCancelled() throws Exception {
    String study =
        "study: long\n"
            + "base: {case: ieee118}\n"
            + "options: {gap: 0}\n"
            + "horizon: {periodCount: 96, minutesPerPeriod: 15}";
    String run =
        "/api/v1/runs/" + json(call("POST", "/api/v1/studies", study)).get("runId").asString();
    Thread.sleep(1500);
    assertEquals(409, call("GET", run + "/results", null).statusCode());
    assertEquals(202, call("DELETE", run, null).statusCode());
    String state = "";
    for (int k = 0; k < 40 && !state.equals("CANCELLED"); k++) {
      Thread.sleep(100);
      state = json(call("GET", run, null)).get("state").asString();
    }
    assertEquals("CANCELLED", state);
  }

  @Test
  void badStudiesUnknownRunsAndEscapesAreRefusedWithTheirReason() throws Exception {
    HttpResponse<String> bad = call("POST", "/api/v1/studies", "study: x\nbase: {case: ieee15}");
    assertEquals(400, bad.statusCode());
    assertEquals("FMT-01", json(bad).get("issues").get(0).get("rule").asString());
    assertEquals(404, call("GET", "/api/v1/runs/none", null).statusCode());
    HttpResponse<String> escape =
        call("POST", "/api/v1/studies", "study: x\nbase: {case: ../../../etc/passwd}");
    assertEquals(400, escape.statusCode());
    assertTrue(escape.body().contains("outside the folder"), escape.body());
  }

  @Test
  void metricsAndOpenApiAreServed() throws Exception {
    String metrics = call("GET", "/metrics", null).body();
    for (String name :
        new String[] {
          "gridclear_nodes 1.0", "gridclear_slots 2.0", "gridclear_runs{state=\"done\"",
          "gridclear_unit_seconds_count", "gridclear_queue_units", "jvm_memory_bytes_used"
        }) {
      assertTrue(metrics.contains(name), name + " in\n" + metrics);
    }
    assertTrue(call("GET", "/api/v1/openapi", null).body().contains("/api/v1/studies"));
    assertEquals(200, call("GET", "/swagger-ui/index.html", null).statusCode());
  }
}
