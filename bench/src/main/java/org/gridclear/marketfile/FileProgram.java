package org.gridclear.marketfile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.solver.LinearModel;
import org.gridclear.solver.Terms;

/**
 * What the programs of all formats share: periods, buses with their loads as columns that can be
 * moved, injections, and flows by voltage angles.
 */
class FileProgram {
  private static final double FREE = Double.POSITIVE_INFINITY;

  final LinearModel model = new LinearModel();
  final int periods;
  final double hours;
  final List<String> buses = new ArrayList<>();
  final Map<String, int[]> status = new LinkedHashMap<>();

  /** Further choices, by the names that the product gives them. */
  final Map<String, int[]> choices = new LinkedHashMap<>();

  private final List<List<List<Part>>> injections = new ArrayList<>();
  private final List<int[]> loads = new ArrayList<>();
  private final List<double[]> loadMw = new ArrayList<>();
  private final List<int[]> shed = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private boolean exclusiveStorage;

  /** A column that injects power at a bus. */
  private record Part(int column, double mwPerUnit) {}

  /** A line: power per radian between its ends. */
  record Line(String id, int from, int to, double mwPerRad) {}

  FileProgram(int periods, double hours) {
    this.periods = periods;
    this.hours = hours;
  }

  int addBus(String id, double[] mw) {
    buses.add(id);
    List<List<Part>> parts = new ArrayList<>();
    int[] columns = new int[periods];
    for (int t = 0; t < periods; t++) {
      columns[t] = model.addColumn(mw[t], mw[t], 0);
      parts.add(new ArrayList<>(List.of(new Part(columns[t], -1))));
    }
    injections.add(parts);
    loads.add(columns);
    loadMw.add(mw);
    int[] none = new int[periods];
    Arrays.fill(none, -1);
    shed.add(none);
    return buses.size() - 1;
  }

  int bus(String id) {
    return buses.indexOf(id);
  }

  /** Column that holds the load of a bus in a period. */
  int loadColumn(int bus, int t) {
    return loads.get(bus)[t];
  }

  /** Column of load that is not served at a bus in a period, up to its load; -1 where none is. */
  int shedColumn(int bus, int t) {
    return shed.get(bus)[t];
  }

  double loadMw(int bus, int t) {
    return loadMw.get(bus)[t];
  }

  void inject(int bus, int t, int column, double mwPerUnit) {
    injections.get(bus).get(t).add(new Part(column, mwPerUnit));
  }

  void addLine(Line line) {
    lines.add(line);
  }

  List<Line> lines() {
    return lines;
  }

  /** Load that is not served at its bus, and surplus drawn in proportion to load, at a price. */
  void slack(double[] yuanPerMwh) {
    for (int t = 0; t < periods; t++) {
      double price = yuanPerMwh[t] * hours;
      double total = 0;
      for (double[] mw : loadMw) {
        total += Math.max(0, mw[t]);
      }
      int surplus = model.addColumn(0, FREE, price);
      for (int b = 0; b < buses.size(); b++) {
        double mw = loadMw.get(b)[t];
        if (mw > 0) {
          shed.get(b)[t] = model.addColumn(0, mw, price);
          inject(b, t, shed.get(b)[t], 1);
          inject(b, t, surplus, -mw / total);
        }
      }
    }
  }

  /**
   * Balances every bus of a period with voltage angles of its own, lines of {@code out} taken out.
   *
   * @return angle column of every bus
   */
  int[] balance(int t, List<String> out) {
    int[] angle = new int[buses.size()];
    for (int b = 0; b < angle.length; b++) {
      angle[b] = model.addColumn(b == 0 ? 0 : -FREE, b == 0 ? 0 : FREE, 0);
    }
    Terms[] rows = new Terms[buses.size()];
    for (int b = 0; b < rows.length; b++) {
      rows[b] = addTo(new Terms(), injections.get(b).get(t));
    }
    for (Line line : lines) {
      if (!out.contains(line.id())) {
        flow(rows[line.from()], line, angle, -1);
        flow(rows[line.to()], line, angle, 1);
      }
    }
    for (Terms row : rows) {
      model.equal(0, row);
    }
    return angle;
  }

  /** One balance of all buses, for a file without lines. */
  void balanceTogether(int t) {
    Terms sum = new Terms();
    injections.forEach(ofBus -> addTo(sum, ofBus.get(t)));
    model.equal(0, sum);
  }

  private static Terms addTo(Terms sum, List<Part> parts) {
    parts.forEach(part -> sum.add(part.column(), part.mwPerUnit()));
    return sum;
  }

  /** Adds the flow of a line, in MW, times a sign. */
  static Terms flow(Terms terms, Line line, int[] angle, double sign) {
    return terms
        .add(angle[line.from()], sign * line.mwPerRad())
        .add(angle[line.to()], -sign * line.mwPerRad());
  }

  /** Whether all buses hang together without the lines of {@code out}. */
  boolean connected(List<String> out) {
    boolean[] reached = new boolean[buses.size()];
    reached[0] = true;
    for (boolean again = true; again; ) {
      again = false;
      for (Line line : lines) {
        if (!out.contains(line.id()) && reached[line.from()] != reached[line.to()]) {
          reached[line.from()] = true;
          reached[line.to()] = true;
          again = true;
        }
      }
    }
    for (boolean each : reached) {
      if (!each) {
        return false;
      }
    }
    return true;
  }

  /** Keeps {@code −limit − over ≤ flow ≤ limit + over}; without {@code over} where it is -1. */
  void limit(Line line, int[] angle, double limitMw, int over) {
    Terms up = flow(new Terms(), line, angle, 1);
    Terms down = flow(new Terms(), line, angle, -1);
    if (over >= 0) {
      up.add(over, -1);
      down.add(over, -1);
    }
    model.atMost(limitMw, up);
    model.atMost(limitMw, down);
  }

  /** Whether a choice of storage makes prices depend on more than the statuses of units. */
  boolean hasExclusiveStorage() {
    return exclusiveStorage;
  }

  /** Storage: level, and what is charged and discharged. */
  record Store(
      double[] minMwh,
      double[] maxMwh,
      double[][] rates,
      double[][] costs,
      double[] in,
      double[] out,
      double[] kept,
      boolean[] together,
      double firstMwh,
      double endMinMwh,
      double endMaxMwh) {}

  void storage(int bus, Store s) {
    int before = -1;
    for (int t = 0; t < periods; t++) {
      int charge = model.addColumn(0, s.rates[1][t], s.costs[0][t] * hours);
      int discharge = model.addColumn(0, s.rates[3][t], s.costs[1][t] * hours);
      boolean last = t == periods - 1;
      double least = last ? Math.max(s.minMwh[t], s.endMinMwh) : s.minMwh[t];
      double most = last ? Math.min(s.maxMwh[t], s.endMaxMwh) : s.maxMwh[t];
      int level = model.addColumn(least, most, 0);
      inject(bus, t, charge, -1);
      inject(bus, t, discharge, 1);
      Terms row = new Terms().add(level, 1).add(charge, -hours * s.in[t]);
      row.add(discharge, hours / s.out[t]);
      if (t > 0) {
        row.add(before, -s.kept[t]);
      }
      model.equal(t == 0 ? s.kept[0] * s.firstMwh : 0, row);
      modes(s, t, charge, discharge);
      before = level;
    }
  }

  private void modes(Store s, int t, int charge, int discharge) {
    if (s.together[t] && s.rates[0][t] == 0 && s.rates[2][t] == 0) {
      return;
    }
    exclusiveStorage = true;
    int charging = model.addBinary(0);
    int discharging = model.addBinary(0);
    model.atMost(0, new Terms().add(charge, 1).add(charging, -s.rates[1][t]));
    model.atLeast(0, new Terms().add(charge, 1).add(charging, -s.rates[0][t]));
    model.atMost(0, new Terms().add(discharge, 1).add(discharging, -s.rates[3][t]));
    model.atLeast(0, new Terms().add(discharge, 1).add(discharging, -s.rates[2][t]));
    if (!s.together[t]) {
      model.atMost(1, new Terms().add(charging, 1).add(discharging, 1));
    }
  }
}
