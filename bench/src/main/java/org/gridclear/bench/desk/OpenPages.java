package org.gridclear.bench.desk;

import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.gridclear.json.Json;
import org.gridclear.worker.api.Daemons;
import tools.jackson.databind.JsonNode;

/** Pages of the list of runs, each with its line to the server; they do as the script does. */
final class OpenPages implements AutoCloseable {
  private static final int SOON_MILLIS = 150;

  private final DeskClient client;
  private final CountDownLatch told;
  private final AtomicLong loads = new AtomicLong();
  private final ExecutorService threads = Daemons.pool("open-pages");
  private final Random random = new Random(1);
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
  private final List<CompletableFuture<Void>> lines = new ArrayList<>();

  OpenPages(DeskClient client, int count) {
    this.client = client;
    told = new CountDownLatch(count);
    for (int k = 0; k < count; k++) {
      Page page = new Page();
      lines.add(
          client
              .http()
              .sendAsync(client.request("/events"), BodyHandlers.ofLines())
              .thenAcceptAsync(answer -> listen(answer.body(), page), threads));
    }
  }

  /** One page: a load that is asked for is not asked for again until it has begun. */
  private final class Page {
    private final AtomicBoolean soon = new AtomicBoolean();
    private boolean first = true;

    private void changed(int spreadMillis) {
      if (first) {
        first = false;
        told.countDown();
      }
      if (soon.compareAndSet(false, true)) {
        int wait = SOON_MILLIS + (spreadMillis > 0 ? random.nextInt(spreadMillis) : 0);
        timer.schedule(this::load, wait, TimeUnit.MILLISECONDS);
      }
    }

    private void load() {
      soon.set(false);
      loads.incrementAndGet();
      client.later("/run-list?limit=50&offset=0");
      client.later("/run-list?state=open&limit=1");
    }
  }

  private static void listen(Stream<String> all, Page page) {
    try (all) {
      all.filter(line -> line.startsWith("data:"))
          .map(line -> Json.MAPPER.readTree(line.substring("data:".length())))
          .filter(OpenPages::ofRuns)
          .forEach(change -> page.changed(change.path("spreadMillis").asInt(0)));
    } catch (java.io.UncheckedIOException e) {
      // The line was cut, which is how a page is closed.
      return;
    }
  }

  private static boolean ofRuns(JsonNode change) {
    return change.get("topics").toString().contains("\"run\"");
  }

  /** Waits until every page has its line, and has loaded what it shows. */
  void awaitAll() throws InterruptedException {
    if (!told.await(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException(told.getCount() + " pages were not told of a change.");
    }
    Thread.sleep(2_000);
    loads.set(0);
  }

  /** How often a page asked for its lists. */
  long loads() {
    return loads.get();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    threads.shutdownNow();
    lines.forEach(line -> line.cancel(true));
  }
}
