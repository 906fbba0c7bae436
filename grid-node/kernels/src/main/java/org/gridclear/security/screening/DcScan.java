package org.gridclear.security.screening;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import org.gridclear.numerics.Lanes;
import org.gridclear.security.powerflow.DcPowerFlow;
import org.gridclear.security.result.Monitored;

/** Loadings from the angles of all lanes. */
final class DcScan extends LaneScan {
  private final int[] from;
  private final int[] to;
  private final double[] threshold;
  private final double[] scale;
  private final double[] offset;
  private final double[] angles;

  /**
   * A scan of angles.
   *
   * @param angles angles of all lanes, {@code [position * COUNT + lane]}, as they will be
   */
  DcScan(DcPowerFlow base, Monitored monitored, LimitCheck check, int exponent, double[] angles) {
    super(base.model(), monitored, check, exponent);
    this.from = monitored.from;
    this.to = monitored.to;
    this.threshold = check.threshold();
    this.angles = angles;
    scale = new double[monitored.rows()];
    offset = new double[monitored.rows()];
    for (int m = 0; m < scale.length; m++) {
      int l = monitored.branch[m];
      scale[m] = base.susceptance()[l] / monitored.limitPu[m];
      offset[m] = base.shiftFlow()[l] / monitored.limitPu[m];
    }
  }

  @Override
  void pass(int start, int end, int first) {
    if (!Lanes.byVectors((long) (end - start) * Lanes.STEP / Lanes.COUNT)) {
      plainPass(start, end, first);
      return;
    }
    DoubleVector sum = Lanes.at(severities(), first);
    DoubleVector alarm = Lanes.at(greatest(), first);
    for (int m = start; m < end; m++) {
      DoubleVector loading =
          Lanes.at(angles, from[m] * Lanes.COUNT + first)
              .sub(Lanes.at(angles, to[m] * Lanes.COUNT + first))
              .mul(scale[m])
              .add(offset[m])
              .abs();
      DoubleVector squared = loading.mul(loading);
      DoubleVector fourth = squared.mul(squared);
      sum = sum.add(fourth.mul(fourth));
      if (loading.compare(VectorOperators.GE, alarm.min(threshold[m])).anyTrue()) {
        notice(first, m);
        alarm = Lanes.at(greatest(), first);
      }
    }
    sum.intoArray(severities(), first);
  }

  private void plainPass(int start, int end, int first) {
    double[] theta = angles;
    int[] begin = from;
    int[] stop = to;
    double[] factor = scale;
    double[] plus = offset;
    double[] least = threshold;
    for (int q = first; q < first + Lanes.STEP; q++) {
      double sum = severities()[q];
      double alarm = greatest()[q];
      for (int m = start; m < end; m++) {
        double difference = theta[begin[m] * Lanes.COUNT + q] - theta[stop[m] * Lanes.COUNT + q];
        double loading = Math.abs(difference * factor[m] + plus[m]);
        double squared = loading * loading;
        double fourth = squared * squared;
        sum += fourth * fourth;
        if (loading >= alarm || loading >= least[m]) {
          notice(q, m, loading);
          alarm = greatest()[q];
        }
      }
      severities()[q] = sum;
    }
  }

  @Override
  double loading(int m, int lane) {
    double difference = angles[from[m] * Lanes.COUNT + lane] - angles[to[m] * Lanes.COUNT + lane];
    return Math.abs(scale[m] * difference + offset[m]);
  }
}
