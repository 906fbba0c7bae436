package org.gridclear.market;

import java.util.List;
import org.gridclear.quantity.Series;

/**
 * A storage unit. Levels in MWh, rates in MW at the grid side, every limit per period.
 *
 * @param id unique among storage units
 * @param bus id of its bus
 * @param minLevelMwh least level at the end of a period
 * @param maxLevelMwh greatest level at the end of a period
 * @param minChargeMw least rate while charging
 * @param maxChargeMw greatest rate while charging
 * @param minDischargeMw least rate while discharging
 * @param maxDischargeMw greatest rate while discharging
 * @param chargeYuanPerMwh price of charging
 * @param dischargeYuanPerMwh price of discharging
 * @param chargeEfficiency level gained per MWh drawn
 * @param dischargeEfficiency MWh given per level lost
 * @param lossShare share of the level lost from one period to the next
 * @param simultaneous per period: whether it may charge and discharge at once
 * @param initialLevelMwh level before the first period
 * @param endMinLevelMwh least level after the last period
 * @param endMaxLevelMwh greatest level after the last period
 */
public record StorageUnit(
    String id,
    String bus,
    Series minLevelMwh,
    Series maxLevelMwh,
    Series minChargeMw,
    Series maxChargeMw,
    Series minDischargeMw,
    Series maxDischargeMw,
    Series chargeYuanPerMwh,
    Series dischargeYuanPerMwh,
    Series chargeEfficiency,
    Series dischargeEfficiency,
    Series lossShare,
    List<Boolean> simultaneous,
    double initialLevelMwh,
    double endMinLevelMwh,
    double endMaxLevelMwh) {
  public StorageUnit {
    simultaneous = List.copyOf(simultaneous);
  }

  /** The same unit with other levels before the first period and, at least, after the last. */
  public StorageUnit withLevels(double levelMwh, double endMwh) {
    return new StorageUnit(
        id,
        bus,
        minLevelMwh,
        maxLevelMwh,
        minChargeMw,
        maxChargeMw,
        minDischargeMw,
        maxDischargeMw,
        chargeYuanPerMwh,
        dischargeYuanPerMwh,
        chargeEfficiency,
        dischargeEfficiency,
        lossShare,
        simultaneous,
        levelMwh,
        endMwh,
        endMaxLevelMwh);
  }

  /** The same unit with other rates and prices, per period. */
  public StorageUnit withOffer(
      Series chargeMw, Series dischargeMw, Series chargeYuan, Series dischargeYuan) {
    return new StorageUnit(
        id,
        bus,
        minLevelMwh,
        maxLevelMwh,
        minChargeMw,
        chargeMw,
        minDischargeMw,
        dischargeMw,
        chargeYuan,
        dischargeYuan,
        chargeEfficiency,
        dischargeEfficiency,
        lossShare,
        simultaneous,
        initialLevelMwh,
        endMinLevelMwh,
        endMaxLevelMwh);
  }

  /** The same unit with other least and greatest rates, per period in MW. */
  public StorageUnit withRates(
      Series leastChargeMw, Series chargeMw, Series leastDischargeMw, Series dischargeMw) {
    return new StorageUnit(
        id,
        bus,
        minLevelMwh,
        maxLevelMwh,
        leastChargeMw,
        chargeMw,
        leastDischargeMw,
        dischargeMw,
        chargeYuanPerMwh,
        dischargeYuanPerMwh,
        chargeEfficiency,
        dischargeEfficiency,
        lossShare,
        simultaneous,
        initialLevelMwh,
        endMinLevelMwh,
        endMaxLevelMwh);
  }

  /** The same unit with other limits of its level, per period and at least after the last. */
  public StorageUnit withLevelLimits(Series minMwh, Series maxMwh, double endMinMwh) {
    return new StorageUnit(
        id,
        bus,
        minMwh,
        maxMwh,
        minChargeMw,
        maxChargeMw,
        minDischargeMw,
        maxDischargeMw,
        chargeYuanPerMwh,
        dischargeYuanPerMwh,
        chargeEfficiency,
        dischargeEfficiency,
        lossShare,
        simultaneous,
        initialLevelMwh,
        endMinMwh,
        Math.min(endMaxLevelMwh, maxMwh.at(maxMwh.size() - 1)));
  }
}
