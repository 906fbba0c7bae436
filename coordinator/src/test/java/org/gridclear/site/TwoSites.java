package org.gridclear.site;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.process.JournalRow;
import org.gridclear.market.store.process.JournalStore;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Two sites on one machine, by clocks that are set by hand. */
abstract class TwoSites {
  static final Duration LEASE = Duration.ofSeconds(60);

  @TempDir Path root;
  final Hand clock = new Hand();
  final AtomicLong nanos = new AtomicLong(1);
  MarketFolder north;
  SiteFeed feed;
  SiteFollower follower;

  /** A clock that is set on by hand. */
  static final class Hand extends Clock {
    Instant now = Instant.parse("2026-10-05T00:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @BeforeEach
  void begin() {
    north =
        MarketFolder.create(
            root.resolve("north/market"),
            new MarketFolder.Facts("spot", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED));
  }

  @AfterEach
  void end() {
    if (follower != null) {
      follower.close();
    }
    if (feed != null) {
      feed.close();
    }
    if (north != null) {
      north.close();
    }
  }

  SiteFiles files(String site) {
    return new SiteFiles(
        Map.of(
            "content", root.resolve(site + "/market/content"),
            "security", root.resolve(site + "/security")));
  }

  SiteFeed serve(MarketFolder market, String site, boolean alone) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      return SiteFeed.start(
          market,
          files(site),
          GridLink.NONE,
          LEASE,
          alone,
          clock,
          nanos::get,
          new SiteDoor(server, call -> {}));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  SiteFollower follow(SiteFeed of, String site) {
    return new SiteFollower(
        URI.create("http://127.0.0.1:" + of.port()),
        HttpClient.newBuilder(),
        root.resolve(site + "/market"),
        files(site),
        GridLink.NONE,
        clock,
        nanos::get);
  }

  static void add(MarketFolder market, String text) {
    JournalStore journal = new JournalStore(market.database(), JournalStore.Journal.PAYMENT);
    List<JournalRow> rows = journal.after(0, JournalRow.FIRST);
    JournalRow last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
    journal.add(
        last == null ? 0 : last.number(),
        last == null ? JournalRow.FIRST : last.hash(),
        "olga",
        Instant.EPOCH,
        newer -> List.of(new JournalStore.Entry("x", text)));
  }

  static List<String> journal(Path market) {
    try (MarketFolder folder = MarketFolder.open(market)) {
      return new JournalStore(folder.database(), JournalStore.Journal.PAYMENT)
          .after(0, JournalRow.FIRST).stream().map(JournalRow::content).toList();
    }
  }

  /** A row that is not chained to those before. */
  static void write(Handle handle, int number, String text) {
    handle.begin();
    handle.execute(
        "INSERT INTO payment_journal (number, kind, content, made_by, made_at, hash)"
            + " VALUES (?, 'x', ?, 'olga', CURRENT_TIMESTAMP, REPEAT('0', 64))",
        number,
        text);
  }

  List<String> contents(String site) {
    try (MarketFolder folder = MarketFolder.open(root.resolve(site + "/market"))) {
      return folder
          .database()
          .jdbi()
          .withHandle(
              handle ->
                  handle
                      .createQuery("SELECT content FROM payment_journal ORDER BY number")
                      .mapTo(String.class)
                      .list());
    }
  }

  /** Asks until a change that is made meanwhile is acknowledged. */
  void acknowledged(MarketFolder market, String text) throws IOException {
    CompletableFuture<Void> done = CompletableFuture.runAsync(() -> add(market, text));
    while (!done.isDone()) {
      follower.ask();
    }
    done.join();
  }

  /** A change that nobody hears of, until the lease is over. */
  Throwable unheard(Runnable made) {
    CompletableFuture<Void> change = CompletableFuture.runAsync(made);
    while (feed.waiting() == 0 && !change.isDone()) {
      Thread.onSpinWait();
    }
    nanos.addAndGet(LEASE.toNanos() + 1);
    return assertThrows(CompletionException.class, change::join).getCause();
  }

  /** Twice, for the second question says that the first answer is kept. */
  void reach() throws IOException {
    follower.ask();
    follower.ask();
  }
}
