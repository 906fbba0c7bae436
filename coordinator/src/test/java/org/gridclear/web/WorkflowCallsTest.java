package org.gridclear.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gridclear.json.Json;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.workflow.TaskOutcome;
import org.gridclear.market.workflow.WorkflowCoordinator;
import org.gridclear.web.market.ServedMarket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Workflows and rules over HTTP: groups of nodes, two accounts, answers of what cannot be. */
// Rows: M-02, M-03, M-04, E-08
class WorkflowCallsTest {
  private static final String WORKFLOWS =
      """
      {"format": "gridclear-workflows", "version": 1, "workflows": [
        {"id": "day", "start": {"daysBefore": 0, "time": "00:00"}, "nodes": [
          {"id": "clear", "task": "clear"},
          {"id": "approve", "task": "hand", "after": ["clear"], "byHand": ["approvers"]}]}]}
      """;
  private static final String DATE = LocalDate.now(ZoneOffset.UTC).toString();

  @TempDir private static Path folder;

  private static ServedMarket market;
  private static SecuredServer server;
  private static String operator;
  private static String approver;

  @BeforeAll
  static void serve() throws Exception {
    MarketFolder.create(
            folder.resolve("m"),
            new MarketFolder.Facts("m", "UTC", "yuan", MarketDatabase.EMBEDDED))
        .close();
    market = ServedMarket.open(folder.resolve("m"));
    server = new SecuredServer(folder, UnaryOperator.identity(), market);
    String admin = server.settled(server.admin);
    operator = server.settled(server.made(admin, "olga", "operators"));
    approver = server.settled(server.made(admin, "abel", "approvers"));
  }

  @AfterAll
  static void stop() {
    server.close();
    market.close();
  }

  private static JsonNode answer(int code, String method, String path, String token, String body)
      throws Exception {
    HttpResponse<String> answer = server.call(method, "/api/v1/" + path, token, body);
    assertEquals(code, answer.statusCode(), path + " " + answer.body());
    return Json.MAPPER.readTree(answer.body());
  }

  @Test
  void proposedRulesOfAnomaliesAreTriedOnDatesThatAreThere() throws Exception {
    String dear =
        "{\"rules\": [{\"id\": \"DEAR\", \"type\": \"price-alarm\", \"severity\": \"notice\","
            + " \"yuanPerMwh\": 1}]}";
    long number =
        answer(200, "POST", "rules/anomalies?note=dear", operator, dear).get("number").asLong();
    String shadow = "rules/proposals/%d/shadow?market=da&from=2026-10-01&to=2026-10-02";
    assertTrue(answer(200, "GET", shadow.formatted(number), approver, null).isArray());
    answer(404, "GET", shadow.formatted(number + 99), approver, null);
    String ended = shadow.formatted(number).replace("from=2026-10-01", "from=2026-10-03");
    answer(400, "GET", ended, approver, null);
  }

  @Test
  void aWorkflowIsSetByTwoAccountsAndItsNodesRunByTheirGroups() throws Exception {
    JsonNode proposed = answer(200, "POST", "rules/workflow", operator, WORKFLOWS);
    String review = "rules/proposals/%d/review".formatted(proposed.get("number").asLong());
    String approved = "{\"decision\": \"approved\"}";
    answer(400, "POST", review, operator, approved);
    answer(400, "POST", review, approver, "{\"decision\": \"perhaps\"}");
    assertEquals(1, answer(200, "POST", review, approver, approved).get("version").asInt());
    answer(409, "POST", review, approver, approved);
    assertTrue(
        answer(200, "GET", "rules/workflow", approver, null).toString().contains("approvers"));
    answer(404, "GET", "rules/workflows", approver, null);
    JsonNode outline = answer(200, "GET", "workflows", approver, null).get(0);
    LocalDate tomorrow = LocalDate.parse(DATE).plusDays(1);
    assertEquals(tomorrow.toString(), outline.get("nextDate").asString());
    assertEquals("[\"clear\"]", outline.get("nodes").get(1).get("after").toString());
    assertEquals("[\"approvers\"]", outline.get("nodes").get(1).get("byHand").toString());

    String start = "{\"workflow\": \"day\", \"date\": \"%s\"}".formatted(DATE);
    answer(403, "POST", "workflows/instances", approver, start);
    assertEquals(2, answer(200, "POST", "workflows/instances", operator, start).get("run").asInt());
    try (WorkflowCoordinator coordinator =
        new WorkflowCoordinator(
            market.folder(),
            new WorkflowCoordinator.Setting(
                "one", Map.of("clear", context -> TaskOutcome.done("")), Clock.systemUTC()))) {
      coordinator.step();
    }
    String one = "workflows/instances/day/" + DATE + "/0/2";
    JsonNode node = answer(200, "GET", one, approver, null).get("nodes").get(1);
    assertEquals("ready", node.get("state").asString());
    assertEquals("[\"approvers\"]", node.get("who").toString());
    String reason = "{\"reason\": \"looks right\"}";
    answer(403, "POST", one + "/nodes/approve/run", operator, reason);
    answer(403, "POST", one + "/nodes/clear/retry", approver, reason);
    answer(409, "POST", one + "/nodes/clear/retry", operator, reason);
    answer(400, "POST", one + "/nodes/approve/skip", approver, "{}");
    assertEquals(
        "done",
        answer(200, "POST", one + "/nodes/approve/run", approver, reason).get("state").asString());
    assertEquals("done", answer(200, "GET", one, operator, null).get("state").asString());
    answer(404, "GET", "workflows/instances/day/" + DATE + "/0/9", operator, null);
    assertTrue(
        answer(200, "GET", one + "/history", operator, null).toString().contains("looks right"));
    String event = "{\"event\": \"telephone\", \"date\": \"%s\"}".formatted(DATE);
    assertTrue(answer(200, "POST", "workflows/events", operator, event).get("raised").asBoolean());
    assertFalse(answer(200, "POST", "workflows/events", operator, event).get("raised").asBoolean());
  }
}
