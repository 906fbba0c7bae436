package org.gridclear.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.gridclear.account.Accounts;
import org.gridclear.account.Scope;
import org.gridclear.json.Json;
import org.gridclear.market.publication.WoodsData;
import org.gridclear.web.market.ServedMarket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Notices over HTTP: published by the operator, read by their audience, corrected, withdrawn. */
class NoticeCallsTest {
  private static final String PAPER = "%PDF 规则";

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
    accounts.add("alder", List.of("members"), Scope.ofMembers(List.of("alder")));
    accounts.add("birch", List.of("members"), Scope.ofMembers(List.of("birch")));
    accounts.add("reg", List.of("regulators"), Scope.ALL);
    accounts.add("oper", List.of("operators"), Scope.ALL);
    accounts.all().forEach(each -> TOKENS.put(each.name(), accounts.token(each.name(), "t", 9)));
  }

  @AfterAll
  static void stop() {
    server.close();
    market.close();
  }

  private static HttpResponse<String> call(String who, String method, String path, String body)
      throws Exception {
    return server.call(method, "/api/v1/" + path, TOKENS.get(who), body);
  }

  private static JsonNode json(String who, String method, String path, String body)
      throws Exception {
    HttpResponse<String> answer = call(who, method, path, body);
    assertEquals(200, answer.statusCode(), answer.body());
    return Json.MAPPER.readTree(answer.body());
  }

  private static void refused(int status, String word, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(word), word + " in " + answer.body());
  }

  private static String wanted(String title, String audience, String... papers) {
    Map<String, String> content = new TreeMap<>();
    for (String name : papers) {
      byte[] bytes = PAPER.getBytes(StandardCharsets.UTF_8);
      content.put(name, Base64.getEncoder().encodeToString(bytes));
    }
    return SecuredServer.json(
        "notice",
        Map.of(
            "title",
            title,
            "text",
            "The market closes at 10:00.",
            "from",
            "2026-01-01T08:00",
            "audience",
            List.of(audience)),
        "papers",
        content);
  }

  private static long published(String body) throws Exception {
    JsonNode row = json("oper", "POST", "notices", body);
    assertEquals("notices", row.get("kind").asString());
    assertEquals("PUBLISHED", row.get("action").asString());
    return row.get("number").asLong();
  }

  /** Notices of these days that a caller reads, by number. */
  private static Map<Long, JsonNode> read(String who, boolean standing) throws Exception {
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    String path =
        "notices?from=%s&to=%s&standing=%s"
            .formatted(today.minusDays(1), today.plusDays(1), standing);
    Map<Long, JsonNode> notices = new TreeMap<>();
    json(who, "GET", path, null).forEach(each -> notices.put(each.get("number").asLong(), each));
    return notices;
  }

  @Test
  void aNoticeToAllIsReadByAllWithItsWords() throws Exception {
    long number = published(wanted("To all", "public"));
    for (String who : List.of("alder", "birch", "reg", "oper")) {
      JsonNode notice = read(who, true).get(number);
      assertEquals("To all", notice.get("title").asString(), who);
      assertEquals("The market closes at 10:00.", notice.get("text").asString());
      assertEquals("2026-01-01T00:00:00Z", notice.get("from").asString());
      assertTrue(notice.get("to").isNull());
      assertTrue(notice.get("replacedBy").isNull());
    }
  }

  @Test
  void aNoticeToOneIsNotThereForAnother() throws Exception {
    long number = published(wanted("To alder", "member:alder", "a.pdf"));
    String paper = "notices/" + number + "/papers/a.pdf";
    assertTrue(read("alder", false).containsKey(number));
    assertEquals(PAPER, call("alder", "GET", paper, null).body());
    for (String who : List.of("birch", "reg")) {
      assertFalse(read(who, false).containsKey(number), who);
      refused(404, "There is no notice " + number, call(who, "GET", paper, null));
    }
    refused(404, "member:alder", call("birch", "GET", paper + "?recipient=member:alder", null));
  }

  @Test
  void aPaperIsHandedOutAsAFileByItsName() throws Exception {
    long number = published(wanted("Rules", "public", "rules 2026.pdf"));
    JsonNode papers = read("birch", true).get(number).get("papers");
    assertEquals(1, papers.size());
    assertEquals("rules 2026.pdf", papers.get(0).get("name").asString());
    String path = "notices/" + number + "/papers/";
    HttpResponse<String> answer = call("birch", "GET", path + "rules%202026.pdf", null);
    assertEquals(200, answer.statusCode());
    assertEquals(PAPER, answer.body());
    String shown = answer.headers().firstValue("Content-Disposition").orElseThrow();
    assertTrue(shown.startsWith("attachment") && shown.contains("2026.pdf"), shown);
    String type = answer.headers().firstValue("Content-Type").orElseThrow();
    assertEquals("application/octet-stream", type);
    refused(404, "has no paper 'other.pdf'", call("birch", "GET", path + "other.pdf", null));
  }

  @Test
  void theAcknowledgementIsTheReceiptThatTheOperatorSees() throws Exception {
    long number = published(wanted("Read this", "public"));
    for (JsonNode message : json("alder", "GET", "messages?limit=1000", null).get("messages")) {
      if (message.get("publication").get("number").asLong() == number) {
        String path = "messages/" + message.get("number").asLong() + "/acknowledgement";
        json("alder", "POST", path, null);
      }
    }
    List<String> told = new ArrayList<>();
    List<String> acknowledged = new ArrayList<>();
    String path = "notices/" + number + "/receipts";
    for (JsonNode receipt : json("oper", "GET", path, null)) {
      told.add(receipt.get("recipient").asString());
      if (!receipt.get("acknowledgedAt").isNull()) {
        acknowledged.add(receipt.get("acknowledgedBy").asString());
      }
    }
    assertEquals(
        List.of(
            "member:alder", "member:birch", "member:cedar", "member:grid", "operator", "regulator"),
        List.copyOf(new TreeSet<>(told)));
    assertEquals(6, told.size());
    assertEquals(List.of("alder"), acknowledged);
    assertEquals(403, call("alder", "GET", path, null).statusCode());
    refused(404, "There is no notice 9999", call("oper", "GET", "notices/9999/receipts", null));
  }

  @Test
  void aCorrectionStandsInPlaceOfTheNoticeForTheSameAudience() throws Exception {
    long first = published(wanted("Wrong", "member:birch"));
    String path = "notices/" + first + "/correction";
    refused(
        400, "audience of notice " + first, call("oper", "POST", path, wanted("Right", "public")));
    JsonNode row = json("oper", "POST", path, wanted("Right", "member:birch"));
    long second = row.get("number").asLong();
    assertEquals("CORRECTED", row.get("action").asString());
    assertEquals(first, row.get("replaces").asLong());
    assertEquals(second, read("birch", false).get(first).get("replacedBy").asLong());
    assertFalse(read("birch", true).containsKey(first));
    assertEquals("Right", read("birch", true).get(second).get("title").asString());
    assertFalse(read("alder", false).containsKey(second));
    refused(
        400,
        "was corrected by publication " + second,
        call("oper", "POST", path, wanted("Late", "member:birch")));
    String none = "notices/9999/correction";
    refused(404, "no notice 9999", call("oper", "POST", none, wanted("Right", "member:birch")));
  }

  @Test
  void aNoticeIsWithdrawnOnceAndWithAReason() throws Exception {
    long number = published(wanted("Mistaken", "public"));
    String path = "notices/" + number + "/withdrawal";
    refused(400, "says why", call("oper", "POST", path, null));
    assertTrue(read("alder", true).containsKey(number));
    JsonNode row = json("oper", "POST", path + "?reason=a%20mistake", null);
    assertEquals("WITHDRAWN", row.get("action").asString());
    assertEquals("a mistake", row.get("reason").asString());
    long withdrawal = row.get("number").asLong();
    assertEquals(withdrawal, read("alder", false).get(number).get("replacedBy").asLong());
    Map<Long, JsonNode> standing = read("alder", true);
    assertFalse(standing.containsKey(number) || standing.containsKey(withdrawal));
    refused(400, "was withdrawn", call("oper", "POST", path + "?reason=again", null));
    refused(404, "9999", call("oper", "POST", "notices/9999/withdrawal?reason=x", null));
  }

  @Test
  void onlyTheOperatorPublishesCorrectsAndWithdraws() throws Exception {
    long number = published(wanted("Mine", "public"));
    String body = wanted("Theirs", "public");
    for (String who : List.of("alder", "reg")) {
      assertEquals(403, call(who, "POST", "notices", body).statusCode());
      String path = "notices/" + number;
      assertEquals(403, call(who, "POST", path + "/correction", body).statusCode());
      assertEquals(403, call(who, "POST", path + "/withdrawal?reason=x", null).statusCode());
    }
    Map<Long, JsonNode> standing = read("alder", true);
    assertEquals("Mine", standing.get(number).get("title").asString());
    standing.values().forEach(each -> assertNotEquals("Theirs", each.get("title").asString()));
  }

  @Test
  void whatCannotBePublishedIsRefusedAndTellsNobody() throws Exception {
    JsonNode messages = json("oper", "GET", "messages?limit=1000", null);
    Map<Long, JsonNode> notices = read("oper", false);
    refused(400, "Give the notice.", call("oper", "POST", "notices", "{}"));
    refused(400, "oak", call("oper", "POST", "notices", wanted("x", "member:oak")));
    refused(400, "../x", call("oper", "POST", "notices", wanted("x", "public", "../x")));
    HttpResponse<String> answer =
        call("oper", "POST", "notices", "{\"notice\": {\"text\": \"a\", \"size\": 1}}");
    for (String field : List.of("title", "from", "audience", "size")) {
      refused(400, "\"field\":\"" + field + "\"", answer);
    }
    String base64 = wanted("x", "public").replace("\"papers\":{}", "\"papers\":{\"a\":\"!\"}");
    assertEquals(400, call("oper", "POST", "notices", base64).statusCode());
    assertEquals(notices, read("oper", false));
    assertEquals(messages, json("oper", "GET", "messages?limit=1000", null));
  }
}
