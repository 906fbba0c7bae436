package org.gridclear.security.powerflow;

import org.gridclear.network.Branch;
import org.gridclear.network.BusType;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.OperatingPoint;
import org.gridclear.network.topology.Islands;

/** Load of islands where no unit runs: {@link PowerFlowModel} has no voltage there. */
public final class DarkLoad {
  private final NetworkIndex index;

  /** Of a valid network. */
  public DarkLoad(Network network) {
    this.index = new NetworkIndex(network);
  }

  /** What is drawn at an operating point where there is no source, in MW. */
  public double mw(OperatingPoint point) {
    Network network = index.network();
    boolean[] joined = point.branchOn().clone();
    for (int l = 0; l < joined.length; l++) {
      Branch branch = network.branches().get(l);
      joined[l] &= !isolated(branch.from()) && !isolated(branch.to());
    }
    Islands islands = Islands.of(index, joined);
    boolean[] lit = new boolean[islands.count()];
    for (int g = 0; g < point.generatorOn().length; g++) {
      String bus = network.generators().get(g).bus();
      lit[islands.of(index.bus(bus))] |= point.generatorOn()[g] && !isolated(bus);
    }
    double darkMw = 0;
    for (int d = 0; d < point.loadMw().length; d++) {
      boolean served = lit[islands.of(index.bus(network.loads().get(d).bus()))];
      darkMw += served ? 0 : Math.max(0, point.loadMw()[d]);
    }
    return darkMw;
  }

  private boolean isolated(String bus) {
    return index.network().buses().get(index.bus(bus)).type() == BusType.ISOLATED;
  }
}
