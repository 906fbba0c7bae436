package org.gridclear.validate;

import org.gridclear.market.Commitment;
import org.gridclear.market.InitialState;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.StartCategory;
import org.gridclear.market.ThermalUnit;
import org.gridclear.quantity.Horizon;

/**
 * The checks of one thermal unit.
 *
 * @param curved whether a start or stop curve gives its output, also below its least output
 */
record ThermalUnitCheck(ThermalUnit unit, Horizon horizon, boolean curved, IssueLog log) {
  private static final double TOLERANCE = 1e-6;

  void run() {
    limits();
    offers();
    notNegative("rampUpMwPerH", unit.rampUpMwPerH());
    notNegative("rampDownMwPerH", unit.rampDownMwPerH());
    notNegative("startRampMw", unit.startRampMw());
    notNegative("stopRampMw", unit.stopRampMw());
    times();
    starts();
    count("startsOfDay", unit.startsOfDay());
    count("stopAfterPeriods", unit.stopAfterPeriods());
    if (unit.initial() != null) {
      initial(unit.initial());
    }
  }

  private void issue(Rule rule, String field, Object value, String advice) {
    log.add(rule, "unit " + unit.id(), field, value, advice);
  }

  private void limits() {
    for (int t = 0; t < horizon.periodCount(); t++) {
      double min = unit.pMinMw().at(t);
      double max = unit.pMaxMw().at(t);
      if (!(min <= max + TOLERANCE) || !Double.isFinite(max)) {
        issue(
            Rule.LIMITS_ORDERED,
            "pMinMw in period " + (t + 1),
            min,
            "Its pMaxMw is %s.".formatted(max));
        return;
      }
    }
    if (unit.pMinMw().min() < 0) {
      issue(
          Rule.QUANTITY_NOT_NEGATIVE,
          "pMinMw",
          unit.pMinMw().min(),
          "A unit that draws power is storage or flexible load.");
    }
  }

  private void offers() {
    for (int t = 0; t < unit.offers().size(); t++) {
      OfferCurve offer = unit.offers().get(t);
      String field = unit.offers().size() == 1 ? "offer" : "offer in period " + (t + 1);
      for (int k = 0; k < offer.segmentCount(); k++) {
        if (!(offer.widthMw(k) > 0)) {
          issue(
              Rule.OFFER_RISING,
              field + " breakpoint " + (k + 2),
              offer.mw().get(k + 1) + " MW",
              "It follows %s MW; give strictly rising outputs.".formatted(offer.mw().get(k)));
          return;
        }
        if (k > 0
            && offer.priceYuanPerMwh(k)
                < offer.priceYuanPerMwh(k - 1)
                    - TOLERANCE * Math.max(1, Math.abs(offer.priceYuanPerMwh(k - 1)))) {
          issue(
              Rule.OFFER_CONVEX,
              field + " segment " + (k + 1),
              "%.6g per MWh".formatted(offer.priceYuanPerMwh(k)),
              "The segment before costs %.6g per MWh; order the segments by price."
                  .formatted(offer.priceYuanPerMwh(k - 1)));
          return;
        }
      }
    }
  }

  private void times() {
    if (unit.minUpHours() < 0 || unit.minDownHours() < 0) {
      issue(
          Rule.TIMES_NOT_NEGATIVE,
          "minUpHours/minDownHours",
          unit.minUpHours() + "/" + unit.minDownHours(),
          "Give 0 or more hours.");
    }
  }

  private void starts() {
    notNegativeCost("stopYuan", unit.stopYuan());
    for (int k = 0; k < unit.startCategories().size(); k++) {
      StartCategory category = unit.startCategories().get(k);
      notNegativeCost("costYuan of start category " + (k + 1), category.costYuan());
      if (!(category.offHours() >= 0)) {
        issue(
            Rule.TIMES_NOT_NEGATIVE,
            "offHours of start category " + (k + 1),
            category.offHours(),
            "Give 0 or more hours.");
      }
    }
    for (int k = 1; k < unit.startCategories().size(); k++) {
      var before = unit.startCategories().get(k - 1);
      var here = unit.startCategories().get(k);
      if (!(here.offHours() > before.offHours()) || here.costYuan() < before.costYuan()) {
        issue(
            Rule.START_COSTS_RISING,
            "start category " + (k + 1),
            "%s after %s h".formatted(here.costYuan(), here.offHours()),
            "Order them by time off, with costs that do not fall.");
        return;
      }
    }
  }

  /** A count below 0 would allow more than the day does. */
  private void count(String field, int value) {
    if (value < 0) {
      issue(Rule.QUANTITY_NOT_NEGATIVE, field, value, "Give a count of 0 or more.");
    }
  }

  private static String words(InitialState initial) {
    return "%s for %s h, %s MW"
        .formatted(initial.on() ? "on" : "off", initial.hours(), initial.powerMw());
  }

  private void initial(InitialState initial) {
    String advice = null;
    if (!initial.on() && initial.powerMw() > TOLERANCE) {
      advice = "A unit that is off gives no power.";
    } else if (initial.powerMw() < -TOLERANCE) {
      advice = "Give the output before the first period, 0 MW or more.";
    } else if (initial.hours() < 0) {
      advice = "Give the hours in this state, 0 or more.";
    }
    if (advice != null) {
      issue(Rule.INITIAL_STATE_CONSISTENT, "initial", words(initial), advice);
      return;
    }
    double lastMw = unit.offers().get(0).lastMw();
    if (initial.on() && initial.powerMw() > lastMw + 1e-3) {
      issue(
          Rule.INITIAL_OUTPUT_OFFERED,
          "initial",
          words(initial),
          "Its offer ends at %s MW; it must ramp down from there.".formatted(lastMw));
    }
    double leastMw = unit.pMinMw().at(0);
    if (initial.on() && !curved && initial.powerMw() < leastMw - 1e-3) {
      issue(
          Rule.INITIAL_OUTPUT_OFFERED,
          "initial",
          words(initial),
          "Its pMinMw is %s MW; if it stays on it must ramp up to there.".formatted(leastMw));
    }
    double heldHours = initial.on() ? unit.minUpHours() : unit.minDownHours();
    int held = horizon.periodsFor(heldHours - initial.hours());
    for (int t = 0; t < Math.min(held, horizon.periodCount()); t++) {
      Commitment given = unit.commitment().get(t);
      if (initial.on() ? given.isOff() : given == Commitment.ON) {
        issue(
            Rule.INITIAL_STATE_CONSISTENT,
            "initial",
            words(initial),
            "It must stay %s for %s h more, but its commitment in period %d is %s."
                .formatted(initial.on() ? "on" : "off", heldHours - initial.hours(), t + 1, given));
        return;
      }
    }
  }

  private void notNegativeCost(String field, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      issue(Rule.QUANTITY_NOT_NEGATIVE, field, value, "Give a cost of 0 or more.");
    }
  }

  private void notNegative(String field, double value) {
    if (!(value >= 0)) {
      issue(Rule.RAMP_NOT_NEGATIVE, field, value, "Give 0 or more MW.");
    }
  }
}
