package org.gridclear.bench.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.gridclear.json.Json;
import tools.jackson.databind.JsonNode;

/** Calls of the settlement over HTTP. A call that is cut off by a kill is made again. */
final class Calls {
  private static final long PAUSE_NANOS = 50_000_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int TRIES = 2_000;

  private final IntSupplier port;
  private final HttpClient client;
  private final AtomicInteger made = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger cut = new AtomicInteger();
  private final Set<String> states = new ConcurrentSkipListSet<>();
  private final List<String> faults = Collections.synchronizedList(new ArrayList<>());

  Calls(IntSupplier port) {
    this.port = port;
    System.setProperty("jdk.httpclient.keepalive.timeout", "1");
    this.client = HttpClient.newHttpClient();
  }

  /** What a body is made of. */
  static String json(Object... pairs) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int k = 0; k < pairs.length; k += 2) {
      fields.put(pairs[k].toString(), pairs[k + 1]);
    }
    return Json.MAPPER.writeValueAsString(fields);
  }

  /** Makes a call with a body until there is an answer, whatever it is. */
  HttpResponse<String> call(String method, String path, String token, String body) {
    return call(method, path, token, BodyPublishers.ofString(body));
  }

  /** Makes a call without a body until there is an answer, whatever it is. */
  HttpResponse<String> call(String method, String path, String token) {
    return call(method, path, token, BodyPublishers.noBody());
  }

  private HttpResponse<String> call(
      String method, String path, String token, HttpRequest.BodyPublisher body) {
    for (int tries = 0; tries < TRIES; tries++) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + port.getAsInt() + "/api/v1/settlement/" + path))
              .timeout(PATIENCE)
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .method(method, body);
      try {
        HttpResponse<String> answer =
            client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        made.incrementAndGet();
        return answer;
      } catch (IOException e) {
        cut.incrementAndGet();
        LockSupport.parkNanos(PAUSE_NANOS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    throw new IllegalStateException("The server does not answer: " + path);
  }

  /** A call that has to succeed. */
  JsonNode done(String method, String path, String token, String body) {
    return done(path, call(method, path, token, body));
  }

  /** A call without a body that has to succeed. */
  JsonNode done(String method, String path, String token) {
    return done(path, call(method, path, token));
  }

  private static JsonNode done(String path, HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return Json.MAPPER.readTree(answer.body());
  }

  JsonNode get(String path, String token) {
    return done("GET", path, token);
  }

  /** A text that has to come. */
  String text(String path, String token) {
    HttpResponse<String> answer = call("GET", path, token);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  /** A call that has to be refused with a code, and words in its reason. */
  void refused(int code, String words, String method, String path, String token, String body) {
    refused(code, words, method, path, call(method, path, token, body));
  }

  /** A call without a body that has to be refused. */
  void refused(int code, String words, String method, String path, String token) {
    refused(code, words, method, path, call(method, path, token));
  }

  private void refused(
      int code, String words, String method, String path, HttpResponse<String> answer) {
    refused.incrementAndGet();
    require(
        answer.statusCode() == code && answer.body().contains(words),
        "%s %s: %d %s, not %d '%s'",
        method,
        path,
        answer.statusCode(),
        answer.body(),
        code,
        words);
  }

  /** Notes a fault where something is not so. */
  void require(boolean so, String text, Object... values) {
    if (!so) {
      faults.add(text.formatted(values));
    }
  }

  /** Notes that a state was seen. */
  void seen(String state) {
    states.add(state);
  }

  Set<String> states() {
    return states;
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  int made() {
    return made.get();
  }

  int refused() {
    return refused.get();
  }

  int cut() {
    return cut.get();
  }
}
