package org.gridclear.web.account;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gridclear.account.Face;
import org.gridclear.json.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * An issuer of tokens (OpenID Connect), whose word is taken for who calls: a JWT that it signed,
 * for this server, and that has not expired. Where its keys are is asked with the first token
 * (OpenID Connect Discovery 1.0); they are asked for again every few minutes, and for a key that is
 * unknown.
 */
public final class OpenIdIssuer {
  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final int CONNECT_MILLIS = 2_000;
  private static final int READ_MILLIS = 5_000;
  private static final int BYTES_MAX = 1 << 20;
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String DISCOVERY = "/.well-known/openid-configuration";

  private final String issuer;
  private final String client;
  private final String claim;
  private final Clock clock;
  private final Duration keysKept;
  private final DefaultResourceRetriever retriever =
      new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, BYTES_MAX);
  private final Map<Face, OpenIdIssuer> faces = new ConcurrentHashMap<>();
  private @Nullable NimbusJwtDecoder decoder;

  /**
   * An issuer.
   *
   * @param issuer its address, as its tokens name it
   * @param client what it calls this server; a token for another is not taken
   * @param claim claim of a token that is the name of an account
   * @param keysKept how long its keys are taken for good
   * @throws IllegalArgumentException for an address by which anybody on the way could speak for it
   */
  public OpenIdIssuer(String issuer, String client, String claim, Clock clock, Duration keysKept) {
    if (issuer.isBlank() || client.isBlank() || claim.isBlank()) {
      throw new IllegalArgumentException("An issuer needs its address, a client and a claim.");
    }
    requirePrivate("issuer", issuer);
    this.issuer = issuer;
    this.client = client;
    this.claim = claim;
    this.clock = clock;
    this.keysKept = keysKept;
  }

  /** The same for a face, whose client is of its own: {@code CLIENT-FACE}. */
  OpenIdIssuer at(Face face) {
    return faces.computeIfAbsent(
        face, each -> new OpenIdIssuer(issuer, client + "-" + each.word(), claim, clock, keysKept));
  }

  /** The issuer cannot be asked for its keys now. */
  static final class UnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreachableException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** Whether a token is for an issuer to judge: tokens of this server have no dots. */
  static boolean isJwt(String token) {
    return token.indexOf('.') >= 0;
  }

  private static URL requirePrivate(String what, String address) {
    try {
      URI uri = URI.create(address);
      boolean secure = "https".equals(uri.getScheme());
      boolean here = "http".equals(uri.getScheme()) && isLoopback(uri.getHost());
      if (uri.getHost() == null || !secure && !here) {
        throw new IllegalArgumentException(
            "The address of the %s (%s) must be https://….".formatted(what, address));
      }
      return uri.toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(
          "The address of the %s (%s) must be https://….".formatted(what, address), e);
    }
  }

  /** By the name alone: what an address leads to is nobody's word. */
  private static boolean isLoopback(@Nullable String host) {
    return host != null && HERE.contains(host);
  }

  /**
   * The name of the account that a token is of.
   *
   * @throws BadJwtException if it is not good, with the reason
   * @throws UnreachableException if the issuer cannot be asked for its keys
   */
  String account(String token) {
    try {
      Jwt jwt = decoder().decode(token);
      Object name = jwt.getClaims().get(claim);
      if (!(name instanceof String text) || text.isEmpty()) {
        throw new BadJwtException("The token has no claim %s.".formatted(claim));
      }
      return text;
    } catch (BadJwtException e) {
      throw e;
    } catch (JwtException e) {
      if (askedJustNow(e)) {
        throw new BadJwtException("The key of the token is none of the issuer's.", e);
      }
      throw new UnreachableException("The issuer %s cannot be asked now.".formatted(issuer), e);
    }
  }

  /** Whether the issuer is not asked again for a key that it did not have seconds ago. */
  private static boolean askedJustNow(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof RateLimitReachedException) {
        return true;
      }
    }
    return false;
  }

  private synchronized NimbusJwtDecoder decoder() {
    if (decoder == null) {
      decoder = discovered();
    }
    return decoder;
  }

  private NimbusJwtDecoder discovered() {
    JWKSource<SecurityContext> keys =
        JWKSourceBuilder.<SecurityContext>create(
                requirePrivate("issuer's keys", keysAddress()), retriever)
            .cache(keysKept.toMillis(), READ_MILLIS)
            .refreshAheadCache(false)
            .rateLimited(true)
            .build();
    NimbusJwtDecoder made =
        NimbusJwtDecoder.withJwkSource(keys)
            // Asymmetric ones alone: nobody signs with a key that is public, or with none.
            .jwsAlgorithms(all -> all.addAll(List.of(SignatureAlgorithm.values())))
            .jwtProcessorCustomizer(
                processor ->
                    processor.setJWSTypeVerifier(
                        new DefaultJOSEObjectTypeVerifier<>(
                            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null)))
            .build();
    JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
    times.setAllowEmptyExpiryClaim(false);
    times.setClock(clock);
    made.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            times, new JwtIssuerValidator(issuer), new JwtAudienceValidator(client)));
    return made;
  }

  private String keysAddress() {
    try {
      String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
      String text = retriever.retrieveResource(URI.create(base + DISCOVERY).toURL()).getContent();
      JsonNode said = Json.MAPPER.readTree(text);
      if (!issuer.equals(said.path("issuer").asString(""))) {
        throw new UnreachableException(
            "%s says that it is the issuer '%s'."
                .formatted(issuer, said.path("issuer").asString("")),
            new IOException(DISCOVERY));
      }
      return said.path("jwks_uri").asString("");
    } catch (IOException | JacksonException e) {
      throw new UnreachableException("The issuer %s cannot be asked now.".formatted(issuer), e);
    }
  }
}
