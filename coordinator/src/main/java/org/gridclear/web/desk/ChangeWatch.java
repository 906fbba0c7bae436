package org.gridclear.web.desk;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.gridclear.market.store.ChangeMarks;
import org.gridclear.run.RunPage;
import org.gridclear.run.RunRecord;
import org.gridclear.run.StudyRuns;
import org.gridclear.web.market.ServedMarket;
import org.gridclear.worker.api.Daemons;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Compares what is stored with what it was a second ago, once for all who listen. */
@Component
public class ChangeWatch {
  private static final Logger LOG = LoggerFactory.getLogger(ChangeWatch.class);
  private static final int RUNS = 100;
  private static final int QUIET_TICKS = 15;
  private static final int SPREAD_MILLIS_A_PAGE = 25;
  private static final int SPREAD_MILLIS_MAX = 10_000;
  private static final Duration FRESH = Duration.ofSeconds(2);

  private final StudyRuns runs;
  private final ServedMarket market;
  private final InstantSource clock = InstantSource.system();
  private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService timer = Daemons.scheduler("desk-changes");
  private final String boot = Long.toString(clock.millis(), Character.MAX_RADIX);
  private final SortedSet<String> untold = new TreeSet<>();
  private Map<String, Long> marks = Map.of();
  private long number;
  private int quiet;
  private int changing;
  private Instant seen = Instant.MIN;

  ChangeWatch(StudyRuns runs, ServedMarket market) {
    this.runs = runs;
    this.market = market;
    timer.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
  }

  /** Tells a listener of changes from now on; returns what ends that. */
  Runnable listen(Consumer<Change> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** What there is now, as if all of it had changed; the id is that of the newest change. */
  synchronized Change now() {
    look();
    return change(new TreeSet<>(marks.keySet()));
  }

  /**
   * The id of the newest change, as long as somebody listens, it was looked for within two seconds
   * and nothing was changed here since: what is made from it need not be made anew until the next
   * one. Empty otherwise.
   */
  public synchronized Optional<String> standing() {
    boolean fresh =
        changing == 0 && !listeners.isEmpty() && seen.plus(FRESH).isAfter(clock.instant());
    return fresh ? Optional.of(boot + "-" + number) : Optional.empty();
  }

  /** Says that this server begins to change something; what is returned says that it is done. */
  public synchronized Runnable changing() {
    changing++;
    return this::changedHere;
  }

  private synchronized void changedHere() {
    changing--;
    seen = Instant.MIN;
  }

  private void tick() {
    if (listeners.isEmpty()) {
      return;
    }
    try {
      Change change = changed();
      quiet = change.topics().isEmpty() ? quiet + 1 : 0;
      // A word now and then, so that whoever listens knows that the line holds.
      if (quiet % QUIET_TICKS == 0) {
        listeners.forEach(listener -> listener.accept(change));
      }
    } catch (RuntimeException e) {
      LOG.warn("What changed could not be read; pages are told a second later", e);
    }
  }

  private synchronized Change changed() {
    look();
    Change change = change(new TreeSet<>(untold));
    untold.clear();
    return change;
  }

  private Change change(SortedSet<String> topics) {
    Instant at = clock.instant();
    String zone = market.served().map(folder -> folder.facts().timeZone()).orElse("UTC");
    int spread = Math.min(SPREAD_MILLIS_MAX, SPREAD_MILLIS_A_PAGE * listeners.size());
    return new Change(boot + "-" + number, topics, at, zone, runs.workers().size(), spread);
  }

  /** Reads the marks anew; topics whose marks are others are still to be told. */
  private void look() {
    Map<String, Long> found = new LinkedHashMap<>();
    market.served().ifPresent(folder -> found.putAll(new ChangeMarks(folder.database()).read()));
    found.put("run", mark(List.of(newest(), runs.registry().open())));
    found.put("node", mark(List.copyOf(runs.workers())));
    SortedSet<String> topics = new TreeSet<>();
    found.forEach(
        (topic, mark) -> {
          if (!mark.equals(marks.get(topic))) {
            topics.add(topic);
          }
        });
    marks = found;
    seen = clock.instant();
    untold.addAll(topics);
    if (!topics.isEmpty()) {
      number++;
    }
  }

  /** Among them those that ended lately; an open run may be older than any number of others. */
  private List<RunRecord> newest() {
    return runs.registry().page(RunPage.FROM_NEWEST, RUNS).records();
  }

  private static long mark(List<?> items) {
    return items.hashCode();
  }

  @PreDestroy
  void close() {
    timer.shutdownNow();
  }
}
