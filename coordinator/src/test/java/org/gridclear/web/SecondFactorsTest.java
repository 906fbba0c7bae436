package org.gridclear.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gridclear.account.Accounts;
import org.gridclear.account.OneTimeCodes;
import org.gridclear.account.factor.DeviceLogins;
import org.gridclear.cli.server.LoginCommand;
import org.gridclear.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** Second factors as their owners set, renew and lose them. */
// Rows: M-08, P-08, P-11
class SecondFactorsTest {
  private static final String HOST = "localhost";

  @TempDir private static Path folder;

  private static SecuredServer server;
  private static String admin;

  @BeforeAll
  static void start() throws Exception {
    server = new SecuredServer(folder);
    admin = server.settled(server.admin);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String origin() {
    return "http://" + HOST + ":" + server.port();
  }

  /** A call by the name of the server, as browsers with hardware keys make it. */
  private static HttpResponse<String> named(String path, String token, Object... pairs)
      throws Exception {
    return HttpCall.send(origin(), "POST", "/api/v1/" + path, token, SecuredServer.json(pairs));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer.body());
    return Json.MAPPER.readTree(answer.body());
  }

  private static String code(Accounts.Introduction who) {
    server.now.addAndGet(30_000);
    return server.code(who);
  }

  private static String challenge(String name) throws Exception {
    server.now.addAndGet(1);
    return json(named("session/challenge", "", "name", name)).get("challenge").asString();
  }

  private static HttpResponse<String> login(Accounts.Introduction who, Map<String, Object> key)
      throws Exception {
    return named(
        "session", "", "name", who.name(), "password", SecuredServer.passwordOf(who), "key", key);
  }

  private static SoftKey registered(Accounts.Introduction who, String token, int number)
      throws Exception {
    SoftKey key = new SoftKey(number);
    JsonNode asked = json(named("second-factors/keys/challenge", token));
    assertEquals(HOST, asked.get("host").asString());
    Map<String, Object> answer = key.registers(asked.get("challenge").asString(), HOST, origin());
    HttpResponse<String> made =
        named("second-factors/keys", token, "label", "blue", "code", code(who), "key", answer);
    assertEquals(204, made.statusCode(), made.body());
    return key;
  }

  @Test
  void aHardwareKeyStandsForTheCode() throws Exception {
    Accounts.Introduction who = server.made(admin, "hanna", "operators");
    String token = server.settled(who);
    SoftKey key = registered(who, token, 1);
    assertEquals(
        "blue",
        json(server.call("GET", "/api/v1/second-factors", token, null))
            .get(0)
            .get("label")
            .asString());
    Map<String, Object> answer = key.signs(challenge("hanna"), HOST, origin());
    String session = json(login(who, answer)).get("token").asString();
    assertEquals(200, server.call("GET", "/api/v1/runs", session, null).statusCode());
    assertEquals(401, login(who, answer).statusCode(), "an answer is good once");
    assertEquals("401 challenge used before", server.newest().detail());
    HttpResponse<String> wrong =
        named(
            "session",
            "",
            "name",
            "hanna",
            "password",
            "wrong",
            "key",
            key.signs(challenge("hanna"), HOST, origin()));
    assertEquals(401, wrong.statusCode(), "the password is needed, too");
    assertEquals(200, login(who, key.signs(challenge("hanna"), HOST, origin())).statusCode());
    HttpResponse<String> removed =
        named("second-factors/keys/blue/removal", session, "code", code(who));
    assertEquals(204, removed.statusCode(), removed.body());
    assertEquals(401, login(who, key.signs(challenge("hanna"), HOST, origin())).statusCode());
    assertEquals("401 no hardware key of the user here", server.newest().detail());
  }

  @Test
  void whatAKeySignsElsewhereOrForAnotherIsRefusedWithTheReason() throws Exception {
    Accounts.Introduction who = server.made(admin, "henri", "operators");
    SoftKey key = registered(who, server.settled(who), 2);
    Accounts.Introduction other = server.made(admin, "iris", "operators");
    server.settled(other);
    refused(login(who, key.signs(challenge("iris"), HOST, origin())), "is for something else");
    refused(login(other, key.signs(challenge("iris"), HOST, origin())), "no hardware key");
    refused(
        login(who, key.signs(challenge("henri"), HOST, "http://evil.example")), "hardware key:");
    refused(login(who, key.signs(challenge("henri"), "evil.example", origin())), "hardware key:");
    server.now.addAndGet(16 * 60_000);
    refused(login(who, new SoftKey(2).signs(challenge("henri"), HOST, origin())), "hardware key:");
    String late = challenge("henri");
    server.now.addAndGet(121_000);
    refused(login(who, key.signs(late, HOST, origin())), "challenge has ended");
    refused(login(who, key.signs("bWFkZSB1cA", HOST, origin())), "not of this server");
    assertEquals(
        400,
        server.call("POST", "/api/v1/session/challenge", "", "{\"name\": \"henri\"}").statusCode(),
        "an address has no keys");
    assertEquals(
        json(named("session/challenge", "", "name", "nobody")).get("keys").get(0),
        json(named("session/challenge", "", "name", "nobody")).get("keys").get(0),
        "who has no key looks as if he had one");
  }

  private static void refused(HttpResponse<String> answer, String detail) {
    assertEquals(401, answer.statusCode(), answer.body());
    assertTrue(server.newest().detail().contains(detail), server.newest().detail());
  }

  @Test
  void codesAreRenewedByTheirOwnerWithoutAnAdministrator() throws Exception {
    Accounts.Introduction who = server.made(admin, "jana", "operators");
    String token = server.settled(who);
    String other = json(server.login(who, SecuredServer.passwordOf(who))).get("token").asString();
    assertEquals(403, named("second-factors/codes", token, "code", "000000").statusCode());
    String uri =
        json(named("second-factors/codes", token, "code", code(who)))
            .get("secondFactor")
            .asString();
    assertEquals(200, server.login(who, SecuredServer.passwordOf(who)).statusCode(), "still old");
    String next = OneTimeCodes.of(uri, server.now.get());
    assertNotEquals(server.code(who), next);
    HttpResponse<String> renewed =
        server.call("PUT", "/api/v1/second-factors/codes", token, SecuredServer.json("code", next));
    assertEquals(204, renewed.statusCode(), renewed.body());
    assertEquals(401, server.login(who, SecuredServer.passwordOf(who)).statusCode(), "now new");
    assertEquals(200, server.call("GET", "/api/v1/runs", token, null).statusCode());
    assertEquals(401, server.call("GET", "/api/v1/runs", other, null).statusCode(), "others end");
  }

  @Test
  void whoLostADeviceComesBackByTwoAdministrators() throws Exception {
    server.settled(server.made(admin, "kim", "operators"));
    HttpResponse<String> alone = server.call("POST", "/api/v1/accounts/kim/reset", admin, "{}");
    assertEquals(200, alone.statusCode(), "there is one administrator");
    Accounts.Introduction who = server.made(admin, "karl", "operators");
    String token = server.settled(who);
    Accounts.Introduction beate = server.security.accounts().addSuperuser("beate", "");
    String second = server.settled(beate);
    assertEquals(400, server.call("POST", "/api/v1/accounts/karl/reset", admin, "{}").statusCode());
    String path = "accounts/karl/recovery";
    assertEquals(400, named(path, admin, "reason", "").statusCode(), "a reason is needed");
    assertEquals(202, named(path, admin, "reason", "badge 17 seen").statusCode());
    HttpResponse<String> twice = named(path, admin, "reason", "again");
    assertEquals(400, twice.statusCode());
    assertTrue(twice.body().contains("another administrator"), twice.body());
    assertEquals(200, server.login(who, SecuredServer.passwordOf(who)).statusCode(), "not yet");
    Accounts.Introduction carla =
        Json.MAPPER.readValue(
            server
                .call(
                    "POST",
                    "/api/v1/accounts",
                    admin,
                    SecuredServer.json("name", "carla", "superuser", true))
                .body(),
            Accounts.Introduction.class);
    String third = server.settled(carla);
    HttpResponse<String> own = named(path, third, "reason", "");
    assertEquals(400, own.statusCode(), "carla may be admin");
    assertTrue(own.body().contains("may be one person"), own.body());
    HttpResponse<String> link = named(path, second, "reason", "");
    Accounts.Introduction anew = Json.MAPPER.readValue(link.body(), Accounts.Introduction.class);
    assertEquals("karl", anew.name());
    assertEquals(401, server.call("GET", "/api/v1/runs", token, null).statusCode());
    assertEquals(400, named("accounts/beate/recovery", second, "reason", "me").statusCode());
    List<String> operations =
        server.security.log().entries().stream()
            .filter(
                each -> each.operation().endsWith("/recovery") && each.detail().matches("20[02]"))
            .map(each -> each.user())
            .toList();
    assertEquals(List.of("admin", "beate"), operations);
    server.security.accounts().lock("beate", true);
    server.security.accounts().lock("carla", true);
  }

  @Test
  void whoAsksTooOftenPushesOutHisOwn() {
    DeviceLogins logins = new DeviceLogins(server.now::get);
    String mine = logins.ask("here", "10.0.0.1").device();
    String old = logins.ask("here", "10.0.0.2").device();
    for (int k = 0; k < 20; k++) {
      logins.ask("here", "10.0.0.2");
    }
    assertThrows(IllegalArgumentException.class, () -> logins.take(old, "here"));
    for (int k = 0; k < 1_100; k++) {
      logins.ask("here", "10.1.0." + k / 10);
    }
    assertEquals(Optional.empty(), logins.take(mine, "here"));
  }

  @Test
  void aCommandIsLetInByABrowser() throws Exception {
    Accounts.Introduction who = server.made(admin, "lena", "operators");
    String token = server.settled(who);
    JsonNode asked = json(named("session/devices", ""));
    String device = asked.get("device").asString();
    assertEquals(202, named("session/devices/session", "", "device", device).statusCode());
    letIn(token, asked.get("code").asString());
    JsonNode session = json(named("session/devices/session", "", "device", device));
    assertEquals("lena", session.get("name").asString());
    assertEquals("lena", server.newest().user());
    assertEquals(400, named("session/devices/session", "", "device", device).statusCode());
    assertEquals(400, named("session/devices/approval", token, "code", "XXXX-XXXX").statusCode());
    String ended = json(named("session/devices", "")).get("device").asString();
    server.now.addAndGet(11 * 60_000);
    assertEquals(400, named("session/devices/session", "", "device", ended).statusCode());
    Path logins = folder.resolve("logins.json");
    PipedReader said = new PipedReader(4096);
    CommandLine login =
        new CommandLine(new LoginCommand()).setOut(new PrintWriter(new PipedWriter(said), true));
    CompletableFuture<Integer> command =
        CompletableFuture.supplyAsync(
            () ->
                login.execute(
                    "--browser",
                    "--server",
                    "http://127.0.0.1:" + server.port(),
                    "--logins",
                    logins.toString()));
    String line = new BufferedReader(said).readLine();
    letIn(token, line.replaceAll(".* code (\\S+) .*", "$1"));
    assertEquals(0, command.get(60, TimeUnit.SECONDS));
    assertTrue(Files.readString(logins).contains("lena"));
  }

  private static void letIn(String token, String code) throws Exception {
    HttpResponse<String> approved = named("session/devices/approval", token, "code", code);
    assertEquals(204, approved.statusCode(), approved.body());
  }
}
