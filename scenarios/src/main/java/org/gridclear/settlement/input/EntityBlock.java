package org.gridclear.settlement.input;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What up to 32 entities traded and metered on one day, resolved: metering relations applied,
 * aggregators in place of their loads, attributes of the day. Row r is an entity; interval columns
 * are row-major, {@code [r·intervals + t]}; a column that is 0 everywhere is null.
 *
 * @param day day of the month, from 1
 * @param intervals intervals of a day
 * @param entities number of the entity of each row, rising
 * @param classes ordinal of {@link org.gridclear.settlement.registry.EntityClass} of each row
 * @param points price point of each row
 * @param columns interval columns in the order of {@link SettlementColumn.Kind#INTERVAL}
 * @param attributes columns in the order of {@link SettlementColumn.Kind#ATTRIBUTE}, one value per
 *     row
 * @param offers offer of each row, null for none
 * @param legs sides of contracts, each in the block of its entity
 * @param rights transmission rights of the entities
 * @param events rows of the events of the day
 */
public record EntityBlock(
    int day,
    int intervals,
    int[] entities,
    byte[] classes,
    int[] points,
    int[][] columns,
    long[][] attributes,
    Offer[] offers,
    List<Leg> legs,
    List<Right> rights,
    List<Event> events) {
  /** Entities of a block. */
  public static final int ENTITIES = 32;

  /** Number of rows. */
  public int rows() {
    return entities.length;
  }

  /** A row as a block of its own, still with the numbers of the month; what is 0 in it stays. */
  public EntityBlock row(int at) {
    return new EntityBlock(
        day,
        intervals,
        new int[] {entities[at]},
        new byte[] {classes[at]},
        new int[] {points[at]},
        Arrays.stream(columns)
            .map(
                column ->
                    column == null
                        ? null
                        : Arrays.copyOfRange(column, at * intervals, (at + 1) * intervals))
            .toArray(int[][]::new),
        Arrays.stream(attributes).map(column -> new long[] {column[at]}).toArray(long[][]::new),
        new Offer[] {offers[at]},
        legs.stream().filter(leg -> leg.row() == at).map(Leg::alone).toList(),
        rights.stream()
            .filter(right -> right.row() == at)
            .map(right -> new Right(0, right.source(), right.sink(), right.mw()))
            .toList(),
        events.stream()
            .filter(event -> event.row() == at)
            .map(event -> new Event(0, event.item(), event.quantity(), event.yuan()))
            .toList());
  }

  /**
   * Offer of a unit: cumulative cost is exact at the segment ends.
   *
   * @param uptoMw ends of segments, 0.0001 MW, rising
   * @param yuanPerMwh prices, 0.001 yuan/MWh, not falling
   */
  public record Offer(long[] uptoMw, long[] yuanPerMwh) {}

  /**
   * One side of a contract.
   *
   * @param row row of the entity
   * @param contract number of the contract
   * @param point price point of the reference price
   * @param realTime whether the reference is the real-time price
   * @param physical whether it is delivered, not settled by its difference
   * @param mwh energy by interval, positive for the seller, 0.0001 MWh
   * @param yuanPerMwh price by interval, 0.001 yuan/MWh
   */
  public record Leg(
      int row,
      int contract,
      int point,
      boolean realTime,
      boolean physical,
      int @Nullable [] mwh,
      int @Nullable [] yuanPerMwh) {
    private Leg alone() {
      return new Leg(0, contract, point, realTime, physical, mwh, yuanPerMwh);
    }
  }

  /**
   * A transmission right.
   *
   * @param row row of the owner
   * @param source price point
   * @param sink price point
   * @param mw 0.0001 MW
   */
  public record Right(int row, int source, int sink, long mw) {}

  /**
   * An assessed or ordered event.
   *
   * @param row row of the entity
   * @param item code of the item
   * @param quantity 0.0001 of what is counted
   * @param yuan price of one, 0.001 yuan, positive where the exchange pays
   */
  public record Event(int row, String item, long quantity, long yuan) {}
}
