package org.gridclear.web;

import static org.gridclear.web.SecuredServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gridclear.account.Scope;
import org.gridclear.json.Json;
import org.gridclear.web.account.OpenIdIssuer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A server that takes tokens of an issuer, which is a real one over HTTP. */
// Rows: M-08
class OpenIdTest {
  private static final String CLIENT = "gridclear";
  private static final long HOUR_MILLIS = 3_600_000L;

  @TempDir private static Path folder;

  private static TokenIssuer issuer;
  private static SecuredServer server;
  private static long began;
  private static HttpResponse<String> whileSilent;

  /** The clock of the server. */
  private static final class Now extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(server.now.get());
    }
  }

  @BeforeAll
  static void start() throws Exception {
    issuer = new TokenIssuer();
    server =
        new SecuredServer(
            folder,
            local ->
                local.with(
                    new OpenIdIssuer(
                        issuer.address(),
                        CLIENT,
                        "preferred_username",
                        new Now(),
                        Duration.ofMinutes(5))));
    server.security.accounts().add("olga", List.of("operators"), Scope.ALL);
    began = server.now.get();
    issuer.silent = true;
    whileSilent = runs(issuer.token(claims().build()));
    issuer.silent = false;
  }

  @BeforeEach
  void asBefore() {
    server.now.set(began);
    server.security.accounts().rescope("olga", Scope.ALL);
    server.security.accounts().lock("olga", false);
  }

  @AfterAll
  static void stop() {
    server.close();
    issuer.close();
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(issuer.address())
        .audience(List.of("other", CLIENT))
        .subject("4711")
        .claim("preferred_username", "olga")
        .expirationTime(new Date(server.now.get() + HOUR_MILLIS));
  }

  private static HttpResponse<String> runs(String token) throws Exception {
    return server.call("GET", "/api/v1/runs", token, null);
  }

  private String with(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
    return issuer.token(change.apply(claims()).build());
  }

  @Test
  void aTokenOfTheIssuerIsItsAccountWithTheRightsAndScopeOfNow() throws Exception {
    String token = issuer.token(claims().build());
    assertEquals(200, runs(token).statusCode(), runs(token).body());
    assertEquals("olga", server.newest().user());
    String session = server.call("GET", "/api/v1/session", token, null).body();
    assertEquals("olga", Json.MAPPER.readTree(session).get("name").asString());
    server.security.accounts().rescope("olga", Scope.ofMembers(List.of("A")));
    assertEquals(403, runs(token).statusCode());
    String label = json("label", "x", "days", 5);
    assertEquals(403, server.call("POST", "/api/v1/tokens", token, label).statusCode());
    assertEquals(403, server.call("DELETE", "/api/v1/session", token, null).statusCode());
    int asked = issuer.asked.get();
    assertEquals(403, runs(token).statusCode());
    assertEquals(asked, issuer.asked.get(), "keys are kept");
  }

  @Test
  void whoIsNoAccountIsRefusedByName() throws Exception {
    for (String name : List.of("ghost", "admin", "Olga", "olga ", "a\u0007b")) {
      HttpResponse<String> refused = runs(with(c -> c.claim("preferred_username", name)));
      assertEquals(403, refused.statusCode(), name);
      JsonNode problem = Json.MAPPER.readTree(refused.body());
      String shown = "'" + name.replace('\u0007', '?') + "'";
      assertTrue(problem.get("detail").asString().contains(shown), refused.body());
      assertTrue(server.newest().detail().contains(shown), server.newest().detail());
      assertEquals("", server.newest().user());
    }
    server.security.accounts().lock("olga", true);
    assertEquals(403, runs(issuer.token(claims().build())).statusCode());
  }

  @Test
  void aTokenThatIsNotGoodLetsNobodyIn() throws Exception {
    long now = server.now.get();
    refused("expired", with(c -> c.expirationTime(new Date(now - 61_000))));
    refused("without end", with(c -> c.expirationTime(null)));
    refused("not yet", with(c -> c.notBeforeTime(new Date(now + 61_000))));
    refused("audience", with(c -> c.audience("other")));
    refused("no audience", with(c -> c.audience((String) null)));
    refused("issuer", with(c -> c.issuer("http://127.0.0.1:1")));
    refused("no issuer", with(c -> c.issuer(null)));
    refused("no name", with(c -> c.claim("preferred_username", null)));
    refused("name is a list", with(c -> c.claim("preferred_username", List.of("olga"))));
    refused("alg none", new PlainJWT(claims().build()).serialize());
    refused("signed with the public key", symmetric());
    String good = issuer.token(claims().build());
    String other = with(c -> c.claim("preferred_username", "olg4"));
    String[] parts = good.split("\\.");
    refused("changed", parts[0] + "." + other.split("\\.")[1] + "." + parts[2]);
    refused("unsigned", parts[0] + "." + parts[1] + ".");
    refused("cut", good.substring(0, good.length() - 8));
    refused("no token", "a.b.c");
    refused("key of another", TokenIssuer.token(TokenIssuer.rsa("first"), claims().build()));
    assertEquals(200, runs(good).statusCode());
    server.now.addAndGet(HOUR_MILLIS + 61_000);
    refused("an hour later", good);
  }

  private void refused(String why, String token) throws Exception {
    assertEquals(401, runs(token).statusCode(), why);
    assertTrue(server.newest().detail().startsWith("401 token of issuer: "), why);
  }

  private String symmetric() throws Exception {
    byte[] secret = issuer.key().toRSAKey().toRSAPublicKey().getEncoded();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(issuer.key().getKeyID()).build();
    SignedJWT token = new SignedJWT(header, claims().build());
    token.sign(new MACSigner(secret));
    return token.serialize();
  }

  @Test
  void aKeyThatWasReplacedSignsNothingAnyMore() throws Exception {
    JWK first = issuer.key();
    assertEquals(200, runs(issuer.token(claims().build())).statusCode());
    issuer.rotate(TokenIssuer.elliptic("second"));
    assertEquals(200, runs(issuer.token(claims().build())).statusCode(), "is asked for");
    refused("of the key before", TokenIssuer.token(first, claims().build()));
  }

  @Test
  void anIssuerThatCannotBeAskedIsNoReasonToLogInAgain() {
    assertEquals(503, whileSilent.statusCode(), whileSilent.body());
    assertTrue(whileSilent.headers().firstValue("Retry-After").isPresent());
  }

  @Test
  void anAddressByWhichAnybodyCouldSpeakForTheIssuerIsRefused() {
    for (String bad :
        List.of(
            "http://login.example.org", "ftp://127.0.0.1/", "login", "https://", "file:///etc")) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new OpenIdIssuer(bad, CLIENT, "sub", Clock.systemUTC(), Duration.ofMinutes(1)),
          bad);
    }
  }
}
