package org.gridclear.clearing.flow;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.numerics.OutageResponse;
import org.gridclear.numerics.ShiftFactors;

/**
 * The shares that watched branches take over after outages, kept from one scan to the next: those
 * that are not small of every outage, of the others the largest. A branch matters to few others, so
 * these grow with the outages. Besides, a float per outage is kept of each branch that was ever so
 * near its limit that a small share could matter: few as a rule, but outages × watched branches in
 * the worst case (16 049 outages, 6 295 of them: 404 MB), and for each topology.
 * docs/decisions/006.
 */
final class OutageShares {
  /** A smaller share is far. */
  private static final double NEAR_MIN = 1e-3;

  /** Where more of the watched branches are near, all shares are kept: vectors beat a list. */
  private static final double LIST_MAX = 0.25;

  private final ClearingGrid grid;
  private final double nearMin;
  private final int[] elements;
  private final int[] branches;
  private final Map<ShiftFactors, OfTopology> topologies = new HashMap<>();

  /**
   * What is kept of an outage.
   *
   * @param branch the only one that opens; -1 if there are several, of which nothing is kept
   * @param at places of the near branches, ascending; empty if all are near
   * @param shares of these, MW per MW that the open branch carried
   * @param restShare the largest of the others
   * @param transferMw that takes the place of a MW of the open branch
   */
  record Near(int branch, int[] at, double[] shares, double restShare, double transferMw) {
    private static final Near SEVERAL = new Near(-1, new int[0], new double[0], 0, 0);

    /** Whether several branches open. */
    boolean several() {
      return branch < 0;
    }

    /** Whether the shares are those of all watched branches. */
    boolean whole() {
      return at.length < shares.length;
    }

    /** Whether the branch at a place is listed. */
    boolean has(int place) {
      return Arrays.binarySearch(at, place) >= 0;
    }
  }

  OutageShares(ClearingGrid grid) {
    this(grid, NEAR_MIN);
  }

  /**
   * Shares of which those from a size on, below 1, are near: what opens takes over -1 of itself.
   */
  OutageShares(ClearingGrid grid, double nearMin) {
    this.grid = grid;
    this.nearMin = nearMin;
    this.elements =
        IntStream.range(0, grid.monitored().size())
            .filter(e -> !grid.monitored().get(e).isFlowgate())
            .toArray();
    this.branches =
        Arrays.stream(elements).map(e -> grid.monitored().get(e).branches()[0]).toArray();
  }

  /** A smaller share is far. */
  double nearMin() {
    return nearMin;
  }

  /** Numbers of the watched elements by place: all but flowgates. */
  int[] elements() {
    return elements;
  }

  /** Branches of the watched elements by place. */
  int[] branches() {
    return branches;
  }

  /** Those of the topology of a period. */
  OfTopology of(int period) {
    return topologies.computeIfAbsent(
        grid.shiftFactors(period), factors -> new OfTopology(factors, period));
  }

  /** Shares of watched branches, by place. */
  double[] watched(double[] shareOfBranch) {
    double[] shares = new double[branches.length];
    for (int i = 0; i < branches.length; i++) {
      shares[i] = shareOfBranch[branches[i]];
    }
    return shares;
  }

  /** Shares in one topology. */
  final class OfTopology {
    private final ShiftFactors factors;
    private final int period;
    private final Map<Integer, Optional<Near>> nearOf = new HashMap<>();

    /** By place; null until a limit of the branch was so near that a far outage could matter. */
    private final float[][] transfersOf = new float[branches.length][];

    OfTopology(ShiftFactors factors, int period) {
      this.factors = factors;
      this.period = period;
    }

    /** What is kept of an outage; empty where it splits the grid or opens nothing. */
    Optional<Near> near(int outage) {
      return nearOf.computeIfAbsent(
          outage, k -> grid.response(k, period).map(response -> kept(k, response)));
    }

    private Near kept(int outage, OutageResponse response) {
      if (grid.outages().get(outage).branches().length != 1) {
        return Near.SEVERAL;
      }
      int branch = response.branches()[0];
      double transferMw = response.transferMw(0);
      double[] shares = watched(response.weights(0));
      int[] at =
          IntStream.range(0, shares.length).filter(i -> Math.abs(shares[i]) >= nearMin).toArray();
      if (at.length > LIST_MAX * shares.length) {
        return new Near(branch, new int[0], shares, 0, transferMw);
      }
      double rest =
          Arrays.stream(shares).map(Math::abs).filter(size -> size < nearMin).max().orElse(0);
      double[] listed = Arrays.stream(at).mapToDouble(i -> shares[i]).toArray();
      return new Near(branch, at, listed, rest, transferMw);
    }

    /** The share of a watched branch in an outage by the branch's own shift factors. */
    double share(int place, int outage, Near near) {
      float[] transfers = transfersOf[place];
      if (transfers == null) {
        transfers = transfers(factors.row(branches[place]));
        transfersOf[place] = transfers;
      }
      return transfers[outage] * near.transferMw();
    }

    /** Flow per MW between the ends of what each outage opens, of a branch by its shift factors. */
    private float[] transfers(double[] row) {
      float[] transfers = new float[grid.outages().size()];
      for (int k = 0; k < transfers.length; k++) {
        int[] open = grid.outages().get(k).branches();
        transfers[k] =
            open.length == 0
                ? 0
                : (float) (row[grid.index().from(open[0])] - row[grid.index().to(open[0])]);
      }
      return transfers;
    }
  }
}
