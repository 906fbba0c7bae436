package org.gridclear.scenario.settlement;

import org.gridclear.member.EntityClass.Side;
import org.gridclear.member.SettlementEntity;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.scenario.resolved.SettlementColumn;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** Whether metered energy of a day can be true; what is not plausible is to be verified. */
final class Plausibility {
  /** A unit that is off takes at most this share of its capacity from the grid, in percent. */
  private static final long STATION_PERCENT = 10;

  private final DataRules rules;
  private final DayValues values;
  private final IssueLog log;

  /** Metered energy of all entities; null where there is none. */
  private final int[] metered;

  Plausibility(DataRules rules, DayValues values, IssueLog log) {
    this.rules = rules;
    this.values = values;
    this.log = log;
    this.metered = values.columns[SettlementColumn.METERED.index()];
  }

  void run() {
    long sold = 0;
    long bought = 0;
    for (int e = 0; e < values.records.length; e++) {
      SettlementEntity entity = values.records[e];
      if (entity == null || !DayCompleteness.metered(entity.entityClass())) {
        continue;
      }
      long sum = 0;
      for (int t = 0; t < values.intervals; t++) {
        sum += metered == null ? 0 : metered[e * values.intervals + t];
      }
      if (entity.entityClass().side() == Side.GENERATION) {
        sold += sum;
      } else {
        bought -= sum;
      }
      spike(e, entity);
      direction(e, entity);
      zero(e, entity, sum);
    }
    balance(sold, bought);
  }

  private void report(SettlementEntity entity, String field, long mwh, String advice) {
    report("entity " + entity.id(), field, FixedPoint.format(mwh, 4) + " MWh", advice);
  }

  private void report(String element, String field, String value, String advice) {
    log.add(Rule.PLAUSIBLE, element, field, value, advice + " Correct it, or accept it as it is.");
  }

  private void spike(int e, SettlementEntity entity) {
    long capacity = entity.capacity().orElse(0);
    long most = capacity * 24 / values.intervals * rules.spikeFactor() / 10_000;
    int at = -1;
    for (int t = 0; metered != null && capacity != 0 && at < 0 && t < values.intervals; t++) {
      at = Math.abs(metered[e * values.intervals + t]) > most ? t : -1;
    }
    if (at >= 0) {
      report(
          entity,
          "spike in interval " + (at + 1),
          values.at(SettlementColumn.METERED, e, at),
          "Its capacity is %s MW.".formatted(FixedPoint.format(capacity, 4)));
    }
  }

  private void direction(int e, SettlementEntity entity) {
    boolean user = entity.entityClass().side() == Side.CONSUMPTION;
    boolean storage = entity.entityClass().in("storage");
    long least = -entity.capacity().orElse(0) * 24 / values.intervals * STATION_PERCENT / 100;
    for (int t = 0; metered != null && t < values.intervals && !storage; t++) {
      int mwh = metered[e * values.intervals + t];
      if (user ? mwh > 0 : mwh < least) {
        report(
            entity,
            "direction in interval " + (t + 1),
            mwh,
            user ? "A user feeds in." : "A unit takes more than a tenth of its capacity.");
        return;
      }
    }
  }

  private void zero(int e, SettlementEntity entity, long sum) {
    boolean none = sum == 0;
    boolean awarded = false;
    for (int t = 0; none && t < values.intervals; t++) {
      none = values.at(SettlementColumn.METERED, e, t) == 0;
      awarded |= values.at(SettlementColumn.RT, e, t) != 0;
    }
    if (none && awarded) {
      report(entity, "all of the day", 0, "It had awards.");
    }
  }

  private void balance(long sold, long bought) {
    long most = Math.max(sold, bought) * rules.soldShare() / 10_000;
    if (rules.soldShare() != DataRules.NO_LIMIT && Math.abs(sold - bought) > most) {
      report(
          "all entities",
          "sold and bought",
          "%s and %s MWh".formatted(FixedPoint.format(sold, 4), FixedPoint.format(bought, 4)),
          "They are further apart than losses.");
    }
  }
}
