package org.gridclear.numerics;

import java.util.Arrays;
import org.gridclear.network.Branch;
import org.gridclear.network.Flowgate;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.topology.Islands;

/**
 * DC power flow and power transfer distribution factors (PTDF, EQ-04) for one set of branches in
 * service. Every island has its own reference bus, whose column is 0: the network's reference bus
 * where it lies in the island, else the island's lowest bus.
 */
public final class ShiftFactors {
  private final NetworkIndex index;
  private final boolean[] inService;
  private final Islands islands;
  private final int[] referenceOfIsland;
  private final int[] unknownOfBus;
  private final int unknownCount;
  private final LdlFactor factor;

  /**
   * Factors the susceptance matrix.
   *
   * @param index the numbered network
   * @param inService per branch, whether it carries flow
   */
  public ShiftFactors(NetworkIndex index, boolean[] inService) {
    this.index = index;
    this.inService = inService.clone();
    this.islands = Islands.of(index, inService);
    this.referenceOfIsland = new int[islands.count()];
    Arrays.fill(referenceOfIsland, -1);
    referenceOfIsland[islands.of(index.referenceBus())] = index.referenceBus();
    this.unknownOfBus = new int[index.busCount()];
    int unknowns = 0;
    for (int b = 0; b < index.busCount(); b++) {
      int island = islands.of(b);
      if (referenceOfIsland[island] < 0) {
        referenceOfIsland[island] = b;
      }
      unknownOfBus[b] = referenceOfIsland[island] == b ? -1 : unknowns++;
    }
    this.unknownCount = unknowns;
    this.factor = factor();
  }

  private LdlFactor factor() {
    double[] diagonal = new double[unknownCount];
    int[] rows = new int[index.branchCount()];
    int[] columns = new int[index.branchCount()];
    double[] values = new double[index.branchCount()];
    int entries = 0;
    for (int l = 0; l < index.branchCount(); l++) {
      if (!inService[l] || index.from(l) == index.to(l)) {
        continue;
      }
      double b = susceptance(l);
      int i = unknownOfBus[index.from(l)];
      int j = unknownOfBus[index.to(l)];
      if (i >= 0) {
        diagonal[i] += b;
      }
      if (j >= 0) {
        diagonal[j] += b;
      }
      if (i >= 0 && j >= 0) {
        rows[entries] = i;
        columns[entries] = j;
        values[entries++] = -b;
      }
    }
    try {
      return LdlFactor.of(
          unknownCount,
          Arrays.copyOf(rows, entries),
          Arrays.copyOf(columns, entries),
          Arrays.copyOf(values, entries),
          diagonal);
    } catch (SingularMatrixException e) {
      int bus = 0;
      while (unknownOfBus[bus] != e.row()) {
        bus++;
      }
      throw e.ofSusceptances(index.network().buses().get(bus).id());
    }
  }

  private double susceptance(int l) {
    return index.network().branches().get(l).susceptancePu();
  }

  /** The islands of this topology. */
  public Islands islands() {
    return islands;
  }

  /** The reference bus of an island. */
  public int referenceBus(int island) {
    return referenceOfIsland[island];
  }

  /** Whether branch {@code l} carries flow in this topology. */
  public boolean inService(int l) {
    return inService[l];
  }

  /**
   * The PTDF row of branch {@code l}: flow in MW from {@code from} to {@code to} per MW injected at
   * each bus and taken at the reference bus of its island. All 0 for a branch out of service.
   */
  public double[] row(int l) {
    double[] weights = new double[inService.length];
    weights[l] = 1;
    return row(weights);
  }

  /**
   * A weighted sum of PTDF rows by one solve.
   *
   * @param weightOfBranch factor of each branch's row
   * @return per bus, the weighted flow in MW per MW injected
   */
  public double[] row(double[] weightOfBranch) {
    double[] row = new double[index.busCount()];
    double[] rhs = new double[unknownCount];
    for (int l = 0; l < weightOfBranch.length; l++) {
      if (weightOfBranch[l] == 0 || !inService[l] || index.from(l) == index.to(l)) {
        continue;
      }
      double b = susceptance(l) * weightOfBranch[l];
      int i = unknownOfBus[index.from(l)];
      int j = unknownOfBus[index.to(l)];
      if (i >= 0) {
        rhs[i] += b;
      }
      if (j >= 0) {
        rhs[j] -= b;
      }
    }
    double[] x = factor.solve(rhs);
    for (int bus = 0; bus < row.length; bus++) {
      row[bus] = unknownOfBus[bus] < 0 ? 0 : x[unknownOfBus[bus]];
    }
    return row;
  }

  /**
   * Shift factors of a flowgate (EQ-04): the weighted sum of those of its branches.
   *
   * @return per bus, MW through the flowgate per MW injected
   */
  public double[] row(Flowgate flowgate) {
    double[] sum = new double[index.busCount()];
    for (Flowgate.Term term : flowgate.terms()) {
      double[] row = row(index.branch(term.branch()));
      for (int bus = 0; bus < sum.length; bus++) {
        sum[bus] += term.weight() * row[bus];
      }
    }
    return sum;
  }

  /**
   * Flows of a transfer: 1 MW in at one bus and out at another.
   *
   * @return per branch, MW from {@code from} to {@code to}
   */
  public double[] transfer(int fromBus, int toBus) {
    double[] rhs = new double[unknownCount];
    if (unknownOfBus[fromBus] >= 0) {
      rhs[unknownOfBus[fromBus]] += 1;
    }
    if (unknownOfBus[toBus] >= 0) {
      rhs[unknownOfBus[toBus]] -= 1;
    }
    double[] angle = factor.solve(rhs);
    double[] flow = new double[index.branchCount()];
    for (int l = 0; l < flow.length; l++) {
      if (inService[l]) {
        flow[l] = susceptance(l) * (angleOf(angle, index.from(l)) - angleOf(angle, index.to(l)));
      }
    }
    return flow;
  }

  /**
   * DC flows for given injections.
   *
   * @param injectionMw per bus, generation less load; what does not balance is taken at the
   *     reference bus of the island
   * @return per branch, the flow in MW from {@code from} to {@code to}, phase shifts included
   */
  public double[] flowsMw(double[] injectionMw) {
    double[] injection = injectionMw.clone();
    double[] shiftFlow = shiftFlowsMw();
    for (int l = 0; l < shiftFlow.length; l++) {
      injection[index.from(l)] -= shiftFlow[l];
      injection[index.to(l)] += shiftFlow[l];
    }
    double[] rhs = new double[unknownCount];
    for (int bus = 0; bus < injection.length; bus++) {
      if (unknownOfBus[bus] >= 0) {
        rhs[unknownOfBus[bus]] = injection[bus];
      }
    }
    double[] angle = factor.solve(rhs);
    double[] flow = new double[index.branchCount()];
    for (int l = 0; l < flow.length; l++) {
      if (inService[l]) {
        flow[l] =
            susceptance(l) * (angleOf(angle, index.from(l)) - angleOf(angle, index.to(l)))
                + shiftFlow[l];
      }
    }
    return flow;
  }

  private double angleOf(double[] angle, int bus) {
    return unknownOfBus[bus] < 0 ? 0 : angle[unknownOfBus[bus]];
  }

  /** Per branch, the flow that its phase shift would drive if both ends had the same angle. */
  private double[] shiftFlowsMw() {
    double[] flow = new double[index.branchCount()];
    for (int l = 0; l < flow.length; l++) {
      Branch branch = index.network().branches().get(l);
      if (inService[l] && branch.shiftDeg() != 0) {
        flow[l] = -susceptance(l) * Math.toRadians(branch.shiftDeg()) * index.network().baseMva();
      }
    }
    return flow;
  }
}
