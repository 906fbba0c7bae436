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
  private final double[] cellX;
  private final double[] cellY;
  private double forceX;
  private double forceY;

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
    cellX = new double[part.length];
    cellY = new double[part.length];
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
      int place = next[row(bus) * columns + column(bus)]++;
      inCell[place] = bus;
      cellX[place] = x[bus];
      cellY[place] = y[bus];
    }
  }

  /** Finds the force on a bus: {@link #forceX} and {@link #forceY}. */
  void on(int bus, int[] joined) {
    forceX = 0;
    forceY = 0;
    int row = row(bus);
    int column = column(bus);
    int bottom = Math.min(rows - 1, row + 1);
    int right = Math.min(columns - 1, column + 1);
    for (int r = Math.max(0, row - 1); r <= bottom; r++) {
      for (int c = Math.max(0, column - 1); c <= right; c++) {
        repel(bus, r * columns + c);
      }
    }
    for (int other : joined) {
      double dx = x[other] - x[bus];
      double dy = y[other] - y[bus];
      double distance = Math.sqrt(dx * dx + dy * dy);
      forceX += dx * distance;
      forceY += dy * distance;
    }
  }

  double forceX() {
    return forceX;
  }

  double forceY() {
    return forceY;
  }

  /** In crowded cells a sample stands for all. */
  private void repel(int bus, int cell) {
    int end = start[cell + 1];
    int stride = Math.max(1, (end - start[cell]) / neighboursMax);
    double atX = x[bus];
    double atY = y[bus];
    double sumX = 0;
    double sumY = 0;
    for (int k = start[cell]; k < end; k += stride) {
      double dx = atX - cellX[k];
      double dy = atY - cellY[k];
      double square = dx * dx + dy * dy;
      if (square < CELL * CELL && inCell[k] != bus) {
        double push = stride / Math.max(CLOSE, square);
        sumX += dx * push;
        sumY += dy * push;
      }
    }
    forceX += sumX;
    forceY += sumY;
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
