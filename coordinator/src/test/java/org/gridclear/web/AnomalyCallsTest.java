package org.gridclear.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.gridclear.io.CaseFiles;
import org.gridclear.json.Json;
import org.gridclear.market.day.SmallDays;
import org.gridclear.web.market.ServedMarket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Anomalies over HTTP: seen, stepped, judged again; fallbacks; the metric and the audit log. */
// Rows: I-01, I-05, I-07, J-13, K-10, K-17, L-16
class AnomalyCallsTest {
  private static final String ANOMALIES = "/api/v1/anomalies";
  private static final String RANGE = "?from=2026-10-01&to=2026-10-02";

  @TempDir private static Path folder;

  private static ServedMarket market;
  private static SecuredServer server;
  private static String operator;
  private static String monitor;

  @BeforeAll
  static void serve() throws Exception {
    TwoMembers.make(folder.resolve("m"));
    market = ServedMarket.open(folder.resolve("m"));
    server = new SecuredServer(folder, UnaryOperator.identity(), market);
    TwoMembers.judge(market.folder());
    String admin = server.settled(server.admin);
    operator = server.settled(server.made(admin, "olga", "operators"));
    monitor = server.settled(server.made(admin, "mona", "monitoring"));
  }

  @AfterAll
  static void stop() {
    server.close();
    market.close();
  }

  private static JsonNode answer(int code, String method, String path, String body)
      throws Exception {
    HttpResponse<String> answer = server.call(method, ANOMALIES + path, operator, body);
    assertEquals(code, answer.statusCode(), path + " " + answer.body());
    return Json.MAPPER.readTree(answer.body());
  }

  private static int openSevere() throws Exception {
    return Integer.parseInt(
        server
            .call("GET", ANOMALIES + RANGE, operator, null)
            .headers()
            .firstValue("X-Open-Severe")
            .orElseThrow());
  }

  @Test
  void anAnomalyIsSteppedByTheCallerAndCountsUntilItIsHandled() throws Exception {
    int before = openSevere();
    String prices = "/api/v1/markets/da/results/prices" + RANGE;
    String told = server.call("GET", prices, operator, null).body();
    assertTrue(
        told.contains("da 2026-10-01 version 1: SEVERE ANOMALIES: OUTPUT-LIMIT unit alder-1"),
        told);
    assertEquals(
        "alder-1", answer(200, "GET", "/1", null).get("anomaly").get("element").asString());
    String metrics = server.call("GET", "/metrics", monitor, null).body();
    assertTrue(
        metrics.contains(
            "gridclear_anomalies_open{market=\"da\",severity=\"severe\",} " + before + ".0"),
        metrics);
    String acknowledge = "{\"to\": \"acknowledged\"}";
    answer(200, "POST", "/1/steps", acknowledge);
    answer(409, "POST", "/1/steps", acknowledge);
    answer(400, "POST", "/1/steps", "{\"to\": \"handled\", \"comment\": \"no measure\"}");
    answer(400, "POST", "/1/steps", "{}");
    answer(
        200,
        "POST",
        "/1/steps",
        "{\"to\": \"handled\", \"measure\": \"other\", \"comment\": \"x\"}");
    assertEquals(before - 1, openSevere());
    JsonNode steps = answer(200, "GET", "/1", null).get("steps");
    assertEquals("olga", steps.get(1).get("by").asString());
    answer(404, "GET", "/999", null);
    answer(404, "POST", "/999/steps", acknowledge);
  }

  @Test
  void anomaliesAreGroupedByRuleAndThoseOfARulePaged() throws Exception {
    JsonNode all = answer(200, "GET", RANGE, null);
    JsonNode groups = answer(200, "GET", "/groups" + RANGE, null);
    long sum = 0;
    for (JsonNode group : groups) {
      sum += group.get("count").asLong();
      String rule = "&rule=" + group.get("rule").asString() + "&sort=-value&limit=1";
      HttpResponse<String> part =
          server.call(
              "GET",
              ANOMALIES + RANGE + rule + "&market=" + group.get("market").asString(),
              operator,
              null);
      assertEquals(
          group.get("count").asString(), part.headers().firstValue("X-Total-Count").orElseThrow());
      assertEquals(1, Json.MAPPER.readTree(part.body()).size());
    }
    assertEquals(all.size(), sum);
    assertTrue(groups.get(0).get("severity").asString().equals("severe"), groups.toString());
    assertEquals(0, answer(200, "GET", RANGE + "&element=nowhere", null).size());
    answer(400, "GET", RANGE + "&sort=colour", null);
    answer(400, "GET", RANGE + "&severity=grave", null);
  }

  @Test
  void aVersionIsJudgedByTheRulesThatWereSet() throws Exception {
    answer(400, "PUT", "/rules", "{\"rules\": [{\"id\": \"A\", \"type\": \"price-alarm\"}]}");
    answer(
        200,
        "PUT",
        "/rules",
        """
        {"rules": [{"id": "DEAR", "type": "price-alarm", "severity": "notice", "yuanPerMwh": 1}]}
        """);
    assertEquals(
        "DEAR", answer(200, "GET", "/rules", null).get("rules").get(0).get("id").asString());
    String version = "/evaluations?market=da&date=2026-10-02&version=1";
    assertEquals(2, answer(200, "POST", version, "").get("count").asInt(), "two buses");
    answer(404, "POST", "/evaluations?market=da&date=2026-10-02&version=7", "");
  }

  @Test
  void aFallbackNamesWhereItIsFromAndIsRefusedWithoutHistory() throws Exception {
    String today =
        new String(
            CaseFiles.write(TwoMembers.cleared(TwoMembers.DATE.plusDays(2)).clearingCase().day()),
            StandardCharsets.UTF_8);
    JsonNode made = answer(200, "POST", "/fallbacks?market=da&date=2026-10-03", today);
    assertTrue(
        made.get("alarms").get(0).asString().startsWith("FALLBACK: not cleared, but taken from da"),
        made.toString());
    String later =
        new String(
            CaseFiles.write(SmallDays.day(TwoMembers.DATE.plusDays(20), 4, 360, 70)),
            StandardCharsets.UTF_8);
    JsonNode refused = answer(400, "POST", "/fallbacks?market=da&date=2026-10-21", later);
    assertTrue(
        refused.get("detail").asString().contains("da 2026-10-20 has no version"),
        refused.toString());
  }

  private static JsonNode forum(int code, String method, String path, String body)
      throws Exception {
    HttpResponse<String> answer = server.call(method, "/api/v1/forum" + path, operator, body);
    assertEquals(code, answer.statusCode(), path + " " + answer.body());
    return Json.MAPPER.readTree(answer.body());
  }

  @Test
  void whatAnOperatorWritesInTheForumIsShownAtOnceAndCanBeHidden() throws Exception {
    JsonNode topic = forum(200, "POST", "/posts", "{\"title\": \"Gate\", \"text\": \"At ten.\"}");
    long number = topic.get("number").asLong();
    assertEquals("shown", topic.get("state").asString());
    forum(400, "POST", "/posts", "{\"title\": \"\"}");
    assertEquals("olga", forum(200, "GET", "/topics", null).get(0).get("by").asString());
    assertEquals(0, forum(200, "GET", "/waiting", null).size());
    String hide = "/posts/%d/moderation".formatted(number);
    forum(400, "POST", hide, "{\"decision\": \"hidden\"}");
    forum(200, "POST", hide, "{\"decision\": \"hidden\", \"reason\": \"over\"}");
    assertEquals(
        "over", forum(200, "GET", "/topics/" + number, null).get(0).get("reason").asString());
    forum(404, "GET", "/topics/" + (number + 1), null);
    forum(404, "POST", "/posts/%d/moderation".formatted(number + 1), "{\"decision\": \"shown\"}");
  }

  private static JsonNode indices(int code, String method, String path, String body)
      throws Exception {
    HttpResponse<String> answer = server.call(method, "/api/v1/indices" + path, operator, body);
    assertEquals(code, answer.statusCode(), path + " " + answer.body());
    return Json.MAPPER.readTree(answer.body());
  }

  @Test
  void indicesAreEvaluatedShownAndTheirAlarmsCleared() throws Exception {
    String range = "?market=da&from=2026-10-01&to=2026-10-02";
    String own =
        """
        {"fuels": [], "indices": [{"id": "peak", "family": "operation", "en": "Peak",
          "zh": "最高负荷", "unit": "MW", "formula": "demandMw", "day": "highest", "warning": 0.001}]}
        """;
    assertEquals(1, indices(200, "PUT", "", own).get("version").asInt());
    indices(400, "PUT", "", "{}");
    JsonNode first = indices(200, "POST", "/evaluations" + range, "");
    assertEquals(2, first.get("computed").asInt(), first.toString());
    assertEquals(2, first.get("newAlarms").asInt());
    assertEquals(0, first.get("severeOpen").asInt(), "both are warnings");
    String page = "/api/v1/indices/report" + range;
    HttpResponse<String> report = server.call("GET", page + "&language=zh", operator, null);
    assertEquals(200, report.statusCode(), report.body());
    assertTrue(report.body().contains("最高负荷"), "the index in its language");
    assertEquals(400, server.call("GET", page + "&language=fr", operator, null).statusCode());
    HttpResponse<String> risk = server.call("GET", page + "&about=risk&form=pdf", operator, null);
    assertTrue(risk.body().startsWith("%PDF"));
    assertEquals("application/pdf", risk.headers().firstValue("Content-Type").orElseThrow());
    assertEquals(400, server.call("GET", page + "&form=doc", operator, null).statusCode());
    String metrics = server.call("GET", "/metrics", monitor, null).body();
    assertTrue(
        metrics.contains("gridclear_index_alarms_open{market=\"da\",severity=\"warning\",} 2.0"),
        metrics);
    JsonNode second = indices(200, "POST", "/evaluations" + range, "");
    assertEquals(0, second.get("computed").asInt());
    assertEquals(first.get("sha256"), second.get("sha256"));
    assertEquals(2, indices(200, "GET", "/values" + range, null).size());
    JsonNode overview = indices(200, "GET", "/overview" + range, null).get(0);
    assertEquals("warning", overview.get("state").asString());
    assertTrue(overview.has("trend"));
    assertEquals(0, indices(200, "GET", "/elements" + range, null).size());
    JsonNode alarms = indices(200, "GET", "/alarms" + range, null);
    String clear = "/alarms/" + alarms.get(0).get("number").asInt() + "/clear";
    indices(400, "POST", clear, "{}");
    indices(200, "POST", clear, "{\"comment\": \"known\"}");
    assertEquals(1, indices(200, "GET", "/alarms" + range + "&open=true", null).size());
    assertEquals(1, indices(200, "GET", "", null).size());
    indices(400, "GET", "/values" + range + "&index=none", null);
  }
}
