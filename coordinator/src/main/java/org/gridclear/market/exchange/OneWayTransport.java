package org.gridclear.market.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridclear.file.Sha256;
import org.gridclear.file.WrittenFile;
import org.gridclear.json.Json;
import org.gridclear.market.store.exchange.OutboxRow;

/**
 * Files for a device that lets nothing come back: the body, and then a seal with sequence, id,
 * SHA-256 and signature. A body without a seal is not there yet.
 *
 * @param channel id of the channel
 * @param folder where they go
 * @param secret the channel's
 * @param clock the time
 */
record OneWayTransport(String channel, Path folder, byte[] secret, Clock clock)
    implements Delivery {
  @Override
  public String deliver(OutboxRow row, byte[] body) throws IOException {
    Files.createDirectories(folder);
    String name = "%012d".formatted(row.sequence());
    WrittenFile.write(folder.resolve(name + ".json"), body);
    Instant time = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Map<String, Object> seal = new LinkedHashMap<>();
    seal.put("format", "gridclear-seal");
    seal.put("version", 1);
    seal.put("channel", channel);
    seal.put("sequence", row.sequence());
    seal.put("id", row.id());
    seal.put("sha256", Sha256.hex(body));
    seal.put("time", time.getEpochSecond());
    seal.put("signature", Signature.of(secret, time, signed(row.sequence(), row.id(), body)));
    WrittenFile.write(folder.resolve(name + ".seal"), Json.MAPPER.writeValueAsBytes(seal));
    return name + ".seal";
  }

  /** What is signed: sequence and id, too, so that a file cannot stand in another's place. */
  static byte[] signed(long sequence, String id, byte[] body) {
    return (sequence + " " + id + " " + Sha256.hex(body))
        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
