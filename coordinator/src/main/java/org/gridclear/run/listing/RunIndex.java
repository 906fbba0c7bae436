package org.gridclear.run.listing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridclear.run.RunPage;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunRegistry;

/**
 * All runs that the grid knows. Those that have ended do not change and are asked for once; what is
 * kept is made anew now and then, since the grid forgets old runs. Safe for several threads.
 */
public final class RunIndex {
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final int FIRST_PAGE = 100;

  private final RunRegistry registry;
  private final InstantSource clock;
  private List<RunRecord> known = List.of();
  private Instant made = Instant.MIN;

  /** The runs of a registry. */
  public RunIndex(RunRegistry registry, InstantSource clock) {
    this.registry = registry;
    this.clock = clock;
  }

  /** All runs as they are now, the newest first. */
  public synchronized List<RunRecord> all() {
    Instant now = clock.instant();
    boolean anew = made.equals(Instant.MIN) || made.plus(KEPT).isBefore(now);
    List<RunRecord> kept = anew ? List.of() : known;
    made = anew ? now : made;
    List<RunRecord> all = newer(kept);
    for (RunRecord record : kept) {
      all.add(
          record.status().state().ended()
              ? record
              : registry.record(record.status().runId()).orElse(record));
    }
    known = List.copyOf(all);
    return known;
  }

  /** Runs that were submitted after those that are kept. */
  private List<RunRecord> newer(List<RunRecord> kept) {
    Set<String> ids = new HashSet<>();
    kept.forEach(record -> ids.add(record.status().runId()));
    List<RunRecord> found = new ArrayList<>();
    long before = RunPage.FROM_NEWEST;
    int limit = kept.isEmpty() ? RunPage.RECORDS_MAX : FIRST_PAGE;
    do {
      RunPage page = registry.page(before, limit);
      for (RunRecord record : page.records()) {
        if (ids.contains(record.status().runId())) {
          return found;
        }
        found.add(record);
      }
      before = page.next();
      limit = RunPage.RECORDS_MAX;
    } while (before != RunPage.NO_MORE);
    return found;
  }
}
