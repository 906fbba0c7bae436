package org.gridclear.study;

import java.util.Arrays;
import java.util.stream.Stream;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ThermalUnit;
import org.gridclear.quantity.Series;

/**
 * What makes one case more expensive than another, in a few numbers a period: load less forecast,
 * reserve, thermal capacity that may run, and the price of that capacity. Two cases with near
 * profiles have near commitments; nothing but speed depends on it.
 */
final class CaseProfile {
  private final double[] values;

  /** What the numbers of all cases of a study are measured by: load and price of its base. */
  record Measure(double[] loadMw, double[] priceYuanPerMwh) {
    Measure(MarketDay base) {
      this(CaseProfile.loadMw(base), CaseProfile.priceYuanPerMwh(base));
    }

    /** A price as the load that it is worth as a share of the base's price. */
    private double[] priceMw(double[] yuanPerMwh) {
      double[] mw = new double[yuanPerMwh.length];
      for (int t = 0; t < mw.length; t++) {
        mw[t] = loadMw[t] * yuanPerMwh[t] / Math.max(1e-9, priceYuanPerMwh[t]);
      }
      return mw;
    }
  }

  /** The profile of a day. */
  CaseProfile(MarketDay day, Measure measure) {
    double loadMw = Math.max(1e-9, Arrays.stream(measure.loadMw()).sum());
    double[] priceMw = measure.priceMw(priceYuanPerMwh(day));
    this.values =
        Stream.of(netLoadMw(day), reserveMw(day), capacityMw(day), priceMw)
            .flatMapToDouble(Arrays::stream)
            .map(mw -> mw / loadMw)
            .toArray();
  }

  /** Sum of all differences, as a share of the base's load. */
  double distance(CaseProfile other) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += Math.abs(values[i] - other.values[i]);
    }
    return sum;
  }

  private static double[] loadMw(MarketDay day) {
    double[] mw = new double[day.periodCount()];
    day.busLoads().forEach(load -> addTo(mw, load.mw(), 1));
    return mw;
  }

  private static double[] netLoadMw(MarketDay day) {
    double[] mw = loadMw(day);
    day.profiledUnits().forEach(unit -> addTo(mw, unit.maxMw(), -1));
    return mw;
  }

  private static double[] reserveMw(MarketDay day) {
    double[] mw = new double[day.periodCount()];
    day.reserves().forEach(reserve -> addTo(mw, reserve.mw(), 1));
    return mw;
  }

  private static double[] capacityMw(MarketDay day) {
    double[] mw = new double[day.periodCount()];
    for (ThermalUnit unit : day.thermalUnits()) {
      for (int t = 0; t < mw.length; t++) {
        mw[t] += unit.commitment().get(t).isOff() ? 0 : unit.pMaxMw().at(t);
      }
    }
    return mw;
  }

  /** Mean price of all units at full output. */
  private static double[] priceYuanPerMwh(MarketDay day) {
    double[] price = new double[day.periodCount()];
    for (int t = 0; t < price.length; t++) {
      double yuanPerH = 0;
      double mw = 0;
      for (ThermalUnit unit : day.thermalUnits()) {
        OfferCurve offer = unit.offer(t);
        yuanPerH += offer.yuanPerH().get(offer.segmentCount());
        mw += offer.lastMw();
      }
      price[t] = mw > 0 ? yuanPerH / mw : 0;
    }
    return price;
  }

  private static void addTo(double[] sums, Series series, double factor) {
    for (int t = 0; t < sums.length; t++) {
      sums[t] += factor * series.at(t);
    }
  }
}
