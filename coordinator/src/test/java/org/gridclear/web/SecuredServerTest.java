package org.gridclear.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridclear.account.Accounts;
import org.gridclear.account.AuditLog;
import org.gridclear.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A server with accounts, called over real HTTP by people who may and people who may not. */
// Rows: M-06, M-08, M-10, M-11, M-12, P-08, P-09, W-03
class SecuredServerTest {
  private static final String STUDY = "study: s\nbase: {case: ieee14}";

  @TempDir static Path folder;

  private static SecuredServer server;
  private static String adminToken;
  private static String operator;
  private static String reader;
  private static String auditor;

  @BeforeAll
  static void start() throws Exception {
    server = new SecuredServer(folder);
    adminToken = server.settled(server.admin);
    operator = server.settled(made("olga", "operators"));
    reader = server.settled(made("rita", "readers"));
    auditor = server.settled(made("anton", "auditors"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Accounts.Introduction made(String name, String group) throws Exception {
    return server.made(adminToken, name, group);
  }

  private static String json(Object... pairs) {
    return SecuredServer.json(pairs);
  }

  private static HttpResponse<String> call(String method, String path, String token, String body)
      throws Exception {
    return server.call(method, path, token, body);
  }

  private static AuditLog.Entry newest() {
    return server.newest();
  }

  @Test
  void withoutCredentialsOnlyHealthAnswers() throws Exception {
    assertEquals(200, call("GET", "/health/live", "", null).statusCode());
    assertEquals(200, call("GET", "/health/ready", "", null).statusCode());
    for (String path : List.of("/api/v1/runs", "/metrics", "/api/v1/accounts", "/api/v1/audit")) {
      HttpResponse<String> refused = call("GET", path, "", null);
      assertEquals(401, refused.statusCode(), path);
      assertTrue(refused.body().contains("\"advice\""), refused.body());
      assertEquals(AuditLog.Outcome.FAILURE, newest().outcome());
      assertTrue(newest().operation().contains(path));
    }
    assertEquals(401, call("POST", "/api/v1/studies", "", STUDY).statusCode());
    assertEquals(401, call("POST", "/api/v1/studies", "invented", STUDY).statusCode());
  }

  @Test
  void theDescriptionOfTheInterfaceAndTheFormToLogInAreOpen() throws Exception {
    JsonNode api = Json.MAPPER.readTree(call("GET", "/api/v1/openapi", "", null).body());
    JsonNode scheme = api.get("components").get("securitySchemes").get("token");
    assertEquals("bearer", scheme.get("scheme").asString());
    JsonNode paths = api.get("paths");
    JsonNode runs = paths.get("/api/v1/runs").get("get");
    assertTrue(runs.get("security").get(0).has("token"));
    assertTrue(runs.get("responses").has("401"));
    assertFalse(paths.get("/health/live").get("get").has("security"));
    String script = call("GET", "/swagger-ui/swagger-initializer.js", "", null).body();
    assertTrue(script.contains("SwaggerUIBundle") && script.contains("gridclear-login"), script);
  }

  @Test
  void everybodyDoesOnlyWhatTheRightsAllow() throws Exception {
    HttpResponse<String> submitted = call("POST", "/api/v1/studies", operator, STUDY);
    assertEquals(202, submitted.statusCode(), submitted.body());
    assertEquals("olga", newest().user());
    assertEquals(AuditLog.Kind.BUSINESS, newest().kind());
    assertEquals(403, call("POST", "/api/v1/studies", reader, STUDY).statusCode());
    assertEquals("rita", newest().user());
    assertEquals(200, call("GET", "/api/v1/runs", reader, null).statusCode());
    assertEquals(403, call("GET", "/api/v1/closes", reader, null).statusCode());
    assertEquals(403, call("GET", "/metrics", reader, null).statusCode());
    assertEquals(200, call("GET", "/api/v1/audit", auditor, null).statusCode());
    assertEquals(403, call("GET", "/api/v1/audit", operator, null).statusCode());
    assertEquals(403, call("GET", "/api/v1/accounts", operator, null).statusCode());
    assertEquals(403, call("POST", "/api/v1/studies", adminToken, STUDY).statusCode(), "superuser");
    assertEquals(403, call("GET", "/api/v1/runs", adminToken, null).statusCode(), "superuser");
    lacks("RUN", "POST", "/api/v1/studies", reader);
    lacks("READ_SETTLEMENT", "GET", "/api/v1/closes", reader);
    lacks("READ_METRICS", "GET", "/metrics", reader);
    lacks("READ_AUDIT", "GET", "/api/v1/audit", operator);
    lacks("MANAGE_ACCOUNTS", "GET", "/api/v1/accounts", operator);
    lacks("READ_RESULTS or RUN", "GET", "/api/v1/runs", adminToken);
  }

  private static void lacks(String right, String method, String path, String token)
      throws Exception {
    String body = call(method, path, token, method.equals("POST") ? STUDY : null).body();
    assertEquals(
        "The user lacks the right %s.".formatted(right),
        Json.MAPPER.readTree(body).get("detail").asString());
  }

  /**
   * Every call of the interface but those by which one logs in, changes the password, looks round.
   */
  @Test
  void whoHasNoRightIsRefusedEveryCall() throws Exception {
    assertEquals(204, call("PUT", "/api/v1/groups/guests", adminToken, "[]").statusCode());
    String guest = server.settled(made("gustav", "guests"));
    List<String> open =
        List.of(
            "/api/v1/session",
            "/api/v1/events",
            "/api/v1/invitations/",
            "/api/v1/password",
            "/api/v1/second-factors",
            "/api/v1/tokens",
            "/health/",
            "/");
    JsonNode paths =
        Json.MAPPER.readTree(call("GET", "/api/v1/openapi", "", null).body()).get("paths");
    int refused = 0;
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      String address = path.getKey().replaceAll("\\{[^}]*}", "1");
      if (open.stream()
          .anyMatch(each -> each.equals("/") ? address.equals(each) : address.startsWith(each))) {
        continue;
      }
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        String name = method.getKey().toUpperCase(Locale.ROOT);
        String body = name.startsWith("P") ? "{}" : null;
        assertEquals(403, call(name, address, guest, body).statusCode(), name + " " + address);
        refused++;
      }
    }
    assertTrue(refused >= 30, "refused " + refused);
  }

  @Test
  void aGroupNeverMakesSuperusersAndUnknownGroupsAreRefused() throws Exception {
    String groups = "/api/v1/groups/";
    assertEquals(204, call("PUT", groups + "planners", adminToken, "[\"RUN\"]").statusCode());
    assertEquals(
        400, call("PUT", groups + "boss", adminToken, "[\"MANAGE_ACCOUNTS\"]").statusCode());
    String add = json("name", "nina", "groups", List.of("nowhere"));
    assertEquals(400, call("POST", "/api/v1/accounts", adminToken, add).statusCode());
  }

  @Test
  void aCodeIsGoodOnceAndFiveFailuresLock() throws Exception {
    Accounts.Introduction who = made("tom", "readers");
    String password = SecuredServer.passwordOf(who);
    server.settled(who);
    String again = json("name", "tom", "password", password, "code", server.code(who));
    assertEquals(401, call("POST", "/api/v1/session", "", again).statusCode());
    assertTrue(newest().detail().contains("code used before"), newest().detail());
    for (int k = 0; k < 5; k++) {
      assertEquals(401, server.login(who, "wrong").statusCode());
    }
    assertEquals(401, server.login(who, password).statusCode());
    assertTrue(newest().detail().contains("locked"), newest().detail());
    server.now.addAndGet(16 * 60_000);
    assertEquals(200, server.login(who, password).statusCode());
    String ghost = json("name", "ghost", "password", "x", "code", server.code(who));
    assertEquals(401, call("POST", "/api/v1/session", "", ghost).statusCode());
  }

  @Test
  void tokensOfProgramsExpire() throws Exception {
    String session = server.settled(made("nils", "readers"));
    String body = json("label", "nightly", "days", 2);
    JsonNode made = Json.MAPPER.readTree(call("POST", "/api/v1/tokens", session, body).body());
    String token = made.get("token").asString();
    assertEquals(200, call("GET", "/api/v1/runs", token, null).statusCode());
    long before = server.now.get();
    server.now.addAndGet(3 * 86_400_000L);
    assertEquals(401, call("GET", "/api/v1/runs", token, null).statusCode());
    assertEquals(401, call("GET", "/api/v1/runs", session, null).statusCode(), "of 8 hours");
    server.now.set(before);
    assertEquals(
        400,
        call("POST", "/api/v1/tokens", auditor, json("label", "x", "days", 4000)).statusCode());
  }

  @Test
  void oversizeMalformedAndEscapingCallsAreRefusedAndLogged() throws Exception {
    HttpResponse<String> large = call("POST", "/api/v1/studies", operator, "x".repeat(17 << 20));
    assertEquals(413, large.statusCode());
    assertEquals(AuditLog.Outcome.FAILURE, newest().outcome());
    assertEquals(400, call("POST", "/api/v1/session", "", "{\"name\": 1,").statusCode());
    assertEquals(400, call("POST", "/api/v1/screenings", operator, "{\"network\": ").statusCode());
    String escape = "study: x\nbase: {case: ../../../etc/passwd}";
    assertEquals(400, call("POST", "/api/v1/studies", operator, escape).statusCode());
    assertEquals("olga", newest().user());
    for (String path : List.of("/api/v1/closes/..%2f..%2fetc", "/api/v1/..;/metrics", "/a%00b")) {
      int status = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertTrue(status == 400 || status == 401, path + " gave " + status);
      assertEquals(AuditLog.Outcome.FAILURE, newest().outcome(), path);
    }
    assertEquals(400, raw("GARBAGE\r\n\r\n"));
  }

  private static int raw(String text) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      OutputStream out = socket.getOutputStream();
      out.write(text.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Thread.sleep(50);
      return Integer.parseInt(answer.substring(9, 12));
    }
  }

  @Test
  void anEditedAShortenedAndAForeignAuditRecordAreDetected() throws Exception {
    Path copy = Files.createDirectories(folder.resolve("copy"));
    try (var files = Files.list(folder.resolve("security"))) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    AuditLog log = AuditLog.open(copy, server.now::get);
    assertEquals(List.of(), log.check());
    Path file;
    try (var files = Files.list(copy)) {
      file = files.filter(f -> f.toString().endsWith(".jsonl")).findFirst().orElseThrow();
    }
    List<String> lines = Files.readAllLines(file);
    String edited =
        lines
            .get(3)
            .replace("SUCCESS", "FAILURE")
            .replace("\"user\":\"admin\"", "\"user\":\"olga\"");
    assertFalse(edited.equals(lines.get(3)));
    List<String> changed = new java.util.ArrayList<>(lines);
    changed.set(3, edited);
    Files.write(file, changed);
    assertTrue(String.join("\n", log.check()).contains("line 4: record 4 is not what was written"));
    Files.write(file, lines.subList(0, lines.size() - 1));
    assertEquals(1, log.check().size(), "the last record was cut off");
    changed = new java.util.ArrayList<>(lines);
    changed.remove(5);
    Files.write(file, changed);
    assertTrue(String.join("\n", log.check()).contains("record 7 follows record 5"));
  }

  @Test
  void secretsOnDiskAreHashedOrSealed() throws Exception {
    String text = Files.readString(folder.resolve("security/accounts.json"));
    assertFalse(text.contains(SecuredServer.passwordOf(server.admin)));
    assertFalse(text.contains(server.admin.code()));
    assertFalse(text.contains(operator));
    assertEquals("rwx------", rights(server.accounts));
    try (var files = Files.list(server.accounts)) {
      files.forEach(file -> assertEquals("rw-------", rights(file), file.toString()));
    }
  }

  private static String rights(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
