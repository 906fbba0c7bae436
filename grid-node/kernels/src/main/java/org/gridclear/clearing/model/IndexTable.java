package org.gridclear.clearing.model;

import java.util.Arrays;

/** Positions of columns or rows in the linear model, {@code [element][period]}, -1 for none. */
public final class IndexTable {
  private final int[][] index;

  private IndexTable(int[][] index) {
    this.index = index;
  }

  /** A table of elements and periods, all -1. */
  static IndexTable of(int elements, int periods) {
    int[][] index = new int[elements][periods];
    for (int[] row : index) {
      Arrays.fill(row, -1);
    }
    return new IndexTable(index);
  }

  /** Position of an element in a period, or -1. */
  public int at(int element, int t) {
    return index[element][t];
  }

  /** Notes the position of an element in a period. */
  public void set(int element, int t, int position) {
    index[element][t] = position;
  }

  /** Positions of an element, by period. */
  public int[] row(int element) {
    return index[element];
  }

  /** Number of elements. */
  public int rows() {
    return index.length;
  }

  /** The table itself, {@code [element][period]}. */
  int[][] all() {
    return index;
  }
}
