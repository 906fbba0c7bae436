package org.gridclear.report.security;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.Contingency;
import org.gridclear.network.Generator;
import org.gridclear.network.Load;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.run.Job;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.work.ScreeningScope;

/**
 * A unit at a and a load of 90 MW at b, with equal lines of 50 MVA between them: k lines carry 90/k
 * MW each. A bus c without load hangs at b by one line where it is asked for.
 */
final class ParallelLines {
  private ParallelLines() {}

  private static Branch line(String id, String from, String to) {
    Branch.Ratings ratings = new Branch.Ratings(50, 50, 50);
    return new Branch(id, from, to, BranchKind.LINE, 0, 0.1, 0, 1, 0, ratings, true);
  }

  private static Bus bus(String id, BusType type, double kv, String zone) {
    return new Bus(id, id, type, kv, zone, 1, 0, 0.9, 1.1);
  }

  static Network network(int lines, boolean stub) {
    List<Bus> buses = new ArrayList<>();
    buses.add(bus("a", BusType.REFERENCE, 220, "north"));
    buses.add(bus("b", BusType.PQ, 220, "south"));
    List<Branch> branches = new ArrayList<>();
    for (int l = 1; l <= lines; l++) {
      branches.add(line("l" + l, "a", "b"));
    }
    if (stub) {
      buses.add(bus("c", BusType.PQ, 110, "south"));
      branches.add(line("stub", "b", "c"));
    }
    Generator unit = new Generator("g", "a", "", 90, 0, -90, 90, 1, 0, 200, 0, 0, true, null);
    return new Network(
        "parallel",
        100,
        buses,
        branches,
        List.of(unit),
        List.of(new Load("d", "b", 90, 0)),
        List.of(),
        List.of(),
        List.of());
  }

  /** Every branch as an outage, in DC, on one snapshot. */
  static Job.Screening job(Network network) {
    return new Job.Screening(
        "s",
        network,
        List.of(OperatingPoint.of(network)),
        new ScreeningScope(
            network.branches().stream().map(Branch::id).map(Contingency::ofBranch).toList(), null),
        ScreeningOptions.DEFAULT,
        List.of());
  }
}
