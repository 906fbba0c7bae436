package org.gridclear.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import org.gridclear.json.Json;
import org.gridclear.market.exchange.Outbox;
import org.gridclear.market.exchange.Signature;
import org.gridclear.web.market.ServedMarket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Exchange over HTTP: channels, what is sent, dead and replayed, receipts, and signed calls. */
class ExchangeCallsTest {
  private static final String EXCHANGE = "/api/v1/exchange";
  private static final String DAY = "/sending?from=2026-10-01&to=2026-10-01";
  private static final String NEXT_DAY = "/sending?from=2026-10-02&to=2026-10-02";
  private static final String CHANNELS =
      """
      {"channels": [
       {"id": "ems", "partner": "EMS", "format": "trade-results", "markets": ["da"],
        "transport": {"way": "folder", "target": "%s"}, "trigger": {"when": "condition"},
        "retry": {"tries": 1, "first": "PT10S", "most": "PT1M"}},
       {"id": "north", "partner": "north", "format": "other-market-bills",
        "transport": {"way": "rest"}}]}
      """;

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
    String admin = server.settled(server.admin);
    operator = server.settled(server.made(admin, "olga", "operators"));
    monitor = server.settled(server.made(admin, "mona", "monitoring"));
    answer(200, "PUT", "/channels", CHANNELS.formatted("out/ems"));
  }

  @AfterAll
  static void stop() {
    server.close();
    market.close();
  }

  private static JsonNode answer(int code, String method, String path, String body)
      throws Exception {
    HttpResponse<String> answer = server.call(method, EXCHANGE + path, operator, body);
    assertEquals(code, answer.statusCode(), path + " " + answer.body());
    return Json.MAPPER.readTree(answer.body());
  }

  private static void refused(int code, String why, String method, String path, String body)
      throws Exception {
    String said = answer(code, method, path, body).toString();
    assertTrue(said.contains(why), said);
  }

  private static String bills(String id, String more) {
    return """
    {"format": "gridclear-envelope", "version": 1, "id": "%s", "sequence": 7, "content":
     {"format": "gridclear-other-market-bills", "version": 1, "market": "north", "rows": [
      {"entityId": "e", "entityName": "E", "tradeId": "t", "period": "2026-09",
       "feeType": "energy", "energyMwh": 10.5, "yuanPerMwh": 300, "yuan": 3150%s}]}}
    """
        .formatted(id, more);
  }

  /** A call of a partner, whose time and body are signed with a secret. */
  private static HttpResponse<String> signed(byte[] secret, Instant time, String body)
      throws Exception {
    String signature = Signature.of(secret, time, body.getBytes(StandardCharsets.UTF_8));
    String address =
        "http://127.0.0.1:%d%s/channels/north/inbox".formatted(server.port(), EXCHANGE);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + operator)
            .header("X-Gridclear-Time", Long.toString(time.getEpochSecond()))
            .header("X-Gridclear-Signature", signature)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void channelsAreSetAndShownByWhoOperatesTheMarketAlone() throws Exception {
    JsonNode shown = answer(200, "GET", "/channels", null);
    assertEquals(2, shown.size());
    assertEquals("EMS", shown.get(0).get("partner").asString());
    assertEquals("in", shown.get(1).get("direction").asString());
    String csv = server.call("GET", EXCHANGE + "/channels?format=csv", operator, null).body();
    assertTrue(csv.startsWith("channel,partner,direction,format,way"), csv);
    refused(400, "none of json, csv", "GET", "/channels?format=odt", null);
    refused(400, "dax", "PUT", "/channels", CHANNELS.formatted("x").replace("\"da\"", "\"dax\""));
    assertEquals(shown, answer(200, "GET", "/channels", null));
    for (String path : new String[] {"/channels", "/channels/ems/outbox", "/dead", "/inbox"}) {
      assertEquals(403, server.call("GET", EXCHANGE + path, monitor, null).statusCode(), path);
    }
  }

  @Test
  void whatIsInForceIsSentOnceAndItsReceiptIsRecordedOnce() throws Exception {
    String id = "trade-results/da/2026-10-01/0/v1";
    JsonNode sent = answer(200, "POST", DAY, "");
    assertEquals(1, sent.size());
    assertEquals(id, sent.get(0).get("id").asString());
    assertEquals("NEW", sent.get(0).get("action").asString());
    assertEquals("sent", sent.get(0).get("state").asString());
    Path out = folder.resolve("m/out/ems");
    String file = sent.get(0).get("said").asString();
    JsonNode document = Json.MAPPER.readTree(Files.readAllBytes(out.resolve(file)));
    assertEquals(id, document.get("id").asString());
    assertEquals(0, answer(200, "POST", DAY, "").size());
    refused(400, "to", "POST", "/sending?from=2026-10-01", "");

    String receipts = "/channels/ems/receipts";
    String booked = SecuredServer.json("id", id, "said", "booked as 17");
    JsonNode receipted = answer(200, "POST", receipts, booked);
    assertEquals("receipted", receipted.get("state").asString());
    assertEquals("booked as 17", receipted.get("said").asString());
    String again = SecuredServer.json("id", id, "said", "booked as 18");
    assertEquals(receipted, answer(200, "POST", receipts, again));
    refused(400, "Give id and said", "POST", receipts, SecuredServer.json("id", id));
    refused(400, "never had x", "POST", receipts, SecuredServer.json("id", "x", "said", "y"));
    refused(404, "nosuch", "POST", "/channels/nosuch/receipts", booked);
  }

  @Test
  void whatIsDeadIsListedAndReplayed() throws Exception {
    Path blocked = Files.writeString(folder.resolve("m/blocked"), "no folder");
    answer(200, "PUT", "/channels", CHANNELS.formatted("blocked/ems"));
    JsonNode tried = answer(200, "POST", NEXT_DAY, "").get(0);
    assertEquals("dead", tried.get("state").asString());
    assertEquals(1, tried.get("attempts").asInt());
    JsonNode dead = answer(200, "GET", "/dead", null);
    assertEquals(1, dead.size());
    assertEquals(tried.get("number"), dead.get(0).get("number"));
    assertTrue(dead.get(0).get("said").asString().contains("blocked"), dead.toString());

    Files.delete(blocked);
    String replay = "/outbox/" + tried.get("number").asInt() + "/replay";
    assertEquals("pending", answer(200, "POST", replay, "").get("state").asString());
    refused(400, "only what is dead is replayed", "POST", replay, "");
    refused(400, "There is no entry 999", "POST", "/outbox/999/replay", "");
    assertEquals("sent", answer(200, "POST", NEXT_DAY, "").get(0).get("state").asString());
    assertEquals(0, answer(200, "GET", "/dead", null).size());
    String outbox = answer(200, "GET", "/channels/ems/outbox", null).toString();
    assertTrue(outbox.contains("trade-results/da/2026-10-02/0/v1"), outbox);
    refused(404, "nosuch", "GET", "/channels/nosuch/outbox", null);
    answer(200, "PUT", "/channels", CHANNELS.formatted("out/ems"));
  }

  @Test
  void aSignedCallIsTakenOnceAndOneThatIsNotIsRefused() throws Exception {
    refused(400, "has no secret", "POST", "/channels/north/inbox", bills("b1", ""));
    byte[] secret = HexFormat.of().parseHex(Outbox.secrets(market.folder()).make("north"));
    refused(400, "5 minutes", "POST", "/channels/north/inbox", bills("b1", ""));
    Instant now = Instant.now();
    HttpResponse<String> forged = signed(new byte[32], now, bills("b1", ""));
    assertEquals(400, forged.statusCode(), forged.body());
    assertTrue(forged.body().contains("The signature is not that"), forged.body());
    assertEquals(0, answer(200, "GET", "/inbox", null).size());

    HttpResponse<String> taken = signed(secret, now, bills("b1", ""));
    assertEquals(200, taken.statusCode(), taken.body());
    JsonNode said = Json.MAPPER.readTree(taken.body());
    assertEquals("taken", said.get("state").asString());
    assertEquals(7, said.get("sequence").asInt());
    assertEquals("1 row(s) kept", said.get("said").asString());
    assertEquals(taken.body(), signed(secret, now, bills("b1", "")).body(), "the same answer");
    HttpResponse<String> other = signed(secret, now, bills("b1", "").replace("3150", "3151"));
    assertEquals(400, other.statusCode(), other.body());
    HttpResponse<String> odd = signed(secret, now, bills("b2", ", \"colour\": 1"));
    assertEquals(422, odd.statusCode(), odd.body());
    assertTrue(odd.body().contains("colour"), odd.body());

    JsonNode inbox = answer(200, "GET", "/inbox", null);
    assertEquals(2, inbox.size());
    assertEquals("taken", inbox.get(0).get("state").asString());
    assertEquals("refused", inbox.get(1).get("state").asString());
    refused(404, "nosuch", "POST", "/channels/nosuch/inbox", bills("b3", ""));
  }
}
