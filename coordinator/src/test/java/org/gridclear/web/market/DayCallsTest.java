package org.gridclear.web.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.gridclear.clearing.input.Market;
import org.gridclear.cli.Shell;
import org.gridclear.io.CaseFiles;
import org.gridclear.json.Json;
import org.gridclear.market.MarketDay;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayResult;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.SmallDays;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.run.RunLimits;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.local.LocalGrid;
import org.gridclear.web.HttpCall;
import org.gridclear.web.WebServer;
import org.gridclear.web.account.ServerSecurity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Results of days over HTTP and at the command line, which say the same. */
// Rows: D-14, D-15, L-02
class DayCallsTest {
  private static final LocalDate DATE = LocalDate.of(2026, 10, 1);

  @TempDir private static Path folder;

  private static LocalGrid grid;
  private static ActorStudyRuns runs;

  @BeforeAll
  static void market() {
    grid = new LocalGrid(1);
    runs = new ActorStudyRuns(grid.access(), RunLimits.OF_COMMANDS, Clock.systemUTC());
    try (MarketFolder market =
        MarketFolder.create(
            folder.resolve("m"),
            new MarketFolder.Facts("north", "Asia/Shanghai", "CNY", MarketDatabase.EMBEDDED))) {
      DayStore store = DayStore.of(market);
      DayKey first = new DayKey(Market.DA, DATE);
      DayKey third = new DayKey(Market.DA, DATE.plusDays(2));
      store.append(first, SmallDays.dayAhead(DATE, 300), SmallDays.MADE);
      store.append(first, SmallDays.dayAhead(DATE, 100), SmallDays.MADE);
      store.append(third, SmallDays.dayAhead(third.date(), 90), SmallDays.MADE);
    }
  }

  @AfterAll
  static void stop() {
    runs.close();
    grid.close();
  }

  private static HttpResponse<String> get(WebServer server, String path) throws Exception {
    return HttpCall.send(
        "http://127.0.0.1:" + server.port(), "GET", "/api/v1/markets/" + path, "", null);
  }

  private static JsonNode json(WebServer server, String path) throws Exception {
    HttpResponse<String> answer = get(server, path);
    assertEquals(200, answer.statusCode(), answer.body());
    return Json.MAPPER.readTree(answer.body());
  }

  @Test
  void callsAnswerAndCommandsSayTheSame() throws Exception {
    Path csv = folder.resolve("prices.csv");
    String range = "from=2026-10-01&to=2026-10-03";
    String fromHttp;
    try (ServedMarket served = ServedMarket.open(folder.resolve("m"));
        WebServer server = WebServer.of(runs, folder, ServerSecurity.NONE).market(served).start()) {
      JsonNode prices = json(server, "da/results/prices?bus=10&" + range);
      assertEquals(8, prices.get("total").asInt());
      assertEquals("[\"2026-10-02\"]", prices.get("missingDates").toString());
      assertEquals("2026-10-01T06:00+08:00", prices.get("rows").get(1).get("time").asString());
      HttpResponse<String> text = get(server, "da/results/prices?bus=10&format=csv&" + range);
      fromHttp = text.body();
      assertEquals("2026-10-02", text.headers().firstValue("X-Missing-Dates").orElseThrow());
      assertEquals(3, json(server, "da/days?" + range).get("total").asInt());
      JsonNode first = json(server, "da/days/2026-10-01/versions/1/units?unit=07");
      assertTrue(first.get("alarms").get(0).asString().contains("LOAD NOT SERVED"));
      assertEquals(1, first.get("rows").get(0).get("version").asInt());
      assertEquals(
          2,
          json(server, "da/days/2026-10-01/versions/newest/units")
              .get("rows")
              .get(0)
              .get("version")
              .asInt());
      JsonNode beside =
          json(server, "da/days/2026-10-01/versions/1/units/comparison?unit=07&otherVersion=2");
      assertTrue(beside.get("rows").get(0).has("differenceMw"));
      assertEquals(2, json(server, "da/statistics/prices?by=zone&" + range).get("total").asInt());
      assertEquals(
          15, json(server, "da/statistics/prices?curve=true&" + range).get("total").asInt());
      assertTrue(json(server, "da/buses/1?" + range).get("total").asInt() > 8);
      HttpResponse<String> part = get(server, "da/results/prices?limit=5&" + range);
      assertTrue(part.headers().firstValue("Link").orElseThrow().contains("offset=5"));
      assertEquals(404, get(server, "rt/results/prices?" + range).statusCode());
      assertEquals(404, get(server, "spot/results/prices?" + range).statusCode());
      assertEquals(404, get(server, "da/results/price?" + range).statusCode());
      for (String wrong :
          List.of("bus=99", "limit=0", "cycle=x", "nodes=1", "period=25:00", "format=doc")) {
        HttpResponse<String> refused = get(server, "da/results/prices?" + wrong + "&" + range);
        assertEquals(400, refused.statusCode(), wrong + " " + refused.body());
      }
    }
    String[] command = {
      "results",
      "rows",
      "prices",
      "--market",
      folder.resolve("m").toString(),
      "--bus",
      "10",
      "--from",
      "2026-10-01",
      "--to",
      "2026-10-03",
      "--out",
      csv.toString()
    };
    Shell.Ended ended = Shell.run(command);
    assertEquals(1, ended.code(), "a date is missing: " + ended.text());
    assertTrue(ended.text().contains("NOT IN THE ROWS: 2026-10-02"), ended.text());
    assertEquals(fromHttp, Files.readString(csv));
  }

  /** A day whose zone south has another name. */
  private static DayResult renamed(String zone) {
    MarketDay day = SmallDays.day(DATE, 4, 360, 100);
    String text = new String(CaseFiles.write(day), StandardCharsets.UTF_8);
    byte[] other = text.replace("\"south\"", "\"" + zone + "\"").getBytes(StandardCharsets.UTF_8);
    return SmallDays.cleared(CaseFiles.unpack(other), Market.DA, (kind, id) -> "");
  }

  @Test
  void theNewestNetworkIsThatOfTheNewestVersionAlsoAfterAnOlderOneWasShown() throws Exception {
    Path place = folder.resolve("two");
    MarketFolder.create(
            place, new MarketFolder.Facts("north", "Asia/Shanghai", "CNY", MarketDatabase.EMBEDDED))
        .close();
    String path = "da/days/2026-10-01/versions/%s/network";
    try (ServedMarket served = ServedMarket.open(place);
        WebServer server = WebServer.of(runs, folder, ServerSecurity.NONE).market(served).start()) {
      DayKey key = new DayKey(Market.DA, DATE);
      served.days().append(key, renamed("west"), SmallDays.MADE);
      String first = json(server, path.formatted("newest")).toString();
      assertTrue(first.contains("west"), first);
      served.days().append(key, renamed("east"), SmallDays.MADE);
      String newest = json(server, path.formatted("newest")).toString();
      assertTrue(newest.contains("east"), newest);
      assertEquals(first, json(server, path.formatted("1")).toString());
    }
  }

  @Test
  void aVersionWithAnAlarmSaysSoAndEndsWithOne() {
    String market = folder.resolve("m").toString();
    Shell.Ended first =
        Shell.run(
            "results",
            "statistics",
            "loads",
            "--market",
            market,
            "--date",
            "2026-10-01",
            "--day-version",
            "1",
            "--by",
            "kind",
            "--format",
            "csv");
    assertEquals(1, first.code(), first.text());
    assertTrue(first.text().contains("LOAD NOT SERVED"), first.text());
    assertTrue(first.output().startsWith("kind,"), first.output());
    Shell.Ended newest =
        Shell.run("results", "bus", "1", "--market", market, "--date", "2026-10-01");
    assertEquals(0, newest.code(), newest.text());
    Shell.Ended none =
        Shell.run("results", "rows", "units", "--market", market, "--date", "2026-10-02");
    assertEquals(2, none.code(), none.text());
    Shell.Ended compared =
        Shell.run(
            "results",
            "compare",
            "units",
            "--market",
            market,
            "--date",
            "2026-10-01",
            "--with-date",
            "2026-10-03",
            "--format",
            "json");
    assertEquals(0, compared.code(), compared.text());
  }
}
