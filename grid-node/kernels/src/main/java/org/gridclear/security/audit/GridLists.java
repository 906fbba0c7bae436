package org.gridclear.security.audit;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;

/** What is at every bus of a network, in the order of its lists. */
record GridLists(
    NetworkIndex index, List<List<Integer>> branches, List<List<Integer>> units, double[][] load) {

  static GridLists of(Network network, double[] loadMw, double[] loadMvar) {
    NetworkIndex index = new NetworkIndex(network);
    List<List<Integer>> branches = new ArrayList<>();
    List<List<Integer>> units = new ArrayList<>();
    for (int b = 0; b < index.busCount(); b++) {
      branches.add(new ArrayList<>());
      units.add(new ArrayList<>());
    }
    for (int l = 0; l < index.branchCount(); l++) {
      branches.get(index.from(l)).add(l);
      branches.get(index.to(l)).add(l);
    }
    for (int g = 0; g < network.generators().size(); g++) {
      units.get(index.bus(network.generators().get(g).bus())).add(g);
    }
    double[][] load = new double[2][index.busCount()];
    for (int d = 0; d < loadMw.length; d++) {
      int bus = index.bus(network.loads().get(d).bus());
      load[0][bus] += loadMw[d];
      load[1][bus] += loadMvar[d];
    }
    return new GridLists(index, branches, units, load);
  }
}
