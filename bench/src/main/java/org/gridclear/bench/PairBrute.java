package org.gridclear.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gridclear.numerics.LdlFactor;
import org.gridclear.numerics.SingularMatrixException;
import org.gridclear.security.pair.CutOff;
import org.gridclear.security.pair.PairOverload;
import org.gridclear.security.pair.PairResult;
import org.gridclear.security.powerflow.DcPowerFlow;
import org.gridclear.security.powerflow.PowerFlowModel;
import org.gridclear.security.result.Monitored;

/** Every pair of outages by the equations of what is left, factored anew. */
final class PairBrute {
  /** Loadings nearer than this to where an overload begins may be listed or not. */
  private static final double CLOSE = 1e-8;

  private final DcPowerFlow base;
  private final PowerFlowModel model;
  private final Monitored monitored;
  private final double worsened;
  private final boolean[] on;
  private final Map<Long, Map<Integer, PairOverload>> listed = new HashMap<>();
  private final Set<Long> cut = new HashSet<>();
  private final Set<Long> unsolved = new HashSet<>();
  private long overloads;
  private int missed;
  private int wrong;

  PairBrute(DcPowerFlow base, Monitored monitored, double worsened) {
    this.base = base;
    this.model = base.model();
    this.monitored = monitored;
    this.worsened = worsened;
    this.on = new boolean[model.branchOn().length];
    for (int l = 0; l < on.length; l++) {
      on[l] = model.branchOn()[l] && model.alive(model.from(l));
    }
  }

  long overloads() {
    return overloads;
  }

  /** What differs, in words; empty for nothing. */
  String differences(PairResult result) {
    result.overloads().forEach(o -> of(o.first(), o.second()).put(o.branch(), o));
    for (CutOff each : result.cutPairs()) {
      cut.add(key(each.first(), each.second()));
    }
    result.unsolved().forEach(pair -> unsolved.add(key(pair[0], pair[1])));
    double[] intact = loadings();
    double[][] alone = new double[on.length][];
    int parts = parts();
    for (int l = 0; l < on.length; l++) {
      if (on[l]) {
        on[l] = false;
        alone[l] = parts() == parts ? loadings() : null;
        on[l] = true;
      }
    }
    for (int k = 0; k < on.length; k++) {
      for (int m = k + 1; m < on.length; m++) {
        if (alone[k] != null && alone[m] != null) {
          pair(k, m, parts, intact, alone);
        }
      }
    }
    long more = listed.values().stream().mapToLong(Map::size).sum() + cut.size();
    return missed + wrong + more == 0
        ? ""
        : "%d missed, %d differ, %d too many".formatted(missed, wrong, more);
  }

  private Map<Integer, PairOverload> of(int first, int second) {
    return listed.computeIfAbsent(key(first, second), key -> new HashMap<>());
  }

  private static long key(int first, int second) {
    return ((long) first << 32) + second;
  }

  private void pair(int k, int m, int parts, double[] intact, double[][] alone) {
    on[k] = false;
    on[m] = false;
    boolean whole = parts() == parts;
    double[] after = whole && !unsolved.contains(key(k, m)) ? loadings() : new double[0];
    on[k] = true;
    on[m] = true;
    missed += whole || cut.remove(key(k, m)) ? 0 : 1;
    Map<Integer, PairOverload> found = listed.getOrDefault(key(k, m), Map.of());
    for (int row = 0; row < after.length; row++) {
      int l = monitored.branch[row];
      if (l == k || l == m) {
        continue;
      }
      double before = Math.max(intact[row], Math.max(alone[k][row], alone[m][row]));
      double threshold = before <= 1 ? 1 : before + worsened;
      PairOverload is = found.isEmpty() ? null : found.remove(l);
      boolean close = Math.abs(after[row] - threshold) < CLOSE || Math.abs(before - 1) < CLOSE;
      overloads += after[row] > threshold ? 1 : 0;
      missed += after[row] > threshold && is == null && !close ? 1 : 0;
      boolean like = is == null || Math.abs(is.loading() - after[row]) < CLOSE;
      wrong += (after[row] <= threshold && is != null && !close) || !like ? 1 : 0;
    }
    if (found.isEmpty()) {
      listed.remove(key(k, m));
    }
  }

  /** Parts that the network hangs together in. */
  private int parts() {
    int[] up = new int[model.size()];
    Arrays.setAll(up, k -> k);
    int parts = up.length;
    for (int l = 0; l < on.length; l++) {
      if (on[l]) {
        int i = top(up, model.from(l));
        int j = top(up, model.to(l));
        up[i] = j;
        parts -= i == j ? 0 : 1;
      }
    }
    return parts;
  }

  private static int top(int[] up, int bus) {
    int k = bus;
    while (up[k] != k) {
      up[k] = up[up[k]];
      k = up[k];
    }
    return k;
  }

  private double[] loadings() {
    int n = model.size();
    int[] row = new int[on.length];
    int[] column = new int[on.length];
    double[] value = new double[on.length];
    double[] diagonal = new double[n];
    double[] side = base.net().clone();
    int count = 0;
    for (int l = 0; l < on.length; l++) {
      int i = model.from(l);
      int j = model.to(l);
      if (on[l]) {
        double b = base.susceptance()[l];
        diagonal[i] += b;
        diagonal[j] += b;
        side[i] -= base.shiftFlow()[l];
        side[j] += base.shiftFlow()[l];
        if (!model.isReference(i) && !model.isReference(j)) {
          row[count] = i;
          column[count] = j;
          value[count++] = -b;
        }
      }
    }
    for (int k = 0; k < n; k++) {
      if (model.isReference(k) || !model.alive(k)) {
        diagonal[k] = 1;
        side[k] = 0;
      }
    }
    double[] angle =
        solved(
            Arrays.copyOf(row, count),
            Arrays.copyOf(column, count),
            Arrays.copyOf(value, count),
            diagonal,
            side);
    double[] loadings = new double[monitored.rows()];
    for (int m = 0; m < loadings.length; m++) {
      int l = monitored.branch[m];
      double difference = angle[model.from(l)] - angle[model.to(l)];
      double flow = base.susceptance()[l] * difference + base.shiftFlow()[l];
      loadings[m] = on[l] ? Math.abs(flow) / monitored.limitPu[m] : 0;
    }
    return loadings;
  }

  /** By sparse factors; with pivots where a leading block of the order has none. */
  private static double[] solved(
      int[] row, int[] column, double[] value, double[] diagonal, double[] side) {
    int n = diagonal.length;
    try {
      return LdlFactor.of(n, row, column, value, diagonal).solve(side);
    } catch (SingularMatrixException e) {
      double[][] matrix = new double[n][n + 1];
      for (int k = 0; k < n; k++) {
        matrix[k][k] = diagonal[k];
        matrix[k][n] = side[k];
      }
      for (int k = 0; k < row.length; k++) {
        matrix[row[k]][column[k]] += value[k];
        matrix[column[k]][row[k]] += value[k];
      }
      return eliminated(matrix);
    }
  }

  /** Gauss and Jordan with the greatest pivot of each column. */
  private static double[] eliminated(double[][] a) {
    int n = a.length;
    for (int c = 0; c < n; c++) {
      int best = c;
      for (int r = c + 1; r < n; r++) {
        best = Math.abs(a[r][c]) > Math.abs(a[best][c]) ? r : best;
      }
      double[] pivot = a[best];
      a[best] = a[c];
      a[c] = pivot;
      for (int r = 0; r < n; r++) {
        double factor = r == c ? 0 : a[r][c] / pivot[c];
        for (int k = c; factor != 0 && k <= n; k++) {
          a[r][k] -= factor * pivot[k];
        }
      }
    }
    double[] x = new double[n];
    Arrays.setAll(x, k -> a[k][n] / a[k][k]);
    return x;
  }
}
