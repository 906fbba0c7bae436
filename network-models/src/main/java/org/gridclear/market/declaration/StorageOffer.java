package org.gridclear.market.declaration;

import java.util.Optional;

/**
 * Bid and offer of storage, at the grid side.
 *
 * @param maxChargeMw greatest rate while charging, 0.0001 MW
 * @param maxDischargeMw greatest rate while discharging, 0.0001 MW
 * @param bidYuanPerMwh the most that it pays for a MWh drawn, 0.001 yuan/MWh
 * @param offerYuanPerMwh the least that it takes for a MWh given, 0.001 yuan/MWh
 * @param levels levels for the day; where absent those of the network hold
 */
public record StorageOffer(
    WholeSeries maxChargeMw,
    WholeSeries maxDischargeMw,
    WholeSeries bidYuanPerMwh,
    WholeSeries offerYuanPerMwh,
    Optional<Levels> levels)
    implements Terms {
  /** Name of the kind in files. */
  public static final String KIND = "storage";

  /**
   * What is to be kept, 0.0001 MWh.
   *
   * @param minMwh least level at the end of a period
   * @param maxMwh greatest level at the end of a period
   * @param endMinMwh least level at the end of the date
   */
  public record Levels(WholeSeries minMwh, WholeSeries maxMwh, long endMinMwh) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean fits(UnitKind unit) {
    return unit == UnitKind.STORAGE;
  }

  @Override
  public StorageOffer in(int[] periods) {
    return new StorageOffer(
        maxChargeMw.in(periods),
        maxDischargeMw.in(periods),
        bidYuanPerMwh.in(periods),
        offerYuanPerMwh.in(periods),
        levels.map(
            each ->
                new Levels(
                    each.minMwh().in(periods), each.maxMwh().in(periods), each.endMinMwh())));
  }
}
