package org.gridclear.numerics;

import java.util.Arrays;

/**
 * Approximate minimum degree ordering of a symmetric sparsity pattern on a quotient graph, after P.
 * R. Amestoy, T. A. Davis and I. S. Duff, "An approximate minimum degree ordering algorithm", SIAM
 * J. Matrix Anal. Appl. 17 (1996). An eliminated row becomes an element whose members are the rows
 * it still couples; elements inside another are absorbed. Rows are not merged into supervariables:
 * the cliques of power networks stay small. Ties follow the input's numbering, so equal input gives
 * equal order.
 */
final class ApproximateMinimumDegree {
  private static final int[] NONE = new int[0];

  private final int n;
  private final int[][] rowsOf;
  private final int[] rowCount;
  private final int[][] elementsOf;
  private final int[] elementCount;
  private final int[][] members;
  private final int[] outside;
  private final int[] outsideStamp;
  private final int[] mark;
  private final int[] degree;
  private final int[] head;
  private final int[] next;
  private final int[] previous;
  private int stamp;

  private ApproximateMinimumDegree(int n, int[] rows, int[] columns) {
    this.n = n;
    rowsOf = adjacency(n, rows, columns);
    rowCount = new int[n];
    elementsOf = new int[n][];
    elementCount = new int[n];
    members = new int[n][];
    outside = new int[n];
    outsideStamp = new int[n];
    mark = new int[n];
    degree = new int[n];
    head = new int[n + 1];
    next = new int[n];
    previous = new int[n];
    Arrays.fill(head, -1);
    Arrays.fill(elementsOf, NONE);
    for (int i = n - 1; i >= 0; i--) {
      rowCount[i] = rowsOf[i].length;
      degree[i] = rowCount[i];
      insert(i);
    }
  }

  /**
   * Orders the rows of a symmetric pattern.
   *
   * @param n order of the matrix
   * @param rows row of each off-diagonal entry; one triangle is enough, duplicates are allowed
   * @param columns column of each off-diagonal entry
   * @return {@code order[k]} is the row that is eliminated as number {@code k}
   */
  static int[] order(int n, int[] rows, int[] columns) {
    return new ApproximateMinimumDegree(n, rows, columns).run();
  }

  private int[] run() {
    int[] order = new int[n];
    int least = 0;
    for (int k = 0; k < n; k++) {
      while (head[least] < 0) {
        least++;
      }
      int pivot = head[least];
      remove(pivot);
      order[k] = pivot;
      int[] clique = clique(pivot);
      members[pivot] = clique;
      countOutside(clique);
      int lowest = n;
      for (int i : clique) {
        remove(i);
        degree[i] = Math.min(n - k - 2, update(i, pivot, clique.length));
        insert(i);
        lowest = Math.min(lowest, degree[i]);
      }
      least = Math.min(least, lowest);
    }
    return order;
  }

  /** The rows that the pivot couples; its elements are absorbed into the new one. */
  private int[] clique(int pivot) {
    stamp++;
    mark[pivot] = stamp;
    int size = rowCount[pivot];
    for (int p = 0; p < elementCount[pivot]; p++) {
      size += members[elementsOf[pivot][p]].length;
    }
    int[] clique = new int[size];
    int count = 0;
    for (int p = 0; p < rowCount[pivot]; p++) {
      int i = rowsOf[pivot][p];
      mark[i] = stamp;
      clique[count++] = i;
    }
    for (int p = 0; p < elementCount[pivot]; p++) {
      int element = elementsOf[pivot][p];
      for (int i : members[element]) {
        if (mark[i] != stamp) {
          mark[i] = stamp;
          clique[count++] = i;
        }
      }
      members[element] = null;
    }
    rowsOf[pivot] = NONE;
    elementsOf[pivot] = NONE;
    return Arrays.copyOf(clique, count);
  }

  /** For every element that touches the clique, how many of its members lie outside. */
  private void countOutside(int[] clique) {
    for (int i : clique) {
      for (int p = 0; p < elementCount[i]; p++) {
        int element = elementsOf[i][p];
        if (members[element] == null) {
          continue;
        }
        if (outsideStamp[element] != stamp) {
          outsideStamp[element] = stamp;
          outside[element] = members[element].length;
        }
        outside[element]--;
      }
    }
  }

  /** Prunes the lists of row {@code i} after {@code pivot}; returns its new degree bound. */
  private int update(int i, int pivot, int cliqueSize) {
    int[] elements = elementsOf[i];
    int kept = 0;
    int bound = cliqueSize - 1;
    for (int p = 0; p < elementCount[i]; p++) {
      int element = elements[p];
      if (members[element] != null && outside[element] > 0) {
        bound += outside[element];
        elements[kept++] = element;
      }
    }
    if (kept == elements.length) {
      elements = Arrays.copyOf(elements, kept + 4);
      elementsOf[i] = elements;
    }
    elements[kept++] = pivot;
    elementCount[i] = kept;
    int[] rows = rowsOf[i];
    int rowsKept = 0;
    for (int p = 0; p < rowCount[i]; p++) {
      if (mark[rows[p]] != stamp) {
        rows[rowsKept++] = rows[p];
      }
    }
    rowCount[i] = rowsKept;
    return Math.min(bound + rowsKept, degree[i] + cliqueSize - 1);
  }

  private void insert(int i) {
    int d = degree[i];
    next[i] = head[d];
    previous[i] = -1;
    if (head[d] >= 0) {
      previous[head[d]] = i;
    }
    head[d] = i;
  }

  private void remove(int i) {
    if (previous[i] >= 0) {
      next[previous[i]] = next[i];
    } else {
      head[degree[i]] = next[i];
    }
    if (next[i] >= 0) {
      previous[next[i]] = previous[i];
    }
  }

  /** Neighbours of every row, each once, without the row itself. */
  private static int[][] adjacency(int n, int[] rows, int[] columns) {
    int[] count = new int[n];
    for (int e = 0; e < rows.length; e++) {
      count[rows[e]]++;
      count[columns[e]]++;
    }
    int[][] neighbours = new int[n][];
    for (int i = 0; i < n; i++) {
      neighbours[i] = new int[count[i]];
    }
    Arrays.fill(count, 0);
    for (int e = 0; e < rows.length; e++) {
      int i = rows[e];
      int j = columns[e];
      neighbours[i][count[i]++] = j;
      neighbours[j][count[j]++] = i;
    }
    int[] seen = new int[n];
    for (int i = 0; i < n; i++) {
      seen[i] = i + 1;
      int kept = 0;
      for (int j : neighbours[i]) {
        if (seen[j] != i + 1) {
          seen[j] = i + 1;
          neighbours[i][kept++] = j;
        }
      }
      neighbours[i] = Arrays.copyOf(neighbours[i], kept);
    }
    return neighbours;
  }
}
