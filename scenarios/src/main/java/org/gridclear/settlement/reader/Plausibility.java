package org.gridclear.settlement.reader;

import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.settlement.registry.EntityClass.Side;
import org.gridclear.settlement.registry.SettlementEntity;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** Whether metered energy of a day can be true; what is not plausible is to be verified. */
final class Plausibility {
  /** A unit that is off takes at most this share of its capacity from the grid, in percent. */
  private static final long STATION_PERCENT = 10;

  /** Energy of an interval without a capacity is at most so many times the greatest award. */
  private static final int AWARDS = 100;

  private final DataRules rules;
  private final DayValues values;
  private final IssueLog log;

  /** Metered energy of all entities; null where there is none. */
  private final int[][] metered;

  Plausibility(DataRules rules, DayValues values, IssueLog log) {
    this.rules = rules;
    this.values = values;
    this.log = log;
    this.metered = values.column(SettlementColumn.METERED);
  }

  /**
   * Metered energy of an entity over the day.
   *
   * @param sum of all intervals
   * @param least of an interval
   * @param most of an interval
   */
  private record Energy(long sum, int least, int most) {
    private static final Energy NONE = new Energy(0, 0, 0);
  }

  private Energy energy(int e) {
    if (metered == null || metered[e] == null) {
      return Energy.NONE;
    }
    long sum = 0;
    int least = metered[e][0];
    int most = metered[e][0];
    for (int mwh : metered[e]) {
      sum += mwh;
      least = Math.min(least, mwh);
      most = Math.max(most, mwh);
    }
    return new Energy(sum, least, most);
  }

  void run() {
    long sold = 0;
    long bought = 0;
    for (int e = 0; e < values.records.length; e++) {
      SettlementEntity entity = values.records[e];
      if (entity == null || !DayCompleteness.metered(entity.entityClass())) {
        continue;
      }
      Energy energy = energy(e);
      if (entity.entityClass().side() == Side.GENERATION) {
        sold += energy.sum();
      } else {
        bought -= energy.sum();
      }
      spike(e, entity, energy);
      direction(e, entity, energy);
      zero(e, entity, energy);
    }
    balance(sold, bought);
  }

  private void report(String element, String field, String value, String advice) {
    log.add(Rule.PLAUSIBLE, element, field, value, advice + " Correct it, or accept it as it is.");
  }

  private static String mwh(long mwh) {
    return FixedPoint.format(mwh, 4) + " MWh";
  }

  /**
   * Reports the intervals of an entity that cannot be true, if there are any: how many, and their
   * energy, so that whoever accepts them knows what and nothing else is accepted with them.
   *
   * @param least least energy of an interval that can be true
   * @param most greatest energy of an interval that can be true
   */
  private void intervals(
      int e, SettlementEntity entity, String what, long least, long most, String advice) {
    int first = 0;
    int count = 0;
    long sum = 0;
    for (int t = 0; t < values.intervals; t++) {
      int mwh = values.at(SettlementColumn.METERED, e, t);
      if (mwh < least || mwh > most) {
        first = count == 0 ? t + 1 : first;
        count++;
        sum += mwh;
      }
    }
    String field = "%s in interval %d".formatted(what, first);
    if (count > 1) {
      field += " and %d more of %d".formatted(count - 1, values.intervals);
    }
    report("entity " + entity.id(), field, mwh(sum), advice);
  }

  private static boolean within(Energy energy, long least, long most) {
    return energy.least() >= least && energy.most() <= most;
  }

  private void spike(int e, SettlementEntity entity, Energy energy) {
    if (entity.capacity().orElse(0) == 0) {
      farFromAwards(e, entity, energy);
      return;
    }
    long capacity = entity.capacity().getAsLong();
    long most = capacity * 24 / values.intervals * rules.spikeFactor() / 10_000;
    if (!within(energy, -most, most)) {
      String advice = "Its capacity is %s MW.".formatted(FixedPoint.format(capacity, 4));
      intervals(e, entity, "spike", -most, most, advice);
    }
  }

  /** Without a capacity there are the awards to tell a slip of the unit by. */
  private void farFromAwards(int e, SettlementEntity entity, Energy energy) {
    long award = 0;
    for (int t = 0; t < values.intervals; t++) {
      award = Math.max(award, Math.abs(values.at(SettlementColumn.DA, e, t)));
      award = Math.max(award, Math.abs(values.at(SettlementColumn.RT, e, t)));
    }
    long most = award * AWARDS;
    if (award > 0 && !within(energy, -most, most)) {
      String advice = "Its capacity is not given; its greatest award is %s.".formatted(mwh(award));
      intervals(e, entity, "spike", -most, most, advice);
    }
  }

  private void direction(int e, SettlementEntity entity, Energy energy) {
    boolean user = entity.entityClass().side() == Side.CONSUMPTION;
    long least =
        user
            ? Long.MIN_VALUE
            : -entity.capacity().orElse(0) * 24 / values.intervals * STATION_PERCENT / 100;
    long most = user ? 0 : Long.MAX_VALUE;
    if (!within(energy, least, most) && !entity.entityClass().in("storage")) {
      intervals(
          e,
          entity,
          "direction",
          least,
          most,
          user ? "A user feeds in." : "A unit takes more than a tenth of its capacity.");
    }
  }

  private void zero(int e, SettlementEntity entity, Energy energy) {
    boolean awarded = false;
    for (int t = 0; energy.equals(Energy.NONE) && t < values.intervals; t++) {
      awarded |= values.at(SettlementColumn.RT, e, t) != 0;
    }
    if (awarded) {
      report("entity " + entity.id(), "all of the day", mwh(0), "It had awards.");
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
