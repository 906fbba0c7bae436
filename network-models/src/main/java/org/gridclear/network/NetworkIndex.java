package org.gridclear.network;

import java.util.HashMap;
import java.util.Map;

/**
 * Dense numbers for the buses and branches of a network, in the order of the network's lists.
 * Kernels work on these numbers only. Ids must be unique; the validator checks that first.
 */
public final class NetworkIndex {
  private final Network network;
  private final Map<String, Integer> busIndex = new HashMap<>();
  private final Map<String, Integer> branchIndex = new HashMap<>();
  private final Map<String, Integer> generatorIndex = new HashMap<>();
  private final int[] from;
  private final int[] to;
  private final int referenceBus;

  /** Numbers the elements of {@code network}. */
  public NetworkIndex(Network network) {
    this.network = network;
    int reference = -1;
    for (int b = 0; b < network.buses().size(); b++) {
      Bus bus = network.buses().get(b);
      busIndex.put(bus.id(), b);
      if (reference < 0 && bus.type() == BusType.REFERENCE) {
        reference = b;
      }
    }
    referenceBus = Math.max(0, reference);
    for (int g = 0; g < network.generators().size(); g++) {
      generatorIndex.put(network.generators().get(g).id(), g);
    }
    int branchCount = network.branches().size();
    from = new int[branchCount];
    to = new int[branchCount];
    for (int l = 0; l < branchCount; l++) {
      Branch branch = network.branches().get(l);
      branchIndex.put(branch.id(), l);
      from[l] = bus(branch.from());
      to[l] = bus(branch.to());
    }
  }

  /** The network that is numbered. */
  public Network network() {
    return network;
  }

  /** Number of buses. */
  public int busCount() {
    return network.buses().size();
  }

  /** Number of branches, in service or not. */
  public int branchCount() {
    return from.length;
  }

  /** Index of the bus with this id; fails if there is none. */
  public int bus(String id) {
    return find("bus", busIndex, id);
  }

  /** Index of the generator with this id; fails if there is none. */
  public int generator(String id) {
    return find("generator", generatorIndex, id);
  }

  private static int find(String kind, Map<String, Integer> indexOf, String id) {
    Integer index = indexOf.get(id);
    if (index == null) {
      throw new IllegalArgumentException("The %s (%s) is not in the network.".formatted(kind, id));
    }
    return index;
  }

  /** Index of the branch with this id; fails if there is none. */
  public int branch(String id) {
    return find("branch", branchIndex, id);
  }

  /** Bus index at the sending end of branch {@code l}. */
  public int from(int l) {
    return from[l];
  }

  /** Bus index at the receiving end of branch {@code l}. */
  public int to(int l) {
    return to[l];
  }

  /** The reference bus: the first of that type, else bus 0. */
  public int referenceBus() {
    return referenceBus;
  }
}
