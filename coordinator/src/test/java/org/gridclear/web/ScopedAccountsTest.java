package org.gridclear.web;

import static org.gridclear.web.SecuredServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.gridclear.account.Accounts;
import org.gridclear.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Scopes over HTTP: given, narrowed, kept, and in effect for tokens of before. */
// Rows: M-07, M-08
class ScopedAccountsTest {
  private static final String OF_A = "{\"members\":[\"A\"],\"zones\":\"all\",\"markets\":[\"da\"]}";

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

  private static HttpResponse<String> scoped(String name, String scope) throws Exception {
    return server.call("PUT", "/api/v1/accounts/" + name + "/scope", adminToken, scope);
  }

  private static JsonNode session(String token) throws Exception {
    HttpResponse<String> answer = server.call("GET", "/api/v1/session", token, null);
    assertEquals(200, answer.statusCode(), answer.body());
    return Json.MAPPER.readTree(answer.body());
  }

  @Test
  void aMemberIsMadeWithItsMembersNamedAndSeesThemInItsSession() throws Exception {
    String wanted = json("name", "mia", "groups", List.of("members"));
    assertEquals(400, server.call("POST", "/api/v1/accounts", adminToken, wanted).statusCode());
    JsonNode scope = Json.MAPPER.readTree(OF_A);
    String named = json("name", "mia", "groups", List.of("members"), "scope", scope);
    HttpResponse<String> made = server.call("POST", "/api/v1/accounts", adminToken, named);
    assertEquals(200, made.statusCode(), made.body());
    Accounts.Introduction who = Json.MAPPER.readValue(made.body(), Accounts.Introduction.class);
    String token = server.settled(who);
    JsonNode session = session(token);
    assertEquals(scope, session.get("scope"));
    assertEquals("[\"READ_MARKET\",\"READ_OWN\",\"DECLARE\"]", session.get("rights").toString());
    assertEquals(400, scoped("mia", "{\"members\":[\"A\"]}").statusCode());
    assertEquals(scope, session(token).get("scope"), "as before");
  }

  @Test
  void aTokenOfBeforeTheScopeWasNarrowedSeesTheScopeOfNow() throws Exception {
    String session = server.settled(server.made(adminToken, "olga", "operators"));
    String body = json("label", "nightly", "days", 9);
    JsonNode made =
        Json.MAPPER.readTree(server.call("POST", "/api/v1/tokens", session, body).body());
    String token = made.get("token").asString();
    assertEquals(200, server.call("GET", "/api/v1/runs", token, null).statusCode());
    HttpResponse<String> narrowed = scoped("olga", OF_A);
    assertEquals(200, narrowed.statusCode(), narrowed.body());
    assertTrue(!narrowed.body().contains("RUN"), narrowed.body());
    for (String each : List.of(session, token)) {
      assertEquals(403, server.call("GET", "/api/v1/runs", each, null).statusCode());
      assertEquals(Json.MAPPER.readTree(OF_A), session(each).get("scope"));
    }
    String groups = "/api/v1/accounts/olga/groups";
    assertEquals(204, server.call("PUT", groups, adminToken, "[\"regulators\"]").statusCode());
    assertEquals(Json.MAPPER.readTree(OF_A), session(token).get("scope"), "regrouped");
  }

  @Test
  void anAdministratorHasNoScopeToGiveItself() throws Exception {
    assertEquals(400, scoped("admin", OF_A).statusCode());
    assertEquals(401, server.call("GET", "/api/v1/session", "", null).statusCode());
  }
}
