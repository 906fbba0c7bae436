package org.gridclear.market.snapshot;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What units, branches and storages did at a time.
 *
 * @param at the time
 * @param source who gave it, such as SCADA
 * @param knownAt since when it is known
 * @param units state of units by id
 * @param branches whether branches are in service, by id
 * @param storageMwh levels of storages by id
 */
public record StateSnapshot(
    Instant at,
    String source,
    Instant knownAt,
    SortedMap<String, UnitState> units,
    SortedMap<String, Boolean> branches,
    SortedMap<String, BigDecimal> storageMwh) {
  public StateSnapshot {
    units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
    branches = Collections.unmodifiableSortedMap(new TreeMap<>(branches));
    storageMwh = Collections.unmodifiableSortedMap(new TreeMap<>(storageMwh));
  }

  /**
   * State of a unit.
   *
   * @param on whether it runs
   * @param mw its output; 0 if off
   * @param hours how long it has been in that state, in hours
   */
  public record UnitState(boolean on, BigDecimal mw, BigDecimal hours) {}
}
