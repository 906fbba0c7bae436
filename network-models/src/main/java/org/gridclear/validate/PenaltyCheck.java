package org.gridclear.validate;

import java.util.Map;
import java.util.TreeMap;
import org.gridclear.market.Penalties;

/** Checks the penalties of a day: one below 0 would pay for load that is not served. */
final class PenaltyCheck {
  private PenaltyCheck() {}

  static void run(Penalties penalties, IssueLog log) {
    Map<String, Double> prices = new TreeMap<>();
    prices.put(
        "balanceYuanPerMwh",
        penalties.balanceByPeriod() == null
            ? penalties.balanceYuanPerMwh()
            : penalties.balanceByPeriod().min());
    prices.put("reserveYuanPerMwh", penalties.reserveYuanPerMwh());
    prices.put("contingencyYuanPerMwh", penalties.contingencyYuanPerMwh());
    prices.put("thermalYuanPerMwh", penalties.thermalYuanPerMwh());
    prices.put("flowgateYuanPerMwh", penalties.flowgateYuanPerMwh());
    prices.put("scheduleYuanPerMwh", penalties.scheduleYuanPerMwh());
    prices.forEach(
        (name, yuan) -> {
          if (!(yuan >= 0)) {
            log.add(
                Rule.QUANTITY_NOT_NEGATIVE,
                "penalties",
                name,
                yuan,
                "A violation would be paid for; give a price of 0 or more.");
          }
        });
  }
}
