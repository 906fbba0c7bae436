package org.gridclear.market.series;

import java.time.Instant;
import java.util.List;

/** Where deliveries are looked up that were known at a time. */
@FunctionalInterface
public interface SeriesLookup {
  /** Deliveries of a kind that cover any part of a time and were known, in any order. */
  List<SeriesSet> covering(SeriesKind kind, Instant from, Instant to);

  /** The choice among them. */
  default SeriesChoice choice(SeriesKind kind, Instant from, Instant to) {
    return new SeriesChoice(kind, covering(kind, from, to));
  }
}
