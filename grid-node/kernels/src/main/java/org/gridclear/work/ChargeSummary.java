package org.gridclear.work;

import org.gridclear.settlement.charge.ChargeResult;

/**
 * The figures of charges that a run needs.
 *
 * @param from first entity
 * @param to one past the last
 * @param metered metered intervals
 * @param outcomeHash hash of the ids of the entities and of all amounts, quantities, pools and
 *     drivers: equal bits, equal hash
 */
public record ChargeSummary(int from, int to, long metered, String outcomeHash)
    implements UnitSummary {
  /** Sums charges up. */
  public static ChargeSummary of(ChargeResult result) {
    Hashes hashes = new Hashes();
    result.ids().forEach(hashes::add);
    long metered = 0;
    for (int d = 0; d < result.days(); d++) {
      hashes
          .add(result.amounts()[d])
          .add(result.quantities()[d])
          .add(result.pools()[d])
          .add(result.totals()[d])
          .add(result.drivers()[d]);
      metered += result.metered()[d];
    }
    return new ChargeSummary(result.from(), result.to(), metered, hashes.hex());
  }
}
