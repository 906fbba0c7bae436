package org.gridclear.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.gridclear.json.Json;
import org.gridclear.run.Faults;
import org.gridclear.run.GridAccess;
import org.gridclear.run.GridUnsettledException;
import org.gridclear.run.Job;
import org.gridclear.run.RunLimits;
import org.gridclear.run.RunPlan;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunRegistry;
import org.gridclear.run.RunStatus;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.dispatch.Priority;
import org.gridclear.run.local.LocalGrid;
import org.gridclear.web.account.ServerSecurity;
import org.gridclear.worker.api.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Calls that are not taken: each answers with a problem detail that says what is wrong. */
class RefusedCallsTest {
  private static final int OF_A_KIND = 25;

  private static LocalGrid grid;
  private static Faults<RunRegistry> registry;
  private static ActorStudyRuns runs;
  private static WebServer server;

  @BeforeAll
  static void start() {
    grid = new LocalGrid(1);
    registry = new Faults<>(RunRegistry.class, grid);
    runs =
        new ActorStudyRuns(
            new GridAccess(grid, grid, registry.port()),
            new RunLimits(64, 64, 1_000, Duration.ZERO),
            Clock.systemUTC());
    server = WebServer.of(runs, Path.of(""), ServerSecurity.NONE).start();
  }

  @AfterAll
  static void stop() {
    server.close();
    runs.close();
    grid.close();
  }

  /** What is answered to a call as it is written, nothing in it mended. */
  private record Answer(int status, String head, String body) {
    JsonNode problem() {
      assertTrue(
          head.toLowerCase(Locale.ROOT).contains("content-type: application/problem+json"),
          head + body);
      JsonNode problem = Json.MAPPER.readTree(body);
      assertEquals(status, problem.get("status").asInt(), body);
      assertFalse(problem.path("advice").asString("").isBlank(), body);
      return problem;
    }

    String detail() {
      return problem().get("detail").asString();
    }
  }

  private static Answer call(String method, String address, String body) throws Exception {
    return call(method, address, "Accept: text/html,*/*", body);
  }

  private static Answer call(String method, String address, String header, String body)
      throws Exception {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      String call =
          "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: %s\r\n"
                  .formatted(
                      method,
                      address,
                      body.matches("[{\\[].*") ? "application/json" : "text/x-yaml")
              + "%s\r\nContent-Length: %d\r\n\r\n%s".formatted(header, body.length(), body);
      socket.getOutputStream().write(call.getBytes(StandardCharsets.US_ASCII));
      socket.setSoTimeout(20_000);
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int end = all.indexOf("\r\n\r\n");
      String rest = all.substring(end + 4);
      int from = rest.indexOf('{');
      int to = rest.lastIndexOf('}');
      return new Answer(
          Integer.parseInt(all.substring(9, 12)),
          all.substring(0, end),
          from < 0 ? rest : rest.substring(from, to + 1));
    }
  }

  @Test
  void noCallTakesAParameterThatItDoesNotKnow() throws Exception {
    JsonNode paths = Json.MAPPER.readTree(call("GET", "/api/v1/openapi", "").body()).get("paths");
    assertTrue(paths.size() > 30, paths.propertyNames().toString());
    for (var path : paths.properties()) {
      for (var call : path.getValue().properties()) {
        String method = call.getKey().toUpperCase(Locale.ROOT);
        String address = path.getKey().replaceAll("\\{[^}]*\\}", "1") + "?perriod=3";
        Answer answer = call(method, address, "{}");
        assertEquals(400, answer.status(), method + " " + address + answer.body());
        assertTrue(answer.detail().contains("'perriod'"), answer.body());
      }
    }
  }

  @Test
  void noCallTakesAFieldThatItDoesNotKnow() throws Exception {
    JsonNode all = Json.MAPPER.readTree(call("GET", "/api/v1/openapi", "").body());
    int bodies = 0;
    for (var path : all.get("paths").properties()) {
      for (var call : path.getValue().properties()) {
        JsonNode content = call.getValue().path("requestBody").path("content");
        String schema = content.path("application/json").path("schema").path("$ref").asString("");
        if (schema.isEmpty()) {
          continue;
        }
        String method = call.getKey().toUpperCase(Locale.ROOT);
        String address =
            path.getKey().replace("{date}", "2026-10-01").replaceAll("\\{[^}]*\\}", "1");
        Answer answer = call(method, address, "{\"perriod\": 3}");
        assertEquals(400, answer.status(), method + " " + address + answer.body());
        boolean needsMore = answer.detail().contains(" must be a whole number.");
        assertTrue(needsMore || answer.detail().contains("perriod"), address + answer.body());
        bodies++;
      }
    }
    assertTrue(bodies > 50, "bodies: " + bodies);
  }

  /** Some parameters of many calls, with a time that no database need know or what is no text. */
  @Test
  void aTimeOfAFarYearAndWhatIsNoTextAreRefusedByName() throws Exception {
    JsonNode all = Json.MAPPER.readTree(call("GET", "/api/v1/openapi", "").body());
    int times = 0;
    int texts = 0;
    for (var path : all.get("paths").properties()) {
      for (var call : path.getValue().properties()) {
        for (JsonNode parameter : call.getValue().path("parameters")) {
          String name = parameter.get("name").asString();
          String schema = parameter.get("schema").toString();
          boolean ofPath = parameter.get("in").asString().equals("path");
          boolean time = schema.contains("\"date\"") || schema.contains("\"date-time\"");
          if (!time && (ofPath || !schema.contains("string") || schema.contains("enum"))) {
            continue;
          }
          if ((time ? times : texts) == OF_A_KIND) {
            continue;
          }
          String far = schema.contains("time") ? "9-01-01T00:00:00Z" : "9-01-01";
          String value = time ? "%2B99999" + far : "a%00b";
          String address =
              path.getKey()
                  .replace(ofPath ? "{" + name + "}" : "{}", value)
                  .replace("{date}", "2026-10-01")
                  .replaceAll("\\{[^}]*\\}", "1");
          String method = call.getKey().toUpperCase(Locale.ROOT);
          Answer answer = call(method, address + (ofPath ? "" : "?" + name + "=" + value), "{}");
          assertEquals(400, answer.status(), method + " " + address + " " + name + answer.body());
          boolean earlier = time && answer.detail().startsWith("Required parameter");
          assertTrue(earlier || answer.detail().contains(name), address + answer.body());
          times += time ? 1 : 0;
          texts += time ? 0 : 1;
        }
      }
    }
    assertEquals(2 * OF_A_KIND, times + texts);
  }

  @Test
  void aDateIsSaidAsIsoAndInNoOtherWay() throws Exception {
    String board = "/api/v1/market/board?date=";
    for (String date :
        new String[] {"10/1/26", "2026-1-1", "2026-02-30", "20261001", "2026-10-01T00:00", "x"}) {
      String detail = call("GET", board + date, "").detail();
      assertEquals(
          "The parameter date (%s) must be a date such as 2026-10-01.".formatted(date), detail);
    }
    String curves = "/api/v1/registry/curves?month=2026-13";
    assertTrue(call("GET", curves, "").detail().contains("a month such as 2026-10"));
  }

  @Test
  void aRangeThatEndsBeforeItBeginsIsNoQuestion() throws Exception {
    for (String call :
        new String[] {
          "GET /api/v1/markets/da/states",
          "GET /api/v1/notices",
          "GET /api/v1/publications",
          "GET /api/v1/workflows/instances",
          "POST /api/v1/publications/due"
        }) {
      String[] parts = call.split(" ", -1);
      String query = "?from=2026-10-02&to=2026-10-01";
      assertEquals(
          "from (2026-10-02) must not be after to (2026-10-01).",
          call(parts[0], parts[1] + query, "").detail(),
          call);
      Answer same = call(parts[0], parts[1] + "?from=2026-10-01&to=2026-10-01", "");
      assertFalse(same.body().contains("must not be after"), call);
    }
    String audit = "/api/v1/audit?from=2026-10-01T08:00:00Z&to=2026-10-01T09:00:00";
    assertTrue(call("GET", audit + "%2B02:00", "").detail().contains("must not be after"));
    assertFalse(call("GET", audit + "%2B01:00", "").body().contains("must not be after"));
    String half = "/api/v1/audit?to=2026-10-01T08:00:00Z";
    assertFalse(call("GET", half, "").body().contains("must not be after"));
  }

  @Test
  void aMarketThatIsNoneIsNotOneWithoutAnything() throws Exception {
    String range = "?from=2026-10-01&to=2026-10-02";
    for (String address :
        new String[] {
          "/api/v1/markets/xx/approval-rules",
          "/api/v1/markets/xx/gates" + range,
          "/api/v1/markets/xx/days/2026-10-01/declarations",
          "/api/v1/publications" + range + "&market=xx"
        }) {
      Answer answer = call("GET", address, "");
      assertEquals(400, answer.status(), address + answer.body());
      assertTrue(answer.detail().contains("There is no market 'xx'"), address + answer.body());
    }
  }

  @Test
  void aListWithAHoleIsNoBody() throws Exception {
    String unmatched = "/api/v1/registry/unmatched?system=t&kind=unit&on=2026-05-01";
    String detail = call("POST", unmatched, "[\"a\", null]").detail();
    assertEquals("The body must be a list of texts.", detail);
  }

  @Test
  void theNearestParameterIsNamedAndOneGivenTwiceIsNotTaken() throws Exception {
    String table = "/api/v1/runs/none/cases/0/tables/prices?";
    assertTrue(call("GET", table + "perod=3", "").detail().contains("Maybe you meant 'period'"));
    assertTrue(call("GET", table + "bus=1&bus=2", "").detail().contains("'bus' is given 2 times"));
    assertTrue(call("GET", "/health/live?x=1", "").detail().contains("it takes none"));
    assertTrue(
        call("POST", "/api/v1/studies?prority=urgent", "{}").detail().contains("'priority'"));
  }

  @Test
  void aValueOfAnotherKindIsNamedWithWhatItMustBe() throws Exception {
    String run = "/api/v1/runs/none/cases/";
    assertEquals(
        "The number in the address (more) must be a whole number.",
        call("GET", run + "more/tables", "").detail());
    assertTrue(
        call("GET", run + "more/tables", "").problem().get("advice").asString().contains("place"));
    assertEquals(
        "The parameter limit (x) must be a whole number.",
        call("GET", run + "0/tables/prices?limit=x", "").detail());
    assertEquals(
        "The parameter limit (x) must be a whole number."
            + " The parameter offset (1.5) must be a whole number.",
        call("GET", "/api/v1/settlement/closes?offset=1.5&limit=x", "").detail());
    assertEquals(
        "The parameter deadlineSeconds (soon) must be a whole number.",
        call("POST", "/api/v1/screenings?deadlineSeconds=soon", "{}").detail());
    String screening = "{\"network\": \"ieee14\", \"scope\": [\"none\"]}";
    assertTrue(
        call("POST", "/api/v1/screenings?priority=high", screening).detail().contains("(high)"));
    assertTrue(
        call("POST", "/api/v1/screenings?deadlineSeconds=0", screening).detail().contains("(0)"));
  }

  /** As {@code study --dry-run} has it: every case is made. */
  @Test
  void aStudyWithACaseThatCannotBeMadeHasNoExpansion() throws Exception {
    String study =
        "{'study': 'huge', 'base': {'case': 'ieee14'}, 'cases': [{'name': 'bad', 'changes':"
            + " [{'load': {'scale': %s}}]}]}";
    study = study.replace('\'', '"');
    String expansion = "/api/v1/studies/expansion";
    assertEquals(200, call("POST", expansion, study.formatted("2")).status());
    Answer refused = call("POST", expansion, study.formatted("1e300"));
    assertEquals(400, refused.status());
    assertTrue(refused.body().contains("NET-11"), refused.body());
  }

  @Test
  void aHeaderOfTheNameOfAParameterIsNone() throws Exception {
    String page = "/api/v1/settlement/closes";
    assertEquals(call("GET", page, "").body(), call("GET", page, "limit: x", "").body());
    Answer asked =
        call("POST", "/api/v1/screenings", "deadlineSeconds: soon", "{\"network\": \"none\"}");
    assertTrue(asked.detail().contains("1 issue(s)"), asked.body());
  }

  @Test
  void howARunIsAskedForIsDescribed() throws Exception {
    JsonNode paths = Json.MAPPER.readTree(call("GET", "/api/v1/openapi", "").body()).get("paths");
    for (String path :
        Set.of(
            "/api/v1/studies",
            "/api/v1/screenings",
            "/api/v1/sensitivities",
            "/api/v1/runs/{runId}/cases/{caseName}/screening",
            "/api/v1/runs/{runId}/cases/{caseName}/sensitivities")) {
      String parameters = paths.get(path).get("post").get("parameters").toString();
      assertTrue(parameters.contains("\"priority\""), path + parameters);
      assertTrue(parameters.contains("\"deadlineSeconds\""), path + parameters);
    }
  }

  @Test
  void addressesThatTheServerItselfRefusesAreProblemsToo() throws Exception {
    for (String address :
        new String[] {
          "/api/v1/runs/..%2fetc",
          "/api/v1/closes/..%2f..%2fetc",
          "/api/v1/runs/..%5c..%5cetc",
          "/api/v1/runs/a%00b",
          "/api/v1/runs/a;b",
          "/api/v1/runs/%252e%252e",
          "/api/v1//runs",
          "/api/v1/runs/%zz",
          "/api/v1/runs/a%0ab"
        }) {
      Answer answer = call("GET", address, "");
      assertTrue(answer.status() >= 400 && answer.status() < 500, address + answer.status());
      assertFalse(answer.detail().isBlank(), address);
      assertFalse(answer.body().contains("<"), answer.body());
    }
  }

  @Test
  void whoSubmitsWhileTheGridSettlesIsToldWhenToComeAgain() throws Exception {
    String screening = "{\"network\": \"ieee14\", \"scope\": [\"none\"]}";
    registry.failing("putTicket", call -> new GridUnsettledException(null));
    try {
      Answer answer = call("POST", "/api/v1/screenings", screening);
      assertEquals(503, answer.status(), answer.body());
      assertTrue(answer.head().contains("Retry-After: 1"), answer.head());
      assertTrue(answer.detail().contains("settles"), answer.body());
    } finally {
      registry.failing("putTicket", call -> null);
    }
    assertEquals(202, call("POST", "/api/v1/screenings", screening).status());
  }

  @Test
  void aRunWhoseResultsAreGoneSaysSo() throws Exception {
    RunPlan plan = RunPlan.of("lost-1", new Job.Probing("lost", 1, 0));
    grid.putTicket("lost-1", Wire.pack(plan.ticket()));
    RunStatus status = RunStatus.submitted("lost-1", "lost", 1).failed("its data are gone");
    assertTrue(grid.write(new RunRecord(status, "x", "x", 1, "u", Priority.NORMAL, 1, 0), 0));
    assertEquals(200, call("GET", "/api/v1/runs/lost-1", "").status());
    Answer answer = call("GET", "/api/v1/runs/lost-1/results", "");
    assertEquals(410, answer.status(), answer.body());
    assertTrue(answer.detail().contains("lost-1"), answer.body());
  }
}
