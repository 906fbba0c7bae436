package org.gridclear.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gridclear.clearing.input.Market;
import org.gridclear.json.Json;
import org.gridclear.market.approval.ApprovalMarket;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.SmallDays;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.web.market.ServedMarket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Approval over HTTP: rights, two accounts, answers of what cannot be. */
// Rows: I-11, I-08, I-10, M-14
class ApprovalCallsTest {
  private static final String DAY = "/api/v1/markets/da/days/" + ApprovalMarket.DATE + "/";

  @TempDir private static Path folder;

  private static ServedMarket market;
  private static SecuredServer server;
  private static String operator;
  private static String approver;
  private static String both;

  @BeforeAll
  static void serve() throws Exception {
    MarketFolder.create(
            folder.resolve("m"),
            new MarketFolder.Facts("m", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED))
        .close();
    market = ServedMarket.open(folder.resolve("m"));
    server = new SecuredServer(folder, UnaryOperator.identity(), market);
    String admin = server.settled(server.admin);
    operator = server.settled(server.made(admin, "olga", "operators"));
    approver = server.settled(server.made(admin, "abel", "approvers"));
    both = server.settled(server.made(admin, "boris", "operators"));
    assertEquals(
        204,
        server
            .call("PUT", "/api/v1/accounts/boris/groups", admin, "[\"operators\",\"approvers\"]")
            .statusCode());
  }

  @AfterAll
  static void stop() {
    server.close();
    market.close();
  }

  private static int made(String by) {
    return ApprovalMarket.made(market.folder(), Market.DA, ApprovalMarket.DATE, 0, by).number();
  }

  private static JsonNode answer(int code, String method, String path, String token, String body)
      throws Exception {
    HttpResponse<String> answer = server.call(method, DAY + path, token, body);
    assertEquals(code, answer.statusCode(), path + " " + answer.body());
    return Json.MAPPER.readTree(answer.body());
  }

  private static JsonNode step(int code, int version, String step, String token) throws Exception {
    String path = "versions/%d/state/%s".formatted(version, step);
    return answer(code, "POST", path, token, "{\"reason\": \"why\"}");
  }

  @Test
  void twoAccountsBringAVersionInForce() throws Exception {
    int version = made("olga");
    step(409, version, "submit", operator);
    assertEquals("CHECKED", step(200, version, "check", operator).get("to").asString());
    step(200, version, "submit", operator);
    step(403, version, "approve", operator);
    JsonNode approved = step(200, version, "approve", approver);
    assertEquals("abel", approved.get("by").asString());
    step(409, version, "approve", approver);
    JsonNode state = answer(200, "GET", "versions/%d/state".formatted(version), operator, null);
    assertEquals("APPROVED", state.get("state").asString());
    assertEquals(3, state.get("transitions").size());
    String words = "{\"words\": \"plant called\", \"attachments\": {\"a.txt\": \"YSBjYWxs\"}}";
    answer(200, "POST", "versions/%d/measures".formatted(version), operator, words);
    HttpResponse<String> history = server.call("GET", DAY + "history", approver, null);
    assertTrue(history.body().contains("plant called"), history.body());
    assertTrue(history.body().contains(" a.txt"), history.body());
    step(200, version, "withdraw", approver);
  }

  @Test
  void anAccountWithBothGroupsCannotDoBothSteps() throws Exception {
    int submitted = made("olga");
    step(200, submitted, "check", both);
    step(200, submitted, "submit", both);
    JsonNode said = step(400, submitted, "approve", both);
    assertTrue(said.get("detail").asString().contains("somebody else decides"), said.toString());
    step(400, submitted, "reject", both);
    int own = made("boris");
    step(200, own, "check", operator);
    step(200, own, "submit", operator);
    step(400, own, "approve", both);
    step(200, own, "reject", approver);
    int ofNobody = made("somebody");
    step(200, ofNobody, "check", operator);
    step(200, ofNobody, "submit", operator);
    said = step(400, ofNobody, "approve", approver);
    assertTrue(said.get("detail").asString().contains("who has no account"), said.toString());
  }

  @Test
  void aVersionIsChangedByHandAndSaysSo() throws Exception {
    DayKey key = new DayKey(Market.DA, ApprovalMarket.DATE.plusDays(1));
    DayStore.of(market.folder()).append(key, SmallDays.dayAhead(key.date(), 100), SmallDays.MADE);
    String path = "/api/v1/markets/da/days/" + key.date() + "/versions/1/interventions";
    String body =
        """
        {"reason": "line is iced", "attachments": {"a.txt": "YSBjYWxs"},
         "changes": {"format": "gridclear-intervention", "version": 1,
           "units": [{"unit": "07", "to": 2, "mw": 55}]}}
        """
            .strip();
    assertEquals(403, server.call("POST", path, approver, body).statusCode());
    HttpResponse<String> made = server.call("POST", path, operator, body);
    assertEquals(200, made.statusCode(), made.body());
    JsonNode answer = Json.MAPPER.readTree(made.body());
    assertEquals(2, answer.get("version").asInt());
    String alarm = answer.get("alarms").get(0).asString();
    assertEquals("BY HAND: 1 changes of version 1 by olga: line is iced", alarm);
    assertEquals(400, server.call("POST", path, operator, "{\"reason\": \"x\"}").statusCode());
    String all = "/api/v1/markets/da/interventions?from=" + key.date() + "&to=" + key.date();
    JsonNode listed = Json.MAPPER.readTree(server.call("GET", all, approver, null).body());
    assertEquals(1, listed.size(), listed.toString());
    assertEquals(1, listed.get(0).get("parent").asInt());
    assertEquals("olga", listed.get(0).get("by").asString());
    assertTrue(listed.get(0).get("changes").asString().contains("\"07\""), listed.toString());
    assertEquals("a.txt", listed.get(0).get("papers").get(0).asString());
    String backwards = "/api/v1/markets/da/interventions?from=" + key.date() + "&to=2020-01-01";
    assertEquals(400, server.call("GET", backwards, operator, null).statusCode());
  }

  @Test
  void whatIsNotThereIsSaid() throws Exception {
    step(404, 999, "check", operator);
    answer(404, "GET", "versions/999/state", operator, null);
    answer(404, "POST", "versions/999/measures", operator, "{\"words\": \"x\"}");
  }

  @Test
  void rulesOfApprovalAreSaidByApprovers() throws Exception {
    String path = "/api/v1/markets/%s/approval-rules";
    String said = "{\"from\": \"2026-10-01\", \"automatic\": false, \"reason\": \"trial\"}";
    assertEquals(
        List.of(403, 200, 400, 400),
        List.of(
            status(path.formatted("id"), operator, said),
            status(path.formatted("id"), approver, said),
            status(path.formatted("id"), approver, "{}"),
            status(path.formatted("da"), approver, said.replace("false", "true"))));
    HttpResponse<String> rules = server.call("GET", path.formatted("id"), operator, null);
    assertEquals(1, Json.MAPPER.readTree(rules.body()).size(), rules.body());
  }

  private static int status(String path, String token, String body) throws Exception {
    return server.call("POST", path, token, body).statusCode();
  }
}
