package org.gridclear.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.gridclear.account.Accounts;
import org.gridclear.account.Scope;
import org.gridclear.json.Json;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.settlement.folder.RuleBookReader;
import org.gridclear.settlement.process.ClosedMonths;
import org.gridclear.settlement.process.RegisteredMembers;
import org.gridclear.web.market.ServedMarket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A month over HTTP, as its settlement team, its members and nobody else. */
// Rows: S-02, S-09, S-31, S-33, S-36, S-38, S-39, S-40, S-41
class SettlementProcessCallsTest {
  private static final String OWN = "MUS00007";

  @TempDir private static Path folder;

  private static ServedMarket market;
  private static SecuredServer server;
  private static ClosedMonths months;
  private static String sue;
  private static String bob;
  private static String seven;
  private static String other;

  @BeforeAll
  static void serve() throws Exception {
    MarketFolder.create(
            folder.resolve("m"),
            new MarketFolder.Facts("m", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED))
        .close();
    months = ClosedMonths.make(folder.resolve("runs"));
    market = ServedMarket.open(folder.resolve("m"));
    server = new SecuredServer(folder, UnaryOperator.identity(), market);
    Accounts accounts = server.security.accounts();
    sue = token(accounts, "sue", "settlement", Scope.ALL);
    bob = token(accounts, "bob", "settlement", Scope.ALL);
    seven = token(accounts, "seven", "members", Scope.ofMembers(List.of(OWN)));
    other = token(accounts, "other", "members", Scope.ofMembers(List.of("nobody")));
  }

  private static String token(Accounts accounts, String name, String group, Scope scope) {
    accounts.add(name, List.of(group), scope);
    return accounts.token(name, "t", 9);
  }

  @AfterAll
  static void stop() {
    server.close();
    market.close();
  }

  private static String text(int code, String method, String path, String token, String body)
      throws Exception {
    HttpResponse<String> answer = server.call(method, "/api/v1/settlement/" + path, token, body);
    assertEquals(code, answer.statusCode(), path + " " + answer.body());
    return answer.body();
  }

  private static JsonNode answer(int code, String method, String path, String token, String body)
      throws Exception {
    return Json.MAPPER.readTree(text(code, method, path, token, body));
  }

  private static void decided(long number) throws Exception {
    String path = "proposals/%d/decision".formatted(number);
    answer(409, "POST", path, sue, "{\"decision\": \"approved\"}");
    answer(400, "POST", path, bob, "{\"decision\": \"perhaps\"}");
    answer(200, "POST", path, bob, "{\"decision\": \"approved\"}");
  }

  @Test
  void aMonthIsPublishedDisputedAnsweredUpdatedAndConfirmed() throws Exception {
    readings();
    String wanted =
        "{\"kind\": \"MONTH\", \"from\": \"2026-10-01\", \"to\": \"2026-10-03\", \"close\":"
            + " \"v1\"}";
    answer(409, "POST", "publications", sue, wanted);
    String good = "{\"check\": \"PASSED\", \"quality\": \"QUALIFIED\"}";
    for (int day = 1; day <= 3; day++) {
      answer(200, "POST", "days/2026-10-0" + day + "/check", sue, good);
    }
    answer(400, "POST", "days/2026-10-01/check", sue, "{}");
    answer(400, "POST", "publications", sue, "{\"kind\": \"UPDATE\", \"close\": \"v1\"}");
    String dated = "{\"kind\": \"UPDATE\", \"of\": 1, \"from\": \"2026-10-01\", \"close\": \"v1\"}";
    answer(400, "POST", "publications", sue, dated);
    answer(404, "POST", "publications", sue, wanted.replace("v1", "v9"));
    Files.copy(folder.resolve("runs/v1/close.json"), folder.resolve("runs/close.json"));
    String here = text(404, "POST", "publications", sue, wanted.replace("v1", "."));
    assertTrue(here.contains("There is no close . here."), here);
    Files.delete(folder.resolve("runs/close.json"));
    long month = answer(200, "POST", "publications", sue, wanted).get("number").asLong();
    assertTrue(text(200, "GET", "proposals", bob, null).contains("Published"));
    decided(month);
    assertTrue(text(200, "GET", "calendar?month=2026-10", sue, null).contains("done late"));
    assertTrue(text(200, "GET", "rules", seven, null).contains("\"confirmDays\":3"));

    assertEquals(1, answer(200, "GET", "statements", seven, null).size());
    assertEquals(0, answer(200, "GET", "statements", other, null).size());
    assertTrue(answer(200, "GET", "statements", sue, null).size() > 5);
    String statement = "statements/%d/%s/".formatted(month, OWN);
    assertTrue(text(200, "GET", statement + "lines?format=csv", seven, null).contains("DA_ENERGY"));
    answer(404, "GET", statement + "lines", other, null);
    assertEquals(0, answer(200, "GET", statement + "resettlements", seven, null).size());
    answer(404, "GET", statement + "resettlements", other, null);
    String interval = statement + "intervals?entity=US00007&date=2026-10-02";
    assertTrue(answer(200, "GET", interval, seven, null).size() > 96);
    answer(404, "GET", interval, other, null);
    String sums = "sums?from=2026-10-01&to=2026-10-03&member=" + OWN;
    assertTrue(answer(200, "GET", sums, seven, null).size() > 3);
    assertEquals(0, answer(200, "GET", sums, other, null).size());

    dispute(month, statement);
  }

  private static void dispute(long month, String statement) throws Exception {
    String claim =
        SecuredServer.json(
            "publication",
            month,
            "member",
            OWN,
            "date",
            "2026-10-02",
            "entity",
            "US00007",
            "item",
            "DEVIATION",
            "claim",
            "read wrongly",
            "papers",
            Map.of("note.txt", "bm90ZQ=="));
    answer(404, "POST", "disputes", other, claim);
    answer(403, "POST", "disputes", sue, claim);
    answer(400, "POST", "disputes", seven, "{}");
    for (String content : List.of("null", "\"%\"")) {
      String body = claim.replace("\"bm90ZQ==\"", content);
      String said = answer(400, "POST", "disputes", seven, body).get("detail").asString();
      assertTrue(said.startsWith("papers: ") && said.contains("'note.txt'"), said);
    }
    long dispute = answer(200, "POST", "disputes", seven, claim).get("number").asLong();
    answer(409, "POST", "disputes", seven, claim);
    answer(409, "POST", statement + "confirmation", seven, null);
    assertEquals("note", text(200, "GET", "disputes/" + dispute + "/papers/note.txt", sue, null));
    answer(404, "GET", "disputes/" + dispute + "/papers/note.txt", other, null);
    answer(404, "GET", "disputes/" + dispute + "/papers/none", seven, null);
    assertEquals(0, answer(200, "GET", "disputes", other, null).size());
    answer(404, "POST", "disputes/" + dispute + "/withdrawal", other, "{\"reason\": \"x\"}");
    answer(200, "POST", "disputes/" + dispute + "/withdrawal", seven, "{\"reason\": \"x\"}");
    answer(409, "POST", "disputes/" + dispute + "/refusal", seven, "{\"reason\": \"x\"}");
    dispute = answer(200, "POST", "disputes", seven, claim).get("number").asLong();
    answer(200, "POST", "disputes/" + dispute + "/taking", sue, null);
    String path = "disputes/" + dispute + "/answer";
    answer(400, "POST", path, sue, "{}");
    String granted = "{\"outcome\": \"GRANTED\", \"words\": \"a digit was lost\"}";
    decided(answer(200, "POST", path, sue, granted).get("number").asLong());

    String rows = Files.readString(months.correction().resolve("days/2026-10-02/meters.csv"));
    String preview =
        SecuredServer.json("close", "v1", "files", Map.of("days/2026-10-02/meters.csv", rows));
    String told = text(200, "POST", "previews?changes=true&format=csv", sue, preview);
    assertTrue(text(200, "POST", "previews", sue, preview).contains("(accounts)"));
    assertEquals(0, answer(200, "POST", "previews?show=FINDINGS", sue, preview).size());
    answer(400, "POST", "previews?changes=true&show=FINDINGS", sue, preview);
    answer(400, "POST", "previews", sue, preview.replace("days/", "../"));
    String nothing = "{\"close\": \"v1\", \"files\": {\"days/2026-10-02/meters.csv\": null}}";
    answer(400, "POST", "previews", sue, nothing);
    answer(400, "POST", "rule-trials", sue, "{\"closes\": [null], \"book\": \"x\"}");
    for (String yuan : List.of("\"1e30\"", "\"9000000000000000\"", "\"x\"", "null")) {
      answer(
          400,
          "POST",
          "credit/guarantees",
          sue,
          "{\"member\": \"%s\", \"kind\": \"CASH\", \"yuan\": %s, \"from\": \"2026-10-01\"}"
              .formatted(OWN, yuan));
    }
    String book =
        RuleBookReader.defaultText()
            .replace("\"500.000\", unit: yuan}", "\"501.000\", unit: yuan}");
    String trial = SecuredServer.json("closes", List.of("v1"), "book", book, "sample", 3);
    assertTrue(text(200, "POST", "rule-trials", sue, trial).contains("-1.000"));
    assertTrue(text(200, "POST", "rule-trials?show=DETAIL", sue, trial).contains("-501.000"));
    String whose = trial.replace("\"sample\":3", "\"sample\":0");
    assertTrue(text(400, "POST", "rule-trials?show=DETAIL", sue, whose).contains("Whose detail?"));
    answer(404, "POST", "rule-trials", sue, trial.replace("v1", "v9"));
    for (String wrong : List.of("1e999999999", "0e-999999999", "-1", "1000000")) {
      for (String call :
          List.of(
              "reports/SIDES?shareLimit=",
              "reports/SIDES?priceLimit=",
              "obligations?margin=",
              "consolidation?province=v1&entity=US00007&losses=")) {
        String said = text(400, "GET", "closes/v1/" + call + wrong, sue, null);
        assertTrue(said.contains("must be from 0 to below"), said);
      }
    }
    text(200, "GET", "closes/v1/reports/SIDES?shareLimit=0.5", sue, null);
    text(400, "GET", "closes/v1/reports/CLASS?shareLimit=0.5", sue, null);
    text(400, "GET", "closes/v1/obligations?peaks=289", sue, null);
    String twice = trial.replace("[\"v1\"]", "[\"v1\",\"v1\"]");
    assertTrue(text(400, "POST", "rule-trials", sue, twice).contains("a month counts once"));
    for (String show : List.of("CLASS", "SIDES", "CONTRACTS", "PURCHASES", "BALANCES")) {
      assertTrue(answer(200, "GET", "closes/v1/reports/" + show, sue, null).size() > 1, show);
    }
    assertTrue(text(200, "GET", "closes/v1/obligations?peaks=2", sue, null).contains("US00007"));
    answer(400, "GET", "closes/v1/obligations?peaks=0", sue, null);
    months.correct();
    String update = "{\"kind\": \"UPDATE\", \"of\": %d, \"close\": \"v2\"}".formatted(month);
    long number = answer(200, "POST", "publications", sue, update).get("number").asLong();
    decided(number);
    assertTrue(text(200, "GET", "statements", seven, null).contains("REPLACED"));
    JsonNode confirmed =
        answer(200, "POST", "statements/%d/%s/confirmation".formatted(number, OWN), seven, null);
    assertEquals("CONFIRMED", confirmed.get("state").asString());
    String own = text(200, "GET", "effects/" + number + "?format=csv", seven, null);
    String all = text(200, "GET", "effects/" + number + "?format=csv", sue, null);
    assertEquals(told.lines().count(), all.lines().count(), "as it was previewed");
    assertTrue(own.lines().skip(1).allMatch(line -> line.startsWith(OWN)), own);
    assertEquals(
        1, text(200, "GET", "effects/" + number + "?format=csv", other, null).lines().count());
    answer(404, "GET", "effects/" + month, seven, null);
    assertFalse(text(200, "GET", "disputes", seven, null).isEmpty());
    String zip = "statements/%d/%s/bundle".formatted(number, OWN);
    assertTrue(text(200, "GET", zip, seven, null).startsWith("PK"));
    answer(404, "GET", zip, other, null);
    payments();
  }

  @Test
  void rulesAreProposed() throws Exception {
    String rules =
        "{\"dataHours\": 24, \"dayHours\": 48, \"weekHours\": 72, \"monthHours\": 72,"
            + " \"confirmDays\": 0, \"answerDays\": 5}";
    text(400, "POST", "rules", sue, rules);
    String good = rules.replace("\"confirmDays\": 0", "\"confirmDays\": 4");
    long number = answer(200, "POST", "rules", sue, good).get("number").asLong();
    answer(
        200,
        "POST",
        "proposals/%d/decision".formatted(number),
        bob,
        "{\"decision\": \"rejected\", \"reason\": \"three are enough\"}");
  }

  private static void payments() throws Exception {
    assertEquals(
        1, answer(200, "POST", "payments/invoices?month=2026-10", sue, null).get("made").asInt());
    answer(409, "POST", "payments/invoices?month=2026-09", sue, null);
    assertEquals(1, answer(200, "GET", "payments/items", seven, null).size());
    assertEquals(0, answer(200, "GET", "payments/items", other, null).size());
    String bank = "reference,value,member,yuan,direction\nR1,2026-10-20,%s,2.000,in\n";
    String body = SecuredServer.json("file", bank.formatted(OWN));
    assertEquals(1, answer(200, "POST", "payments/bank", sue, body).get("received").asInt());
    assertEquals(1, answer(200, "POST", "payments/bank", sue, body).get("known").asInt());
    answer(400, "POST", "payments/bank", sue, "{}");
    answer(409, "POST", "payments/offsets/" + OWN, sue, null);
    assertEquals(
        "0.000",
        answer(200, "POST", "payments/late-fees?to=2026-10-30", sue, null).get("yuan").asString());
    answer(409, "POST", "payments/defaults/%s?month=2026-10".formatted(OWN), sue, null);
    assertTrue(text(200, "GET", "payments/balances", sue, null).contains("clearing"));
    assertTrue(text(200, "GET", "payments/orders", sue, null).startsWith("reference"));
    assertEquals(0, answer(200, "GET", "payments/defaults", seven, null).size());
    String terms = text(200, "GET", "payments/terms", seven, null);
    String other5 = terms.replace("\"dueDays\":5", "\"dueDays\":7");
    approved(answer(200, "POST", "payments/terms", sue, other5).get("number").asLong());
    answer(400, "POST", "payments/terms", sue, "{}");
    String cash =
        "{\"member\": \"%s\", \"kind\": \"CASH\", \"yuan\": \"2\", \"from\": \"2026-10-01\"}";
    long given =
        answer(200, "POST", "credit/guarantees", sue, cash.formatted(OWN)).get("number").asLong();
    assertEquals(OWN, answer(200, "POST", "credit/telling", sue, null).get(0).asString());
    answer(200, "POST", "credit/guarantees/%d/return".formatted(given), sue, "{\"yuan\": \"0.5\"}");
    assertEquals(1, answer(200, "GET", "credit", seven, null).size());
    assertEquals(0, answer(200, "GET", "credit", other, null).size());
    assertTrue(text(200, "GET", "credit/guarantees", seven, null).contains("1.5"));
  }

  private static void readings() throws Exception {
    RegisteredMembers.register(market.folder(), Clock.systemUTC(), OWN);
    String rating = "{\"rating\": \"B\", \"estimateYuan\": \"10.5\"}";
    approved(answer(200, "POST", "credit/ratings/" + OWN, sue, rating).get("number").asLong());
    answer(400, "POST", "credit/ratings/" + OWN, sue, "{}");
    Files.createSymbolicLink(folder.resolve("live"), months.live());
    List<String[]> meters =
        Files.readAllLines(months.live().resolve("days/2026-10-02/meters.csv")).stream()
            .skip(1)
            .map(row -> row.split(",", -1))
            .toList();
    String file =
        meters.stream()
            .map(row -> "%s,%s,%s\n".formatted(row[0], row[1], row[40]))
            .collect(Collectors.joining("", "meter,series,mwh\n", ""));
    String path = "credit/standing/2026-10-02/40";
    String body = SecuredServer.json("folder", "live", "file", file);
    answer(403, "POST", path, seven, body);
    answer(400, "POST", path, sue, SecuredServer.json("file", file));
    answer(404, "POST", path, sue, SecuredServer.json("folder", "live9", "file", file));
    answer(400, "POST", path, sue, body.replace("EUS00007", "nobody"));
    assertEquals(0, answer(200, "GET", "credit/standing", sue, null).size(), "none was taken");
    JsonNode read = answer(200, "POST", path, sue, body);
    assertEquals(meters.size(), read.get("readings").asInt());
    JsonNode uncovered = read.get("uncovered").get(0);
    assertEquals(OWN, uncovered.get("member").asString(), "it alone has a rating");
    assertEquals(
        yuan(uncovered, "uncoveredYuan"),
        yuan(uncovered, "exposureYuan").subtract(yuan(uncovered, "heldYuan")));
    assertTrue(text(200, "GET", "credit/standing", sue, null).contains("2026-10-02"));
  }

  private static BigDecimal yuan(JsonNode of, String field) {
    return new BigDecimal(of.get(field).asString());
  }

  private static void approved(long number) throws Exception {
    assertTrue(text(200, "GET", "payments/proposals", bob, null).contains("sue"));
    String path = "payments/proposals/%d/decision".formatted(number);
    answer(400, "POST", path, bob, "{}");
    answer(200, "POST", path, bob, "{\"decision\": \"approved\"}");
  }
}
