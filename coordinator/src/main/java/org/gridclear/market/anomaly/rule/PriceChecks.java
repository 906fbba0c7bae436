package org.gridclear.market.anomaly.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;

/** Rules about prices of buses (I-02). */
final class PriceChecks {
  private static final String LMP = "lmpYuanPerMwh";
  private static final String UNIT = "yuan/MWh";

  private final JudgedDay day;
  private final Findings findings;

  PriceChecks(JudgedDay day, Findings findings) {
    this.day = day;
    this.findings = findings;
  }

  void check(AnomalyRule rule) {
    Optional<ResultBlock> prices = day.block(ResultKind.PRICES);
    if (prices.isEmpty()) {
      findings.notJudged(rule, "the version has no prices");
      return;
    }
    BlockNumbers lmp = new BlockNumbers(prices.get(), LMP);
    switch (rule.type()) {
      case PRICE_CAP -> overCap(rule, lmp);
      case PRICE_ALARM -> over(rule, lmp, rule.limit());
      case PRICE_RISE -> risen(rule, lmp);
      default -> below(rule, lmp);
    }
  }

  private void overCap(AnomalyRule rule, BlockNumbers lmp) {
    if (rule.threshold().limit().isPresent()) {
      over(rule, lmp, rule.limit());
    } else if (day.capYuanPerMwh().isPresent()) {
      over(rule, lmp, day.capYuanPerMwh().getAsDouble());
    } else {
      findings.notJudged(
          rule, "neither the rule nor the parameters of the market give a cap of prices");
    }
  }

  private void over(AnomalyRule rule, BlockNumbers lmp, double limit) {
    look(rule, lmp, (here, t) -> limit, 1);
  }

  private void below(AnomalyRule rule, BlockNumbers lmp) {
    look(rule, lmp, (here, t) -> rule.limit(), -1);
  }

  private void risen(AnomalyRule rule, BlockNumbers lmp) {
    if (day.before().isEmpty()) {
      findings.notJudged(rule, "there is no version of the day before");
      return;
    }
    BlockNumbers before = new BlockNumbers(day.before().get(), LMP);
    Map<String, Integer> places = new HashMap<>();
    for (int b = 0; b < before.elements(); b++) {
      places.put(before.text(b, "bus"), b);
    }
    look(
        rule,
        lmp,
        (here, t) -> {
          Integer there = places.get(lmp.text(here, "bus"));
          int period = before.periodAt(lmp.minute(t));
          double was = there == null || period < 0 ? Double.NaN : before.at(there, period);
          return was + Math.max(rule.limit() * Math.abs(was), rule.threshold().least());
        },
        1);
  }

  /** The threshold of a bus in a period; NaN for none. */
  private interface Limit {
    double of(int here, int period);
  }

  /**
   * Notes the prices beyond their limits.
   *
   * @param sign 1 where what is greater is beyond, -1 where what is less is
   */
  private void look(AnomalyRule rule, BlockNumbers lmp, Limit limits, int sign) {
    findings.look(
        rule,
        UNIT,
        found -> {
          for (int b = 0; b < lmp.elements(); b++) {
            String zone = lmp.text(b, "zone");
            if (!rule.holdsInZone(zone)) {
              continue;
            }
            Place bus = new Place("bus", lmp.text(b, "bus"), "", zone, "");
            for (int t = 0; t < lmp.periods(); t++) {
              double price = lmp.at(b, t);
              double limit = limits.of(b, t);
              double beyond = sign * (price - limit);
              if (beyond > 0) {
                found.add(bus, t + 1, price, limit, beyond);
              }
            }
          }
        });
  }
}
