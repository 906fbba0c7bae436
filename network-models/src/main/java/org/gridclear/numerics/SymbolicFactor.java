package org.gridclear.numerics;

import java.util.Arrays;

/**
 * Order and pattern of the triangular factors of a matrix with a symmetric pattern. It depends on
 * the pattern alone, so one serves every matrix on the same network: B, B′, B″ and the blocks of
 * the Jacobian.
 *
 * <p>Rows are spoken of by their <em>position</em> in the elimination order, which is a postorder
 * of the elimination tree: what is solved together lies together.
 */
public final class SymbolicFactor {
  private final int n;
  private final int[] order;
  private final int[] position;
  private final int[] parent;
  final int[] columnStart;
  final int[] columnRow;
  final int[] rowStart;
  final int[] rowColumn;

  /** For each entry of the row layout, its place in the column layout. */
  final int[] rowToColumn;

  private SymbolicFactor(int n, int[] order, int[] rows, int[] columns) {
    this.n = n;
    this.order = order;
    this.position = new int[n];
    for (int k = 0; k < n; k++) {
      position[order[k]] = k;
    }
    int[][] lower = lowerPattern(n, position, rows, columns);
    this.parent = new int[n];
    int[] count = eliminationTree(lower, parent);
    columnStart = new int[n + 1];
    rowStart = new int[n + 1];
    for (int k = 0; k < n; k++) {
      columnStart[k + 1] = columnStart[k] + count[k];
    }
    columnRow = new int[columnStart[n]];
    rowColumn = new int[columnStart[n]];
    rowToColumn = new int[columnStart[n]];
    fillPattern(lower);
  }

  /**
   * Orders a pattern by approximate minimum degree and finds its fill.
   *
   * @param n order of the matrix
   * @param rows row of each off-diagonal entry of one triangle; duplicates are allowed
   * @param columns column of each of these entries
   */
  public static SymbolicFactor of(int n, int[] rows, int[] columns) {
    int[] order = ApproximateMinimumDegree.order(n, rows, columns);
    int[] position = new int[n];
    for (int k = 0; k < n; k++) {
      position[order[k]] = k;
    }
    int[] parent = new int[n];
    eliminationTree(lowerPattern(n, position, rows, columns), parent);
    int[] postorder = postorder(parent);
    int[] reordered = new int[n];
    for (int k = 0; k < n; k++) {
      reordered[k] = order[postorder[k]];
    }
    return new SymbolicFactor(n, reordered, rows, columns);
  }

  /** Per position, the positions before it to which the matrix couples it. */
  private static int[][] lowerPattern(int n, int[] position, int[] rows, int[] columns) {
    int[] count = new int[n];
    for (int e = 0; e < rows.length; e++) {
      if (rows[e] != columns[e]) {
        count[Math.max(position[rows[e]], position[columns[e]])]++;
      }
    }
    int[][] lower = new int[n][];
    for (int k = 0; k < n; k++) {
      lower[k] = new int[count[k]];
    }
    for (int e = 0; e < rows.length; e++) {
      if (rows[e] != columns[e]) {
        int i = position[rows[e]];
        int j = position[columns[e]];
        int k = Math.max(i, j);
        lower[k][--count[k]] = Math.min(i, j);
      }
    }
    return lower;
  }

  /** Fills {@code parent}; returns the number of entries below the diagonal of each column. */
  private static int[] eliminationTree(int[][] lower, int[] parent) {
    int n = parent.length;
    int[] count = new int[n];
    int[] flag = new int[n];
    Arrays.fill(parent, -1);
    for (int k = 0; k < n; k++) {
      flag[k] = k;
      for (int j : lower[k]) {
        for (int i = j; flag[i] != k; i = parent[i]) {
          if (parent[i] < 0) {
            parent[i] = k;
          }
          count[i]++;
          flag[i] = k;
        }
      }
    }
    return count;
  }

  /** The nodes of the tree, children before parents, each subtree in one piece. */
  private static int[] postorder(int[] parent) {
    int n = parent.length;
    int[] firstChild = new int[n + 1];
    int[] sibling = new int[n];
    Arrays.fill(firstChild, -1);
    for (int i = n - 1; i >= 0; i--) {
      int above = parent[i] < 0 ? n : parent[i];
      sibling[i] = firstChild[above];
      firstChild[above] = i;
    }
    int[] postorder = new int[n];
    int[] stack = new int[n + 1];
    int depth = 0;
    int count = 0;
    stack[0] = n;
    while (depth >= 0) {
      int node = stack[depth];
      int child = firstChild[node];
      if (child >= 0) {
        firstChild[node] = sibling[child];
        stack[++depth] = child;
      } else {
        depth--;
        if (node < n) {
          postorder[count++] = node;
        }
      }
    }
    return postorder;
  }

  private void fillPattern(int[][] lower) {
    int[] flag = new int[n];
    int[] filled = Arrays.copyOf(columnStart, n);
    int entry = 0;
    for (int k = 0; k < n; k++) {
      flag[k] = k;
      rowStart[k] = entry;
      for (int j : lower[k]) {
        for (int i = j; flag[i] != k; i = parent[i]) {
          flag[i] = k;
          rowColumn[entry++] = i;
        }
      }
      Arrays.sort(rowColumn, rowStart[k], entry);
      for (int p = rowStart[k]; p < entry; p++) {
        int slot = filled[rowColumn[p]]++;
        columnRow[slot] = k;
        rowToColumn[p] = slot;
      }
    }
    rowStart[n] = entry;
  }

  /** Order of the matrix. */
  public int size() {
    return n;
  }

  /** Number of entries below the diagonal of the factor. */
  public int fill() {
    return columnStart[n];
  }

  /** Position of row {@code i} of the matrix in the elimination order. */
  public int position(int i) {
    return position[i];
  }

  /** Row of the matrix at position {@code k}. */
  public int row(int k) {
    return order[k];
  }

  /** The position above {@code k} in the elimination tree; -1 at a root. */
  public int parent(int k) {
    return parent[k];
  }

  /**
   * Where the entry of two coupled positions lies in the row layout of the lower triangle.
   *
   * @throws IllegalArgumentException if the pattern has no such entry
   */
  public int slot(int position1, int position2) {
    int row = Math.max(position1, position2);
    int column = Math.min(position1, position2);
    int slot = Arrays.binarySearch(rowColumn, rowStart[row], rowStart[row + 1], column);
    if (slot < 0) {
      throw new IllegalArgumentException(
          "The pattern has no entry at positions (%d, %d).".formatted(position1, position2));
    }
    return slot;
  }
}
