package org.gridclear.topology;

import java.util.Arrays;
import org.gridclear.network.NetworkIndex;

/**
 * The bridges of a network: branches whose outage splits an island. One depth-first pass over the
 * multigraph, after R. Tarjan, "A note on finding the bridges of a graph", Inf. Process. Lett. 2
 * (1974); parallel branches are never bridges.
 */
public final class Bridges {
  private final boolean[] bridge;
  private final int[] childOfBranch;
  private final int[] busAt;
  private final int[] enteredAt;
  private final int[] subtreeSize;
  private final int[] rootOf;

  private Bridges(int busCount, int branchCount) {
    bridge = new boolean[branchCount];
    childOfBranch = new int[branchCount];
    busAt = new int[busCount];
    enteredAt = new int[busCount];
    subtreeSize = new int[busCount];
    rootOf = new int[busCount];
    Arrays.fill(childOfBranch, -1);
    Arrays.fill(enteredAt, -1);
  }

  /**
   * Finds the bridges.
   *
   * @param adjacency the network's incidence
   * @param inService per branch, whether it connects its ends
   */
  public static Bridges of(Incidence adjacency, boolean[] inService) {
    NetworkIndex index = adjacency.index();
    Bridges bridges = new Bridges(index.busCount(), index.branchCount());
    bridges.search(adjacency, inService);
    return bridges;
  }

  private void search(Incidence adjacency, boolean[] inService) {
    int n = busAt.length;
    int[] low = new int[n];
    int[] via = new int[n];
    int[] cursor = new int[n];
    int[] stack = new int[n];
    int entered = 0;
    for (int root = 0; root < n; root++) {
      if (enteredAt[root] >= 0) {
        continue;
      }
      int depth = 0;
      stack[0] = root;
      via[root] = -1;
      entered = enter(root, root, entered, adjacency, cursor, low);
      while (depth >= 0) {
        int bus = stack[depth];
        if (cursor[bus] < adjacency.end(bus)) {
          int l = adjacency.branch(cursor[bus]);
          int other = adjacency.bus(cursor[bus]++);
          if (!inService[l] || l == via[bus] || other == bus) {
            continue;
          }
          if (enteredAt[other] < 0) {
            via[other] = l;
            stack[++depth] = other;
            entered = enter(other, root, entered, adjacency, cursor, low);
          } else {
            low[bus] = Math.min(low[bus], enteredAt[other]);
          }
        } else {
          depth--;
          subtreeSize[bus] = entered - enteredAt[bus];
          if (depth >= 0) {
            int above = stack[depth];
            low[above] = Math.min(low[above], low[bus]);
            if (low[bus] > enteredAt[above]) {
              bridge[via[bus]] = true;
              childOfBranch[via[bus]] = bus;
            }
          }
        }
      }
    }
  }

  private int enter(int bus, int root, int entered, Incidence adjacency, int[] cursor, int[] low) {
    enteredAt[bus] = entered;
    busAt[entered] = bus;
    rootOf[bus] = root;
    low[bus] = entered;
    cursor[bus] = adjacency.start(bus);
    return entered + 1;
  }

  /** Whether the outage of branch {@code l} splits its island. */
  public boolean isBridge(int l) {
    return bridge[l];
  }

  /**
   * The buses that the outage of a bridge cuts off: the smaller of the two sides; of two equal ones
   * the side without {@code keptBus}.
   */
  public int[] cutOff(int l, int keptBus) {
    int child = childOfBranch[l];
    int root = rootOf[child];
    int below = subtreeSize[child];
    int above = subtreeSize[root] - below;
    int start = enteredAt[child];
    boolean keptBelow = enteredAt[keptBus] >= start && enteredAt[keptBus] < start + below;
    if (below < above || (below == above && !keptBelow)) {
      return Arrays.copyOfRange(busAt, start, start + below);
    }
    int[] side = new int[above];
    int first = enteredAt[root];
    System.arraycopy(busAt, first, side, 0, start - first);
    System.arraycopy(busAt, start + below, side, start - first, above - (start - first));
    return side;
  }
}
