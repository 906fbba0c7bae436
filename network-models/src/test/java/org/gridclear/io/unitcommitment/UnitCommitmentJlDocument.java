package org.gridclear.io.unitcommitment;

import static org.gridclear.json.Documents.assertErrors;
import static org.gridclear.json.Documents.node;
import static org.gridclear.json.Documents.resource;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gridclear.json.Json;
import org.gridclear.market.BranchLimit;
import org.gridclear.market.Interchange;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.network.Branch;
import org.gridclear.network.Network;
import org.gridclear.validate.IssueLog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A day of half hours as UnitCommitment.jl has it, and what is said of it. */
abstract class UnitCommitmentJlDocument {
  final IssueLog log = new IssueLog("day");
  final ObjectNode document = resource("unit-commitment-jl-0.4.json");

  MarketDay day() {
    IssueLog reading = new IssueLog("day.json");
    MarketDay day = UnitCommitmentJlReader.read("day", document, reading);
    assertErrors(reading);
    return day;
  }

  JsonNode written(MarketDay day, String... path) {
    JsonNode at = Json.MAPPER.readTree(UnitCommitmentJlWriter.write(day, log));
    for (String field : path) {
      at = at.path(field);
    }
    return at;
  }

  void assertRefused(MarketDay day, String... errors) {
    assertEquals(0, UnitCommitmentJlWriter.write(day, log).length);
    assertErrors(log, errors);
  }

  void assertWritten(String expected, MarketDay day, String... path) {
    assertEquals(node(expected), node(written(day, path).toString()));
  }

  static MarketDay withUnit(MarketDay day, ThermalUnit unit) {
    return day.withThermalUnits(List.of(unit, day.thermalUnits().get(1)));
  }

  static MarketDay with(
      MarketDay day, Network network, List<Interchange> ties, List<BranchLimit> limits) {
    return new MarketDay(
        day.name(),
        day.synthetic(),
        day.horizon(),
        network,
        day.thermalUnits(),
        day.profiledUnits(),
        day.storageUnits(),
        day.busLoads(),
        day.flexibleLoads(),
        ties,
        day.reserves(),
        limits,
        day.branchOutages(),
        day.penalties(),
        day.rules(),
        day.currency());
  }

  static Network branches(MarketDay day, List<Branch> branches) {
    return day.network().withBranches(branches);
  }
}
