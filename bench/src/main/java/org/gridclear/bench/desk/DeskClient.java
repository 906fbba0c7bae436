package org.gridclear.bench.desk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridclear.json.Json;
import tools.jackson.databind.JsonNode;

/** Calls of a server without accounts on this machine. */
final class DeskClient {
  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;
  private final long process;
  private int studied;

  /**
   * Calls of a server.
   *
   * @param port its port
   * @param process its process, whose CPU time is measured
   */
  DeskClient(int port, long process) {
    base = "http://127.0.0.1:" + port + "/api/v1";
    this.process = process;
  }

  /** What a study took: wall-clock time, and CPU time of the server's process. */
  record Cost(double seconds, double cpuSeconds) {}

  /** The answer of a call that has to succeed. */
  String get(String path) throws IOException, InterruptedException {
    return body(client.send(request(path), BodyHandlers.ofString()));
  }

  /** The answer of a call, later. */
  CompletableFuture<String> later(String path) {
    return client.sendAsync(request(path), BodyHandlers.ofString()).thenApply(DeskClient::body);
  }

  HttpClient http() {
    return client;
  }

  HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).build();
  }

  private static String body(HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.uri() + ": " + answer.statusCode() + answer.body());
    }
    return answer.body();
  }

  /** Runs a study of so many cases, and waits for its end. */
  Cost study(int cases) throws IOException, InterruptedException {
    // Cases that the grid has solved before would cost nothing.
    int first = studied;
    studied += cases;
    String factors =
        IntStream.range(0, cases - 1)
            .mapToObj(k -> String.valueOf(0.95 + 1e-5 * (first + k)))
            .collect(Collectors.joining(", "));
    String text =
        """
        study: desk
        base: {case: ieee30}
        horizon: {periodCount: 24}
        sweeps:
          - name: load {load}
            over: {load: [%s]}
            changes:
              - load: {scale: $load}
        """
            .formatted(factors);
    double cpu = cpuSeconds();
    long start = System.nanoTime();
    HttpRequest submission =
        HttpRequest.newBuilder(URI.create(base + "/studies"))
            .header("Content-Type", "application/yaml")
            .POST(BodyPublishers.ofString(text))
            .build();
    String answer = client.send(submission, BodyHandlers.ofString()).body();
    JsonNode id = Json.MAPPER.readTree(answer).get("runId");
    if (id == null) {
      throw new IllegalStateException(answer);
    }
    String state = "";
    while (!state.equals("DONE")) {
      Thread.sleep(Duration.ofMillis(20).toMillis());
      state = Json.MAPPER.readTree(get("/runs/" + id.asString())).get("state").asString();
      if (state.equals("FAILED") || state.equals("CANCELLED")) {
        throw new IllegalStateException("The study is " + state + ".");
      }
    }
    return new Cost((System.nanoTime() - start) / 1e9, cpuSeconds() - cpu);
  }

  private double cpuSeconds() {
    return ProcessHandle.of(process)
            .flatMap(each -> each.info().totalCpuDuration())
            .orElseThrow(() -> new IllegalStateException("The server has ended."))
            .toNanos()
        / 1e9;
  }
}
