package org.gridclear.settlement.einvoice;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.gridclear.market.exchange.Signature;
import org.gridclear.settlement.payment.TaxService;

/**
 * An address that is called with the payload, signed as calls of channels are.
 *
 * @param address the address
 * @param secret what signs
 * @param patience how long it may take
 * @param clock the time
 */
record ServiceAddress(URI address, byte[] secret, Duration patience, Clock clock)
    implements TaxService {
  private static final int SAID_MAX = 500;

  @Override
  public byte[] make(byte[] payload) throws IOException {
    Instant time = clock.instant();
    HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .build();
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(patience)
            .header("Content-Type", "application/json")
            .header("X-Gridclear-Time", Long.toString(time.getEpochSecond()))
            .header("X-Gridclear-Signature", Signature.of(secret, time, payload))
            .POST(HttpRequest.BodyPublishers.ofByteArray(payload))
            .build();
    try {
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() / 100 != 2) {
        byte[] said = answer.body();
        throw new IOException(
            "HTTP %d: %s"
                .formatted(
                    answer.statusCode(),
                    new String(said, 0, Math.min(SAID_MAX, said.length), StandardCharsets.UTF_8)));
      }
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
