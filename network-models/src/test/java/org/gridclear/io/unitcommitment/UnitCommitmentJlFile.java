package org.gridclear.io.unitcommitment;

import static org.gridclear.json.Documents.resource;

import org.gridclear.market.MarketDay;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.node.ObjectNode;

/** A UnitCommitment.jl file of half hours, and the day that is read of it. */
abstract class UnitCommitmentJlFile {
  static final double INFINITE = Double.POSITIVE_INFINITY;
  static final String MW = "Production cost curve (MW)";
  static final String COST = "Production cost curve ($)";

  final IssueLog log = new IssueLog("day.json");
  ObjectNode document;

  @BeforeEach
  void halfHours() {
    document = resource("unit-commitment-jl-0.4.json");
  }

  MarketDay read() {
    return UnitCommitmentJlReader.read("day", document, log);
  }

  static Series both(double value) {
    return Series.of(value, value);
  }

  static Branch line(String id, double xPu, boolean inService) {
    return new Branch(
        id, "b1", "b2", BranchKind.LINE, 0, xPu, 0, 1, 0, Branch.Ratings.UNLIMITED, inService);
  }

  static Branch joined(String id, String to) {
    return new Branch(id, "b1", to, BranchKind.LINE, 0, 1, 0, 1, 0, Branch.Ratings.UNLIMITED, true);
  }
}
