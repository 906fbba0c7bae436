package org.gridclear.site;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.prometheus.client.Gauge;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import org.gridclear.json.Json;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.archive.DatabaseCopy;
import org.gridclear.market.store.site.ChangeLog;
import org.gridclear.market.store.site.SiteMark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The active site: answers who follows it, and holds up every acknowledgement of the market until
 * the follower has what was committed.
 */
public final class SiteFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SiteFeed.class);
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final long BYTES_MAX = 32L << 20;
  private static final int OK = 200;
  private static final int CONFLICT = 409;
  private static final Gauge LAG =
      Gauge.build("gridclear_site_lag_seconds", "Age of the oldest change without its copy.")
          .create();
  private static final Gauge SILENT =
      Gauge.build("gridclear_site_silent_seconds", "Time since the standby site answered.")
          .create();

  private final MarketFolder market;
  private final ChangeLog log;
  private final SiteFiles files;
  private final GridLink grid;
  private final Lease lease;
  private final Duration leaseTime;
  private final boolean alone;
  private final Clock clock;
  private final SiteDoor door;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final SiteMark mark;
  private String session = "";
  private long settled;
  private boolean whole;
  private Map<SiteFiles.Place, SiteFiles.Sent> sent = new TreeMap<>();

  private SiteFeed(
      MarketFolder market,
      SiteFiles files,
      GridLink grid,
      Duration leaseTime,
      boolean alone,
      Clock clock,
      LongSupplier nanos,
      SiteDoor door) {
    this.market = market;
    this.log = new ChangeLog(market.database());
    this.files = files;
    this.grid = grid;
    this.leaseTime = leaseTime;
    this.alone = alone;
    this.lease = new Lease(leaseTime, alone, nanos);
    this.clock = clock;
    this.door = door;
    this.mark = log.activate(clock.instant(), lease::refusal);
  }

  /**
   * Begins to send.
   *
   * @param files folders that are sent, besides the database
   * @param alone whether changes are made without a standby site; what is lost with this site then
   *     was acknowledged
   * @param nanos a clock that nobody sets, for the lease
   * @param door where followers ask; started here
   * @throws IllegalArgumentException if another site is the active one
   */
  public static SiteFeed start(
      MarketFolder market,
      SiteFiles files,
      GridLink grid,
      Duration lease,
      boolean alone,
      Clock clock,
      LongSupplier nanos,
      SiteDoor door) {
    SiteFeed feed = new SiteFeed(market, files, grid, lease, alone, clock, nanos, door);
    market.database().guard(feed.lease);
    SiteGate.close(feed.lease::refusal);
    LAG.setChild(
        new Gauge.Child() {
          @Override
          public double get() {
            return feed.lease.lagSeconds();
          }
        });
    SILENT.setChild(
        new Gauge.Child() {
          @Override
          public double get() {
            return feed.lease.silentSeconds();
          }
        });
    io.prometheus.client.CollectorRegistry.defaultRegistry.register(LAG);
    io.prometheus.client.CollectorRegistry.defaultRegistry.register(SILENT);
    HttpServer server = door.server();
    server.createContext("/pull", call -> feed.answer(call, feed::pull));
    server.createContext("/hand-over", call -> feed.answer(call, feed::handOver));
    server.setExecutor(feed.threads);
    server.start();
    return feed;
  }

  /** How many changes wait for the standby site. */
  int waiting() {
    return lease.waiting();
  }

  /** The port at which followers ask. */
  public int port() {
    return door.server().getAddress().getPort();
  }

  private interface Answer {
    byte[] of(byte[] body) throws IOException;
  }

  private void answer(HttpExchange call, Answer answer) {
    try (HttpExchange open = call) {
      byte[] body = open.getRequestBody().readAllBytes();
      try {
        door.admit(open);
        byte[] bytes = answer.of(body);
        open.sendResponseHeaders(OK, bytes.length == 0 ? -1 : bytes.length);
        open.getResponseBody().write(bytes);
      } catch (IllegalArgumentException e) {
        byte[] why =
            String.valueOf(e.getMessage()).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        open.sendResponseHeaders(CONFLICT, why.length);
        open.getResponseBody().write(why);
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("the follower was not answered: {}", e.toString());
    }
  }

  /** What is new since the follower asked last; one at a time. */
  private synchronized byte[] pull(byte[] body) throws IOException {
    Frames.Asked asked = Json.MAPPER.readValue(body, Frames.Asked.class);
    if (asked.epoch() > mark.epoch()) {
      fence();
      throw new IllegalArgumentException(
          "This site is of epoch %d, the follower of %d.".formatted(mark.epoch(), asked.epoch()));
    }
    boolean known = asked.session().equals(session) && !session.isEmpty();
    boolean same = asked.log().equals(mark.has().log()) && asked.epoch() == mark.epoch();
    if (!known) {
      session = UUID.randomUUID().toString();
      sent = new TreeMap<>();
      asked
          .files()
          .forEach(
              have ->
                  sent.put(
                      new SiteFiles.Place(have.root(), have.path()),
                      new SiteFiles.Sent(
                          new SiteFiles.Stamp(have.size(), have.micros()), have.hash())));
      grid.all();
    } else if (same) {
      lease.confirm(asked.confirmed(), whole);
      log.forget(asked.floor(), clock.instant());
    }
    long cycle = lease.begin(known ? PATIENCE : Duration.ZERO);
    // Before the changes are read, so that what is settled is among them.
    settled = log.settled().orElse(settled);
    Frames frames = same ? changes(asked, cycle) : snapshot(asked, cycle);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(bytes))) {
      frames.write(out);
    }
    return bytes.toByteArray();
  }

  private Frames changes(Frames.Asked asked, long cycle) throws IOException {
    List<ChangeLog.Change> changes = log.after(asked.floor(), new TreeSet<>(asked.seen()));
    return frames(asked, cycle, new TreeSet<>(), Map.of(), changes);
  }

  private Frames snapshot(Frames.Asked asked, long cycle) throws IOException {
    SortedSet<Long> seen = log.numbers(settled);
    Map<String, ByteArrayOutputStream> written = new TreeMap<>();
    new DatabaseCopy(market.database())
        .write(name -> written.computeIfAbsent(name, n -> new ByteArrayOutputStream()));
    Map<String, byte[]> tables = new TreeMap<>();
    written.forEach((name, bytes) -> tables.put(name, bytes.toByteArray()));
    return frames(asked, cycle, seen, tables, List.of());
  }

  private Frames frames(
      Frames.Asked asked,
      long cycle,
      SortedSet<Long> seen,
      Map<String, byte[]> tables,
      List<ChangeLog.Change> changes)
      throws IOException {
    SiteFiles.Changed changed = files.changed(sent, BYTES_MAX);
    whole = changed.whole();
    List<SiteFiles.Part> parts = changed.parts();
    List<GridLink.Entry> entries = asked.grid() ? grid.changed(BYTES_MAX) : List.of();
    MarketFolder.Facts facts = market.facts();
    boolean more = !parts.isEmpty() || !changes.isEmpty() || !entries.isEmpty();
    Frames.Head head =
        new Frames.Head(
            session,
            mark.epoch(),
            mark.has().log(),
            settled,
            log.drawn(),
            new ArrayList<>(seen),
            mark.before(),
            cycle,
            more,
            leaseTime.toSeconds(),
            alone,
            List.of(facts.name(), facts.timeZone(), facts.currency()));
    return new Frames(head, tables, parts, changes, entries);
  }

  /** Changes nothing any more: the follower, which has all after its next cycle, is the active. */
  private byte[] handOver(byte[] body) {
    fence();
    return new byte[0];
  }

  /** For good: started again, this site is not the active one either. */
  private void fence() {
    lease.handOver();
    log.keep(mark.with(SiteMark.Role.FENCED));
  }

  @Override
  public void close() {
    door.server().stop(0);
    threads.shutdownNow();
    log.deactivate();
    // What is still open and commits after this is copied by nobody.
    lease.handOver();
    SiteGate.open();
    io.prometheus.client.CollectorRegistry.defaultRegistry.unregister(LAG);
    io.prometheus.client.CollectorRegistry.defaultRegistry.unregister(SILENT);
    grid.close();
  }
}
