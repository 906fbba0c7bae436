package org.gridclear.market;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;

/**
 * A convex piecewise-linear offer: total cost per hour at each breakpoint of output. The first
 * breakpoint is the least stable output, its cost the no-load cost; a curve of one point is a unit
 * that runs at exactly that output.
 *
 * @param mw outputs of the breakpoints in MW, strictly rising
 * @param yuanPerH total cost at each breakpoint in yuan per hour
 */
public record OfferCurve(List<Double> mw, List<Double> yuanPerH) {
  public OfferCurve {
    mw = List.copyOf(mw);
    yuanPerH = List.copyOf(yuanPerH);
    if (mw.isEmpty() || mw.size() != yuanPerH.size()) {
      throw new IllegalArgumentException(
          "An offer needs as many costs (%d) as outputs (%d), at least one."
              .formatted(yuanPerH.size(), mw.size()));
    }
  }

  /** Output of the first breakpoint, in MW. */
  public double firstMw() {
    return mw.get(0);
  }

  /** Output of the last breakpoint, in MW. */
  public double lastMw() {
    return mw.get(mw.size() - 1);
  }

  /** Cost per hour of running at the first breakpoint. */
  public double firstYuanPerH() {
    return yuanPerH.get(0);
  }

  /** Number of segments, one less than breakpoints. */
  @JsonIgnore
  public int segmentCount() {
    return mw.size() - 1;
  }

  /** Width of segment {@code k} in MW. */
  public double widthMw(int k) {
    return mw.get(k + 1) - mw.get(k);
  }

  /** Price of segment {@code k} in yuan/MWh. */
  public double priceYuanPerMwh(int k) {
    return (yuanPerH.get(k + 1) - yuanPerH.get(k)) / widthMw(k);
  }

  /** The same with the last segment ending at {@code endMw}, at its price. */
  public OfferCurve endingAt(double endMw) {
    int last = mw.size() - 1;
    List<Double> outputs = new ArrayList<>(mw);
    List<Double> costs = new ArrayList<>(yuanPerH);
    outputs.set(last, endMw);
    costs.set(last, yuanPerH.get(last) + priceYuanPerMwh(last - 1) * (endMw - mw.get(last)));
    return new OfferCurve(outputs, costs);
  }

  /** The same outputs with every cost multiplied by {@code factor}. */
  public OfferCurve scaled(double factor) {
    return new OfferCurve(mw, yuanPerH.stream().map(cost -> cost * factor).toList());
  }
}
