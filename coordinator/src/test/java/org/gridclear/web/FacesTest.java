package org.gridclear.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gridclear.account.Accounts;
import org.gridclear.account.AuditLog;
import org.gridclear.account.Face;
import org.gridclear.account.Right;
import org.gridclear.account.Scope;
import org.gridclear.json.Json;
import org.gridclear.web.face.Door;
import org.gridclear.web.face.FaceCalls;
import org.gridclear.web.face.Faces;
import org.gridclear.web.market.ServedMarket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** All faces of one server, each called at its own port. */
// Rows: P-01, P-02, P-03, P-08, M-08
class FacesTest {
  private static final String NOWHERE = "There is nothing at this address.";
  private static final Map<Face, String> GROUPS =
      Map.of(
          Face.OPERATOR, "operators",
          Face.MEMBER, "members",
          Face.PUBLICATION, "regulators",
          Face.SETTLEMENT, "settlement",
          Face.ADMIN, "auditors");

  /** One token for each face, of somebody who works there. */
  private static final Map<Face, String> TOKENS = new EnumMap<>(Face.class);

  @TempDir private static Path folder;

  private static SecuredServer server;

  @BeforeAll
  static void serve() throws Exception {
    Faces faces =
        new Faces(Stream.of(Face.values()).map(face -> new Door(face, "127.0.0.1", 0)).toList());
    server = new SecuredServer(folder, UnaryOperator.identity(), ServedMarket.NONE, faces);
    Accounts accounts = server.security.accounts();
    for (Face face : Face.values()) {
      Scope scope = face == Face.MEMBER ? Scope.ofMembers(List.of("alder")) : Scope.ALL;
      accounts.add("at-" + face.word(), List.of(GROUPS.get(face)), scope);
      TOKENS.put(
          face, accounts.token("at-" + face.word(), "t", Duration.ofDays(1), face, Set.of()));
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return Json.MAPPER.readTree(answer.body());
  }

  private static boolean isNowhere(HttpResponse<String> answer) {
    return answer.statusCode() == 404 && answer.body().contains(NOWHERE);
  }

  private static String said(Face face, String key, HttpResponse<String> answer) {
    return face + " " + key + ": " + answer.statusCode() + " " + answer.body();
  }

  @Test
  void everyCallIsOfAFaceThatSomebodyMayUse() {
    FaceCalls calls = FaceCalls.read();
    Map<String, String> wrong = new TreeMap<>();
    CallTable.calls()
        .forEach(
            (key, call) -> {
              int blank = key.indexOf(' ');
              Set<Face> faces = calls.of(key.substring(0, blank), key.substring(blank + 1));
              if (faces.isEmpty()) {
                wrong.put(key, "is of no face: add it to web/faces.txt");
              }
              for (Face face : faces) {
                Set<Right> rights = EnumSet.noneOf(Right.class);
                rights.addAll(call.rights());
                rights.retainAll(face.rights());
                if (call.door() == CallTable.Door.RIGHT && rights.isEmpty()) {
                  wrong.put(key, "nobody has its right at the face " + face);
                }
              }
            });
    assertEquals(Map.of(), wrong);
  }

  @Test
  void aScanOfEachPortFindsItsOwnCallsAndNoOther() throws Exception {
    FaceCalls calls = FaceCalls.read();
    Set<String> described = new TreeSet<>();
    for (Face face : Face.values()) {
      Set<String> own = described(face);
      described.addAll(own);
      for (Map.Entry<String, CallTable.Call> each : CallTable.calls().entrySet()) {
        int blank = each.getKey().indexOf(' ');
        String method = each.getKey().substring(0, blank);
        boolean here = calls.of(method, each.getKey().substring(blank + 1)).contains(face);
        String address = each.getValue().samples().get(0).address();
        HttpResponse<String> answer = server.call(face, method, address, "", null);
        assertEquals(here, own.contains(each.getKey()), each.getKey());
        assertEquals(!here, isNowhere(answer), () -> said(face, each.getKey(), answer));
      }
    }
    assertEquals(CallTable.calls().keySet(), described);
  }

  private static Set<String> described(Face face) throws Exception {
    Set<String> own = new TreeSet<>();
    json(server.call(face, "GET", "/api/v1/openapi", "", null))
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .propertyNames()
                    .forEach(
                        method -> own.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    return own;
  }

  @Test
  void aTokenOpensItsOwnFaceAlone() throws Exception {
    for (Face issued : Face.values()) {
      for (Face at : Face.values()) {
        HttpResponse<String> answer =
            server.call(at, "GET", "/api/v1/session", TOKENS.get(issued), null);
        AuditLog.Entry entry = server.newest();
        if (at == issued) {
          assertEquals(200, answer.statusCode(), answer.body());
          assertEquals(at.word(), json(answer).get("face").asString());
        } else {
          assertEquals(403, answer.statusCode(), answer.body());
          assertEquals(
              "403 token of the face %s at the face %s".formatted(issued.word(), at.word()),
              entry.detail());
          assertEquals("at-" + issued.word(), entry.user());
          assertEquals(AuditLog.Kind.SYSTEM, entry.kind());
        }
      }
    }
    String old = server.security.accounts().token("at-operator", "old", 1);
    assertEquals(403, server.call(Face.OPERATOR, "GET", "/api/v1/runs", old, null).statusCode());
  }

  @Test
  void pagesAreOfTheirFaceToo() throws Exception {
    Map<String, Set<Face>> pages =
        Map.of(
            "/console/accounts", EnumSet.of(Face.ADMIN),
            "/console/runs", EnumSet.of(Face.OPERATOR),
            "/console/day", EnumSet.of(Face.OPERATOR),
            "/console/member/declare", EnumSet.of(Face.MEMBER),
            "/console/settlement/process", EnumSet.of(Face.SETTLEMENT),
            "/console/access", EnumSet.allOf(Face.class));
    for (Map.Entry<String, Set<Face>> page : pages.entrySet()) {
      for (Face face : Face.values()) {
        int status = server.call(face, "GET", page.getKey(), "", null).statusCode();
        assertEquals(page.getValue().contains(face) ? 200 : 404, status, face + page.getKey());
      }
    }
  }

  @Test
  void rightsGoNoFurtherThanTheFaceAndWhoHasNoneIsNotLetIn() throws Exception {
    Accounts accounts = server.security.accounts();
    accounts.add("both", List.of("operators", "settlement"), Scope.ALL);
    Accounts.Introduction both = accounts.reset("both", "");
    server.opened(both);
    server.accepted(both, SecuredServer.passwordOf(both), server.code(both));
    server.now.addAndGet(30_000);
    HttpResponse<String> login = login(both, Face.SETTLEMENT);
    assertEquals(200, login.statusCode(), login.body());
    assertEquals("settlement", json(login).get("face").asString());
    assertEquals(2, json(login).get("rights").size(), login.body());
    server.now.addAndGet(30_000);
    HttpResponse<String> refused = login(both, Face.ADMIN);
    assertEquals(401, refused.statusCode());
    assertEquals("401 no right of the face admin", server.newest().detail());
    assertFalse(refused.body().contains("face"), "who tries a door learns nothing");
  }

  private static HttpResponse<String> login(Accounts.Introduction who, Face face) throws Exception {
    String body =
        SecuredServer.json(
            "name", who.name(),
            "password", SecuredServer.passwordOf(who),
            "code", server.code(who));
    return server.call(face, "POST", "/api/v1/session", "", body);
  }

  @Test
  void aTokenMayBeForLessAndForHours() throws Exception {
    Accounts accounts = server.security.accounts();
    String token =
        accounts.token(
            "at-operator", "short", Duration.ofHours(1), Face.OPERATOR, Set.of(Right.READ_RESULTS));
    assertEquals(
        "[\"READ_RESULTS\"]",
        json(server.call(Face.OPERATOR, "GET", "/api/v1/session", token, null))
            .get("rights")
            .toString());
    assertEquals(
        403,
        server.call(Face.OPERATOR, "POST", "/api/v1/nodes/none/drain", token, "").statusCode());
    assertEquals(200, server.call(Face.OPERATOR, "GET", "/api/v1/runs", token, null).statusCode());
    server.now.addAndGet(Duration.ofHours(2).toMillis());
    assertEquals(401, server.call(Face.OPERATOR, "GET", "/api/v1/runs", token, null).statusCode());
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                accounts.token(
                    "at-operator",
                    "more",
                    Duration.ofHours(1),
                    Face.OPERATOR,
                    Set.of(Right.SETTLE)));
    assertTrue(refused.getMessage().contains("no right [SETTLE]"), refused.getMessage());
  }

  @Test
  void addressesAreReadAsTheServerReadsThem() throws Exception {
    for (String path :
        List.of(
            "/api/v1/session/../accounts",
            "/api/v1/%61ccounts",
            "/api/v1/session/%2e%2e/accounts",
            "//api/v1/accounts",
            "/api/v1/accounts/",
            "/api/v1/accounts;x=/api/v1/session")) {
      int status =
          server.call(Face.MEMBER, "GET", path, TOKENS.get(Face.MEMBER), null).statusCode();
      assertTrue(status == 404 || status == 400, path + " " + status);
    }
  }
}
