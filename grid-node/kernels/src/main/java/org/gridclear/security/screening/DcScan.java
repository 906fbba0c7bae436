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

  /** Two lanes at a time: what belongs to the row is read once for both. */
  private void plainPass(int start, int end, int first) {
    double[] theta = angles;
    int[] begin = from;
    int[] stop = to;
    double[] factor = scale;
    double[] plus = offset;
    double[] least = threshold;
    // Where a vector holds one number, every other call finds its lane done.
    for (int q = first + first % 2; q < first + Lanes.STEP; q += 2) {
      double sum0 = severities()[q];
      double sum1 = severities()[q + 1];
      double alarm0 = greatest()[q];
      double alarm1 = greatest()[q + 1];
      for (int m = start; m < end; m++) {
        int i = begin[m] * Lanes.COUNT + q;
        int j = stop[m] * Lanes.COUNT + q;
        double slope = factor[m];
        double shift = plus[m];
        double noticed = least[m];
        double loading0 = Math.abs((theta[i] - theta[j]) * slope + shift);
        double loading1 = Math.abs((theta[i + 1] - theta[j + 1]) * slope + shift);
        double squared0 = loading0 * loading0;
        double squared1 = loading1 * loading1;
        double fourth0 = squared0 * squared0;
        double fourth1 = squared1 * squared1;
        sum0 += fourth0 * fourth0;
        sum1 += fourth1 * fourth1;
        if (loading0 >= noticed || loading0 >= alarm0) {
          notice(q, m, loading0);
          alarm0 = greatest()[q];
        }
        if (loading1 >= noticed || loading1 >= alarm1) {
          notice(q + 1, m, loading1);
          alarm1 = greatest()[q + 1];
        }
      }
      severities()[q] = sum0;
      severities()[q + 1] = sum1;
    }
  }

  @Override
  double loading(int m, int lane) {
    double difference = angles[from[m] * Lanes.COUNT + lane] - angles[to[m] * Lanes.COUNT + lane];
    return Math.abs(scale[m] * difference + offset[m]);
  }
}
