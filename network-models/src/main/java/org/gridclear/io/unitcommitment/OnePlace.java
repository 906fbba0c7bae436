package org.gridclear.io.unitcommitment;

import java.util.List;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Bus;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** Buses of a file without any branch: its format balances them as one place. */
public final class OnePlace {
  private OnePlace() {}

  /** Joins all buses by branches without limit, and says so. */
  public static void join(List<Bus> buses, List<Branch> branches, IssueLog log) {
    for (int b = 1; b < buses.size(); b++) {
      String id = buses.get(b).id();
      branches.add(
          new Branch(
              "one place " + b,
              buses.get(0).id(),
              id,
              BranchKind.LINE,
              0,
              1,
              0,
              1,
              0,
              Branch.Ratings.UNLIMITED,
              true));
      log.notice(
          Rule.TAKEN_AS,
          "bus",
          id,
          "",
          "no branch",
          "No branch is given: the buses are one place.");
    }
  }
}
