package org.gridclear.bench.day;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import org.gridclear.file.Sha256;

/**
 * The partner of a channel, who takes an id once, and whose answers get lost at random after it has
 * taken what came.
 */
final class Partner implements AutoCloseable {
  private final HttpServer server;
  private final Random chance;
  private final double lost;
  private final Map<String, String> taken = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();
  private long sequence;
  private int repeated;
  private volatile boolean away;

  /**
   * A partner.
   *
   * @param lost share of answers that get lost
   */
  Partner(long seed, double lost) throws IOException {
    this.chance = new Random(seed);
    this.lost = lost;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
  }

  void away(boolean now) {
    away = now;
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (away) {
      exchange.close();
      return;
    }
    byte[] body = exchange.getRequestBody().readAllBytes();
    take(
        exchange.getRequestHeaders().getFirst("X-Gridclear-Id"),
        Long.parseLong(exchange.getRequestHeaders().getFirst("X-Gridclear-Sequence")),
        Sha256.hex(body));
    if (loses()) {
      exchange.close();
      return;
    }
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private synchronized boolean loses() {
    return chance.nextDouble() < lost;
  }

  private synchronized void take(String id, long number, String hash) {
    String before = taken.putIfAbsent(id, hash);
    if (before != null) {
      repeated++;
      if (!before.equals(hash)) {
        faults.add(id + " came with another content");
      }
      return;
    }
    if (number != sequence + 1) {
      faults.add("%s has the number %d, after %d".formatted(id, number, sequence));
    }
    sequence = number;
  }

  /** What was taken, by id, with the hash of its content. */
  synchronized Map<String, String> taken() {
    return new LinkedHashMap<>(taken);
  }

  synchronized int repeated() {
    return repeated;
  }

  synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
