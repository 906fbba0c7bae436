package org.gridclear.compare;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridclear.clearing.flow.ClearedFlows;
import org.gridclear.network.Branch;
import org.gridclear.network.Flowgate;
import org.gridclear.network.Network;

/** DC flows of the branches and flowgates that both sides have, positive from its first bus. */
final class FlowPairs {
  private final String name;
  private final ComparedCase a;
  private final ComparedCase b;
  private final List<Slot> slots;
  private final DifferenceTable table;

  FlowPairs(String name, ComparedCase a, ComparedCase b, List<Slot> slots, DifferenceTable table) {
    this.name = name;
    this.a = a;
    this.b = b;
    this.slots = slots;
    this.table = table;
  }

  void add() {
    Network network = a.day().network();
    Map<String, Branch> others = new HashMap<>();
    b.day().network().branches().forEach(branch -> others.put(branch.id(), branch));
    Map<String, double[]> ofA = flowsMw(a);
    Map<String, double[]> ofB = flowsMw(b);
    for (Branch branch : network.branches()) {
      Branch other = others.get(branch.id());
      if (other != null) {
        // The same branch written the other way round has its flow the other way round.
        boolean turned = branch.from().equals(other.to()) && branch.to().equals(other.from());
        rows(
            Objects.requireNonNull(ofA.get(branch.id())),
            Objects.requireNonNull(ofB.get(branch.id())),
            turned ? -1 : 1,
            branch.id(),
            "BRANCH",
            branch.from(),
            branch.to());
      }
    }
    Map<String, Flowgate> gates = new HashMap<>();
    b.day().network().flowgates().forEach(gate -> gates.put(gate.id(), gate));
    for (Flowgate gate : network.flowgates()) {
      Flowgate other = gates.get(gate.id());
      if (other != null) {
        rows(
            sum(gate, ofA, a.day().periodCount()),
            sum(other, ofB, b.day().periodCount()),
            1,
            gate.id(),
            "FLOWGATE",
            "",
            "");
      }
    }
  }

  private void rows(
      double[] x, double[] y, int sign, String id, String kind, String from, String to) {
    for (Slot slot : slots) {
      table.add(
          x[slot.a()],
          sign * y[slot.b()],
          new Object[] {name, id, kind, from, to, slot.from(), slot.to()});
    }
  }

  private static double[] sum(Flowgate gate, Map<String, double[]> flows, int periods) {
    double[] sum = new double[periods];
    for (Flowgate.Term term : gate.terms()) {
      double[] flow = Objects.requireNonNull(flows.get(term.branch()));
      for (int t = 0; t < sum.length; t++) {
        sum[t] += term.weight() * flow[t];
      }
    }
    return sum;
  }

  /** Flow of every branch per period. */
  private static Map<String, double[]> flowsMw(ComparedCase of) {
    ClearedFlows flows = new ClearedFlows(of.clearing(), of.result().schedule());
    List<Branch> branches = of.day().network().branches();
    Map<String, double[]> ofBranch = new LinkedHashMap<>();
    branches.forEach(branch -> ofBranch.put(branch.id(), new double[of.day().periodCount()]));
    for (int t = 0; t < of.day().periodCount(); t++) {
      double[] mw = flows.branchFlowsMw(t);
      for (int l = 0; l < mw.length; l++) {
        Objects.requireNonNull(ofBranch.get(branches.get(l).id()))[t] = mw[l];
      }
    }
    return ofBranch;
  }
}
