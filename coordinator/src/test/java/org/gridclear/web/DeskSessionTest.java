package org.gridclear.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.gridclear.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The session of a browser: a cookie, and a proof beside calls that change something. */
// Rows: P-08
class DeskSessionTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private static Path folder;
  private static SecuredServer server;
  private static String admin;

  @BeforeAll
  static void serve() throws Exception {
    server = new SecuredServer(folder);
    admin = server.settled(server.admin);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> send(
      String method, String path, String cookie, String proof, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    if (!proof.isEmpty()) {
      request.header("X-CSRF-Token", proof);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> login(String cookie) throws Exception {
    server.now.addAndGet(30_000);
    String body =
        SecuredServer.json(
            "name",
            "admin",
            "password",
            SecuredServer.passwordOf(server.admin),
            "code",
            server.code(server.admin));
    return send("POST", "/api/v1/session?cookie=true", cookie, "", body);
  }

  @Test
  void aBrowserGetsACookieThatNoScriptReadsAndNoToken() throws Exception {
    HttpResponse<String> answer = login("gridclear-session=old");
    assertEquals(200, answer.statusCode(), answer.body());
    JsonNode session = Json.MAPPER.readTree(answer.body());
    assertFalse(session.has("token"), answer.body());
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
    String kept = cookie.substring(0, cookie.indexOf(';'));
    JsonNode known = Json.MAPPER.readTree(send("GET", "/api/v1/session", kept, "", null).body());
    assertEquals("admin", known.get("name").asString());
    assertTrue(known.get("accounts").asBoolean());
    assertEquals(session.get("csrf"), known.get("csrf"));
    String token = "{\"label\": \"t\", \"days\": 1}";
    for (String proof : List.of("", "wrong")) {
      HttpResponse<String> refused = send("POST", "/api/v1/tokens", kept, proof, token);
      assertEquals(403, refused.statusCode(), refused.body());
      assertTrue(refused.body().contains("X-CSRF-Token"), refused.body());
      assertEquals("403 no proof beside the cookie", server.newest().detail());
    }
    String proof = session.get("csrf").asString();
    assertEquals(200, send("POST", "/api/v1/tokens", kept, proof, token).statusCode());
    HttpResponse<String> left = send("DELETE", "/api/v1/session", kept, proof, null);
    assertEquals(204, left.statusCode());
    assertTrue(left.headers().firstValue("Set-Cookie").orElseThrow().contains("Max-Age=0"));
    assertEquals(401, send("GET", "/api/v1/session", kept, "", null).statusCode());
  }

  @Test
  void aTokenInItsHeaderNeedsNoProof() throws Exception {
    JsonNode known =
        Json.MAPPER.readTree(server.call("GET", "/api/v1/session", admin, null).body());
    assertTrue(known.get("csrf").isNull(), known.toString());
    String body = SecuredServer.json("label", "mine", "days", 1);
    assertEquals(200, server.call("POST", "/api/v1/tokens", admin, body).statusCode());
  }

  @Test
  void filesOfPagesAreForEverybodyAndNotInTheLog() throws Exception {
    String before = server.newest().toString();
    HttpResponse<String> page = send("GET", "/console/day?date=x", "", "", null);
    assertEquals(200, page.statusCode());
    String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
    assertTrue(policy.startsWith("default-src 'none'"), policy);
    assertEquals(1, page.headers().allValues("Content-Security-Policy").size());
    String script = page.body().replaceAll("(?s).*src=\"([^\"]+main.js)\".*", "$1");
    HttpResponse<String> file = send("GET", script, "", "", null);
    assertEquals(200, file.statusCode(), script);
    assertTrue(file.headers().firstValue("Cache-Control").orElseThrow().contains("immutable"));
    assertEquals(before, server.newest().toString());
  }

  @Test
  void whoListensHearsWhatThereIs() throws Exception {
    HttpResponse<String> events = server.call("GET", "/api/v1/events?once=true", admin, null);
    String data = events.body().replaceAll("(?s).*data:(\\{.*?})\\n.*", "$1");
    JsonNode change = Json.MAPPER.readTree(data);
    assertEquals(1, change.get("nodes").asInt());
    assertEquals("UTC", change.get("zone").asString());
    assertEquals("[]", change.get("topics").toString(), "who manages accounts sees no runs");
  }
}
