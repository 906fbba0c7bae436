package org.gridclear.check;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.powerflow.DarkLoad;

/**
 * Load of islands without a source, by operating point.
 *
 * @param points names of the points
 * @param mw load that is not served at each, in MW
 */
public record UnservedLoad(List<String> points, List<Double> mw) {
  /** Less load is a rounding, in MW. */
  private static final double LEAST_MW = 1e-3;

  public UnservedLoad {
    points = List.copyOf(points);
    mw = List.copyOf(mw);
  }

  /** What a network's operating points leave unserved. */
  public static UnservedLoad of(Network network, List<OperatingPoint> points) {
    DarkLoad dark = new DarkLoad(network);
    return new UnservedLoad(
        points.stream().map(OperatingPoint::name).toList(), points.stream().map(dark::mw).toList());
  }

  /** The most of any point, in MW. */
  public double mostMw() {
    return mw.stream().mapToDouble(each -> each).max().orElse(0);
  }

  /**
   * What somebody must know before the flows are used; every face shows it on top.
   *
   * @param named whether the points are many, so that the worst is named
   */
  public List<String> alarms(boolean named) {
    double most = mostMw();
    if (most <= LEAST_MW) {
      return List.of();
    }
    long dark = mw.stream().filter(each -> each > LEAST_MW).count();
    int worst = IntStream.range(0, mw.size()).filter(s -> mw.get(s) == most).findFirst().orElse(0);
    return List.of(
        String.format(
            Locale.ROOT,
            "LOAD NOT SERVED: %.3f MW in islands without a source%s",
            most,
            named ? ", the most of %d snapshots, in %s".formatted(dark, points.get(worst)) : ""));
  }
}
