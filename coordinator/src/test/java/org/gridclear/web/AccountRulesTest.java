package org.gridclear.web;

import static org.gridclear.web.SecuredServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gridclear.account.Accounts;
import org.gridclear.account.AuditLog;
import org.gridclear.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What accounts stand: guessing, stolen tokens, mixed rights, people who leave, odd bodies. */
// Rows: M-05, M-07, M-09, W-08
class AccountRulesTest {
  @TempDir static Path folder;

  private static SecuredServer server;
  private static String adminToken;

  @BeforeAll
  static void start() throws Exception {
    server = new SecuredServer(folder);
    adminToken = server.settled(server.admin);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static int status(String method, String path, String token, String body)
      throws Exception {
    return server.call(method, path, token, body).statusCode();
  }

  @Test
  void ofAHundredWrongPasswordsAtOnceFiveAtMostAreComputedAndNobodyElseIsLockedOut()
      throws Exception {
    Accounts.Introduction who = server.made(adminToken, "vera", "readers");
    String session = server.settled(who);
    long before = tried("vera");
    ExecutorService callers = Executors.newFixedThreadPool(100);
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int k = 0; k < 100; k++) {
      calls.add(() -> server.tried(who, "guess").statusCode());
    }
    for (Future<Integer> answer : callers.invokeAll(calls)) {
      assertTrue(answer.get() == 401 || answer.get() == 429, "gave " + answer.get());
    }
    callers.shutdown();
    assertTrue(tried("vera") - before <= 5, "computed: " + (tried("vera") - before));
    assertEquals(401, server.login(who, SecuredServer.passwordOf(who)).statusCode());
    assertEquals(200, status("GET", "/api/v1/runs", session, null), "who is in stays in");
    server.now.addAndGet(16 * 60_000);
    assertEquals(200, server.login(who, SecuredServer.passwordOf(who)).statusCode());
  }

  private static long tried(String user) {
    return server.security.log().entries().stream()
        .filter(entry -> entry.user().equals(user) && entry.detail().contains("wrong password"))
        .count();
  }

  @Test
  void aChangeOfPasswordAsksForTheOldOneAndEndsOtherSessionsAndTokens() throws Exception {
    Accounts.Introduction who = server.made(adminToken, "paul", "readers");
    String one = server.settled(who);
    String password = SecuredServer.passwordOf(who);
    String two = Json.MAPPER.readTree(server.login(who, password).body()).get("token").asString();
    String made = server.call("POST", "/api/v1/tokens", two, json("label", "x", "days", 5)).body();
    String program = Json.MAPPER.readTree(made).get("token").asString();
    assertEquals(401, server.change(two, "not it", "Another horse 9 here").statusCode());
    assertEquals(400, server.change(two, password, "short").statusCode(), "weak");
    assertEquals(
        400,
        status("PUT", "/api/v1/password", two, json("password", "Another horse 9 here")),
        "without the old one");
    assertEquals(204, server.change(two, password, "Another horse 9 here").statusCode());
    assertEquals(200, status("GET", "/api/v1/runs", two, null));
    assertEquals(401, status("GET", "/api/v1/runs", one, null));
    assertEquals(401, status("GET", "/api/v1/runs", program, null));
  }

  @Test
  void tokensAreListedAndRevokedAndMakeNoTokens() throws Exception {
    Accounts.Introduction who = server.made(adminToken, "toni", "readers");
    String session = server.settled(who);
    String made =
        server.call("POST", "/api/v1/tokens", session, json("label", "n1", "days", 5)).body();
    String program = Json.MAPPER.readTree(made).get("token").asString();
    HttpResponse<String> list = server.call("GET", "/api/v1/tokens", session, null);
    assertTrue(list.body().contains("\"n1\"") && !list.body().contains(program), list.body());
    assertEquals(200, status("GET", "/api/v1/runs", program, null));
    assertEquals(
        400, status("POST", "/api/v1/tokens", session, json("label", "a/b", "days", 5)), "label");
    assertEquals(
        403, status("POST", "/api/v1/tokens", program, json("label", "n2", "days", 5)), "minted");
    assertEquals(403, status("GET", "/api/v1/tokens", program, null));
    String change = json("old", SecuredServer.passwordOf(who), "password", "Stolen horse 9 here");
    assertEquals(403, status("PUT", "/api/v1/password", program, change));
    assertEquals(400, status("DELETE", "/api/v1/tokens/n9", session, null), "no such token");
    assertEquals(204, status("DELETE", "/api/v1/tokens/n1", session, null));
    assertEquals(401, status("GET", "/api/v1/runs", program, null));
  }

  @Test
  void rightsOfTheSystemAndOfTheBusinessNeverMeet() throws Exception {
    String groups = "/api/v1/groups/";
    assertEquals(400, status("PUT", groups + "both", adminToken, "[\"RUN\", \"READ_AUDIT\"]"));
    assertEquals(204, status("PUT", groups + "night", adminToken, "[\"RUN\"]"));
    String both = json("name", "bert", "groups", List.of("night", "auditors"));
    assertEquals(400, status("POST", "/api/v1/accounts", adminToken, both));
    server.made(adminToken, "nora", "night");
    assertEquals(
        400,
        status("PUT", "/api/v1/accounts/nora/groups", adminToken, "[\"night\", \"auditors\"]"));
    assertEquals(204, status("PUT", "/api/v1/accounts/nora/groups", adminToken, "[\"auditors\"]"));
    assertTrue(server.call("GET", "/api/v1/groups", adminToken, null).body().contains("\"night\""));
    assertEquals(204, status("PUT", groups + "wide", adminToken, "[\"READ_RESULTS\"]"));
    server.made(adminToken, "walt", "wide");
    String mixed = json("name", "wim", "groups", List.of("wide", "night"));
    assertEquals(200, status("POST", "/api/v1/accounts", adminToken, mixed), "both of business");
    assertEquals(
        400, status("PUT", groups + "wide", adminToken, "[\"READ_AUDIT\"]"), "wim has RUN");
  }

  @Test
  void whoLeavesIsOutAtOnceAndTheLastSuperuserStays() throws Exception {
    Accounts.Introduction who = server.made(adminToken, "lena", "readers");
    String session = server.settled(who);
    HttpResponse<String> reset =
        server.call("POST", "/api/v1/accounts/lena/reset", adminToken, null);
    assertEquals(200, reset.statusCode(), reset.body());
    assertEquals(401, status("GET", "/api/v1/runs", session, null), "of before the reset");
    Accounts.Introduction second = Json.MAPPER.readValue(reset.body(), Accounts.Introduction.class);
    assertEquals(200, server.opened(second).statusCode());
    String password = "Another horse 9 here";
    assertEquals(200, server.accepted(second, password, server.code(second)).statusCode());
    String again =
        Json.MAPPER.readTree(server.login(second, password).body()).get("token").asString();
    assertEquals(204, status("PUT", "/api/v1/accounts/lena/locked?locked=true", adminToken, null));
    assertEquals(401, status("GET", "/api/v1/runs", again, null));
    assertEquals(400, status("PUT", "/api/v1/accounts/admin/locked?locked=true", adminToken, null));
    assertEquals(400, status("POST", "/api/v1/accounts/nobody/reset", adminToken, null));
  }

  @Test
  void anAccountWithoutANameIsNotMadeUnderAnother() throws Exception {
    for (String body :
        List.of(
            "{\"groups\": [\"readers\"]}",
            "{\"name\": null, \"groups\": [\"readers\"]}",
            "{\"name\": \"\", \"groups\": [\"readers\"]}",
            "{\"superuser\": true}")) {
      HttpResponse<String> answer = server.call("POST", "/api/v1/accounts", adminToken, body);
      assertEquals(400, answer.statusCode(), body);
      assertTrue(answer.body().contains("The name is missing."), answer.body());
    }
    assertTrue(server.security.accounts().find("null").isEmpty());
  }

  @Test
  void noBodyEndsInAnErrorOfTheServer() throws Exception {
    List<String> bodies =
        List.of(
            "",
            "null",
            "[]",
            "{}",
            "[null]",
            "{\"name\": null}",
            "{\"name\": 7, \"groups\": [null]}",
            "{\"groups\": \"readers\"}",
            "{\"name\": {\"a\": 1}}",
            "[\"NOTHING\"]",
            "[[1]]",
            "7",
            "\"x\"",
            "{\"label\": \"l\", \"days\": 1e99}",
            "{\"old\": \"\", \"password\": null}",
            "{\"code\": -1");
    List<String> places =
        List.of(
            "POST /api/v1/session",
            "PUT /api/v1/password",
            "POST /api/v1/tokens",
            "POST /api/v1/accounts",
            "PUT /api/v1/groups/odd",
            "PUT /api/v1/accounts/admin/groups",
            "POST /api/v1/studies");
    for (String place : places) {
      for (String body : bodies) {
        String[] parts = place.split(" ");
        HttpResponse<String> answer = server.call(parts[0], parts[1], adminToken, body);
        assertTrue(
            answer.statusCode() >= 400 && answer.statusCode() < 500
                || answer.statusCode() == 204 && place.contains("groups/odd"),
            place + " " + body + " gave " + answer.statusCode() + " " + answer.body());
      }
    }
  }

  @Test
  void bodiesHaveLimitsByPlaceAndAnswersTheUsualHeaders() throws Exception {
    String long1 = "study: x\nbase: {case: ieee14}\n#" + "x".repeat(1 << 20);
    HttpResponse<String> study = server.call("POST", "/api/v1/studies", adminToken, long1);
    assertEquals(413, study.statusCode(), study.body());
    assertTrue(study.body().contains("1048576"), study.body());
    String name = json("name", "n".repeat(1 << 16));
    assertEquals(413, status("POST", "/api/v1/session", "", name));
    assertEquals(413, status("POST", "/api/v1/%73ession", "", name), "the same place");
    String odd = json("name", "n".repeat(1 << 15), "password", "x", "code", "1");
    assertEquals(401, status("POST", "/api/v1/session", "", odd));
    assertEquals("", server.newest().user(), "no name goes into the log that cannot be one");
    HttpResponse<String> health = server.call("GET", "/health/live", "", null);
    String policy = health.headers().firstValue("Content-Security-Policy").orElse("");
    assertTrue(policy.contains("default-src 'self'") && policy.contains("frame-ancestors 'none'"));
    assertEquals("nosniff", health.headers().firstValue("X-Content-Type-Options").orElse(""));
    assertEquals("DENY", health.headers().firstValue("X-Frame-Options").orElse(""));
  }

  @Test
  void aLogThatIsGoneIsAnAlarm(@TempDir Path other) throws Exception {
    Path accounts = other.resolve("security");
    Accounts.create(accounts, "admin", () -> 0L);
    AuditLog log = AuditLog.open(accounts, () -> 0L);
    assertEquals(List.of(), log.check());
    log.add(AuditLog.Kind.SYSTEM, AuditLog.Outcome.SUCCESS, "u", "here", "did", "");
    assertEquals(List.of(), log.check());
    try (var files = Files.list(accounts)) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith("audit")).toList()) {
        Files.delete(file);
      }
    }
    AuditLog again = AuditLog.open(accounts, () -> 0L);
    again.add(AuditLog.Kind.SYSTEM, AuditLog.Outcome.SUCCESS, "u", "here", "went on", "");
    for (AuditLog opened : List.of(again, AuditLog.open(accounts, () -> 0L))) {
      List<String> findings = opened.check();
      assertEquals(1, findings.size(), findings.toString());
      assertTrue(findings.get(0).contains("audit-head is missing"), findings.get(0));
    }
  }
}
