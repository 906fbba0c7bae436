package org.gridclear.market.event;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.archive.OperationRow;
import org.gridclear.market.store.archive.OperationRows;
import org.gridclear.market.store.event.EventRow;
import org.gridclear.market.store.event.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * Events of a market: versions and their states, anomalies, steps of workflows, publications. Each
 * has a number, once and for good, whoever asks first; so whoever goes on after the last number
 * that it has misses nothing and gets nothing twice.
 *
 * @param market the market
 * @param clock the time
 */
public record MarketEvents(MarketFolder market, Clock clock) {
  /** The most of an answer. */
  public static final int LIMIT_MAX = 10_000;

  /** Kinds of operations that are events. */
  public static final List<String> KINDS =
      List.of("version", "transition", "anomaly-raised", "anomaly", "workflow", "publication");

  /** So far back it is looked for what was committed late, or by a clock that is slow. */
  private static final Duration LATE = Duration.ofMinutes(10);

  private static final Duration FIRST = Duration.ofDays(1);
  private static final Duration AHEAD = Duration.ofDays(1);

  /**
   * Numbers what has happened since. Where there are no events yet, what happened in the last day.
   *
   * @return how many events were added
   */
  public int catchUp() {
    EventStore store = new EventStore(market.database());
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    OffsetDateTime since = store.latest().map(at -> earlier(at, now)).orElse(now.minus(FIRST));
    List<OperationRow> found =
        new OperationRows(market.database())
            .find(
                new OperationRows.Asked(since, now.plus(AHEAD), "", "", KINDS),
                0,
                Integer.MAX_VALUE);
    return store.add(found, since);
  }

  /** A clock that is fast does not hide what others do. */
  private static OffsetDateTime earlier(OffsetDateTime latest, OffsetDateTime now) {
    return (latest.isAfter(now) ? now : latest).minus(LATE);
  }

  /**
   * Events after a number, the first ones first.
   *
   * @param limit the most, 1 to {@link #LIMIT_MAX}
   */
  public List<EventRow> after(long number, int limit) {
    if (number < 0 || limit < 1 || limit > LIMIT_MAX) {
      throw new IllegalArgumentException(
          "after (%d) must be 0 or more, and limit (%d) must lie in 1..%d."
              .formatted(number, limit, LIMIT_MAX));
    }
    return new EventStore(market.database()).after(number, limit);
  }

  /**
   * The number after which a listener hears events: the one that it heard last, else the one that
   * it names, else the last there is.
   *
   * @param after the number that it names, null for none
   * @param heard the id of the event that it heard last, null or blank for none
   * @throws IllegalArgumentException if one is no number of an event
   */
  public long from(@Nullable Long after, @Nullable String heard) {
    if (heard != null && !heard.isBlank()) {
      if (!heard.matches("\\d{1,18}")) {
        throw new IllegalArgumentException(
            "Last-Event-ID (%s) is no number of an event; leave it out to hear what comes from now on."
                .formatted(heard));
      }
      return Long.parseLong(heard);
    }
    if (after != null && after < 0) {
      throw new IllegalArgumentException("after (%d) must be 0 or more.".formatted(after));
    }
    return after != null ? after : last();
  }

  /** Number of the last event; 0 for none. */
  public long last() {
    return new EventStore(market.database()).last();
  }
}
