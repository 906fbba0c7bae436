package org.gridclear.market.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.gridclear.market.store.exchange.OutboxRow;

/**
 * Signed records of a topic, which all replicas have before it is called delivered. The key is the
 * channel, so that they stay in their order; a record that comes again has the same id.
 *
 * @param producers makes the producer of a delivery
 * @param topic where they go
 * @param secret the channel's
 * @param clock the time
 */
record KafkaTransport(Producers producers, String topic, byte[] secret, Clock clock)
    implements Delivery {
  private static final int PATIENCE_MILLIS = 10_000;

  /** Makes producers. */
  @FunctionalInterface
  interface Producers {
    /** A producer, which is closed after the delivery. */
    Producer<String, byte[]> open();
  }

  /** Producers of the brokers of an address, {@code host:port,host:port/topic}. */
  static KafkaTransport of(String target, byte[] secret, Clock clock) {
    int slash = target.indexOf('/');
    String brokers = target.substring(0, slash);
    return new KafkaTransport(() -> producer(brokers), target.substring(slash + 1), secret, clock);
  }

  private static Producer<String, byte[]> producer(String brokers) {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            brokers,
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true,
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            PATIENCE_MILLIS,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            PATIENCE_MILLIS / 2,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            PATIENCE_MILLIS),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  @Override
  public String deliver(OutboxRow row, byte[] body) throws IOException {
    Instant time = clock.instant();
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, row.channel(), body);
    record.headers().add("X-Gridclear-Id", row.id().getBytes(UTF_8));
    record.headers().add("X-Gridclear-Sequence", Long.toString(row.sequence()).getBytes(UTF_8));
    record.headers().add("X-Gridclear-Time", Long.toString(time.getEpochSecond()).getBytes(UTF_8));
    record.headers().add("X-Gridclear-Signature", Signature.of(secret, time, body).getBytes(UTF_8));
    try (Producer<String, byte[]> producer = producers.open()) {
      RecordMetadata sent = producer.send(record).get(2L * PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      return "partition %d, offset %d".formatted(sent.partition(), sent.offset());
    } catch (ExecutionException e) {
      throw new IOException(
          String.valueOf(Objects.requireNonNullElse(e.getCause(), e).getMessage()), e);
    } catch (KafkaException | TimeoutException e) {
      throw new IOException(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
