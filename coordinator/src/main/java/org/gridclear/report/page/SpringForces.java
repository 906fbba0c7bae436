package org.gridclear.report.page;

import java.util.Arrays;

/**
 * Forces between buses of a picture in one step: repulsion {@code 1/d} of those in the same and the
 * neighbouring cells of a grid, attraction {@code d²} along branches; at rest a branch is about one
 * unit long.
 */
final class SpringForces {
  private static final double CELL = 2;
  private static final double CLOSE = 0.05;

  private final int[] part;
  private final double[] x;
  private final double[] y;
  private final double[] movedX;
  private final double[] movedY;
  private final int neighboursMax;
  private final double left;
  private final double top;
  private final int columns;
  private final int rows;
  private final int[] start;
  private final int[] inCell;

  /** Forces on the buses of a part where they stand now. */
  SpringForces(int[] part, double[] x, double[] y, int neighboursMax) {
    this.part = part;
    this.x = x;
    this.y = y;
    this.neighboursMax = neighboursMax;
    this.movedX = new double[x.length];
    this.movedY = new double[y.length];
    this.left = Arrays.stream(part).mapToDouble(bus -> x[bus]).min().orElse(0);
    this.top = Arrays.stream(part).mapToDouble(bus -> y[bus]).min().orElse(0);
    double right = Arrays.stream(part).mapToDouble(bus -> x[bus]).max().orElse(0);
    double bottom = Arrays.stream(part).mapToDouble(bus -> y[bus]).max().orElse(0);
    columns = (int) ((right - left) / CELL) + 1;
    rows = (int) ((bottom - top) / CELL) + 1;
    start = new int[columns * rows + 1];
    inCell = new int[part.length];
    fill();
  }

  private int column(int bus) {
    return (int) ((x[bus] - left) / CELL);
  }

  private int row(int bus) {
    return (int) ((y[bus] - top) / CELL);
  }

  private void fill() {
    for (int bus : part) {
      start[row(bus) * columns + column(bus) + 1]++;
    }
    for (int cell = 1; cell < start.length; cell++) {
      start[cell] += start[cell - 1];
    }
    int[] next = start.clone();
    for (int bus : part) {
      inCell[next[row(bus) * columns + column(bus)]++] = bus;
    }
  }

  /** The force on a bus, {@code {x, y}}. */
  double[] on(int bus, int[] joined) {
    double[] force = new double[2];
    for (int r = Math.max(0, row(bus) - 1); r <= Math.min(rows - 1, row(bus) + 1); r++) {
      for (int c = Math.max(0, column(bus) - 1); c <= Math.min(columns - 1, column(bus) + 1); c++) {
        repel(bus, r * columns + c, force);
      }
    }
    for (int other : joined) {
      double dx = x[other] - x[bus];
      double dy = y[other] - y[bus];
      double distance = Math.hypot(dx, dy);
      force[0] += dx * distance;
      force[1] += dy * distance;
    }
    return force;
  }

  /** In crowded cells a sample stands for all. */
  private void repel(int bus, int cell, double[] force) {
    int count = start[cell + 1] - start[cell];
    int stride = Math.max(1, count / neighboursMax);
    for (int k = start[cell]; k < start[cell + 1]; k += stride) {
      int other = inCell[k];
      double dx = x[bus] - x[other];
      double dy = y[bus] - y[other];
      double square = dx * dx + dy * dy;
      if (other != bus && square < CELL * CELL) {
        double push = stride / Math.max(CLOSE, square);
        force[0] += dx * push;
        force[1] += dy * push;
      }
    }
  }

  void move(int bus, double dx, double dy) {
    movedX[bus] = dx;
    movedY[bus] = dy;
  }

  /** Takes the moves of all buses at once. */
  void apply() {
    for (int bus : part) {
      x[bus] += movedX[bus];
      y[bus] += movedY[bus];
    }
  }
}
