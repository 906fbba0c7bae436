package org.gridclear.clearing.model;

/** Lists of positions in the linear model, such as segments of an offer, by unit and period. */
public final class IndexLists {
  private final int[][][] index;

  IndexLists(int elements, int periods) {
    this.index = new int[elements][periods][];
  }

  /** Positions of an element in a period; null before its family has joined the model. */
  public int[] at(int element, int t) {
    return index[element][t];
  }

  /** Notes the positions of an element in a period. */
  public void set(int element, int t, int[] positions) {
    index[element][t] = positions;
  }
}
