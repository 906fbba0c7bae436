package org.gridclear.web;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** An issuer of OpenID Connect with discovery, keys that are served over HTTP, and tokens. */
final class TokenIssuer implements AutoCloseable {
  private final HttpServer server;
  private volatile JWK key;

  /** Whether it answers nobody. */
  volatile boolean silent;

  /** How often its keys were asked for. */
  final AtomicInteger asked = new AtomicInteger();

  TokenIssuer() throws Exception {
    key = rsa("first");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/.well-known/openid-configuration",
        call ->
            answer(call, SecuredServer.json("issuer", address(), "jwks_uri", address() + "/keys")));
    server.createContext(
        "/keys",
        call -> {
          asked.incrementAndGet();
          answer(call, new JWKSet(key.toPublicJWK()).toString());
        });
    server.start();
  }

  private void answer(HttpExchange call, String text) throws IOException {
    if (silent) {
      call.sendResponseHeaders(500, -1);
      call.close();
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().add("Content-Type", "application/json");
    call.sendResponseHeaders(200, bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }

  static RSAKey rsa(String id) throws Exception {
    return new RSAKeyGenerator(2048).keyID(id).generate();
  }

  static ECKey elliptic(String id) throws Exception {
    return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  JWK key() {
    return key;
  }

  /** Signs with another key from now on; only that one is served. */
  void rotate(JWK next) {
    key = next;
  }

  String token(JWTClaimsSet claims) throws Exception {
    return token(key, claims);
  }

  static String token(JWK key, JWTClaimsSet claims) throws Exception {
    boolean rsa = key instanceof RSAKey;
    JWSSigner signer = rsa ? new RSASSASigner(key.toRSAKey()) : new ECDSASigner(key.toECKey());
    JWSHeader header =
        new JWSHeader.Builder(rsa ? JWSAlgorithm.RS256 : JWSAlgorithm.ES256)
            .keyID(key.getKeyID())
            .build();
    SignedJWT token = new SignedJWT(header, claims);
    token.sign(signer);
    return token.serialize();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
