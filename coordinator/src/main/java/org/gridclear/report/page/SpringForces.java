package org.gridclear.report.page;

import java.util.Arrays;

/**
 * Forces between buses of a picture in one step: repulsion {@code 1/d} of those in the same and the
 * neighbouring cells of a grid, attraction {@code d²} along branches; at rest a branch is about one
 * unit long. A crowded cell pushes the buses of another as one body at its centre (Barnes and Hut,
 * 1986).
 */
final class SpringForces {
  private static final double CELL = 2;
  private static final double CLOSE = 0.05;

  private final int[] part;
  private final double[] x;
  private final double[] y;
  private final int neighboursMax;
  private final double left;
  private final double top;
  private final int columns;
  private final int rows;
  private final int[] start;
  private final int[] inCell;
  private final double[] cellX;
  private final double[] cellY;
  private final double[] forceX;
  private final double[] forceY;

  /** Forces on the buses of a part where they stand now. */
  SpringForces(int[] part, double[] x, double[] y, int neighboursMax) {
    this.part = part;
    this.x = x;
    this.y = y;
    this.neighboursMax = neighboursMax;
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
    forceX = new double[part.length];
    forceY = new double[part.length];
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

  /** Adds the repulsion of all; each pair of cells once. */
  private void repelAll() {
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        int cell = r * columns + c;
        if (start[cell] == start[cell + 1]) {
          continue;
        }
        repelWithin(cell);
        if (c + 1 < columns) {
          both(cell, cell + 1);
        }
        for (int n = Math.max(0, c - 1); n <= Math.min(columns - 1, c + 1) && r + 1 < rows; n++) {
          both(cell, cell + columns - c + n);
        }
      }
    }
  }

  /** What two cells do to each other: pair by pair, or from their centres where one is crowded. */
  private void both(int a, int b) {
    if (start[b] == start[b + 1]) {
      return;
    }
    if (stride(a) > 1 || stride(b) > 1) {
      pushFromCentre(a, b);
      pushFromCentre(b, a);
      return;
    }
    int from = start[b];
    int to = start[b + 1];
    for (int i = start[a]; i < start[a + 1]; i++) {
      double atX = cellX[i];
      double atY = cellY[i];
      double sumX = 0;
      double sumY = 0;
      for (int k = from; k < to; k++) {
        double dx = atX - cellX[k];
        double dy = atY - cellY[k];
        double square = dx * dx + dy * dy;
        if (square < CELL * CELL) {
          double push = 1 / (square > CLOSE ? square : CLOSE);
          sumX += dx * push;
          sumY += dy * push;
          forceX[k] -= dx * push;
          forceY[k] -= dy * push;
        }
      }
      forceX[i] += sumX;
      forceY[i] += sumY;
    }
  }

  private int stride(int cell) {
    return Math.max(1, (start[cell + 1] - start[cell]) / neighboursMax);
  }

  /** What the buses of a cell do to each other; in crowded ones a sample stands for all. */
  private void repelWithin(int cell) {
    int end = start[cell + 1];
    int stride = stride(cell);
    for (int i = start[cell]; i < end; i++) {
      double atX = cellX[i];
      double atY = cellY[i];
      double sumX = 0;
      double sumY = 0;
      for (int k = start[cell]; k < end; k += stride) {
        double dx = atX - cellX[k];
        double dy = atY - cellY[k];
        double square = dx * dx + dy * dy;
        if (square < CELL * CELL && k != i) {
          double push = stride / (square > CLOSE ? square : CLOSE);
          sumX += dx * push;
          sumY += dy * push;
        }
      }
      forceX[i] += sumX;
      forceY[i] += sumY;
    }
  }

  /** What all buses of a cell, taken together at their centre, do to those of another. */
  private void pushFromCentre(int cell, int by) {
    int count = start[by + 1] - start[by];
    double centreX = 0;
    double centreY = 0;
    for (int k = start[by]; k < start[by + 1]; k++) {
      centreX += cellX[k] / count;
      centreY += cellY[k] / count;
    }
    for (int i = start[cell]; i < start[cell + 1]; i++) {
      double dx = cellX[i] - centreX;
      double dy = cellY[i] - centreY;
      double square = dx * dx + dy * dy;
      if (square < CELL * CELL) {
        double push = count / (square > CLOSE ? square : CLOSE);
        forceX[i] += dx * push;
        forceY[i] += dy * push;
      }
    }
  }

  /**
   * Moves all buses along their forces.
   *
   * @param near by bus, those at the other ends of its branches
   * @param most the longest way that a bus goes
   */
  void move(int[][] near, double most) {
    repelAll();
    for (int i = 0; i < inCell.length; i++) {
      int bus = inCell[i];
      double towardsX = forceX[i];
      double towardsY = forceY[i];
      for (int other : near[bus]) {
        double dx = x[other] - x[bus];
        double dy = y[other] - y[bus];
        double distance = Math.sqrt(dx * dx + dy * dy);
        towardsX += dx * distance;
        towardsY += dy * distance;
      }
      double length = Math.sqrt(towardsX * towardsX + towardsY * towardsY);
      double share = length > most ? most / length : 1;
      forceX[i] = towardsX * share;
      forceY[i] = towardsY * share;
    }
    for (int i = 0; i < inCell.length; i++) {
      x[inCell[i]] += forceX[i];
      y[inCell[i]] += forceY[i];
    }
  }
}
