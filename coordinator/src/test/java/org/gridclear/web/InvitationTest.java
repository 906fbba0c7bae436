package org.gridclear.web;

import static org.gridclear.web.SecuredServer.json;
import static org.gridclear.web.SecuredServer.passwordOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gridclear.account.Accounts;
import org.gridclear.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Password and second factor are set by their owner, by a link that is good once. */
// Rows: M-08, P-08
class InvitationTest {
  private static final long DAY_MILLIS = 86_400_000L;

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

  private static String detail(HttpResponse<String> answer) {
    return Json.MAPPER.readTree(answer.body()).get("detail").asString();
  }

  @Test
  void whoMakesAUserLearnsNeitherPasswordNorSecondFactor() throws Exception {
    String wanted = json("name", "ida", "groups", List.of("readers"));
    HttpResponse<String> made = server.call("POST", "/api/v1/accounts", adminToken, wanted);
    JsonNode answer = Json.MAPPER.readTree(made.body());
    assertEquals(List.of("name", "link", "until"), List.copyOf(answer.propertyNames()));
    assertTrue(answer.get("link").asString().startsWith("/welcome#"), made.body());
    assertFalse(made.body().contains("otpauth"), made.body());
    Accounts.Introduction who = Json.MAPPER.readValue(made.body(), Accounts.Introduction.class);
    String users = server.call("GET", "/api/v1/accounts", adminToken, null).body();
    assertFalse(users.contains(who.code()), users);
    assertEquals(200, server.opened(who).statusCode());
    for (String none : List.of("", "x", passwordOf(who))) {
      assertEquals(401, server.login(who, none).statusCode(), "nobody is in before");
    }
  }

  @Test
  void theLinkIsGoodOnce() throws Exception {
    Accounts.Introduction who = server.made(adminToken, "olaf", "readers");
    server.settled(who);
    assertEquals(400, server.opened(who).statusCode());
    HttpResponse<String> again = server.accepted(who, "Another horse 9 here", server.code(who));
    assertEquals(400, again.statusCode());
    assertTrue(detail(again).startsWith("The link is unknown, was used or has ended."));
    assertEquals(200, server.login(who, passwordOf(who)).statusCode());
  }

  @Test
  void whoOpensItFirstKnowsNothingOfTheFactorOfWhoAcceptsIt() throws Exception {
    Accounts.Introduction who = server.made(adminToken, "erik", "readers");
    assertEquals(200, server.opened(who).statusCode());
    String seenBefore = server.code(who);
    assertEquals(200, server.opened(who).statusCode());
    HttpResponse<String> old = server.accepted(who, passwordOf(who), seenBefore);
    assertEquals(400, old.statusCode());
    assertTrue(detail(old).contains("not one of the second factor"), old.body());
    assertEquals(200, server.accepted(who, passwordOf(who), server.code(who)).statusCode());
  }

  @Test
  void everythingThatIsWrongIsSaidAndTheLinkStaysGood() throws Exception {
    Accounts.Introduction who = server.made(adminToken, "greta", "readers");
    HttpResponse<String> unopened = server.accepted(who, "greta", "123456");
    assertEquals(400, unopened.statusCode());
    for (String part : List.of("12 to 128", "needs three of", "user's name", "code")) {
      assertTrue(detail(unopened).contains(part), part + " in " + unopened.body());
    }
    String none = json("invitation", "", "password", "x", "code", "1");
    assertEquals(400, server.call("POST", "/api/v1/invitations/accepted", "", none).statusCode());
    assertEquals(400, server.call("POST", "/api/v1/invitations/opened", "", "{}").statusCode());
    server.settled(who);
  }

  @Test
  void aLinkEndsAfterAWeekByAResetAndByALock() throws Exception {
    Accounts.Introduction late = server.made(adminToken, "lars", "readers");
    server.now.addAndGet(7 * DAY_MILLIS);
    assertEquals(400, server.opened(late).statusCode());
    adminToken = token(server.login(server.admin, passwordOf(server.admin)));
    Accounts.Introduction first = server.made(adminToken, "mara", "readers");
    HttpResponse<String> reset =
        server.call("POST", "/api/v1/accounts/mara/reset", adminToken, null);
    assertEquals(400, server.opened(first).statusCode(), "another link was made");
    Accounts.Introduction second = Json.MAPPER.readValue(reset.body(), Accounts.Introduction.class);
    String lock = "/api/v1/accounts/mara/locked?locked=";
    assertEquals(204, server.call("PUT", lock + true, adminToken, null).statusCode());
    assertEquals(400, server.opened(second).statusCode(), "locked");
    assertEquals(204, server.call("PUT", lock + false, adminToken, null).statusCode());
    server.settled(second);
  }

  private static String token(HttpResponse<String> session) {
    return Json.MAPPER.readTree(session.body()).get("token").asString();
  }

  @Test
  void aResetEndsThePasswordUntilNowWhichCannotComeBack() throws Exception {
    Accounts.Introduction who = server.made(adminToken, "rolf", "readers");
    server.settled(who);
    HttpResponse<String> reset =
        server.call("POST", "/api/v1/accounts/rolf/reset", adminToken, null);
    assertEquals(401, server.login(who, passwordOf(who)).statusCode());
    Accounts.Introduction again = Json.MAPPER.readValue(reset.body(), Accounts.Introduction.class);
    server.opened(again);
    HttpResponse<String> same = server.accepted(again, passwordOf(who), server.code(again));
    assertTrue(detail(same).contains("It was used before."), same.body());
    assertEquals(
        200, server.accepted(again, "Another horse 9 here", server.code(again)).statusCode());
  }

  @Test
  void thePageAndItsScriptAreThereForWhoHasNoAccountYetAndNoCodeIsOnDiskOrInTheLog()
      throws Exception {
    HttpResponse<String> page = server.call("GET", "/welcome", "", null);
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("welcome.js"), page.body());
    assertEquals("no-store", page.headers().firstValue("Cache-Control").orElse(""));
    assertEquals(200, server.call("GET", "/welcome.js", "", null).statusCode());
    Accounts.Introduction who = server.made(adminToken, "dora", "readers");
    server.opened(who);
    try (var files = Files.list(server.accounts)) {
      for (Path file : files.toList()) {
        String text = Files.readString(file);
        assertFalse(text.contains(who.code()), file.toString());
        assertFalse(text.contains("otpauth"), file.toString());
      }
    }
    assertEquals("dora", server.newest().user());
  }

  @Test
  void aBodyOfAnotherKindIsAnsweredWithTheFieldsThatItNeeds() throws Exception {
    for (String body : List.of("[]", "null", "7", "")) {
      HttpResponse<String> opened = server.call("POST", "/api/v1/invitations/opened", "", body);
      assertEquals(400, opened.statusCode(), body);
      assertTrue(detail(opened).contains("field invitation, which is missing"), opened.body());
      assertTrue(opened.body().contains("Send a body such as {"), opened.body());
    }
    HttpResponse<String> login = server.call("POST", "/api/v1/session", "", "[]");
    assertTrue(detail(login).contains("fields name, password, code"), login.body());
    String nested = "{\"name\": \"ida\", \"groups\": {\"a\": 1}}";
    HttpResponse<String> made = server.call("POST", "/api/v1/accounts", adminToken, nested);
    assertEquals("The field groups must be a list of texts.", detail(made));
    HttpResponse<String> cut = server.call("POST", "/api/v1/session", "", "{\"name\": -");
    assertTrue(detail(cut).startsWith("The body is no JSON: "), cut.body());
    HttpResponse<String> rights =
        server.call("PUT", "/api/v1/groups/odd", adminToken, "[\"NOTHING\"]");
    assertTrue(detail(rights).contains("a list of names of [RUN"), rights.body());
    String operator = server.settled(server.made(adminToken, "otto", "operators"));
    HttpResponse<String> study = server.call("POST", "/api/v1/studies", operator, "");
    assertEquals("The body is missing.", detail(study), study.body());
  }

  @Test
  void adviceOnALargeBodyIsThatOfItsAddress() throws Exception {
    String large = json("name", "x".repeat(70_000));
    HttpResponse<String> login = server.call("POST", "/api/v1/session", "", large);
    assertEquals(413, login.statusCode());
    assertTrue(login.body().contains("Send the fields of the call alone"), login.body());
    String study = json("base", "x".repeat(1_100_000));
    HttpResponse<String> submitted = server.call("POST", "/api/v1/studies", adminToken, study);
    assertEquals(413, submitted.statusCode());
    assertTrue(submitted.body().contains("Name a base file"), submitted.body());
  }

  @Test
  void whoTriesWrongCodesAtALinkWaitsAndTheLinkStaysGood() throws Exception {
    Accounts.Introduction who = server.made(adminToken, "nils", "readers");
    server.opened(who);
    for (int k = 0; k < 5; k++) {
      assertEquals(400, server.accepted(who, passwordOf(who), "x").statusCode());
    }
    HttpResponse<String> locked = server.accepted(who, passwordOf(who), server.code(who));
    assertEquals(429, locked.statusCode());
    assertTrue(locked.body().contains("the link stays good"), locked.body());
    assertTrue(server.newest().detail().contains("locked for this address"));
    server.now.addAndGet(16 * 60_000);
    assertEquals(200, server.accepted(who, passwordOf(who), server.code(who)).statusCode());
  }
}
