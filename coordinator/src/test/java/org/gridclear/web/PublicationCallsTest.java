package org.gridclear.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gridclear.account.Accounts;
import org.gridclear.account.Scope;
import org.gridclear.clearing.input.Market;
import org.gridclear.json.Json;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.SmallDays;
import org.gridclear.web.market.ServedMarket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Publications and messages over HTTP, by accounts of members, regulator and operator. */
// Rows: I-23
class PublicationCallsTest {
  private static final String RANGE = "from=2026-10-01&to=2026-10-01";

  @TempDir private static Path folder;

  private static ServedMarket market;
  private static SecuredServer server;
  private static Accounts accounts;

  @BeforeAll
  static void serve() throws Exception {
    TwoMembers.make(folder.resolve("m"));
    market = ServedMarket.open(folder.resolve("m"));
    server = new SecuredServer(folder, UnaryOperator.identity(), market);
    accounts = server.security.accounts();
    accounts.add("alder", List.of("members"), Scope.ofMembers(List.of("alder")));
    accounts.add("birch", List.of("members"), Scope.ofMembers(List.of("birch")));
    accounts.add("reg", List.of("regulators"), Scope.ALL);
    accounts.add("oper", List.of("operators"), Scope.ALL);
    TwoMembers.publish(market.folder());
  }

  @AfterAll
  static void stop() {
    server.close();
    market.close();
  }

  private static HttpResponse<String> call(String who, String method, String path, String body)
      throws Exception {
    String token = accounts.token(who, "t" + System.nanoTime(), 9);
    return server.call(method, "/api/v1/" + path, token, body);
  }

  private static JsonNode json(String who, String method, String path, String body)
      throws Exception {
    HttpResponse<String> answer = call(who, method, path, body);
    assertEquals(200, answer.statusCode(), answer.body());
    return Json.MAPPER.readTree(answer.body());
  }

  @Test
  void aMemberFindsByDateWhatIsItsOwnAndTheRegulatorAll() throws Exception {
    JsonNode own = json("alder", "GET", "publications?" + RANGE, null);
    assertEquals("storage-results", own.get(0).get("kind").asString());
    assertEquals(0, json("birch", "GET", "publications?" + RANGE, null).size());
    assertEquals(1, json("reg", "GET", "publications?" + RANGE, null).size());
    assertEquals(0, json("alder", "GET", "publications?kind=prices&" + RANGE, null).size());
    assertEquals(
        1, json("alder", "GET", "publications?kind=storage-results&" + RANGE, null).size());
    int number = own.get(0).get("number").asInt();
    String rows = call("alder", "GET", "publications/" + number + "/rows?format=csv", null).body();
    assertTrue(rows.contains("alder-store"), rows);
    assertEquals(404, call("birch", "GET", "publications/" + number + "/rows", null).statusCode());
  }

  @Test
  void aMessageIsAcknowledgedOnceByItsMemberAlone() throws Exception {
    JsonNode page = json("alder", "GET", "messages", null);
    long number = page.get("messages").get(0).get("number").asLong();
    String path = "messages/" + number + "/acknowledgement";
    assertEquals(404, call("birch", "POST", path, null).statusCode());
    HttpResponse<String> misspelt = call("oper", "GET", "messages?recipient=member:aldr", null);
    assertEquals(404, misspelt.statusCode(), "nobody has no messages, which is no empty mailbox");
    assertTrue(misspelt.body().contains("There is no member 'aldr'"), misspelt.body());
    assertEquals(200, call("oper", "GET", "messages?recipient=member:alder", null).statusCode());
    assertEquals(403, call("oper", "POST", path + "?recipient=member:alder", null).statusCode());
    JsonNode first = json("alder", "POST", path, null);
    JsonNode again = json("alder", "POST", path, null);
    assertEquals(first, again);
    assertEquals("alder", first.get("acknowledgedBy").asString());
    assertEquals(
        0, json("alder", "GET", "messages?after=" + page.get("next"), null).get("messages").size());
  }

  @Test
  void whatIsNotApprovedIsAConflictAndTellsNobody() throws Exception {
    LocalDate date = TwoMembers.DATE.plusDays(1);
    DayVersion draft =
        DayStore.of(market.folder())
            .append(new DayKey(Market.DA, date), TwoMembers.cleared(date), SmallDays.MADE);
    String body =
        "{\"market\": \"da\", \"date\": \"%s\", \"version\": %d}".formatted(date, draft.version());
    HttpResponse<String> answer = call("oper", "POST", "publications/versions", body);
    assertEquals(409, answer.statusCode(), answer.body());
    assertEquals(0, json("reg", "GET", "publications?from=2026-10-02&to=2026-10-02", null).size());
  }

  @Test
  void onlyWhoOperatesTheMarketSetsAnAddress() throws Exception {
    String channels =
        """
        {"channels": [{"id": "x", "partner": "x", "format": "messages",
          "recipient": "member:alder", "transport": {"way": "https",
          "target": "http://10.0.0.1/inner"}, "trigger": {"when": "condition"}}]}
        """;
    assertEquals(403, call("alder", "PUT", "exchange/channels", channels).statusCode());
    HttpResponse<String> refused = call("oper", "PUT", "exchange/channels", channels);
    assertEquals(400, refused.statusCode());
    assertTrue(refused.body().contains("https"), refused.body());
    assertFalse(call("oper", "GET", "exchange/channels", null).body().contains("inner"));
  }

  /** An empty list of a name that is misspelt would look as if there were nothing. */
  @ParameterizedTest
  @CsvSource({
    "publications?kind=storage-result&, storage-results",
    "anomalies?rule=output-limts&, rule 'output-limts'",
  })
  void aFilterByWhatThereIsNotIsRefusedByName(String address, String words) throws Exception {
    HttpResponse<String> refused = call("oper", "GET", address + RANGE, null);
    assertEquals(400, refused.statusCode(), refused.body());
    assertTrue(refused.body().contains(words), refused.body());
  }

  /** What is not given is not "none": a body without its list would replace all by nothing. */
  @ParameterizedTest
  @CsvSource({
    "exchange/channels, channels",
    "publications/catalogue, kinds",
    "market/checks, rules",
  })
  void whatIsSetAsAWholeIsNeverSetToNothingByAnEmptyBody(String address, String list)
      throws Exception {
    String before = call("oper", "GET", address, null).body();
    HttpResponse<String> refused = call("oper", "PUT", address, "{}");
    assertEquals(400, refused.statusCode(), refused.body());
    assertTrue(refused.body().contains(list + ": []"), refused.body());
    assertEquals(before, call("oper", "GET", address, null).body());
  }
}
