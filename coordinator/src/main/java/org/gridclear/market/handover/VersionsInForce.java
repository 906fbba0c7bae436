package org.gridclear.market.handover;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.rolling.JoinedDay;

/**
 * The versions of a trading date that are in force, one of each run; of intraday and real time the
 * day that its runs make together, where there is one.
 *
 * @param versions by run; at least one
 */
public record VersionsInForce(List<DayVersion> versions) {
  private static final int SHOWN = 10;

  public VersionsInForce {
    versions = List.copyOf(versions);
  }

  /**
   * Those of a date of a market.
   *
   * @throws IllegalArgumentException if a run of the date has versions and none in force, or there
   *     is no run
   */
  public static VersionsInForce of(
      DayApproval approval, DayStore store, Market market, LocalDate date) {
    Set<DayKey> runs = new LinkedHashSet<>();
    store.versions(market, date, date).forEach(version -> runs.add(version.key()));
    if (runs.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no version of %s.".formatted(new DayKey(market, date).text()));
    }
    Optional<DayKey> joined = runs.stream().filter(JoinedDay::isJoined).findFirst();
    joined.ifPresent(day -> runs.retainAll(Set.of(day)));
    List<DayVersion> versions = new ArrayList<>();
    List<String> without = new ArrayList<>();
    for (DayKey run : runs) {
      approval.inForce(run).ifPresentOrElse(versions::add, () -> without.add(run.text()));
    }
    if (!without.isEmpty()) {
      throw new IllegalArgumentException(
          "No version is approved of %s%s; only what is approved is handed on."
              .formatted(
                  String.join(", ", without.subList(0, Math.min(SHOWN, without.size()))),
                  without.size() > SHOWN ? " and others, %d runs".formatted(without.size()) : ""));
    }
    return new VersionsInForce(versions);
  }

  /** What somebody must know of them, a line each with the version. */
  public List<String> alarms() {
    return versions.stream()
        .flatMap(version -> version.alarms().stream().map(a -> version.text() + ": " + a))
        .toList();
  }
}
