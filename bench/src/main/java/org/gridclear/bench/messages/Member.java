package org.gridclear.bench.messages;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.gridclear.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * A member that fetches and acknowledges until it has everything, whatever is dropped on the way.
 */
final class Member implements Runnable {
  private static final int PAGE = 100;
  private static final long PAUSE_NANOS = 20_000_000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String recipient;
  private final int expected;
  private final IntSupplier port;
  private final HttpClient client;

  /** Dates of the publications that arrived; each is of its own date. */
  private final Set<String> dates = new HashSet<>();

  /** What the server said of each acknowledgement, by number. */
  private final Map<Long, String> records = new HashMap<>();

  private final List<String> faults = new ArrayList<>();
  private int attempts;
  private int failures;

  Member(String id, int expected, IntSupplier port, HttpClient client) {
    this.recipient = "member:" + id;
    this.expected = expected;
    this.port = port;
    this.client = client;
  }

  @Override
  public void run() {
    long after = 0;
    while (records.size() < expected && faults.isEmpty()) {
      JsonNode page = get(after);
      List<Long> numbers = new ArrayList<>();
      for (JsonNode message : page.get("messages")) {
        long number = message.get("number").asLong();
        if (number <= after) {
          faults.add("message %d comes after %d".formatted(number, after));
        }
        if (!dates.add(message.get("publication").get("date").asString())) {
          faults.add("message %d tells what was told before".formatted(number));
        }
        numbers.add(number);
      }
      if (numbers.isEmpty()) {
        LockSupport.parkNanos(PAUSE_NANOS);
        continue;
      }
      acknowledge(numbers);
      after = page.get("next").asLong();
    }
  }

  /** Acknowledges, and at every third time once more: the record has to stay as it was. */
  private void acknowledge(List<Long> numbers) {
    for (int times = attempts % 3 == 0 ? 2 : 1; times > 0; times--) {
      JsonNode answer = post(numbers);
      if (answer.size() != numbers.size()) {
        faults.add("%d of %d are acknowledged".formatted(answer.size(), numbers.size()));
      }
      for (JsonNode message : answer) {
        String record = message.get("acknowledgedAt") + " " + message.get("acknowledgedBy");
        String before = records.putIfAbsent(message.get("number").asLong(), record);
        if (before != null && !before.equals(record)) {
          faults.add("acknowledged twice: %s, %s".formatted(before, record));
        }
      }
    }
  }

  private JsonNode get(long after) {
    return sent(
        () ->
            HttpRequest.newBuilder(
                    uri("recipient=%s&after=%d&limit=%d".formatted(recipient, after, PAGE)))
                .GET());
  }

  /** Each try has its own name, so that a second record would show. */
  private JsonNode post(List<Long> numbers) {
    String body = String.join(",", numbers.stream().map(String::valueOf).toList());
    return sent(
        () ->
            HttpRequest.newBuilder(
                    uri("recipient=%s&by=%s.%d".formatted(recipient, recipient, attempts)))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private URI uri(String query) {
    return URI.create("http://127.0.0.1:%d/?%s".formatted(port.getAsInt(), query));
  }

  /** Makes the request anew for each try. */
  private interface Request {
    HttpRequest.Builder make();
  }

  private JsonNode sent(Request request) {
    while (true) {
      attempts++;
      try {
        HttpResponse<byte[]> answer =
            client.send(
                request.make().timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() == 200) {
          return Json.MAPPER.readTree(answer.body());
        }
      } catch (IOException dropped) {
        // Again: nobody knows whether it was done.
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      failures++;
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  int received() {
    return dates.size();
  }

  int acknowledged() {
    return records.size();
  }

  int failures() {
    return failures;
  }

  List<String> faults() {
    return faults.stream().map(fault -> recipient + ": " + fault).toList();
  }
}
