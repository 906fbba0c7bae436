package org.gridclear.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.OfferCurve;
import org.gridclear.network.Generator;
import org.gridclear.network.GeneratorCost;
import org.gridclear.quantity.Series;

/**
 * Offers and bids from the cost curves of a network file: breakpoints of a piecewise curve as they
 * stand, a polynomial at equal distances.
 */
final class FileCosts {
  /** Segments in which a polynomial of the second degree or more is offered. */
  static final int SEGMENTS = 4;

  private FileCosts() {}

  /** Whether the unit has a curve with more than one price between its output limits. */
  static boolean bent(Generator generator) {
    double leastMw = Math.max(0, generator.pMinMw());
    return generator.cost() != null
        && outputs(generator.cost(), leastMw, generator.pMaxMw()).size() > 2;
  }

  /** The mean price of a unit's curve between its output limits; 0 without a curve. */
  static double meanYuanPerMwh(Generator generator) {
    GeneratorCost cost = generator.cost();
    double leastMw = Math.max(0, generator.pMinMw());
    if (cost == null || generator.pMaxMw() - leastMw < 1e-6) {
      return 0;
    }
    return (cost.at(generator.pMaxMw()) - cost.at(leastMw)) / (generator.pMaxMw() - leastMw);
  }

  /** The curve from one output to another. */
  static OfferCurve offer(GeneratorCost cost, double fromMw, double toMw) {
    List<Double> mw = outputs(cost, fromMw, toMw);
    return new OfferCurve(mw, mw.stream().map(cost::at).toList());
  }

  private static List<Double> outputs(GeneratorCost cost, double fromMw, double toMw) {
    List<Double> mw = new ArrayList<>();
    mw.add(fromMw);
    if (cost.pointsMw().isEmpty()) {
      boolean curved = cost.polynomial().stream().skip(2).anyMatch(factor -> factor != 0);
      int segments = toMw - fromMw < 1e-6 ? 0 : curved ? SEGMENTS : 1;
      for (int k = 1; k <= segments; k++) {
        mw.add(fromMw + (toMw - fromMw) * k / segments);
      }
      return mw;
    }
    for (double point : cost.pointsMw()) {
      if (point > fromMw && point < toMw) {
        mw.add(point);
      }
    }
    if (toMw > fromMw) {
      mw.add(toMw);
    }
    return mw;
  }

  /**
   * The bids of a generator that only draws: what it takes may be served in part, each segment of
   * its curve at its own price.
   *
   * @throws IllegalArgumentException if a further MW is worth more than the one before
   */
  static List<FlexibleLoad> bids(Generator generator, int periodCount) {
    double mostMw = -generator.pMinMw();
    double leastMw = Math.max(0, -generator.pMaxMw());
    OfferCurve curve = offer(Objects.requireNonNull(generator.cost()), -mostMw, -leastMw);
    List<FlexibleLoad> bids = new ArrayList<>();
    for (int k = curve.segmentCount() - 1; k >= 0; k--) {
      double value = curve.priceYuanPerMwh(k);
      if (k > 0 && curve.priceYuanPerMwh(k - 1) > value + 1e-9 * Math.abs(value)) {
        throw new IllegalArgumentException(
            "The cost curve of the dispatchable load (%s) is not convex: a further MW is worth more than the one before."
                .formatted(generator.id()));
      }
      bids.add(
          new FlexibleLoad(
              curve.segmentCount() == 1
                  ? generator.id()
                  : generator.id() + " part " + (bids.size() + 1),
              generator.bus(),
              Series.constant(curve.widthMw(k), periodCount),
              Series.constant(value, periodCount)));
    }
    return bids;
  }
}
