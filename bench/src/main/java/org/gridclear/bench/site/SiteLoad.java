package org.gridclear.bench.site;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridclear.bench.store.SyntheticYear;
import org.gridclear.json.Json;

/** Approvals, publications and runs that a server acknowledged. */
final class SiteLoad {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final int OK = 200;
  private static final int ACCEPTED = 202;

  private final List<LocalDate> approved = new CopyOnWriteArrayList<>();
  private final List<LocalDate> published = new CopyOnWriteArrayList<>();
  private final Map<String, Long> runs = new ConcurrentHashMap<>();
  private final List<Double> waits = new CopyOnWriteArrayList<>();
  private final AtomicInteger approvals = new AtomicInteger();
  private final AtomicInteger publications = new AtomicInteger();
  private volatile boolean ended;

  private static HttpResponse<String> post(String address, String type, String body)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Approves the next version; returns whether that was acknowledged. */
  boolean approve(String server) throws IOException, InterruptedException {
    LocalDate date = SyntheticYear.FIRST.plusDays(approvals.getAndIncrement());
    long start = System.nanoTime();
    HttpResponse<String> answer =
        post(
            "%s/api/v1/markets/da/days/%s/versions/1/state/approve".formatted(server, date),
            "application/json",
            "{\"reason\": \"bench\"}");
    boolean good = answer.statusCode() == OK;
    if (good) {
      approved.add(date);
      waits.add((System.nanoTime() - start) / 1e9);
    }
    return good;
  }

  private boolean publish(String server) throws IOException, InterruptedException {
    LocalDate date = LocalDate.of(2027, 1, 1).plusDays(publications.getAndIncrement());
    HttpResponse<String> answer =
        post(
            "%s/api/v1/publications/tables/%s/indices".formatted(server, date),
            "text/csv",
            "k\n" + date.getDayOfYear() + "\n");
    if (answer.statusCode() == OK) {
      published.add(date);
    }
    return answer.statusCode() == OK;
  }

  /** Submits a run; returns whether that was acknowledged. */
  boolean submit(String server, int number) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        post(
            server + "/api/v1/studies",
            "application/yaml",
            "study: site %d\nbase: {case: ieee57}\noptions: {gap: 0.0005, losses: false}\nmonteCarlo: [{name: draw, count: 8, seed: %d, loadDeviation: 0.02, renewableDeviation: 0.1}]"
                .formatted(number, number));
    boolean good = answer.statusCode() == ACCEPTED;
    if (good) {
      runs.put(
          Json.MAPPER.readTree(answer.body()).get("runId").asString(), System.currentTimeMillis());
    }
    return good;
  }

  /** Goes on approving and publishing until the server is gone. */
  Thread start(String server) {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (!ended) {
                  approve(server);
                  publish(server);
                  Thread.sleep(20);
                }
              } catch (IOException | InterruptedException e) {
                ended = true;
              }
            },
            "load");
    thread.start();
    return thread;
  }

  /** State of a run at a server; empty if it does not know it. */
  static String state(String server, String run) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(server + "/api/v1/runs/" + run)).build(),
            HttpResponse.BodyHandlers.ofString());
    return answer.statusCode() == OK
        ? Json.MAPPER.readTree(answer.body()).path("state").asString("")
        : "";
  }

  void end() {
    ended = true;
  }

  List<LocalDate> approved() {
    return approved;
  }

  List<LocalDate> published() {
    return published;
  }

  Map<String, Long> runs() {
    return runs;
  }

  /** Median of the time of an acknowledged approval, in seconds. */
  double wait(double share) {
    List<Double> sorted = waits.stream().sorted().toList();
    return sorted.isEmpty() ? Double.NaN : sorted.get((int) ((sorted.size() - 1) * share));
  }
}
