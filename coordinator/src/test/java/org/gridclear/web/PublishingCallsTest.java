package org.gridclear.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.gridclear.account.Accounts;
import org.gridclear.account.Scope;
import org.gridclear.clearing.input.Market;
import org.gridclear.json.Json;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.SmallDays;
import org.gridclear.market.publication.Catalogues;
import org.gridclear.market.publication.WoodsData;
import org.gridclear.study.Yaml;
import org.gridclear.validate.IssueLog;
import org.gridclear.web.market.ServedMarket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Publishing and withdrawing over HTTP, and what each recipient finds of it. */
class PublishingCallsTest {
  private static final LocalDate DATE = TwoMembers.DATE;

  /** A date of which nothing is known. */
  private static final LocalDate EMPTY = DATE.plusDays(40);

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private static Path folder;

  private static ServedMarket market;
  private static SecuredServer server;
  private static final Map<String, String> TOKENS = new TreeMap<>();

  @BeforeAll
  static void serve() throws Exception {
    TwoMembers.make(folder.resolve("m"));
    market = ServedMarket.open(folder.resolve("m"));
    WoodsData.fill(market.folder());
    server = new SecuredServer(folder, UnaryOperator.identity(), market);
    Accounts accounts = server.security.accounts();
    for (String member : List.of("alder", "birch", "cedar")) {
      accounts.add(member, List.of("members"), Scope.ofMembers(List.of(member)));
    }
    accounts.add("reg", List.of("regulators"), Scope.ALL);
    accounts.add("oper", List.of("operators"), Scope.ALL);
    accounts.add("bob", List.of("approvers"), Scope.ALL);
    accounts.all().forEach(each -> TOKENS.put(each.name(), accounts.token(each.name(), "t", 9)));
  }

  @AfterAll
  static void stop() {
    server.close();
    market.close();
  }

  private static HttpResponse<String> call(String who, String method, String path, String body)
      throws Exception {
    return server.call(method, "/api/v1/publications" + path, TOKENS.get(who), body);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer.body());
    return Json.MAPPER.readTree(answer.body());
  }

  private static JsonNode post(String path, String body) throws Exception {
    return json(call("oper", "POST", path, body));
  }

  /** Sends a table, as a program of the operator would. */
  private static HttpResponse<String> table(String who, String path, String csv) throws Exception {
    String address = "http://127.0.0.1:%d/api/v1/publications/tables/%s";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address.formatted(server.port(), path)))
            .header("Content-Type", "text/csv")
            .header("Authorization", "Bearer " + TOKENS.get(who))
            .POST(HttpRequest.BodyPublishers.ofString(csv))
            .build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static void refused(int status, String word, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(word), word + " in " + answer.body());
  }

  private static String version(LocalDate date, int version, String... kinds) {
    return SecuredServer.json(
        "market", "da", "date", date.toString(), "version", version, "kinds", List.of(kinds));
  }

  private static String withdrawal(LocalDate date, int version, String reason) {
    return SecuredServer.json(
        "market", "da", "date", date.toString(), "version", version, "reason", reason);
  }

  /** Actions of a kind and date that a caller finds, in their order. */
  private static List<String> found(String who, LocalDate date, String kind) throws Exception {
    String path = "?from=%s&to=%s&kind=%s".formatted(date, date, kind);
    List<String> actions = new ArrayList<>();
    json(call(who, "GET", path, null)).forEach(row -> actions.add(row.get("action").asString()));
    return actions;
  }

  private static String rows(String who, JsonNode outcome) throws Exception {
    String path = "/%d/rows?format=csv".formatted(number(outcome));
    HttpResponse<String> answer = call(who, "GET", path, null);
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }

  private static long number(JsonNode outcome) {
    return outcome.get("publication").get("number").asLong();
  }

  @Test
  void kindsOfAVersionArePublishedOnceToTheirAudience() throws Exception {
    String body = version(DATE, 1, "zone-prices", "unit-results");
    JsonNode outcomes = post("/versions", body);
    assertTrue(outcomes.size() > 2, "what is left until the version is a published one");
    assertEquals("is due, and not published yet", outcomes.get(2).get("remark").asString());
    assertEquals("zone-prices", outcomes.get(0).get("kind").asString());
    // The four members of the registry; and alder, birch, regulator and operator.
    assertEquals(4, outcomes.get(0).get("messages").asInt());
    assertEquals(4, outcomes.get(1).get("messages").asInt());
    assertEquals(List.of("PUBLISHED"), found("cedar", DATE, "zone-prices"));
    assertEquals(List.of("PUBLISHED"), found("alder", DATE, "unit-results"));
    assertEquals(List.of(), found("cedar", DATE, "unit-results"));
    String own = rows("birch", outcomes.get(1));
    assertTrue(own.contains("birch-1") && !own.contains("alder"), own);
    JsonNode again = post("/versions", body);
    assertEquals("is published already", again.get(1).get("remark").asString());
    assertEquals(0, again.get(1).get("messages").asInt());
    assertEquals(number(outcomes.get(1)), number(again.get(1)));
  }

  @Test
  void aVersionThatIsNotThereOrAKindThatIsNoneIsRefused() throws Exception {
    refused(404, "no version 9", call("oper", "POST", "/versions", version(DATE, 9)));
    refused(400, "Give market, date", call("oper", "POST", "/versions", "{\"version\": 1}"));
    String mixed = version(DATE, 1, "flows", "load-actual");
    refused(400, "load-actual is not of versions", call("oper", "POST", "/versions", mixed));
    assertEquals(List.of(), found("reg", DATE, "flows"), "all or none");
    refused(400, "oak", call("oper", "POST", "/versions", version(DATE, 1, "oak")));
  }

  @Test
  void aPublishedVersionIsWithdrawnByTheApproversFromAllWhoWereTold() throws Exception {
    LocalDate date = DATE.plusDays(1);
    JsonNode published = post("/versions", version(date, 1, "prices")).get(0);
    assertTrue(rows("cedar", published).contains("n2"));
    String body = withdrawal(date, 1, "wrong load");
    assertEquals(403, call("oper", "POST", "/withdrawals", body).statusCode());
    refused(400, "says why", call("bob", "POST", "/withdrawals", withdrawal(date, 1, "")));
    refused(404, "no version 7", call("bob", "POST", "/withdrawals", withdrawal(date, 7, "x")));
    assertEquals(List.of("PUBLISHED"), found("cedar", date, "prices"));
    JsonNode rows = json(call("bob", "POST", "/withdrawals", body));
    assertEquals(1, rows.size());
    assertEquals("wrong load", rows.get(0).get("reason").asString());
    assertEquals(number(published), rows.get(0).get("replaces").asLong());
    assertEquals(List.of("PUBLISHED", "WITHDRAWN"), found("cedar", date, "prices"));
    String path = "/%d/rows".formatted(number(published));
    assertEquals(410, call("cedar", "GET", path, null).statusCode());
    refused(409, "withdrawn", call("oper", "POST", "/versions", version(date, 1, "prices")));
  }

  @Test
  void aVersionThatNeverWasInForceIsNotWithdrawn() throws Exception {
    LocalDate date = DATE.plusDays(2);
    DayStore.of(market.folder())
        .append(new DayKey(Market.DA, date), TwoMembers.cleared(date), SmallDays.MADE);
    refused(409, "2026-10-03", call("bob", "POST", "/withdrawals", withdrawal(date, 1, "wrong")));
  }

  @Test
  void dataOfADateIsPublishedAsItIsKnownToItsOwners() throws Exception {
    JsonNode contracts = post("/dates/" + DATE + "/contracts", null);
    assertEquals("contracts", contracts.get("kind").asString());
    assertEquals(3, contracts.get("messages").asInt(), "alder, cedar and the regulator");
    assertTrue(rows("cedar", contracts).contains("alder-c"));
    assertEquals(List.of(), found("birch", DATE, "contracts"));
    JsonNode none = post("/dates/" + EMPTY + "/load-actual", null);
    assertTrue(none.get("publication").isNull());
    assertEquals("nothing is known of it", none.get("remark").asString());
    assertEquals(List.of(), found("reg", EMPTY, "load-actual"));
  }

  @Test
  void aKindThatIsPublishedOtherwiseSaysHow() throws Exception {
    String path = "/dates/" + DATE;
    refused(400, "published as notices", call("oper", "POST", path + "/notices", null));
    refused(400, "name a market and a version", call("oper", "POST", path + "/prices", null));
    refused(400, "is handed in", call("oper", "POST", path + "/indices", null));
    refused(400, "rows of its own", table("oper", DATE + "/load-actual", "item,mw\na,1\n"));
    refused(400, "soon", call("oper", "POST", "/dates/soon/contracts", null));
  }

  @Test
  void aTableIsReadRowByRowByItsOwnersAndCorrectedByTheNext() throws Exception {
    String path = DATE + "/settlement-results";
    JsonNode first = json(table("oper", path, "member,yuan\nalder,10.5\nbirch,11\n"));
    assertEquals(3, first.get("messages").asInt(), "alder, birch and the regulator");
    String own = rows("alder", first);
    assertTrue(own.contains("10.5") && !own.contains("birch"), own);
    assertTrue(rows("reg", first).contains("birch"));
    JsonNode next = json(table("oper", path, "member,yuan\nalder,12.5\nbirch,11\n"));
    assertEquals("CORRECTED", next.get("publication").get("action").asString());
    assertEquals(number(first), next.get("publication").get("replaces").asLong());
    assertTrue(rows("alder", next).contains("12.5"));
    refused(400, "oak", table("oper", path, "member,yuan\noak,1\n"));
    refused(400, "needs a column 'member'", table("oper", path, "yuan\n1\n"));
    assertEquals(List.of("PUBLISHED", "CORRECTED"), found("alder", DATE, "settlement-results"));
  }

  @Test
  void whatIsDueIsPublishedOnce() throws Exception {
    String path = "/due?from=%s&to=%s".formatted(DATE, DATE);
    Map<String, JsonNode> due = new TreeMap<>();
    post(path, null).forEach(each -> due.put(each.get("kind").asString(), each));
    JsonNode forecast = due.get("load-forecast-short");
    assertEquals(4, forecast.get("messages").asInt(), "the members of the registry");
    assertTrue(rows("cedar", forecast).contains("12.5"));
    assertFalse(due.containsKey("plans"), "it waits for somebody who says so");
    assertEquals(List.of("PUBLISHED"), found("cedar", DATE, "load-forecast-short"));
    assertEquals(0, post(path, null).size());
    refused(400, "never", call("oper", "POST", "/due?from=never&to=" + DATE, null));
  }

  @Test
  void aCatalogueIsSetWholeOrNotAndEachSeesItsKinds() throws Exception {
    String standard = new String(Catalogues.standardText(), StandardCharsets.UTF_8);
    JsonNode catalogue = Yaml.parse(standard, new IssueLog("catalogue"), "");
    ((ArrayNode) catalogue.get("kinds"))
        .addPOJO(
            Map.of(
                "id", "weather",
                "en", "Weather",
                "zh", "天气",
                "source", Map.of("from", "document"),
                "audience", List.of("regulator")));
    String more = Json.MAPPER.writeValueAsString(catalogue);
    JsonNode set = json(call("oper", "PUT", "/catalogue", more));
    assertTrue(set.get("added").asBoolean());
    assertTrue(kinds("reg").contains("weather"));
    assertFalse(kinds("alder").contains("weather"));
    assertTrue(kinds("alder").contains("unit-results"));
    assertFalse(json(call("oper", "PUT", "/catalogue", more)).get("added").asBoolean());
    String before = kinds("reg");
    String wrong = more.replace("\"weather\"", "\"Weather\"").replace("\"hand\"", "\"soon\"");
    HttpResponse<String> answer = call("oper", "PUT", "/catalogue", wrong);
    refused(400, "Weather", answer);
    refused(400, "soon", answer);
    assertEquals(403, call("reg", "PUT", "/catalogue", more).statusCode());
    assertEquals(before, kinds("reg"));
  }

  private static String kinds(String who) throws Exception {
    HttpResponse<String> answer = call(who, "GET", "/catalogue?format=csv", null);
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }

  @Test
  void neitherMembersNorTheRegulatorPublish() throws Exception {
    for (String who : List.of("alder", "reg")) {
      String due = "/due?from=%s&to=%s".formatted(EMPTY, EMPTY);
      assertEquals(403, call(who, "POST", due, null).statusCode());
      String body = version(DATE, 1, "security");
      assertEquals(403, call(who, "POST", "/versions", body).statusCode());
      assertEquals(403, call(who, "POST", "/withdrawals", withdrawal(DATE, 1, "x")).statusCode());
      assertEquals(403, call(who, "POST", "/dates/" + DATE + "/plans", null).statusCode());
      assertEquals(403, table(who, DATE + "/violations", "item\na\n").statusCode());
    }
    for (String kind : List.of("security", "plans", "violations")) {
      assertEquals(List.of(), found("reg", DATE, kind), kind);
    }
  }
}
