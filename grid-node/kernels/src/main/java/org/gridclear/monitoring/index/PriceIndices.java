package org.gridclear.monitoring.index;

import java.util.Objects;
import org.gridclear.monitoring.index.IndexKernel.Given;
import org.gridclear.monitoring.measure.MarketFacts.UnitFacts;
import org.gridclear.monitoring.measure.Measure;
import org.gridclear.monitoring.measure.Measures;
import org.gridclear.monitoring.structure.Markup;
import org.gridclear.monitoring.structure.OfferedCurve;
import org.gridclear.monitoring.structure.PriceVariation;

/** Indices of prices and offers. */
final class PriceIndices {
  private PriceIndices() {}

  private static double[] prices(Given given) {
    return new Measures(given.facts(), given.fuels()).of(Measure.PRICE);
  }

  static Measured volatility(Given given) {
    return Measured.ofDay(PriceVariation.volatility(prices(given)));
  }

  static Measured variation(Given given) {
    return Measured.ofDay(PriceVariation.coefficient(prices(given)));
  }

  /** The offer stands for the marginal cost. */
  static Measured lerner(Given given) {
    var units = given.facts().units();
    boolean cut = Objects.requireNonNull(given.numbers().get("cutNegative")) != 0;
    double[] values = new double[given.facts().span().periods()];
    for (int t = 0; t < values.length; t++) {
      double[] index = new double[units.size()];
      double[] mw = new double[units.size()];
      for (int u = 0; u < index.length; u++) {
        UnitFacts unit = units.get(u);
        mw[u] = unit.mw()[t];
        index[u] = lerner(unit, t);
        index[u] = cut && index[u] < 0 ? 0 : index[u];
      }
      values[t] = Markup.weighted(index, mw);
    }
    return Measured.of(values).noted("the offer stands for the marginal cost");
  }

  private static double lerner(UnitFacts unit, int period) {
    double mw = unit.mw()[period];
    return unit.offer()
        .get(period)
        .map(curve -> curve.marginalYuanPerMwh(mw))
        .map(cost -> Markup.lerner(unit.place().yuanPerMwh()[period], cost))
        .orElse(Double.NaN);
  }

  /** What is offered at prices within the band around the price, over demand. */
  static Measured depth(Given given) {
    double[] price = prices(given);
    double[] demand = new Measures(given.facts(), given.fuels()).of(Measure.DEMAND_MW);
    double band = Objects.requireNonNull(given.numbers().get("band"));
    double[] values = new double[price.length];
    for (int t = 0; t < values.length; t++) {
      double width = Math.abs(price[t]) * band;
      double mw = 0;
      for (UnitFacts unit : given.facts().units()) {
        if (unit.offer().get(t).isPresent()) {
          OfferedCurve curve = unit.offer().get(t).orElseThrow();
          mw += curve.mwAtOrBelow(price[t] + width) - curve.mwAtOrBelow(price[t] - width);
        }
      }
      values[t] = demand[t] > 0 ? mw / demand[t] : Double.NaN;
    }
    return Measured.of(values);
  }

  /** Of all that is offered above the least output, weighted by MW. */
  static Measured offerPrice(Given given) {
    double[] values = new double[given.facts().span().periods()];
    for (int t = 0; t < values.length; t++) {
      double yuan = 0;
      double mw = 0;
      for (UnitFacts unit : given.facts().units()) {
        if (unit.offer().get(t).isPresent()) {
          OfferedCurve curve = unit.offer().get(t).orElseThrow();
          mw += curve.greatestMw() - curve.leastMw();
          yuan += curve.costYuanPerH(curve.greatestMw()) - curve.costYuanPerH(curve.leastMw());
        }
      }
      values[t] = mw > 0 ? yuan / mw : Double.NaN;
    }
    return Measured.of(values);
  }
}
