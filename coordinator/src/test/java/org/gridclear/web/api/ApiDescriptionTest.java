package org.gridclear.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.json.Json;
import org.gridclear.web.HttpCall;
import org.gridclear.web.OpenServer;
import org.gridclear.web.account.ServerSecurity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The description of the interface says something of every call and every parameter. */
class ApiDescriptionTest {
  private static OpenServer server;
  private static JsonNode api;

  @BeforeAll
  static void serve() throws Exception {
    server = new OpenServer(Path.of(""), 1);
    api =
        Json.MAPPER.readTree(
            HttpCall.send(server.address(), "GET", "/api/v1/openapi", "", null).body());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Set<String> calls() {
    Set<String> calls = new TreeSet<>();
    for (var path : api.get("paths").properties()) {
      for (var call : path.getValue().properties()) {
        calls.add(call.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
      }
    }
    return calls;
  }

  @Test
  void theWordsAreOfTheCallsThatThereAre() {
    Set<String> described = new ApiDescription(ServerSecurity.NONE).calls();
    Set<String> wordless = new TreeSet<>(calls());
    wordless.removeAll(described);
    Set<String> gone = new TreeSet<>(described);
    gone.removeAll(calls());
    assertEquals(Set.of(), wordless, "calls without words in openapi.yaml");
    assertEquals(Set.of(), gone, "words of calls that there are not");
  }

  @Test
  void titleVersionAndLicenceAreTheirs() {
    assertTrue(api.get("openapi").asString().startsWith("3.1"));
    assertEquals("GridClear", api.get("info").get("title").asString());
    assertEquals("Apache-2.0", api.get("info").get("license").get("identifier").asString());
    assertFalse(api.get("components").has("securitySchemes"), "a server without accounts");
  }

  @Test
  void everyCallHasASummaryATagAndWordsForItsParameters() {
    for (var path : api.get("paths").properties()) {
      for (var entry : path.getValue().properties()) {
        String name = entry.getKey() + " " + path.getKey();
        JsonNode call = entry.getValue();
        assertFalse(call.path("summary").asString("").isBlank(), name);
        assertEquals(1, call.get("tags").size(), name);
        for (JsonNode parameter : call.path("parameters")) {
          String said = parameter.path("description").asString("");
          assertFalse(said.isBlank(), name + " " + parameter.get("name"));
        }
        if (call.has("requestBody")) {
          assertTrue(call.get("requestBody").toString().contains("\"example\""), name);
        }
      }
    }
  }

  @Test
  void anExampleOfAStudyCanBeSentAsItIs() throws Exception {
    JsonNode body =
        api.get("paths").get("/api/v1/studies/expansion").get("post").get("requestBody");
    String example = body.get("content").get("application/yaml").get("example").asString();
    var answer = HttpCall.send(server.address(), "POST", "/api/v1/studies/expansion", "", example);
    assertEquals(200, answer.statusCode(), answer.body());
  }

  @Test
  void aBrowserSeesThePageOfTheInterfaceAndNowhereABlankOne() throws Exception {
    String address = server.address();
    Map<String, String> pages =
        Map.of(
            "/",
            "/app/main.js",
            "/console/runs/7?x=1",
            "/app/main.js",
            "/swagger-ui.html",
            "swagger-ui");
    for (Map.Entry<String, String> each : pages.entrySet()) {
      var page = HttpCall.browse(address + each.getKey());
      assertEquals(200, page.statusCode(), each.getKey());
      assertTrue(page.body().contains(each.getValue()), page.body());
    }
    for (String path :
        new String[] {"/nowhere", "/files/x/no.js", "/api/v1/nothing", "/api/v1/runs/none"}) {
      var page = HttpCall.browse(address + path);
      assertEquals(404, page.statusCode(), path);
      assertFalse(page.body().contains("Whitelabel"), page.body());
      assertTrue(Json.MAPPER.readTree(page.body()).has("advice"), page.body());
    }
  }

  @Test
  void errorsAreDescribedAsProblemDetails() {
    JsonNode answers = api.get("paths").get("/api/v1/studies").get("post").get("responses");
    assertEquals(Set.of("202", "400", "413", "429", "503"), Set.copyOf(answers.propertyNames()));
    String schema =
        answers
            .get("400")
            .get("content")
            .get("application/problem+json")
            .get("schema")
            .get("$ref")
            .asString();
    assertEquals("#/components/schemas/Problem", schema);
    assertTrue(api.get("components").get("schemas").get("Problem").get("properties").has("advice"));
  }
}
