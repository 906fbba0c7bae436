package org.gridclear.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.gridclear.account.Accounts;
import org.gridclear.account.AuditLog;
import org.gridclear.account.Face;
import org.gridclear.account.OneTimeCodes;
import org.gridclear.account.Sessions;
import org.gridclear.json.Json;
import org.gridclear.run.RunLimits;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.local.LocalGrid;
import org.gridclear.web.account.ServerSecurity;
import org.gridclear.web.face.Faces;
import org.gridclear.web.market.ServedMarket;
import tools.jackson.databind.JsonNode;

/** A server with accounts and a clock of its own, and the people who call it over real HTTP. */
final class SecuredServer implements AutoCloseable {
  private static final String PASSWORD = "Correct horse 7 battery";

  /** The server's clock; codes and expiry move with it. */
  final AtomicLong now = new AtomicLong(1_795_000_000_000L);

  final Path accounts;
  final ServerSecurity security;
  final Accounts.Introduction admin;
  private final Map<String, String> secondFactors = new ConcurrentHashMap<>();
  private final LocalGrid grid = new LocalGrid(1);
  private final ActorStudyRuns runs;
  private final WebServer server;
  private final Faces faces;

  SecuredServer(Path folder) throws Exception {
    this(folder, UnaryOperator.identity());
  }

  /** A server whose callers may come by other ways, too. */
  SecuredServer(Path folder, UnaryOperator<ServerSecurity> more) throws Exception {
    this(folder, more, ServedMarket.NONE);
  }

  /** A server with a market, which stays open when it is closed. */
  SecuredServer(Path folder, UnaryOperator<ServerSecurity> more, ServedMarket market)
      throws Exception {
    this(folder, more, market, Faces.none());
  }

  /** A server with faces, of which the first is the one that is called where none is said. */
  SecuredServer(Path folder, UnaryOperator<ServerSecurity> more, ServedMarket market, Faces faces)
      throws Exception {
    this.faces = faces;
    accounts = folder.resolve("security");
    admin = Accounts.create(accounts, "admin", now::get);
    Accounts opened = Accounts.open(accounts, now::get);
    security =
        more.apply(
            new ServerSecurity(
                opened, new Sessions(opened), AuditLog.open(accounts, now::get), null));
    runs = new ActorStudyRuns(grid.access(), RunLimits.OF_COMMANDS, Clock.systemUTC());
    server = WebServer.of(runs, folder, security).market(market).faces(faces).start();
  }

  int port() {
    return server.port();
  }

  /** Makes a user by the superuser's token. */
  Accounts.Introduction made(String adminToken, String name, String group) throws Exception {
    HttpResponse<String> answer =
        call("POST", "/api/v1/accounts", adminToken, json("name", name, "groups", List.of(group)));
    assertEquals(200, answer.statusCode(), answer.body());
    return Json.MAPPER.readValue(answer.body(), Accounts.Introduction.class);
  }

  /** The password that a user chooses. */
  static String passwordOf(Accounts.Introduction who) {
    return PASSWORD + who.name().length();
  }

  /** Opens the link of an invitation, as its page does. */
  HttpResponse<String> opened(Accounts.Introduction who) throws Exception {
    HttpResponse<String> answer =
        call("POST", "/api/v1/invitations/opened", "", json("invitation", who.code()));
    if (answer.statusCode() == 200) {
      JsonNode welcome = Json.MAPPER.readTree(answer.body());
      secondFactors.put(who.name(), welcome.get("secondFactor").asString());
    }
    return answer;
  }

  /** Sets the password by an invitation. */
  HttpResponse<String> accepted(Accounts.Introduction who, String password, String code)
      throws Exception {
    return call(
        "POST",
        "/api/v1/invitations/accepted",
        "",
        json("invitation", who.code(), "password", password, "code", code));
  }

  /** Accepts the invitation, logs in, and returns the token. */
  String settled(Accounts.Introduction who) throws Exception {
    assertEquals(200, opened(who).statusCode());
    HttpResponse<String> answer = accepted(who, passwordOf(who), code(who));
    assertEquals(200, answer.statusCode(), answer.body());
    JsonNode session = Json.MAPPER.readTree(login(who, passwordOf(who)).body());
    return session.get("token").asString();
  }

  HttpResponse<String> change(String token, String old, String password) throws Exception {
    return call("PUT", "/api/v1/password", token, json("old", old, "password", password));
  }

  /** Logs in half a minute later, with the code of then. */
  HttpResponse<String> login(Accounts.Introduction who, String password) throws Exception {
    now.addAndGet(30_000);
    return tried(who, password);
  }

  HttpResponse<String> tried(Accounts.Introduction who, String password) throws Exception {
    String body = json("name", who.name(), "password", password, "code", code(who));
    return call("POST", "/api/v1/session", "", body);
  }

  String code(Accounts.Introduction who) {
    return OneTimeCodes.of(secondFactors.get(who.name()), now.get());
  }

  static String json(Object... pairs) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int k = 0; k < pairs.length; k += 2) {
      fields.put(pairs[k].toString(), pairs[k + 1]);
    }
    return Json.MAPPER.writeValueAsString(fields);
  }

  HttpResponse<String> call(String method, String path, String token, String body)
      throws Exception {
    return HttpCall.send("http://127.0.0.1:" + server.port(), method, path, token, body);
  }

  /** A call at a face. */
  HttpResponse<String> call(Face face, String method, String path, String token, String body)
      throws Exception {
    String address = "http://127.0.0.1:" + faces.port(face).orElseThrow();
    return HttpCall.send(address, method, path, token, body);
  }

  AuditLog.Entry newest() {
    List<AuditLog.Entry> entries = security.log().entries();
    return entries.get(entries.size() - 1);
  }

  @Override
  public void close() {
    server.close();
    runs.close();
    grid.close();
  }
}
