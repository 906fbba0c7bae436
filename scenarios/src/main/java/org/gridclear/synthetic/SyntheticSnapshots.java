package org.gridclear.synthetic;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.quantity.Horizon;

/** Snapshots of a synthetic day: the file's operating point under a daily load shape. */
public final class SyntheticSnapshots {
  private static final int MINUTES_PER_DAY = 1440;

  private SyntheticSnapshots() {}

  /** As many snapshots as asked for, evenly over the day, the peak at the file's own load. */
  public static List<OperatingPoint> ofDay(Network network, int count) {
    if (count < 1 || count > MINUTES_PER_DAY) {
      throw new IllegalArgumentException(
          "The number of snapshots (%d) must lie in 1..%d.".formatted(count, MINUTES_PER_DAY));
    }
    if (count == 1) {
      return List.of(OperatingPoint.of(network));
    }
    Horizon horizon = new Horizon(24, 60);
    List<OperatingPoint> snapshots = new ArrayList<>();
    for (int s = 0; s < count; s++) {
      double hour = 24.0 * s / count;
      int before = (int) hour;
      double share = hour - before;
      double load =
          (1 - share) * DailyShape.load(horizon, before)
              + share * DailyShape.load(horizon, (before + 1) % 24);
      int minutes = (int) Math.round(60 * hour);
      String name = "%02d:%02d".formatted(minutes / 60, minutes % 60);
      snapshots.add(OperatingPoint.scaled(network, name, load));
    }
    return snapshots;
  }
}
