package org.gridclear.network.topology;

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
  private final BusWeights weights;
  private final int[] unitsBefore;
  private final long[] capacityBefore;
  private final long[] loadBefore;

  private Bridges(int busCount, int branchCount, BusWeights weights) {
    this.weights = weights;
    unitsBefore = new int[busCount + 1];
    capacityBefore = new long[busCount + 1];
    loadBefore = new long[busCount + 1];
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
   * @param weights what decides which side lives
   */
  public static Bridges of(Incidence adjacency, boolean[] inService, BusWeights weights) {
    NetworkIndex index = adjacency.index();
    Bridges bridges = new Bridges(index.busCount(), index.branchCount(), weights);
    bridges.search(adjacency, inService);
    bridges.sum();
    return bridges;
  }

  private void sum() {
    for (int k = 0; k < busAt.length; k++) {
      unitsBefore[k + 1] = unitsBefore[k] + weights.units()[busAt[k]];
      capacityBefore[k + 1] = capacityBefore[k] + weights.capacityW()[busAt[k]];
      loadBefore[k + 1] = loadBefore[k] + weights.loadW()[busAt[k]];
    }
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
            leave(bus, stack[depth], via[bus], low);
          }
        }
      }
    }
  }

  /** Goes back over the branch to a subtree that is done: a bridge if nothing else leads up. */
  private void leave(int bus, int above, int l, int[] low) {
    low[above] = Math.min(low[above], low[bus]);
    if (low[bus] > enteredAt[above]) {
      bridge[l] = true;
      childOfBranch[l] = bus;
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
   * The buses that the outage of a bridge cuts off: the side that does not live ({@link
   * SplitPart}).
   *
   * @param reference the island's reference bus before the outage
   */
  public int[] cutOff(int l, int reference) {
    int child = childOfBranch[l];
    int first = enteredAt[rootOf[child]];
    int last = first + subtreeSize[rootOf[child]];
    int start = enteredAt[child];
    int end = start + subtreeSize[child];
    SplitPart below = part(start, end, reference);
    SplitPart above = part(first, last, reference).without(below);
    int order = below.against(above);
    boolean belowLives =
        order != 0
            ? order > 0
            : firstBus(start, end) < Math.min(firstBus(first, start), firstBus(end, last));
    if (!belowLives) {
      return Arrays.copyOfRange(busAt, start, end);
    }
    int[] rest = new int[last - first - (end - start)];
    System.arraycopy(busAt, first, rest, 0, start - first);
    System.arraycopy(busAt, end, rest, start - first, last - end);
    return rest;
  }

  private int firstBus(int from, int to) {
    return Arrays.stream(busAt, from, to).min().orElse(Integer.MAX_VALUE);
  }

  private SplitPart part(int from, int to, int reference) {
    int at = enteredAt[reference];
    return new SplitPart(
        unitsBefore[to] - unitsBefore[from],
        capacityBefore[to] - capacityBefore[from],
        loadBefore[to] - loadBefore[from],
        to - from,
        at >= from && at < to);
  }
}
