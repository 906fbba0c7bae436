package org.gridclear.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridclear.account.Accounts;
import org.gridclear.account.Scope;
import org.gridclear.cli.Shell;
import org.gridclear.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A small month is closed, billed and corrected; who settles asks for all of it down to what was
 * delivered, a member for its own bill alone.
 */
// Rows: M-08, S-13, S-16
class SettlementCallsTest {
  private static final String CLOSE = "/api/v1/closes/close-a";
  private static final String ENTITY = "US00007";

  @TempDir private static Path folder;

  private static SecuredServer server;
  private static String clerk;
  private static String member;
  private static String other;
  private static String operator;

  @BeforeAll
  static void serve() throws Exception {
    Path input = folder.resolve("input");
    Path close = folder.resolve("runs/close-a");
    done("settle", "synthesize", input.toString(), "--entities", "24", "--days", "2");
    done("settle", "check", input.toString());
    done(
        "settle",
        "lock",
        input.toString(),
        "--date",
        "2026-10-02",
        "--reason",
        "complete",
        "--by",
        "ann");
    done("settle", "month", input.toString(), "--out", close.toString(), "--quiet");
    done("settle", "bill", close.toString(), "--all", "--by", "ann");
    String[] issued =
        Files.readAllLines(input.resolve("bill-register.csv")).stream()
            .map(line -> line.split(",", -1))
            .filter(cells -> cells[3].equals(ENTITY))
            .findFirst()
            .orElseThrow();
    Files.writeString(
        input.resolve("bill-mitigations.csv"),
        "bill,sha256,date,market,unit,mitigation\n%s,%s,2026-10-02,rt,U7,3\n"
            .formatted(issued[0], issued[10]));
    correct(input, close);
    server = new SecuredServer(folder);
    Accounts accounts = server.security.accounts();
    accounts.add("clara", List.of("settlement"), Scope.ALL);
    accounts.add("own", List.of("members"), Scope.ofMembers(List.of("M" + ENTITY)));
    accounts.add("other", List.of("members"), Scope.ofMembers(List.of("MUS00008")));
    accounts.add("olga", List.of("operators"), Scope.ALL);
    clerk = accounts.token("clara", "t", 9);
    member = accounts.token("own", "t", 9);
    other = accounts.token("other", "t", 9);
    operator = accounts.token("olga", "t", 9);
  }

  private static void correct(Path input, Path close) throws Exception {
    Path awards = input.resolve("days/2026-10-01/awards.csv");
    String row =
        Files.readAllLines(awards).stream()
            .filter(line -> line.startsWith(ENTITY + ",daMwh"))
            .findFirst()
            .orElseThrow();
    String[] cells = row.split(",", -1);
    cells[2] = new BigDecimal(cells[2]).add(new BigDecimal("0.5")).toPlainString();
    Path correction = folder.resolve("correction/days/2026-10-01");
    Files.createDirectories(correction);
    String header = Files.readAllLines(awards).get(0);
    Files.write(correction.resolve("awards.csv"), List.of(header, String.join(",", cells)));
    done(
        "settle",
        "correct",
        close.toString(),
        folder.resolve("correction").toString(),
        "--reason",
        "read wrongly",
        "--out",
        folder.resolve("runs/close-b").toString(),
        "--quiet",
        "--by",
        "ann");
  }

  private static void done(String... arguments) {
    Shell.Ended ended = Shell.run(arguments);
    assertEquals(0, ended.code(), ended.text());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> ask(String address, String token) throws Exception {
    return server.call("GET", address, token, null);
  }

  private static JsonNode json(String address, String token) throws Exception {
    HttpResponse<String> answer = ask(address, token);
    assertEquals(200, answer.statusCode(), answer.body());
    return Json.MAPPER.readTree(answer.body());
  }

  private static JsonNode rows(String address, String token) throws Exception {
    JsonNode body = json(address, token);
    return body.isArray() ? body : body.get("rows");
  }

  @Test
  void closesAreListedWithWhatTheyAreWorth() throws Exception {
    Path damaged = folder.resolve("runs/close-cut");
    Files.createDirectories(damaged);
    Files.writeString(damaged.resolve("close.json"), "{}");
    JsonNode closes = rows("/api/v1/settlement/closes?sort=close", clerk);
    assertEquals(List.of("close-a", "close-b", "close-cut"), texts(closes, "close"));
    assertEquals(List.of("billable", "billable", "damaged"), texts(closes, "state"));
    assertEquals("close-a", closes.get(1).get("corrects").asString());
    assertEquals(0, closes.get(0).get("residualYuan").decimalValue().signum());
    assertEquals(403, ask("/api/v1/settlement/closes", member).statusCode());
  }

  @Test
  void theFourReconciliationsAreZeroAndOneThatWasNotDoneIsNoZero() throws Exception {
    JsonNode checks = json(CLOSE + "/checks", clerk).get("checks");
    assertEquals(5, checks.size());
    for (JsonNode check : checks) {
      boolean correction = check.get("number").asInt() == 3;
      assertEquals(correction, check.get("yuan").isNull(), check.toString());
      assertTrue(correction || check.get("yuan").decimalValue().signum() == 0, check.toString());
    }
    JsonNode corrected = json("/api/v1/closes/close-b/checks", clerk).get("checks").get(3);
    assertEquals(0, corrected.get("yuan").decimalValue().signum());
    JsonNode whole = json(CLOSE + "/checks", clerk);
    BigDecimal balance = sum(whole.get("pools"), "yuan").add(sum(whole.get("items"), "yuan"));
    assertEquals(0, balance.signum(), "items and pools: " + balance);
  }

  @Test
  void daysSayWhatWasDeliveredAndHowItStands() throws Exception {
    JsonNode days = rows(CLOSE + "/days", clerk);
    assertEquals(List.of("2026-10-01", "2026-10-02"), texts(days, "day"));
    assertEquals(List.of("no", "yes"), texts(days, "locked"));
    assertEquals(List.of("qualified", "qualified"), texts(days, "quality"));
    assertTrue(days.get(0).get("files").asInt() > 3, days.toString());
  }

  // Rows: G-11
  /** Of each item the month is the sum of its days, and each day what the item's own call says. */
  @Test
  void ancillaryAmountsAreShownByDayAndOverTheMonth() throws Exception {
    JsonNode rows = rows(CLOSE + "/accounts/ancillary/days", clerk);
    Map<String, BigDecimal> months = new TreeMap<>();
    Map<String, BigDecimal> days = new TreeMap<>();
    for (JsonNode row : rows) {
      BigDecimal yuan = row.get("paidYuan").decimalValue();
      boolean month = row.get("day").asString().isEmpty();
      (month ? months : days).merge(row.get("item").asString(), yuan, BigDecimal::add);
    }
    assertEquals(months.keySet(), days.keySet());
    assertTrue(months.containsKey("REGULATION_CAPACITY"), months.toString());
    assertTrue(months.values().stream().anyMatch(yuan -> yuan.signum() != 0), months.toString());
    for (String item : months.keySet()) {
      assertEquals(0, months.get(item).compareTo(days.get(item)), item);
      BigDecimal own = BigDecimal.ZERO;
      for (JsonNode day : json(CLOSE + "/items/" + item + "/days", clerk)) {
        own = own.add(new BigDecimal(day.asString()));
      }
      assertEquals(0, months.get(item).compareTo(own), item);
    }
    assertEquals(400, ask(CLOSE + "/accounts/ancilary/days", clerk).statusCode());
    assertEquals(403, ask(CLOSE + "/accounts/ancillary/days", member).statusCode());
  }

  @Test
  void entitiesAreSearchedSortedAndPagedOnTheServer() throws Exception {
    HttpResponse<String> page = ask(CLOSE + "/entities?sort=-yuan&limit=5&offset=2", clerk);
    assertEquals("24", page.headers().firstValue("X-Total-Count").orElse(""));
    JsonNode rows = Json.MAPPER.readTree(page.body());
    rows = rows.isArray() ? rows : rows.get("rows");
    assertEquals(5, rows.size());
    for (int k = 1; k < 5; k++) {
      BigDecimal before = rows.get(k - 1).get("yuan").decimalValue();
      assertTrue(before.compareTo(rows.get(k).get("yuan").decimalValue()) >= 0);
    }
    JsonNode one = rows(CLOSE + "/entities?entity=us00007", clerk);
    assertEquals(List.of(ENTITY), texts(one, "entity"));
    assertEquals(
        sum(rows(CLOSE + "/entities/" + ENTITY, clerk), "yuan"),
        one.get(0).get("yuan").decimalValue());
    assertEquals(400, ask(CLOSE + "/entities?sort=nothing", clerk).statusCode());
    assertEquals(404, ask("/api/v1/closes/none/entities", clerk).statusCode());
  }

  @Test
  void anAmountIsFollowedToTheReadingOfTheMeter() throws Exception {
    String path = CLOSE + "/entities/" + ENTITY + "/explanation";
    JsonNode items = json(path, clerk);
    assertEquals("item", items.get("level").asString());
    assertEquals(sum(items.get("rows"), "yuan"), new BigDecimal(items.get("yuan").asString()));
    JsonNode days = json(path + "?item=DEVIATION", clerk);
    JsonNode lines = json(path + "?item=DEVIATION&day=2026-10-02", clerk);
    assertEquals(
        value(days.get("rows"), "2026-10-02"), new BigDecimal(lines.get("yuan").asString()));
    assertEquals("charge", lines.get("rule").get("kind").asString());
    JsonNode one = json(path + "?item=DEVIATION&day=2026-10-02&interval=40", clerk);
    assertEquals(1, one.get("rows").size());
    assertTrue(texts(one.get("inputs"), "name").contains("meteredMwh"), one.toString());
    boolean meter = false;
    for (JsonNode reading : one.get("readings")) {
      meter |= reading.get("path").asString().endsWith("meters.csv");
      assertFalse(reading.get("value").asString().contains("values"));
    }
    assertTrue(meter, one.get("readings").toString());
    assertEquals(64, one.get("files").get(0).get("sha256").asString().length());
    assertEquals(400, ask(path + "?interval=4", clerk).statusCode());
    assertEquals(400, ask(path + "?item=NOPE", clerk).statusCode());
    assertEquals(400, ask(path + "?item=DEVIATION&day=2026-12-02", clerk).statusCode());
  }

  @Test
  void aCorrectionSaysWhatItChanged() throws Exception {
    JsonNode changes = rows("/api/v1/closes/close-b/changes", clerk);
    assertTrue(changes.size() > 1);
    assertTrue(
        texts(rows("/api/v1/closes/close-b/changes?item=DA_ENERGY", clerk), "entity")
            .contains(ENTITY));
    assertEquals(0, rows(CLOSE + "/changes", clerk).size());
  }

  @Test
  void aMemberHasItsBillDownToTheIntervalAndNobodyElses() throws Exception {
    JsonNode own = rows("/api/v1/bills", member);
    assertEquals(Set.of("M" + ENTITY), Set.copyOf(texts(own, "member")));
    assertEquals(24, rows("/api/v1/bills?month=2026-10", clerk).size());
    assertEquals(0, rows("/api/v1/bills", operator).size(), "who operates settles nothing");
    String number = own.get(0).get("number").asString();
    JsonNode bill = json("/api/v1/bills/" + number, member);
    BigDecimal total = own.get(0).get("yuan").decimalValue();
    assertEquals(total, sum(bill.get("fees"), "yuan"));
    assertEquals("stands", bill.get("state").asString());
    assertEquals(1, bill.get("mitigated").size());
    assertEquals("U7", bill.get("mitigated").get(0).get("offer").get("unit").asString());
    assertEquals(
        "2026-10-02, real time: unit U7 was cleared with the mitigated offer set (mitigation 3)",
        bill.get("mitigated").get(0).get("text").get("en").asString());
    String explanation = "/api/v1/bills/" + number + "/explanation";
    assertEquals(total, new BigDecimal(json(explanation, member).get("yuan").asString()));
    assertEquals(
        1,
        json(explanation + "?item=DEVIATION&day=2026-10-02&interval=40", member)
            .get("rows")
            .size());
    assertEquals(400, ask(explanation + "?day=2026-11-02", member).statusCode());
    assertTrue(ask("/api/v1/bills/" + number + "/pdf", member).body().startsWith("%PDF"));
    for (String path : List.of("", "/explanation", "/pdf")) {
      HttpResponse<String> foreign = ask("/api/v1/bills/" + number + path, other);
      HttpResponse<String> nobodys = ask("/api/v1/bills/B202610-NONE-1" + path, other);
      assertEquals(404, foreign.statusCode());
      assertEquals(
          nobodys.body().replace("B202610-NONE-1", number), foreign.body(), "word for word");
    }
    Set<String> numbers = new TreeSet<>(texts(rows("/api/v1/bills", other), "number"));
    assertFalse(numbers.contains(number));
  }

  private static List<String> texts(JsonNode rows, String column) {
    List<String> texts = new ArrayList<>();
    rows.forEach(row -> texts.add(row.get(column).asString()));
    return texts;
  }

  private static BigDecimal value(JsonNode rows, String key) {
    for (JsonNode row : rows) {
      if (row.get("key").asString().equals(key)) {
        return new BigDecimal(row.get("yuan").asString());
      }
    }
    throw new IllegalArgumentException(key);
  }

  private static BigDecimal sum(JsonNode rows, String column) {
    BigDecimal sum = BigDecimal.ZERO.setScale(3);
    for (JsonNode row : rows) {
      sum = sum.add(new BigDecimal(row.get(column).asString()));
    }
    return sum;
  }
}
