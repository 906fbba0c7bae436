package org.gridclear.report.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Places for the buses of a network without coordinates: pivot multidimensional scaling on hops
 * (Brandes and Pich, 2007) for the whole, then springs along branches and repulsion of what lies
 * close (Fruchterman and Reingold, 1991) for what is near. Parts that no branch joins stand beside
 * each other. The same network gives the same places; 10 000 buses take a fraction of a second.
 */
final class NetworkLayout {
  private static final int PIVOTS_MAX = 50;
  private static final int POWER_STEPS = 40;
  private static final int SPRING_STEPS = 40;
  private static final int NEIGHBOURS_MAX = 8;
  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

  private final int[][] near;
  private final double[] x;
  private final double[] y;

  private NetworkLayout(int[][] near) {
    this.near = near;
    this.x = new double[near.length];
    this.y = new double[near.length];
  }

  /**
   * Places for buses.
   *
   * @param buses how many there are
   * @param ends numbers of the two buses of each branch
   * @return {@code {x, y}} by bus; a branch is about one unit long
   */
  static double[][] of(int buses, int[][] ends) {
    int[] degree = new int[buses];
    for (int[] pair : ends) {
      degree[pair[0]]++;
      degree[pair[1]]++;
    }
    int[][] near = new int[buses][];
    Arrays.setAll(near, bus -> new int[degree[bus]]);
    for (int[] pair : ends) {
      near[pair[0]][--degree[pair[0]]] = pair[1];
      near[pair[1]][--degree[pair[1]]] = pair[0];
    }
    NetworkLayout layout = new NetworkLayout(near);
    layout.place();
    return new double[][] {layout.x, layout.y};
  }

  private void place() {
    boolean[] seen = new boolean[near.length];
    List<int[]> parts = new ArrayList<>();
    for (int bus = 0; bus < near.length; bus++) {
      if (!seen[bus]) {
        int[] hops = hops(bus);
        int[] part =
            java.util.stream.IntStream.range(0, hops.length).filter(b -> hops[b] >= 0).toArray();
        Arrays.stream(part).forEach(b -> seen[b] = true);
        parts.add(part);
      }
    }
    parts.sort((a, b) -> Integer.compare(b.length, a.length));
    double right = 0;
    double top = 0;
    double row = 0;
    double widest = 0;
    for (int[] part : parts) {
      scale(part);
      relax(part);
      double[] box = box(part);
      if (widest > 0 && right + box[2] > widest) {
        right = 0;
        top += row + 2;
        row = 0;
      }
      for (int bus : part) {
        x[bus] += right - box[0];
        y[bus] += top - box[1];
      }
      right += box[2] + 2;
      row = Math.max(row, box[3]);
      widest = Math.max(widest, box[2]);
    }
  }

  /** Left, top, width and height of a part. */
  private double[] box(int[] part) {
    double[] box = {x[part[0]], y[part[0]], x[part[0]], y[part[0]]};
    for (int bus : part) {
      box[0] = Math.min(box[0], x[bus]);
      box[1] = Math.min(box[1], y[bus]);
      box[2] = Math.max(box[2], x[bus]);
      box[3] = Math.max(box[3], y[bus]);
    }
    return new double[] {box[0], box[1], box[2] - box[0], box[3] - box[1]};
  }

  /** Branches between each bus and one; -1 where there is no way. */
  private int[] hops(int from) {
    int[] hops = new int[near.length];
    Arrays.fill(hops, -1);
    hops[from] = 0;
    int[] open = new int[near.length];
    open[0] = from;
    for (int next = 0, count = 1; next < count; next++) {
      int bus = open[next];
      for (int other : near[bus]) {
        if (hops[other] < 0) {
          hops[other] = hops[bus] + 1;
          open[count++] = other;
        }
      }
    }
    return hops;
  }

  /** The two greatest principal components of the double-centred squared distances to pivots. */
  private void scale(int[] part) {
    int pivots = Math.min(PIVOTS_MAX, part.length);
    double[][] d = new double[pivots][part.length];
    int[] least = new int[part.length];
    Arrays.fill(least, Integer.MAX_VALUE);
    int pivot = 0;
    for (int k = 0; k < pivots; k++) {
      int[] hops = hops(part[pivot]);
      for (int i = 0; i < part.length; i++) {
        d[k][i] = (double) hops[part[i]] * hops[part[i]];
        least[i] = Math.min(least[i], hops[part[i]]);
        pivot = least[i] > least[pivot] ? i : pivot;
      }
    }
    centre(d);
    double[] first = component(d, null);
    double[] second = component(d, first);
    for (int i = 0; i < part.length; i++) {
      for (int k = 0; k < pivots; k++) {
        x[part[i]] += first[k] * d[k][i];
        y[part[i]] += second[k] * d[k][i];
      }
    }
    unit(part);
  }

  private static void centre(double[][] d) {
    int pivots = d.length;
    int buses = d[0].length;
    double[] ofBus = new double[buses];
    double all = 0;
    for (double[] row : d) {
      for (int i = 0; i < buses; i++) {
        ofBus[i] += row[i] / pivots;
        all += row[i] / pivots / buses;
      }
    }
    for (double[] row : d) {
      double ofPivot = Arrays.stream(row).sum() / buses;
      for (int i = 0; i < buses; i++) {
        row[i] = -0.5 * (row[i] - ofPivot - ofBus[i] + all);
      }
    }
  }

  /** Greatest eigenvector of {@code d dᵀ} that is orthogonal to another. */
  private static double[] component(double[][] d, double @Nullable [] other) {
    int pivots = d.length;
    double[][] square = new double[pivots][pivots];
    for (int a = 0; a < pivots; a++) {
      for (int b = 0; b <= a; b++) {
        double sum = 0;
        for (int i = 0; i < d[a].length; i++) {
          sum += d[a][i] * d[b][i];
        }
        square[a][b] = sum;
        square[b][a] = sum;
      }
    }
    double[] v = new double[pivots];
    Arrays.setAll(v, k -> Math.cos(GOLDEN_ANGLE * (k + 1)));
    for (int step = 0; step < POWER_STEPS; step++) {
      double along = other == null ? 0 : dot(v, other);
      double[] free = new double[pivots];
      for (int k = 0; k < pivots; k++) {
        free[k] = other == null ? v[k] : v[k] - along * other[k];
      }
      double[] next = new double[pivots];
      Arrays.setAll(next, k -> dot(square[k], free));
      double length = Math.sqrt(dot(next, next));
      double[] scaled = free;
      Arrays.setAll(v, k -> length > 0 ? next[k] / length : scaled[k]);
    }
    return v;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  /** Scales a part so that it has room for its buses, and moves those apart that lie on one. */
  private void unit(int[] part) {
    double[] box = box(part);
    double side = Math.sqrt(part.length);
    double scale = side / Math.max(1e-9, Math.max(box[2], box[3]));
    for (int bus : part) {
      double angle = GOLDEN_ANGLE * bus;
      x[bus] = (x[bus] - box[0]) * scale * 1.4 + 0.5 * Math.cos(angle);
      y[bus] = (y[bus] - box[1]) * scale * 1.4 + 0.5 * Math.sin(angle);
    }
  }

  private void relax(int[] part) {
    for (int step = 0; part.length > 1 && step < SPRING_STEPS; step++) {
      double most = 1.5 * (1 - step / (double) SPRING_STEPS) + 0.02;
      new SpringForces(part, x, y, NEIGHBOURS_MAX).move(near, most);
    }
  }
}
