package org.gridclear.settlement.charge;

import java.util.List;

/**
 * What the charges of some entities over some days come to. Days count from the first of the month,
 * entities from {@code from}; amounts in 0.001 yuan, positive where the exchange pays.
 *
 * @param ids ids of the entities, in the order of the rows
 * @param from number of the first entity in its month
 * @param to one past the number of the last
 * @param amounts {@code [day][entity·items + item]}
 * @param quantities the same in 0.0001 MWh or MW
 * @param pools {@code [day][pool·(intervals + 1) + interval]}; the last place of a pool holds lines
 *     of the day
 * @param totals sum over all entities, {@code [day][interval]}, the last place lines of the day
 * @param drivers {@code [day][allocation·entities + entity]}
 * @param metered intervals with metered energy, per day
 */
public record ChargeResult(
    List<String> ids,
    int from,
    int to,
    long[][] amounts,
    long[][] quantities,
    long[][] pools,
    long[][] totals,
    long[][] drivers,
    long[] metered) {
  /** Number of days. */
  public int days() {
    return amounts.length;
  }

  /** Number of entities. */
  public int entities() {
    return to - from;
  }
}
