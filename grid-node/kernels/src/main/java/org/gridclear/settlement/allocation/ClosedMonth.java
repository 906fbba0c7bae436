package org.gridclear.settlement.allocation;

import java.util.List;
import org.gridclear.settlement.input.SettlementMonth;

/**
 * The books of a month. Amounts in 0.001 yuan.
 *
 * @param month what was settled
 * @param itemsByDay sum over all entities, {@code [item][day − 1]}, shares included
 * @param shares {@code [day − 1][allocation][entity]}, null where an allocation shared nothing
 * @param balances pools after each day, {@code [day − 1][pool]}
 * @param lines every comparison that was made, those of intervals only where they differ
 * @param comparisons how many comparisons were made
 * @param findings what keeps the month from being billed
 * @param metered metered intervals
 */
public record ClosedMonth(
    SettlementMonth month,
    long[][] itemsByDay,
    long[][][] shares,
    long[][] balances,
    List<ReconciliationLine> lines,
    long comparisons,
    List<String> findings,
    long metered) {
  /** Sum of the magnitudes of all differences; 0 if the books balance. */
  public long residualMilliYuan() {
    return lines.stream().mapToLong(line -> Math.abs(line.difference())).sum();
  }

  /** Whether bills may be made. */
  public boolean billable() {
    return findings.isEmpty() && residualMilliYuan() == 0;
  }

  /** Share of an entity in an allocation on a day. */
  public long share(int day, int allocation, int entity) {
    long[] of = shares[day - 1][allocation];
    return of == null ? 0 : of[entity];
  }
}
