package org.gridclear.clearing.flow;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.gridclear.clearing.model.ClearingGrid;

/** Which outages a model looks at, and what is kept of them from one look to the next. */
final class OutageWatch {
  private final ClearingGrid grid;
  private final OutageShares shares;
  private final FlowOffsets offsets;
  private final double toleranceMw;
  private final Set<FlowSide> present;
  private final Set<Integer> hot = new TreeSet<>();
  private boolean all;

  /**
   * A watch that has seen nothing.
   *
   * @param present sides that have a row
   */
  OutageWatch(
      ClearingGrid grid,
      OutageShares shares,
      FlowOffsets offsets,
      double toleranceMw,
      Set<FlowSide> present) {
    this.grid = grid;
    this.shares = shares;
    this.offsets = offsets;
    this.toleranceMw = toleranceMw;
    this.present = present;
  }

  /** What is kept of outages, for another model of the grid. */
  OutageShares shares() {
    return shares;
  }

  /** Looks at all outages every time from now on. */
  void scanAll() {
    all = true;
  }

  /**
   * Violations after outages: of those that were the worst of some element before, as long as these
   * bring any, and only then of all.
   */
  List<OutageScan.Violation> violations(double[][] flowsMw, double[][] allowedMw) {
    if (grid.outages().isEmpty()) {
      return List.of();
    }
    if (all) {
      return ofAll(toleranceMw, flowsMw, allowedMw);
    }
    OutageScan scan = new OutageScan(grid, shares, toleranceMw, present);
    List<OutageScan.Violation> list =
        scan.worst(hot.stream().mapToInt(Integer::intValue), flowsMw, offsets, allowedMw);
    if (list.isEmpty()) {
      list = ofAll(toleranceMw, flowsMw, allowedMw);
      list.forEach(violation -> hot.add(violation.side().key().outage()));
    }
    return list;
  }

  /** Outages of branches; those of units and buses have rows by cuts alone. */
  private IntStream scanned() {
    return IntStream.range(0, grid.outages().size())
        .filter(k -> grid.outages().get(k).lost() == null);
  }

  /** What exceeds its limit by more than an amount after any outage. */
  List<OutageScan.Violation> ofAll(double excessMinMw, double[][] flowsMw, double[][] allowedMw) {
    return new OutageScan(grid, shares, excessMinMw, present)
        .worst(scanned(), flowsMw, offsets, allowedMw);
  }
}
