package org.gridclear.site;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.gridclear.json.Json;

/** The active site, as its follower asks it. */
final class ActiveSite {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int OK = 200;
  private static final int CONFLICT = 409;

  private final URI uri;
  private final HttpClient client;

  ActiveSite(URI uri, HttpClient.Builder client) {
    this.uri = uri;
    this.client = client.connectTimeout(CONNECT).build();
  }

  /**
   * What is new there.
   *
   * @throws IllegalArgumentException if it is not the active site, as it says
   * @throws IOException if it does not answer
   */
  Frames pull(Frames.Asked asked) throws IOException {
    try (InputStream in = send("/pull", Json.MAPPER.writeValueAsBytes(asked))) {
      return Frames.read(new DataInputStream(new BufferedInputStream(in)));
    }
  }

  /** Asks it to change nothing any more. */
  void handOver() throws IOException {
    send("/hand-over", new byte[0]).close();
  }

  private InputStream send(String path, byte[] body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(uri.resolve(path))
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      HttpResponse<InputStream> answer =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      if (answer.statusCode() == CONFLICT) {
        try (InputStream why = answer.body()) {
          throw new IllegalArgumentException(
              new String(why.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
      if (answer.statusCode() != OK) {
        answer.body().close();
        throw new IOException("%s answers %d.".formatted(uri, answer.statusCode()));
      }
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
