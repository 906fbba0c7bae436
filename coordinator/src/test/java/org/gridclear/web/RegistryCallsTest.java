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
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gridclear.account.Accounts;
import org.gridclear.json.Json;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.settlement.registration.ChangeReader;
import org.gridclear.web.market.ServedMarket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The registry over HTTP: two accounts for a change, and members who see their own alone. */
// Rows, O-16
class RegistryCallsTest {
  private static final String PATH = "/api/v1/registry/";
  private static final String RECORDS =
      """
      {"format": "gridclear-registry", "version": 1, "records": [
        {"kind": "member", "id": "north", "from": "2026-01-01", "name": "North Power", "type": "generator"},
        {"kind": "member", "id": "south", "from": "2026-01-01", "name": "South Power", "type": "generator"},
        {"kind": "price-point", "id": "b1", "from": "2026-01-01", "name": "Bus 1", "bus": "1"},
        {"kind": "unit", "id": "N1", "from": "2026-01-01", "name": "N1", "member": "north", "type": "gas",
         "stage": "commercial", "capacityMw": 100, "pricePoint": "b1"},
        {"kind": "unit", "id": "S1", "from": "2026-01-01", "name": "S1", "member": "south", "type": "gas",
         "stage": "commercial", "capacityMw": 100, "pricePoint": "b1"},
        {"kind": "meter", "id": "MS", "from": "2026-01-01", "name": "MS", "multiplier": 1, "belongsTo": "S1"},
        {"kind": "foreign-id", "id": "x1", "from": "2026-01-01", "system": "trading", "foreign": "0815",
         "of": "unit", "thing": "S1"}]}
      """;

  @TempDir static Path folder;

  private static SecuredServer server;
  private static ServedMarket market;
  private static String rita;
  private static String rolf;
  private static String mia;

  @BeforeAll
  static void start() throws Exception {
    MarketFolder.create(
            folder.resolve("m"),
            new MarketFolder.Facts("m", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED))
        .close();
    market = ServedMarket.open(folder.resolve("m"));
    server = new SecuredServer(folder, UnaryOperator.identity(), market);
    String admin = server.settled(server.admin);
    rita = server.settled(server.made(admin, "rita", "registrars"));
    rolf = server.settled(server.made(admin, "rolf", "registrars"));
    String wanted =
        """
        {"name": "mia", "groups": ["members"],
         "scope": {"members": ["north"], "zones": "all", "markets": "all"}}
        """;
    HttpResponse<String> made = server.call("POST", "/api/v1/accounts", admin, wanted);
    mia = server.settled(Json.MAPPER.readValue(made.body(), Accounts.Introduction.class));
    answer(200, "POST", "proposals?note=first", rita, RECORDS.strip());
    answer(200, "POST", "proposals/1/review", rolf, "{\"decision\": \"approved\"}");
  }

  @AfterAll
  static void stop() {
    server.close();
    market.close();
  }

  private static JsonNode answer(int code, String method, String path, String token, String body)
      throws Exception {
    HttpResponse<String> answer = server.call(method, PATH + path, token, body);
    assertEquals(code, answer.statusCode(), path + " " + answer.body());
    return Json.MAPPER.readTree(answer.body());
  }

  private static List<String> ids(String path, String token) throws Exception {
    List<String> ids = new ArrayList<>();
    answer(200, "GET", path, token, null)
        .get("records")
        .forEach(record -> ids.add(record.get("id").asString()));
    return ids;
  }

  private static String unit(String id, String from, String capacity) {
    return """
    {"format": "gridclear-registry", "version": 1, "records": [
    {"kind": "unit", "id": "%s", "from": "%s", "name": "N", "member": "north", "type": "gas",
     "stage": "commercial", "capacityMw": %s, "pricePoint": "b1"}]}\
    """
        .formatted(id, from, capacity);
  }

  @Test
  void membersSeeTheirOwnAndWhatIsEverybodys() throws Exception {
    assertEquals(List.of("north", "south", "b1", "N1", "S1", "MS", "x1"), ids("records", rita));
    assertEquals(List.of("north", "b1", "N1"), ids("records", mia));
    assertEquals(List.of("N1"), ids("records/unit?on=2026-05-01", mia));
    assertEquals(List.of(), ids("records/meter", mia));
    JsonNode foreign = answer(404, "GET", "records/unit/S1/history", mia, null);
    JsonNode none = answer(404, "GET", "records/unit/S9/history", mia, null);
    assertEquals(
        none.get("detail").asString().replace("S9", "S1"), foreign.get("detail").asString());
    answer(200, "GET", "records/unit/N1/history", mia, null);
    answer(403, "GET", "proposals", mia, null);
    answer(403, "POST", "proposals", mia, unit("N2", "2027-01-01", "5"));
    answer(403, "POST", "unmatched?system=trading&kind=unit&on=2026-05-01", mia, "[\"1\"]");
    answer(401, "GET", "records", "", null);
  }

  @Test
  void whatIsAnsweredCanBeProposedAgain() throws Exception {
    HttpResponse<String> all = server.call("GET", PATH + "records?revision=1", rita, null);
    assertEquals("1", all.headers().firstValue("X-Revision").orElseThrow());
    byte[] body = all.body().getBytes(StandardCharsets.UTF_8);
    assertEquals(7, ChangeReader.json("answer", body).size());
    JsonNode again = answer(200, "POST", "proposals", rita, all.body());
    assertTrue(again.get("proposal").isNull(), again.toString());
    assertEquals(7, again.get("unchanged").asInt());
    HttpResponse<String> csv =
        server.call("GET", PATH + "records/unit?revision=1&format=csv", rita, null);
    HttpResponse<String> taken = csv("proposals?kind=unit", csv.body());
    assertEquals(200, taken.statusCode(), taken.body());
    assertEquals(2, Json.MAPPER.readTree(taken.body()).get("unchanged").asInt());
    assertEquals(400, csv("proposals", csv.body()).statusCode());
    assertEquals(404, csv("proposals?kind=unti", csv.body()).statusCode());
    answer(404, "GET", "records?revision=99", rita, null);
    answer(404, "GET", "records/unti", rita, null);
    answer(400, "GET", "records/unit?format=doc", rita, null);
  }

  private static HttpResponse<String> csv(String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + PATH + path))
            .header("Content-Type", "text/csv; charset=utf-8")
            .header("Authorization", "Bearer " + rita)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void aChangeTakesTwoAccountsAndTheSecondOfTwoIsTold() throws Exception {
    String change = unit("N1", "2027-03-01", "120.25");
    long first = answer(200, "POST", "proposals?note=more", rita, change).get("proposal").asLong();
    JsonNode told = answer(200, "POST", "proposals", rolf, unit("N1", "2027-04-01", "130"));
    assertTrue(told.get("warnings").get(0).asString().contains("REG-24"), told.toString());
    String approved = "{\"decision\": \"approved\"}";
    JsonNode own = answer(400, "POST", "proposals/" + first + "/review", rita, approved);
    assertTrue(own.get("detail").asString().contains("somebody else"), own.toString());
    answer(400, "POST", "proposals/" + first + "/review", rolf, "{\"decision\": \"yes\"}");
    answer(400, "POST", "proposals/" + first + "/review", rolf, "{\"decision\": \"rejected\"}");
    answer(404, "POST", "proposals/999/review", rolf, approved);
    JsonNode seen = answer(200, "GET", "proposals/" + first, rolf, null);
    assertEquals("120.25", seen.get("changes").get(0).get("capacityMw").asString());
    assertEquals("more", seen.get("note").asString());
    JsonNode done = answer(200, "POST", "proposals/" + first + "/review", rolf, approved);
    assertEquals("rolf", done.get("reviewedBy").asString());
    answer(409, "POST", "proposals/" + first + "/review", rolf, approved);
    long second = told.get("proposal").asLong();
    JsonNode late = answer(409, "POST", "proposals/" + second + "/review", rita, approved);
    assertTrue(late.get("detail").asString().contains("propose it anew"), late.toString());
    JsonNode history = answer(200, "GET", "records/unit/N1/history", mia, null);
    assertEquals(3, history.size());
    assertFalse(server.security.log().entries().isEmpty());
    assertTrue(
        server.security.log().entries().stream()
            .anyMatch(entry -> entry.toString().contains("/review")),
        "the review is in the audit log");
  }

  @Test
  void allIssuesAreAnsweredAtOnce() throws Exception {
    String broken =
        """
        {"format": "gridclear-registry", "version": 1, "records": [
         {"kind": "tariff", "id": "a", "from": "2026-13-01", "yuanPerMwh": -1},
         {"kind": "tarif", "id": "b"}]}\
        """;
    JsonNode refused = answer(400, "POST", "proposals", rita, broken);
    assertEquals(3, refused.get("issues").size(), refused.toString());
    JsonNode rule = answer(400, "POST", "proposals", rita, unit("N2", "2025-01-01", "5"));
    assertEquals(2, rule.get("issues").size(), rule.toString());
  }

  @Test
  void idsOfAnotherSystemAreCompared() throws Exception {
    String asked = "unmatched?system=trading&kind=unit&on=2026-05-01";
    JsonNode ids = answer(200, "POST", asked, rita, "[\"4711\", \"0815\"]");
    assertEquals("[\"4711\"]", ids.get("onlyThere").toString());
    assertEquals("[\"N1\"]", ids.get("onlyHere").toString());
    answer(400, "POST", asked, rita, "[\"4711\", \"4711\"]");
    answer(400, "POST", asked, rita, "[]");
  }
}
