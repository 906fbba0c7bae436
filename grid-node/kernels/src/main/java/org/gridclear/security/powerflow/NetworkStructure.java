package org.gridclear.security.powerflow;

import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.topology.Incidence;
import org.gridclear.numerics.BranchAdmittances;
import org.gridclear.numerics.SymbolicFactor;

/**
 * What all operating points of a network share: numbering, incidence, branch admittances, and the
 * elimination order with its fill. Built once, read by many.
 *
 * @param index numbering
 * @param incidence branches at every bus
 * @param symbolic order and pattern over all branches, in service or not
 * @param admittances π-models of the branches
 * @param generatorBus per generator the number of its bus; not to be changed
 * @param loadBus per load the number of its bus; not to be changed
 */
public record NetworkStructure(
    NetworkIndex index,
    Incidence incidence,
    SymbolicFactor symbolic,
    BranchAdmittances admittances,
    int[] generatorBus,
    int[] loadBus) {

  /** Builds the structure of a valid network. */
  public static NetworkStructure of(Network network) {
    NetworkIndex index = new NetworkIndex(network);
    int[] from = new int[index.branchCount()];
    int[] to = new int[index.branchCount()];
    for (int l = 0; l < from.length; l++) {
      from[l] = index.from(l);
      to[l] = index.to(l);
    }
    return new NetworkStructure(
        index,
        new Incidence(index),
        SymbolicFactor.of(index.busCount(), from, to),
        new BranchAdmittances(index),
        network.generators().stream().mapToInt(unit -> index.bus(unit.bus())).toArray(),
        network.loads().stream().mapToInt(load -> index.bus(load.bus())).toArray());
  }
}
