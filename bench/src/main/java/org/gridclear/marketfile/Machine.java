package org.gridclear.marketfile;

import java.util.List;
import org.gridclear.solver.LinearModel;
import org.gridclear.solver.Terms;

/**
 * A thermal unit of a file and its columns: status, start and stop, output above the first point of
 * its curve, segments, reserve; with the rows that all three formats share. Ramps and limits of
 * starts and stops, in which they differ, are added by their programs.
 */
final class Machine {
  /**
   * Data in periods and MW.
   *
   * @param id its name in the file
   * @param curves points {output, cost per hour} of every period
   * @param upPeriods least periods on
   * @param downPeriods least periods off
   * @param wasOn whether it was on before the first period
   * @param wasPeriods for how many periods
   * @param wasMw its output then
   * @param lags periods off from which a start category holds
   * @param startYuan cost of a start in it
   * @param stopYuan cost of a stop
   * @param fixed per period: 1 on, 0 off, -1 free
   */
  record Data(
      String id,
      List<double[][]> curves,
      int upPeriods,
      int downPeriods,
      boolean wasOn,
      int wasPeriods,
      double wasMw,
      int[] lags,
      double[] startYuan,
      double stopYuan,
      int[] fixed) {
    double minMw(int t) {
      return curves.get(t)[0][0];
    }

    double maxMw(int t) {
      double[][] curve = curves.get(t);
      return curve[curve.length - 1][0];
    }

    double widthMw(int t) {
      return maxMw(t) - minMw(t);
    }

    double wasAboveMw() {
      return wasOn ? wasMw - minMw(0) : 0;
    }
  }

  final Data data;
  final int[] on;
  final int[] start;
  final int[] stop;
  final int[] above;
  final int[][] category;
  final int[][] segment;
  private final FileProgram program;

  Machine(FileProgram program, int bus, Data data) {
    this.program = program;
    this.data = data;
    int periods = program.periods;
    on = new int[periods];
    start = new int[periods];
    stop = new int[periods];
    above = new int[periods];
    category = new int[periods][];
    segment = new int[periods][];
    for (int t = 0; t < periods; t++) {
      columns(t);
      program.inject(bus, t, on[t], data.minMw(t));
      program.inject(bus, t, above[t], 1);
    }
    for (int t = 0; t < periods; t++) {
      logic(t);
      starts(t);
      m().atMost(0, new Terms().add(above[t], 1).add(on[t], -data.widthMw(t)));
    }
    program.status.put(data.id(), on);
  }

  private LinearModel m() {
    return program.model;
  }

  private void columns(int t) {
    double[][] curve = data.curves().get(t);
    on[t] = m().addBinary(curve[0][1] * program.hours);
    start[t] = m().addBinary(0);
    stop[t] = m().addBinary(data.stopYuan());
    above[t] = m().addColumn(0, data.widthMw(t), 0);
    segment[t] = new int[curve.length - 1];
    Terms sum = new Terms().add(above[t], -1);
    for (int k = 0; k + 1 < curve.length; k++) {
      double width = curve[k + 1][0] - curve[k][0];
      double price = (curve[k + 1][1] - curve[k][1]) / width;
      segment[t][k] = m().addColumn(0, width, price * program.hours);
      sum.add(segment[t][k], 1);
    }
    m().equal(0, sum);
  }

  /** {@code u_t − u_(t−1) = v_t − w_t}, given statuses, minimum times. */
  private void logic(int t) {
    Terms row = new Terms().add(on[t], 1).add(start[t], -1).add(stop[t], 1);
    if (t > 0) {
      row.add(on[t - 1], -1);
    }
    m().equal(t == 0 && data.wasOn() ? 1 : 0, row);
    m().atMost(1, new Terms().add(start[t], 1).add(stop[t], 1));
    if (data.fixed()[t] >= 0) {
      m().tighten(on[t], data.fixed()[t], data.fixed()[t]);
    }
    int held = (data.wasOn() ? data.upPeriods() : data.downPeriods()) - data.wasPeriods();
    if (t < held) {
      m().equal(data.wasOn() ? 1 : 0, new Terms().add(on[t], 1));
    }
    Terms up = new Terms().add(on[t], -1);
    for (int i = Math.max(0, t - data.upPeriods() + 1); i <= t; i++) {
      up.add(start[i], 1);
    }
    m().atMost(0, up);
    Terms down = new Terms().add(on[t], 1);
    for (int i = Math.max(0, t - data.downPeriods() + 1); i <= t; i++) {
      down.add(stop[i], 1);
    }
    m().atMost(1, down);
  }

  /**
   * A start pays the category of its periods off, the first one also for less; the last category
   * needs nothing, so costs that rise make the solver take the right one.
   */
  private void starts(int t) {
    int count = data.lags().length;
    category[t] = new int[count];
    Terms choice = new Terms().add(start[t], -1);
    for (int s = 0; s < count; s++) {
      category[t][s] = m().addBinary(data.startYuan()[s]);
      choice.add(category[t][s], 1);
      if (s + 1 < count) {
        int from = s == 0 ? 1 : data.lags()[s];
        Terms row = new Terms().add(category[t][s], 1);
        for (int i = from; i < data.lags()[s + 1] && i <= t; i++) {
          row.add(stop[t - i], -1);
        }
        int off = data.wasPeriods() + t;
        boolean before = !data.wasOn() && off >= from && off < data.lags()[s + 1];
        m().atMost(before ? 1 : 0, row);
      }
    }
    m().equal(0, choice);
  }

  /** {@code p′_t + r_t ≤ width·u − cut·v}. */
  void startLimit(int t, double limitMw, int... reserve) {
    double cut = Math.min(data.widthMw(t), Math.max(0, data.maxMw(t) - limitMw));
    Terms row = new Terms().add(above[t], 1).add(on[t], -data.widthMw(t)).add(start[t], cut);
    m().atMost(0, with(row, reserve));
  }

  /** {@code p′_t + r_t ≤ width·u − cut·w_(t+1)}; before the first period nothing but the output. */
  void stopLimit(int t, double limitMw, int... reserve) {
    double cut = Math.min(data.widthMw(t), Math.max(0, data.maxMw(t) - limitMw));
    if (t + 1 < on.length) {
      Terms row = new Terms().add(above[t], 1).add(on[t], -data.widthMw(t));
      m().atMost(0, with(row.add(stop[t + 1], cut), reserve));
    }
    if (t == 0 && data.wasOn() && data.wasMw() > limitMw + 1e-9) {
      m().tighten(stop[0], 0, 0);
    }
  }

  static Terms with(Terms terms, int... columns) {
    for (int column : columns) {
      terms.add(column, 1);
    }
    return terms;
  }
}
