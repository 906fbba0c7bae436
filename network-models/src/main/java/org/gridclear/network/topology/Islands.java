package org.gridclear.network.topology;

import java.util.Arrays;
import org.gridclear.network.NetworkIndex;

/**
 * The islands of a network for one set of branches in service. Islands are numbered by their lowest
 * bus index; a bus without branches is an island of its own.
 */
public final class Islands {
  private final int[] islandOfBus;
  private final int count;

  private Islands(int[] islandOfBus, int count) {
    this.islandOfBus = islandOfBus;
    this.count = count;
  }

  /**
   * Finds the islands.
   *
   * @param index the numbered network
   * @param inService per branch, whether it connects its ends
   */
  public static Islands of(NetworkIndex index, boolean[] inService) {
    int[] parent = new int[index.busCount()];
    Arrays.setAll(parent, b -> b);
    for (int l = 0; l < index.branchCount(); l++) {
      if (inService[l]) {
        int a = root(parent, index.from(l));
        int b = root(parent, index.to(l));
        parent[Math.max(a, b)] = Math.min(a, b);
      }
    }
    int[] islandOfBus = new int[parent.length];
    int count = 0;
    for (int b = 0; b < parent.length; b++) {
      int root = root(parent, b);
      islandOfBus[b] = root == b ? count++ : islandOfBus[root];
    }
    return new Islands(islandOfBus, count);
  }

  private static int root(int[] parent, int bus) {
    int b = bus;
    while (parent[b] != b) {
      parent[b] = parent[parent[b]];
      b = parent[b];
    }
    return b;
  }

  /** Number of islands. */
  public int count() {
    return count;
  }

  /** Island of bus {@code b}. */
  public int of(int b) {
    return islandOfBus[b];
  }
}
