package org.gridclear.web.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.gridclear.clearing.input.Market;
import org.gridclear.json.Json;
import org.gridclear.market.day.DayKey;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Inquiries, mitigations and explanations of days over HTTP: what is answered, what refused. */
class SupervisionCallsTest {
  private static final LocalDate DATE = LocalDate.of(2026, 10, 1);
  private static final String VERSION = "markets/da/days/2026-10-01/versions/1/";

  @TempDir private static Path folder;

  private static LocalGrid grid;
  private static ActorStudyRuns runs;
  private static ServedMarket served;
  private static WebServer server;

  @BeforeAll
  static void serve() {
    grid = new LocalGrid(1);
    runs = new ActorStudyRuns(grid.access(), RunLimits.OF_COMMANDS, Clock.systemUTC());
    try (MarketFolder market =
        MarketFolder.create(
            folder.resolve("m"),
            new MarketFolder.Facts("north", "Asia/Shanghai", "CNY", MarketDatabase.EMBEDDED))) {
      DayStore.of(market)
          .append(new DayKey(Market.DA, DATE), SmallDays.dayAhead(DATE, 100), SmallDays.MADE);
    }
    served = ServedMarket.open(folder.resolve("m"));
    server = WebServer.of(runs, folder, ServerSecurity.NONE).market(served).start();
  }

  @AfterAll
  static void stop() {
    server.close();
    served.close();
    runs.close();
    grid.close();
  }

  private static HttpResponse<String> call(String method, String path, String body)
      throws Exception {
    String address = "http://127.0.0.1:" + server.port();
    return HttpCall.send(address, method, "/api/v1/" + path, "", body);
  }

  private static JsonNode json(int status, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    return Json.MAPPER.readTree(answer.body());
  }

  @Test
  void anInquiryIsAskedAndItsOwnAccountNeitherExplainsNorDecidesIt() throws Exception {
    String asked =
        """
        {"market": "da", "date": "2026-10-01", "zone": "south",
         "question": "Why so dear?", "due": "2099-01-01T12:00"}
        """;
    JsonNode inquiry = json(200, call("POST", "inquiries", asked));
    String one = "inquiries/" + inquiry.get("number").asInt();
    HttpResponse<String> own = call("POST", one + "/explanation", "{\"text\": \"It was me.\"}");
    assertEquals(400, own.statusCode());
    assertTrue(own.body().contains("another account explains"), own.body());
    String again =
        "{\"accept\": false, \"comment\": \"which unit?\", \"due\": \"2099-01-02T12:00\"}";
    assertEquals(409, call("POST", one + "/decision", again).statusCode(), "nothing is explained");
    String good = "{\"accept\": true, \"comment\": \"seen\"}";
    assertEquals(409, call("POST", one + "/decision", good).statusCode(), "nothing is explained");
    HttpResponse<String> list = call("GET", "inquiries?format=csv", null);
    assertEquals(200, list.statusCode());
    assertTrue(list.body().contains("Why so dear?"), list.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "inquiries | {\"market\": \"da\", \"zone\": \"south\", \"question\": \"?\","
            + " \"due\": \"2099-01-01T12:00\"} | 400 | Give date",
        "inquiries | {\"market\": \"da\", \"date\": \"2026-10-01\", \"zone\": \"south\","
            + " \"due\": \"2099-01-01T12:00\"} | 400 | Give question",
        "inquiries | {\"market\": \"da\", \"date\": \"2026-10-09\", \"zone\": \"south\","
            + " \"question\": \"?\", \"due\": \"2099-01-01T12:00\"} | 404 | 2026-10-09",
        "inquiries/999/explanation | {\"text\": \"x\"} | 404 | 999",
        "inquiries/999/decision | {\"comment\": \"x\"} | 400 | Say accept",
        "inquiries/999/decision | {\"accept\": false, \"comment\": \"x\"} | 400 | Give due",
        "mitigations/999/decision | {\"comment\": \"x\"} | 400 | Say approve",
        "mitigations/999/decision | {\"approve\": true, \"comment\": \"x\"} | 400 | no mitigation"
            + " 999",
      })
  void whatIsMissingOrNotThereIsNamed(String path, String body, int status, String word)
      throws Exception {
    HttpResponse<String> answer = call("POST", path, body);
    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(word), answer.body());
  }

  @Test
  void aMarketWithoutMitigationsListsNoneAndKnowsNoNumber() throws Exception {
    HttpResponse<String> list = call("GET", "mitigations?format=csv", null);
    assertEquals(200, list.statusCode(), list.body());
    assertEquals(1, list.body().lines().count(), "its header alone: " + list.body());
    HttpResponse<String> one = call("GET", "mitigations/999", null);
    assertTrue(one.statusCode() >= 400 && one.body().contains("no mitigation 999"), one.body());
  }

  @Test
  void aVersionIsExplainedByItsCaseAndAskedWhatIf() throws Exception {
    HttpResponse<String> why = call("GET", VERSION + "explanation?period=1&bus=10", null);
    assertEquals(200, why.statusCode(), why.body());
    HttpResponse<String> whatIf = call("POST", VERSION + "what-if", "{}");
    assertEquals(400, whatIf.statusCode(), whatIf.body());
  }
}
