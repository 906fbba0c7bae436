package org.gridclear.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.UnaryOperator;
import org.gridclear.account.Accounts;
import org.gridclear.json.Json;
import org.gridclear.market.gate.MarketGate;
import org.gridclear.market.gate.RegisteredUnits;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.web.market.ServedMarket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Declarations over HTTP by accounts of two members. */
// Rows: A-11, L-02, W-10, W-02
class DeclarationCallsTest {
  private static final LocalDate DATE = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(5);
  private static final String DAY = "/api/v1/markets/da/days/" + DATE + "/declarations";

  private static final String RECORDS =
      """
      {"format": "gridclear-registry", "version": 1, "records": [
        {"kind": "member", "id": "north", "from": "2026-01-01", "name": "North", "type": "generator"},
        {"kind": "member", "id": "south", "from": "2026-01-01", "name": "South", "type": "generator"},
        {"kind": "price-point", "id": "b1", "from": "2026-01-01", "name": "Bus 1", "bus": "1"},
        {"kind": "unit", "id": "N1", "from": "2026-01-01", "name": "N1", "member": "north", "type": "gas",
         "stage": "commercial", "capacityMw": 300, "pricePoint": "b1"},
        {"kind": "unit", "id": "N2", "from": "2026-01-01", "name": "N2", "member": "north", "type": "gas",
         "stage": "commercial", "capacityMw": 300, "pricePoint": "b1"},
        {"kind": "unit", "id": "S1", "from": "2026-01-01", "name": "S1", "member": "south", "type": "gas",
         "stage": "commercial", "capacityMw": 300, "pricePoint": "b1"}]}
      """;

  private static final String PARAMETERS =
      """
      {"market": "da", "from": "2026-01-01", "minutesPerPeriod": 60,
       "opens": {"daysBefore": 30, "time": "00:00"}, "gate": {"daysBefore": 1, "time": "09:30"},
       "energy": {"floorYuanPerMwh": -200, "capYuanPerMwh": 1500},
       "priceStepYuanPerMwh": 0.01, "segmentCountMax": 10, "segmentMwMin": 1,
       "startYuanCap": 1000000, "noLoadYuanPerHCap": 50000, "jumpFactor": 10,
       "products": [], "defaults": {"lastDays": 7, "referenceOffer": true}}
      """;

  @TempDir static Path folder;

  private static SecuredServer server;
  private static ServedMarket market;
  private static String mia;
  private static String sid;
  private static String rita;

  @BeforeAll
  static void start() throws Exception {
    MarketFolder.create(
            folder.resolve("m"),
            new MarketFolder.Facts("m", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED))
        .close();
    market = ServedMarket.open(folder.resolve("m"));
    server = new SecuredServer(folder, UnaryOperator.identity(), market);
    MarketFolder open = market.folder();
    MarketGate.of(open, RegisteredUnits.of(open, Clock.systemUTC()), Clock.systemUTC())
        .parameters()
        .add(PARAMETERS, "operator");
    String admin = server.settled(server.admin);
    rita = server.settled(server.made(admin, "rita", "registrars"));
    String rolf = server.settled(server.made(admin, "rolf", "registrars"));
    mia = member(admin, "mia", "north");
    sid = member(admin, "sid", "south");
    String registry = "/api/v1/registry/proposals";
    assertEquals(200, server.call("POST", registry, rita, RECORDS.strip()).statusCode());
    assertEquals(
        200,
        server
            .call("POST", registry + "/1/review", rolf, "{\"decision\": \"approved\"}")
            .statusCode());
  }

  private static String member(String admin, String name, String member) throws Exception {
    String wanted =
        """
        {"name": "%s", "groups": ["members"],
         "scope": {"members": ["%s"], "zones": "all", "markets": "all"}}
        """
            .formatted(name, member);
    HttpResponse<String> made = server.call("POST", "/api/v1/accounts", admin, wanted);
    return server.settled(Json.MAPPER.readValue(made.body(), Accounts.Introduction.class));
  }

  @AfterAll
  static void stop() {
    server.close();
    market.close();
  }

  private static JsonNode answer(int code, String method, String path, String token, String body)
      throws Exception {
    HttpResponse<String> answer = server.call(method, path, token, body);
    assertEquals(code, answer.statusCode(), path + " " + answer.body());
    return Json.MAPPER.readTree(answer.body());
  }

  private static String schedule(String unit, String mw) {
    return "{\"unit\": \"%s\", \"kind\": \"self-schedule\", \"mw\": %s}".formatted(unit, mw);
  }

  private static String of(String member, String... declarations) {
    return "{\"member\": \"%s\", \"declarations\": [%s]}"
        .formatted(member, String.join(", ", declarations));
  }

  @Test
  void aMemberDeclaresForItselfAndSeesItsOwnAlone() throws Exception {
    JsonNode first = answer(200, "POST", DAY, mia, of("north", schedule("N1", "150.5")));
    JsonNode receipt = first.get("outcomes").get(0).get("receipt");
    assertEquals("mia", receipt.get("by").asString());
    assertEquals(1, receipt.get("version").asInt());
    assertTrue(receipt.get("replaced").isNull());
    JsonNode again = answer(200, "POST", DAY, mia, of("north", schedule("N1", "150.50")));
    assertTrue(again.get("outcomes").get(0).get("receivedBefore").asBoolean());
    assertEquals(receipt, again.get("outcomes").get(0).get("receipt"));
    assertEquals(1, answer(200, "GET", DAY + "?unit=N1", mia, null).size());
    assertEquals(0, answer(200, "GET", DAY, sid, null).size());
    String path = "/api/v1/markets/da/receipts/" + receipt.get("number").asInt();
    JsonNode shown = answer(200, "GET", path, mia, null);
    assertEquals(150.5, shown.get("declaration").get("mw").asDouble());
    String foreign = answer(404, "GET", path, sid, null).get("detail").asString();
    String none = answer(404, "GET", path + "9999", sid, null).get("detail").asString();
    assertEquals(none.replace("9999", ""), foreign);
    answer(404, "GET", path.replace("/da/", "/rt/"), mia, null);
  }

  @Test
  void windowsSayUntilWhenIsDeclared() throws Exception {
    String path = "/api/v1/markets/da/gates?from=%s&to=%s";
    JsonNode windows =
        answer(200, "GET", path.formatted(DATE.minusDays(5), DATE.plusDays(40)), mia, null);
    assertEquals("closed", windows.get(0).get("state").asString());
    JsonNode open = windows.get(5);
    assertEquals(DATE.toString(), open.get("date").asString());
    assertEquals("open", open.get("state").asString());
    assertEquals(
        DATE.minusDays(1) + "T09:30+08:00", open.get("closes").asString().replace("30:00+", "30+"));
    assertEquals("waiting", windows.get(45).get("state").asString());
    assertEquals(
        0,
        answer(200, "GET", path.formatted(DATE, DATE).replace("/da/", "/rt/"), mia, null).size());
    answer(400, "GET", path.formatted(DATE, DATE.minusDays(1)), mia, null);
    answer(400, "GET", path.formatted(DATE, DATE.plusDays(90)), mia, null);
  }

  @Test
  void whatIsRefusedSaysWhyAndWhatIsForeignIsNotThere() throws Exception {
    JsonNode foreign = answer(422, "POST", DAY, sid, of("north", schedule("N1", "1")));
    assertEquals("DEC-13", rule(foreign));
    String another = reason(answer(422, "POST", DAY, sid, of("south", schedule("N1", "1"))));
    String unknown = reason(answer(422, "POST", DAY, sid, of("south", schedule("X1", "1"))));
    assertEquals(unknown.replace("X1", "N1"), another);
    assertFalse(another.contains("north"), another);
    assertEquals("DEC-04", rule(answer(422, "POST", DAY, sid, of("south", schedule("S1", "NaN")))));
    JsonNode some =
        answer(207, "POST", DAY, sid, of("south", schedule("S1", "120"), schedule("S9", "1")));
    assertEquals(1, some.get("accepted").asInt());
    assertEquals(1, some.get("refused").asInt());
    int number = some.get("outcomes").get(1).get("refusal").asInt();
    String receipts = "/api/v1/markets/da/receipts/" + number;
    assertTrue(
        answer(200, "GET", receipts, sid, null).get("reasons").toString().contains("DEC-11"));
    answer(404, "GET", receipts, mia, null);
    answer(403, "POST", DAY, rita, of("north", schedule("N1", "1")));
    answer(401, "POST", DAY, "", of("north", schedule("N1", "1")));
    assertEquals(
        "DEC-10",
        rule(
            answer(
                422, "POST", DAY.replace("/da/", "/xx/"), sid, of("south", schedule("S1", "1")))));
    assertEquals(
        "DEC-01",
        answer(422, "POST", DAY, sid, "{\"member\":")
            .get("objections")
            .get(0)
            .get("rule")
            .asString());
  }

  private static String rule(JsonNode answer) {
    return answer.get("outcomes").get(0).get("objections").get(0).get("rule").asString();
  }

  private static String reason(JsonNode answer) {
    return answer.get("outcomes").get(0).get("objections").toString();
  }

  @Test
  void csvIsTakenAsJsonIs() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + DAY))
            .header("Content-Type", "text/csv; charset=utf-8")
            .header("Authorization", "Bearer " + mia)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "member,unit,kind,field,value\nnorth,N2,self-schedule,mw,99.25\n"))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer.body());
    JsonNode json = answer(200, "POST", DAY, mia, of("north", schedule("N2", "99.25")));
    assertTrue(json.get("outcomes").get(0).get("receivedBefore").asBoolean());
  }
}
