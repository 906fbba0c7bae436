package org.gridclear.security.pair;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gridclear.security.powerflow.DcPowerFlow;
import org.gridclear.security.powerflow.PowerFlowModel;
import org.gridclear.security.result.Monitored;

/** All pairs by what is left of the network: who hangs together, and its equations solved anew. */
final class BruteForce {
  final Map<String, Double> sure = new TreeMap<>();
  final Set<String> close = new HashSet<>();
  final Set<Integer> bridges = new HashSet<>();
  final Set<String> cutPairs = new HashSet<>();
  long pairs;
  long bridgePairs;

  private final DcPowerFlow base;
  private final PowerFlowModel model;
  private final Monitored monitored;
  private final double worsened;
  private final double tolerance;
  private final boolean[] on;

  BruteForce(DcPowerFlow base, Monitored monitored, double worsened, double tolerance) {
    this.base = base;
    this.model = base.model();
    this.monitored = monitored;
    this.worsened = worsened;
    this.tolerance = tolerance;
    this.on = new boolean[model.branchOn().length];
    for (int l = 0; l < on.length; l++) {
      on[l] = model.branchOn()[l] && model.alive(model.from(l));
    }
  }

  void run() {
    double[] intact = loadings();
    double[][] alone = new double[on.length][];
    int whole = reached();
    for (int l = 0; l < on.length; l++) {
      if (on[l]) {
        on[l] = false;
        if (reached() < whole) {
          bridges.add(l);
        } else {
          alone[l] = loadings();
        }
        on[l] = true;
      }
    }
    for (int k = 0; k < on.length; k++) {
      for (int m = k + 1; m < on.length; m++) {
        if (on[k] && on[m]) {
          pairs++;
          on[k] = false;
          on[m] = false;
          pair(k, m, whole, intact, alone);
          on[k] = true;
          on[m] = true;
        }
      }
    }
  }

  private void pair(int k, int m, int whole, double[] intact, double[][] alone) {
    if (alone[k] == null || alone[m] == null) {
      bridgePairs++;
      return;
    }
    int left = reached();
    if (left < whole) {
      cutPairs.add(k + " " + m + ": " + (whole - left));
      return;
    }
    double[] after = loadings();
    for (int row = 0; row < after.length; row++) {
      int l = monitored.branch[row];
      if (l == k || l == m) {
        continue;
      }
      double before = Math.max(intact[row], Math.max(alone[k][row], alone[m][row]));
      double threshold = before <= 1 ? 1 : before + worsened;
      String key = "%d %d %d %s".formatted(k, m, l, before <= 1);
      if (Math.abs(after[row] - threshold) < tolerance || Math.abs(before - 1) < tolerance) {
        close.add(key);
      } else if (after[row] > threshold) {
        sure.put(key, after[row]);
      }
    }
  }

  /** Buses that hang together with the reference of a living island. */
  private int reached() {
    boolean[] seen = new boolean[model.size()];
    ArrayDeque<Integer> open = new ArrayDeque<>();
    for (int k = 0; k < seen.length; k++) {
      if (model.isReference(k)) {
        seen[k] = true;
        open.add(k);
      }
    }
    int count = 0;
    while (!open.isEmpty()) {
      int bus = open.remove();
      count++;
      for (int l = 0; l < on.length; l++) {
        if (on[l] && (model.from(l) == bus || model.to(l) == bus)) {
          int other = model.from(l) == bus ? model.to(l) : model.from(l);
          if (!seen[other]) {
            seen[other] = true;
            open.add(other);
          }
        }
      }
    }
    return count;
  }

  private double[] loadings() {
    int n = model.size();
    double[][] a = new double[n][n + 1];
    for (int l = 0; l < on.length; l++) {
      if (on[l]) {
        int i = model.from(l);
        int j = model.to(l);
        double b = base.susceptance()[l];
        a[i][i] += b;
        a[j][j] += b;
        a[i][j] -= b;
        a[j][i] -= b;
        a[i][n] -= base.shiftFlow()[l];
        a[j][n] += base.shiftFlow()[l];
      }
    }
    for (int k = 0; k < n; k++) {
      a[k][n] += base.net()[k];
      if (model.isReference(k) || !model.alive(k)) {
        Arrays.fill(a[k], 0);
        a[k][k] = 1;
      }
    }
    double[] angle = solved(a);
    double[] loadings = new double[monitored.rows()];
    for (int row = 0; row < loadings.length; row++) {
      int l = monitored.branch[row];
      double flow =
          base.susceptance()[l] * (angle[model.from(l)] - angle[model.to(l)]) + base.shiftFlow()[l];
      loadings[row] = on[l] ? Math.abs(flow) / monitored.limitPu[row] : 0;
    }
    return loadings;
  }

  /** Gauss and Jordan with the greatest pivot of each column. */
  private static double[] solved(double[][] a) {
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
    for (int k = 0; k < n; k++) {
      x[k] = a[k][n] / a[k][k];
    }
    return x;
  }
}
