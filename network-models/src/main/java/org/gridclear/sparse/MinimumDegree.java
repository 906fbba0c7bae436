package org.gridclear.sparse;

import java.util.Arrays;

/**
 * Minimum-degree ordering of a symmetric sparsity pattern. The elimination graph is kept
 * explicitly, which is cheap for power networks: their degrees stay small. Ties go to the lowest
 * index, so the ordering is reproducible.
 */
public final class MinimumDegree {
  private MinimumDegree() {}

  /**
   * Orders the rows of a symmetric pattern.
   *
   * @param n order of the matrix
   * @param rows row of each off-diagonal entry; one triangle is enough, duplicates are allowed
   * @param columns column of each off-diagonal entry
   * @return {@code order[k]} is the row that is eliminated as number {@code k}
   */
  public static int[] order(int n, int[] rows, int[] columns) {
    int[][] neighbours = adjacency(n, rows, columns);
    int[] order = new int[n];
    java.util.TreeSet<Long> queue = new java.util.TreeSet<>();
    for (int i = 0; i < n; i++) {
      queue.add(key(neighbours[i].length, i));
    }
    for (int k = 0; k < n; k++) {
      int pivot = (int) (queue.pollFirst() & 0xffffffffL);
      order[k] = pivot;
      int[] clique = neighbours[pivot];
      neighbours[pivot] = null;
      for (int i : clique) {
        queue.remove(key(neighbours[i].length, i));
        neighbours[i] = merge(neighbours[i], clique, i, pivot);
        queue.add(key(neighbours[i].length, i));
      }
    }
    return order;
  }

  private static long key(int degree, int row) {
    return ((long) degree << 32) | row;
  }

  private static int[][] adjacency(int n, int[] rows, int[] columns) {
    int[] degree = new int[n];
    for (int e = 0; e < rows.length; e++) {
      degree[rows[e]]++;
      degree[columns[e]]++;
    }
    int[][] neighbours = new int[n][];
    for (int i = 0; i < n; i++) {
      neighbours[i] = new int[degree[i]];
    }
    Arrays.fill(degree, 0);
    for (int e = 0; e < rows.length; e++) {
      int i = rows[e];
      int j = columns[e];
      neighbours[i][degree[i]++] = j;
      neighbours[j][degree[j]++] = i;
    }
    for (int i = 0; i < n; i++) {
      int self = i;
      neighbours[i] =
          Arrays.stream(neighbours[i]).filter(j -> j != self).sorted().distinct().toArray();
    }
    return neighbours;
  }

  /** The union of two sorted lists without the row itself and without the pivot. */
  private static int[] merge(int[] left, int[] right, int self, int pivot) {
    int[] union = new int[left.length + right.length];
    int size = 0;
    int a = 0;
    int b = 0;
    while (a < left.length || b < right.length) {
      int next;
      if (b == right.length || (a < left.length && left[a] <= right[b])) {
        next = left[a++];
        if (b < right.length && right[b] == next) {
          b++;
        }
      } else {
        next = right[b++];
      }
      if (next != self && next != pivot) {
        union[size++] = next;
      }
    }
    return Arrays.copyOf(union, size);
  }
}
