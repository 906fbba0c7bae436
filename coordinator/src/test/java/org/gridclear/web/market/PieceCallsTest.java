package org.gridclear.web.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import org.gridclear.json.Json;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.run.RunLimits;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.local.LocalGrid;
import org.gridclear.web.HttpCall;
import org.gridclear.web.WebServer;
import org.gridclear.web.account.ServerSecurity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Everything that a case is assembled from, and the case, over HTTP. */
// Rows
class PieceCallsTest {
  private static final String NETWORK =
      """
      {"format": "gridclear-case", "version": 1, "horizon": {"periodCount": 24},
       "network": {"buses": [{"id": "a", "type": "reference"}]},
       "busLoads": [{"bus": "a", "mw": 50}],
       "thermalUnits": [{"id": "g1", "bus": "a", "offers": [{"mw": [0, 100], "yuanPerH": [0, 3e4]}]}],
       "reserves": [{"id": "r", "product": "spin", "mw": 5, "loadShare": 0.1, "largestUnit": true}]}
      """;

  @TempDir Path folder;

  private static WebServer server;

  private static HttpResponse<String> send(String method, String path, String body)
      throws Exception {
    return HttpCall.send(
        "http://127.0.0.1:" + server.port(), method, "/api/v1/market/" + path, "", body);
  }

  private static JsonNode done(String method, String path, String body) throws Exception {
    HttpResponse<String> answer = send(method, path, body);
    assertEquals(200, answer.statusCode(), answer.body());
    return Json.MAPPER.readTree(answer.body());
  }

  private static String series(String kind, String unit, String step, String values) {
    return """
    {"format": "gridclear-series", "kind": "%s", "unit": "%s", "source": "EMS",
     "knownAt": "2025-09-30T10:00+08:00", "step": "%s", "from": "2025-10-01T00:00+08:00",
     "values": %s}
    """
        .formatted(kind, unit, step, values);
  }

  // Rows: G-07
  /**
   * 5 MW, or the unit of 100 MW, and a tenth of the load; real time does without spinning reserve.
   */
  private static void requirements(String path) throws Exception {
    JsonNode rows = done("GET", path + "da", null);
    assertEquals(24, rows.size());
    JsonNode at = rows.get(19);
    assertEquals("2025-10-01T19:00", at.get("time").asString());
    assertEquals(100, at.get("largestUnitMw").asDouble());
    assertEquals(8.05, at.get("loadPartMw").asDouble(), 1e-9);
    assertEquals(108.05, at.get("requiredMw").asDouble(), 1e-9);
    JsonNode inRealTime = done("GET", path + "rt", null).get(19);
    assertEquals("no", inRealTime.get("inEffect").asString());
    assertEquals(0, inRealTime.get("requiredMw").asDouble());
    assertEquals(400, send("GET", path + "spot", null).statusCode());
  }

  @Test
  void aCaseIsMadeOfWhatWasSent() throws Exception {
    MarketFolder.create(
            folder.resolve("m"),
            new MarketFolder.Facts("north", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED))
        .close();
    try (LocalGrid grid = new LocalGrid(1);
        ActorStudyRuns runs =
            new ActorStudyRuns(grid.access(), RunLimits.OF_COMMANDS, Clock.systemUTC());
        ServedMarket served = ServedMarket.open(folder.resolve("m"));
        WebServer started =
            WebServer.of(runs, folder, ServerSecurity.NONE).market(served).start()) {
      server = started;
      done("POST", "networks?from=2025-01-01&knownAt=2024-12-01T00:00Z", NETWORK);
      done("POST", "series", series("bus-factor", "share", "P1M", "{\"a\": [1]}"));
      String load = series("load-forecast-short", "MW", "P1D", "{\"system\": [80.5]}");
      JsonNode taken = done("POST", "series", load);
      assertEquals(1, taken.get("version").get("version").asInt());
      assertEquals("operator", taken.get("version").get("recordedBy").asString());
      HttpResponse<String> kilowatts = send("POST", "series", load.replace("80.5", "80500"));
      assertEquals(422, kilowatts.statusCode(), kilowatts.body());
      assertTrue(kilowatts.body().contains("LOAD-CAPACITY"), kilowatts.body());
      done(
          "POST",
          "snapshots",
          """
          {"format": "gridclear-snapshot", "at": "2025-09-30T10:00+08:00", "source": "SCADA",
           "knownAt": "2025-09-30T10:00+08:00",
           "units": [{"id": "g1", "on": true, "mw": 50, "hoursInState": 5}]}
          """);
      done(
          "POST",
          "tickets",
          """
          {"format": "gridclear-tickets", "tickets": [{"id": "T1", "elements": ["unit:g1"],
           "from": "2025-10-01T19:00+08:00", "to": "2025-10-01T20:00+08:00", "state": "approved",
           "source": "OMS", "knownAt": "2025-09-29T10:00+08:00"}]}
          """);
      assertEquals(1, done("GET", "tickets", null).size());
      assertEquals(2, done("GET", "series", null).size());
      assertTrue(done("GET", "checks", null).get("rules").size() > 10);
      String asked =
          """
          {"market": "da", "date": "2025-10-01", "gate": "2025-09-30T10:30+08:00",
           "fromNetwork": ["registry", "offers"]}
          """;
      JsonNode manifest = done("POST", "cases", asked).get("manifest");
      JsonNode made = done("GET", "cases/" + manifest.get("caseHash").asString(), null);
      assertEquals(80.5, made.get("busLoads").get(0).get("mw").get(19).asDouble());
      assertEquals("OFF", made.get("thermalUnits").get(0).get("commitment").get(19).asString());
      assertEquals(manifest, done("POST", "cases", asked).get("manifest"));
      requirements("cases/" + manifest.get("caseHash").asString() + "/requirements?market=");
      HttpResponse<String> early = send("POST", "cases", asked.replace("10:30", "09:59"));
      assertEquals(400, early.statusCode(), early.body());
      assertTrue(early.body().contains("load-forecast-short of system"), early.body());
      assertEquals(404, send("GET", "cases/" + "0".repeat(64), null).statusCode());
      assertEquals(404, send("GET", "series/bus-factor/versions/7", null).statusCode());
    }
  }
}
