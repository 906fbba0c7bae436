package org.gridclear.oracle;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.clearing.audit.ResourceShares.Share;
import org.gridclear.clearing.explain.PriceExplanation;
import org.gridclear.clearing.explain.PriceExplanation.Marginal;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.LinearConstraint;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.market.rule.ResourceRate;
import org.gridclear.oracle.program.RuleRows;

/**
 * Explanations beside the oracle, at every bus and period: shares that add up to the price, next
 * costs that are those of the offer, and shares of rules that are the oracle's differences times
 * what a MWh takes of them.
 */
final class ExplanationCheck {
  private static final double EXACT = 1e-6;
  private static final double SHARE = 1e-4;
  private static final double LOSS_SHARE = 5e-3;

  private final MarketDay day;
  private final ClearingCase clearingCase;
  private final ClearingResult result;
  private final Oracle oracle;
  private final PriceIntervals intervals;
  private final List<String> untruths = new ArrayList<>();
  private int withoutMargin;

  ExplanationCheck(
      ClearingCase clearingCase, ClearingResult result, Oracle oracle, PriceIntervals intervals) {
    this.day = clearingCase.day();
    this.clearingCase = clearingCase;
    this.result = result;
    this.oracle = oracle;
    this.intervals = intervals;
  }

  /** What explanations say that is not so. */
  List<String> untruths() {
    for (int t = 0; t < day.periodCount(); t++) {
      for (int b = 0; b < day.network().buses().size(); b++) {
        PriceExplanation why = PriceExplanation.of(clearingCase, result, b, t);
        adds(why, b, t);
        withoutMargin += why.marginal().isEmpty() ? 1 : 0;
        for (Marginal marginal : b == 0 ? why.marginal() : List.<Marginal>of()) {
          marginal(marginal, t);
        }
      }
    }
    return untruths;
  }

  private void adds(PriceExplanation why, int b, int t) {
    double sum = why.shares().stream().mapToDouble(Share::yuanPerMwh).sum();
    double lmp = result.prices().lmpYuanPerMwh()[b][t];
    if (why.lmpYuanPerMwh() != lmp || Math.abs(sum - lmp) > EXACT * Math.max(1, Math.abs(lmp))) {
      untruths.add(
          "Shares of bus %d in period %d add up to %s, not %s.".formatted(b, t + 1, sum, lmp));
    }
  }

  private void marginal(Marginal marginal, int t) {
    for (int g = 0; g < day.thermalUnits().size(); g++) {
      ThermalUnit unit = day.thermalUnits().get(g);
      if (unit.id().equals(marginal.unit())) {
        double mw = result.schedule().outputMw()[g][t];
        // At a step the next MWh has another price than the last.
        double from = marginal.bothWays() ? mw - 1e-5 : mw + 1e-5;
        double next = (cost(unit.offer(t), from + 2e-5) - cost(unit.offer(t), from)) / 2e-5;
        if (Math.abs(next - marginal.yuanPerMwh()) > 1e-4) {
          untruths.add(
              "The next MWh of %s costs %s, not %s."
                  .formatted(unit.id(), next, marginal.yuanPerMwh()));
        }
        rules(marginal, t);
      }
    }
  }

  /** Cost per hour of an output, as the upper envelope of the lines through the segments. */
  private static double cost(OfferCurve offer, double mw) {
    double cost = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < offer.segmentCount(); k++) {
      double slope = offer.priceYuanPerMwh(k);
      cost = Math.max(cost, offer.yuanPerH().get(k) + slope * (mw - offer.mw().get(k)));
    }
    return cost;
  }

  private void rules(Marginal marginal, int t) {
    double hours = day.horizon().hoursPerPeriod();
    for (RuleRows.NamedRow rule : oracle.rules().named) {
      if (t >= rule.from() && t < rule.to() && rule.row().number() >= 0) {
        double taken = taken(rule.id(), marginal.unit(), t);
        PriceIntervals.Interval dual = intervals.ofRule(rule);
        double said = 0;
        for (Share share : marginal.shares()) {
          said += share.element().equals(rule.id()) ? share.yuanPerMwh() : 0;
        }
        double tolerance = 0.02 + (oracle.hasLosses() ? LOSS_SHARE : SHARE) * Math.abs(said);
        if (taken != 0 && !dual.holds(-said * hours / taken, tolerance)) {
          untruths.add(
              "The share of %s at %s in period %d is %s, the differences say %s to %s."
                  .formatted(rule.id(), marginal.unit(), t + 1, said, dual.below(), dual.above()));
        }
      }
    }
  }

  /** What a MW of a unit takes of the limits of a rule; of one that looks back, 0: not compared. */
  private double taken(String id, String unit, int t) {
    double hours = day.horizon().hoursPerPeriod();
    double taken = 0;
    for (RangeConstraint range : day.rules().ranges()) {
      if (range.id().equals(id) && oracle.rules().counts(range, unit)) {
        taken +=
            switch (range.kind()) {
              case OUTPUT, FIXED_SCHEDULE -> 1;
              case ENERGY -> hours;
              case EMISSION, EMISSION_TOTAL, FUEL ->
                  hours
                      * day.rules().rates().stream()
                          .filter(r -> r.unit().equals(unit) && r.item().equals(range.item()))
                          .mapToDouble(ResourceRate::tPerMwh)
                          .sum();
              default -> 0;
            };
      }
    }
    for (LinearConstraint linear : day.rules().linear()) {
      for (LinearConstraint.Term term : linear.terms()) {
        boolean counts =
            linear.id().equals(id)
                && !linear.looksBack()
                && term.unit().equals(unit)
                && term.quantity() == LinearConstraint.Quantity.OUTPUT;
        taken += counts ? term.coefficient().at(t) : 0;
      }
    }
    return taken;
  }
}
