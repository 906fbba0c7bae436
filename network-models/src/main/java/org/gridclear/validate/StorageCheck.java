package org.gridclear.validate;

import org.gridclear.market.StorageUnit;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.Series;

/** The checks of one storage unit. */
record StorageCheck(StorageUnit unit, Horizon horizon, IssueLog log) {
  private static final double TOLERANCE = 1e-6;

  void run() {
    int before = log.count();
    ordered("minLevelMwh", unit.minLevelMwh(), unit.maxLevelMwh());
    ordered("minChargeMw", unit.minChargeMw(), unit.maxChargeMw());
    ordered("minDischargeMw", unit.minDischargeMw(), unit.maxDischargeMw());
    notNegative("minLevelMwh", unit.minLevelMwh());
    notNegative("minChargeMw", unit.minChargeMw());
    notNegative("minDischargeMw", unit.minDischargeMw());
    log.power(element(), "maxChargeMw", unit.maxChargeMw());
    log.power(element(), "maxDischargeMw", unit.maxDischargeMw());
    finite("chargeYuanPerMwh", unit.chargeYuanPerMwh());
    finite("dischargeYuanPerMwh", unit.dischargeYuanPerMwh());
    efficiency("chargeEfficiency", unit.chargeEfficiency());
    efficiency("dischargeEfficiency", unit.dischargeEfficiency());
    lost(unit.lossShare());
    if (!(unit.initialLevelMwh() >= -TOLERANCE)) {
      level("initialLevelMwh", "Give the level before the first period, 0 or more.");
    } else if (log.count() == before) {
      reachable();
    }
    if (!(unit.endMinLevelMwh() <= unit.endMaxLevelMwh() + TOLERANCE)) {
      log.add(
          Rule.LEVELS_REACHABLE,
          element(),
          "endMinLevelMwh",
          unit.endMinLevelMwh(),
          "It is above endMaxLevelMwh (%s).".formatted(unit.endMaxLevelMwh()));
    }
  }

  private String element() {
    return "storage " + unit.id();
  }

  /** Levels of periods give way to nothing: one that no rates lead to makes the day infeasible. */
  private void reachable() {
    double low = unit.initialLevelMwh();
    double high = low;
    double hours = horizon.hoursPerPeriod();
    for (int t = 0; t < horizon.periodCount(); t++) {
      double kept = 1 - unit.lossShare().at(t);
      double given = hours * unit.maxDischargeMw().at(t) / unit.dischargeEfficiency().at(t);
      double drawn = hours * unit.maxChargeMw().at(t) * unit.chargeEfficiency().at(t);
      double most = unit.maxLevelMwh().at(t);
      double least = unit.minLevelMwh().at(t);
      low = Math.max(least, kept * low - given);
      high = Math.min(most, kept * high + drawn);
      if (low > most + TOLERANCE * Math.max(1, most)) {
        String advice =
            "Discharged at its most it still has %s MWh after period %d, of at most %s.";
        level("initialLevelMwh", advice.formatted(low, t + 1, most));
        return;
      }
      if (high < least - TOLERANCE * Math.max(1, least)) {
        String advice = "Charged at its most it has %s MWh after period %d, of at least %s.";
        level("initialLevelMwh", advice.formatted(high, t + 1, least));
        return;
      }
    }
  }

  private void level(String field, String advice) {
    log.add(Rule.LEVELS_REACHABLE, element(), field, unit.initialLevelMwh(), advice);
  }

  private void lost(Series lost) {
    if (!(lost.min() >= 0 && lost.max() <= 1)) {
      log.add(
          Rule.EFFICIENCY_RANGE,
          element(),
          "lossShare",
          lost.min() >= 0 ? lost.max() : lost.min(),
          "Give what is lost of the level in a period, from 0 to 1.");
    }
  }

  private void efficiency(String field, Series share) {
    if (!(share.min() > 0 && share.max() <= 1)) {
      log.add(
          Rule.EFFICIENCY_RANGE,
          element(),
          field,
          share.min() > 0 ? share.max() : share.min(),
          "Give a share above 0, at most 1.");
    }
  }

  private void ordered(String field, Series lower, Series upper) {
    for (int t = 0; t < lower.size(); t++) {
      if (!(lower.at(t) <= upper.at(t) + TOLERANCE)) {
        log.add(
            Rule.LIMITS_ORDERED,
            element(),
            field + " in period " + (t + 1),
            lower.at(t),
            "The upper limit is %s.".formatted(upper.at(t)));
        return;
      }
    }
  }

  private void notNegative(String field, Series series) {
    if (!(series.min() >= 0)) {
      log.add(Rule.QUANTITY_NOT_NEGATIVE, element(), field, series.min(), "Give 0 or more.");
    }
  }

  private void finite(String field, Series series) {
    if (!Double.isFinite(series.sum())) {
      log.add(Rule.NUMBER_FINITE, element(), field, series.sum(), "Give finite numbers.");
    }
  }
}
