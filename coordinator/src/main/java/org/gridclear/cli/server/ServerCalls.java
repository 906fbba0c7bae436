package org.gridclear.cli.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.gridclear.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Calls of a server as the account that logged in there. */
final class ServerCalls {
  /** The type of what is sent as JSON. */
  static final String JSON = "application/json";

  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(10);
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(60);
  private static final int FAILED_FROM = 400;
  private static final int UNAUTHORIZED = 401;

  private final String address;
  private final Optional<Logins.Login> login;
  private final HttpClient client;

  private ServerCalls(String address, Optional<Logins.Login> login, HttpClient client) {
    this.address = address;
    this.login = login;
    this.client = client;
  }

  /**
   * A server.
   *
   * @param address its address, by https unless it is this machine
   * @param login as whom it is called; empty for nobody
   * @param authority certificate of the grid's authority (PEM); null for those that Java trusts
   */
  static ServerCalls of(String address, Optional<Logins.Login> login, @Nullable Path authority)
      throws IOException {
    HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(CONNECTS_WITHIN);
    if (authority != null) {
      client.sslContext(trusting(authority));
    }
    return new ServerCalls(address(address), login, client.build());
  }

  private static SSLContext trusting(Path authority) throws IOException {
    try {
      return TrustedAuthority.of(authority);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("%s holds no certificate (PEM).".formatted(authority), e);
    }
  }

  /**
   * An address without a slash at its end.
   *
   * @throws IllegalArgumentException for one by which others could read a password
   */
  static String address(String text) {
    URI uri = URI.create(text.strip());
    boolean secure = "https".equals(uri.getScheme());
    boolean here = "http".equals(uri.getScheme()) && HERE.contains(String.valueOf(uri.getHost()));
    if (uri.getHost() == null || !secure && !here || uri.getQuery() != null) {
      throw new IllegalArgumentException(
          "The server (%s) must be https://HOST:PORT, or http:// on this machine.".formatted(text));
    }
    return uri.toString().replaceFirst("/+$", "");
  }

  /**
   * Makes a call.
   *
   * @param body null for none
   * @return the answer; a missing node for an empty one
   * @throws IllegalArgumentException if the server refuses it, in its words
   * @throws IOException if it cannot be reached
   */
  JsonNode call(String method, String path, @Nullable String body, String type) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(ANSWERS_WITHIN)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", type);
    }
    login.ifPresent(each -> request.header("Authorization", "Bearer " + each.token()));
    HttpResponse<String> answer = sent(request.build());
    if (answer.statusCode() >= FAILED_FROM) {
      throw new IllegalArgumentException(refusal(answer));
    }
    return answer.body().isEmpty()
        ? Json.MAPPER.missingNode()
        : Json.MAPPER.readTree(answer.body());
  }

  private HttpResponse<String> sent(HttpRequest request) throws IOException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IOException("The server %s cannot be reached: %s".formatted(address, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The call of %s was interrupted.".formatted(address), e);
    }
  }

  private String refusal(HttpResponse<String> answer) {
    if (answer.statusCode() == UNAUTHORIZED && !answer.uri().getPath().endsWith("/session")) {
      return (login.isPresent() ? "The login at %s has ended" : "Nobody is logged in at %s")
              .formatted(address)
          + ": gridclear login --server %s".formatted(address);
    }
    try {
      JsonNode problem = Json.MAPPER.readTree(answer.body());
      return "%s says: %s %s"
          .formatted(
              address, problem.path("detail").asString(""), problem.path("advice").asString(""))
          .strip();
    } catch (JacksonException e) {
      return "%s answers with %d.".formatted(address, answer.statusCode());
    }
  }
}
