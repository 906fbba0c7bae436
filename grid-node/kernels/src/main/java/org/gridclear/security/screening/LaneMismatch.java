package org.gridclear.security.screening;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import org.gridclear.numerics.AdmittanceMatrix;
import org.gridclear.numerics.BlockLuFactor;
import org.gridclear.numerics.Lanes;

/**
 * Mismatches of several outages side by side: what is asked for at every position less what the
 * network takes there.
 */
final class LaneMismatch {
  private static final int COUNT = Lanes.COUNT;
  private static final int STRIDE = BlockLuFactor.STRIDE;

  private final AcBase base;
  private final int n;
  private final double[] v;
  private final double[] r;
  private final RowEdits edits;
  private final double[] worst = new double[COUNT];
  private final double[] ignored = new double[COUNT];

  /** By position: active and reactive power asked for, and 1 or 0 for whether each is. */
  private final double[] asked;

  private final double[] given;
  private final double[] rises = new double[COUNT];
  private final double[] falls = new double[COUNT];
  private double[] riseShare;
  private double[] fallShare;

  /**
   * Mismatches of lanes.
   *
   * @param v voltages, {@code [STRIDE * position + COUNT * part + lane]}
   * @param r receives the mismatches, active and reactive in place of the parts
   */
  LaneMismatch(AcBase base, double[] v, double[] r) {
    this.base = base;
    this.n = base.model.size();
    this.v = v;
    this.r = r;
    edits = new RowEdits(n);
    asked = new double[4 * n];
    given = new double[COUNT * base.regulated.length];
    riseShare = new double[n];
    fallShare = riseShare;
    for (int k = 0; k < n; k++) {
      asked[4 * k] = base.solution.activeSpec()[k];
      asked[4 * k + 1] = base.reactiveSpec[k];
      asked[4 * k + 2] = base.angleFixed[k] ? 0 : 1;
      asked[4 * k + 3] = base.voltageFixed[k] ? 0 : 1;
    }
  }

  /** What differs from the base case at single positions, noted until it is measured. */
  RowEdits edits() {
    return edits;
  }

  /** Whether the angle can move at a position; 0 or 1. */
  double freeAngle(int k) {
    return asked[4 * k + 2];
  }

  /** Whether the voltage can move at a position in the base case; 0 or 1. */
  double freeVoltage(int k) {
    return asked[4 * k + 3];
  }

  /**
   * Says who makes up for what lanes lose.
   *
   * @param riseShare who takes a rise, by position
   * @param fallShare who takes a fall
   */
  void share(double[] riseShare, double[] fallShare) {
    this.riseShare = riseShare;
    this.fallShare = fallShare;
  }

  /**
   * Says what is made up for in a lane.
   *
   * @param risePu what generation rises by in all
   * @param fallPu what it falls by, as a negative number
   */
  void makeUp(int lane, double risePu, double fallPu) {
    rises[lane] = risePu;
    falls[lane] = fallPu;
  }

  /**
   * Measures the mismatches of all lanes with what was noted for them.
   *
   * @return greatest mismatch of every lane; NaN counts as infinite
   */
  double[] measure() {
    Arrays.fill(worst, 0);
    for (int first = 0; first < COUNT; first += Lanes.STEP) {
      for (int k = 0; k < n; k++) {
        int edited = edits.next(k);
        measure(k, edited, first, worst);
        k = edited;
        if (k < n) {
          measure(k, k + 1, first, ignored);
          edits.make(k, first, r);
          finish(k, first);
        }
      }
    }
    edits.reset();
    for (int q = 0; q < COUNT; q++) {
      worst[q] = Double.isNaN(worst[q]) ? Double.POSITIVE_INFINITY : worst[q];
    }
    return worst;
  }

  private void finish(int k, int first) {
    for (int q = first; q < first + Lanes.STEP; q++) {
      int t = k * STRIDE + q;
      worst[q] = Math.max(worst[q], Math.max(Math.abs(r[t]), Math.abs(r[t + COUNT])));
    }
  }

  /** Rows without edits, in one vector of lanes. No vector leaves it (docs/decisions/005). */
  private void measure(int start, int end, int first, double[] greatest) {
    AdmittanceMatrix y = base.y;
    int[] rowStart = y.rowStart();
    int[] column = y.column();
    double[] values = y.values();
    double[] diagonal = y.diagonal();
    DoubleVector rise = Lanes.at(rises, first);
    DoubleVector fall = Lanes.at(falls, first);
    DoubleVector most = Lanes.at(greatest, first);
    for (int k = start; k < end; k++) {
      int o = k * STRIDE + first;
      DoubleVector e = Lanes.at(v, o);
      DoubleVector f = Lanes.at(v, o + COUNT);
      double g = diagonal[2 * k];
      double b = diagonal[2 * k + 1];
      DoubleVector re = e.mul(g).sub(f.mul(b));
      DoubleVector im = f.mul(g).add(e.mul(b));
      int last = rowStart[k + 1];
      for (int m = rowStart[k]; m < last; m++) {
        int i = column[m] * STRIDE + first;
        DoubleVector otherE = Lanes.at(v, i);
        DoubleVector otherF = Lanes.at(v, i + COUNT);
        g = values[2 * m];
        b = values[2 * m + 1];
        re = re.add(otherE.mul(g)).sub(otherF.mul(b));
        im = im.add(otherF.mul(g)).add(otherE.mul(b));
      }
      DoubleVector active =
          rise.mul(riseShare[k])
              .add(fall.mul(fallShare[k]))
              .add(asked[4 * k])
              .sub(e.mul(re))
              .sub(f.mul(im))
              .mul(asked[4 * k + 2]);
      DoubleVector fed = e.mul(im).sub(f.mul(re));
      DoubleVector reactive = fed.add(asked[4 * k + 1]).mul(asked[4 * k + 3]);
      active.intoArray(r, o);
      reactive.intoArray(r, o + COUNT);
      most = most.max(active.abs().max(reactive.abs()));
      int slot = base.slot[k];
      if (slot >= 0) {
        fed.intoArray(given, slot * COUNT + first);
      }
    }
    most.intoArray(greatest, first);
  }

  /** Reactive power that the network took, as last measured, of a bus that may hold its voltage. */
  double measuredReactivePu(int slot, int lane) {
    return -given[slot * COUNT + lane];
  }

  /** Puts the mismatch of a reactive row that was just switched, after it was measured. */
  void put(int k, int lane, double mismatch) {
    r[k * STRIDE + COUNT + lane] = mismatch;
  }
}
