package org.gridclear.market.exchange;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.gridclear.market.store.exchange.OutboxRow;

/**
 * Signed calls of an address. Redirections are not followed, so that an address does not lead to
 * another one.
 *
 * @param address where they go
 * @param secret the channel's
 * @param clock the time
 */
record HttpsTransport(URI address, byte[] secret, Clock clock) implements Delivery {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int SAID_MAX = 500;
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(PATIENCE)
          .build();

  /** Whether an address may be called: https, or http of this machine; without a user. */
  static boolean allowed(String target) {
    URI uri;
    try {
      uri = URI.create(target);
    } catch (IllegalArgumentException e) {
      return false;
    }
    if (uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
      return false;
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && HERE.contains(host);
  }

  @Override
  public String deliver(OutboxRow row, byte[] body) throws IOException {
    Instant time = clock.instant();
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("X-Gridclear-Channel", row.channel())
            .header("X-Gridclear-Id", row.id())
            .header("X-Gridclear-Sequence", Long.toString(row.sequence()))
            .header("X-Gridclear-Time", Long.toString(time.getEpochSecond()))
            .header("X-Gridclear-Signature", Signature.of(secret, time, body))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    HttpResponse<byte[]> answer;
    try {
      answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    String said =
        new String(
            answer.body(), 0, Math.min(SAID_MAX, answer.body().length), StandardCharsets.UTF_8);
    if (answer.statusCode() / 100 != 2) {
      throw new IOException("HTTP %d: %s".formatted(answer.statusCode(), said));
    }
    return said;
  }
}
