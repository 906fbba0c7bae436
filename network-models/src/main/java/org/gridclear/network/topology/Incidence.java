package org.gridclear.network.topology;

import org.gridclear.network.NetworkIndex;

/** The branches at every bus of a network, in service or not. */
public final class Incidence {
  private final NetworkIndex index;
  private final int[] start;
  private final int[] branch;
  private final int[] bus;

  /** Collects the branches at every bus, in the order of the network's list. */
  public Incidence(NetworkIndex index) {
    this.index = index;
    start = new int[index.busCount() + 1];
    for (int l = 0; l < index.branchCount(); l++) {
      start[index.from(l) + 1]++;
      start[index.to(l) + 1]++;
    }
    for (int b = 0; b < index.busCount(); b++) {
      start[b + 1] += start[b];
    }
    branch = new int[start[index.busCount()]];
    bus = new int[branch.length];
    int[] next = start.clone();
    for (int l = 0; l < index.branchCount(); l++) {
      int from = index.from(l);
      int to = index.to(l);
      branch[next[from]] = l;
      bus[next[from]++] = to;
      branch[next[to]] = l;
      bus[next[to]++] = from;
    }
  }

  /** The network. */
  public NetworkIndex index() {
    return index;
  }

  /** First entry of bus {@code b}. */
  public int start(int b) {
    return start[b];
  }

  /** One past the last entry of bus {@code b}. */
  public int end(int b) {
    return start[b + 1];
  }

  /** Branch of an entry. */
  public int branch(int entry) {
    return branch[entry];
  }

  /** The bus at the other end of an entry. */
  public int bus(int entry) {
    return bus[entry];
  }
}
