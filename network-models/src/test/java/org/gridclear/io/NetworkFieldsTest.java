package org.gridclear.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gridclear.json.Json;
import org.gridclear.network.Network;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.gridclear.validate.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The network of the product's own case format, field by field. */
// Rows
class NetworkFieldsTest {
  private static final String CASE =
      """
      {"format": "gridclear-case", "version": 1, "name": "all", "currency": "EUR",
       "horizon": {"periodCount": 1},
       "network": {"name": "n", "baseMva": 50,
        "buses": [
         {"id": "a", "name": "A", "type": "REFERENCE", "baseKv": 110, "zone": "w", "vSetPu": 1.02,
          "angleDeg": 3, "vMinPu": 0.95, "vMaxPu": 1.05, "lossZone": "z"},
         {"id": "b", "name": "B", "type": "PQ", "baseKv": 110, "zone": "e", "vSetPu": 1.01,
          "angleDeg": 2, "vMinPu": 0.94, "vMaxPu": "Infinity", "lossZone": "y"}],
        "branches": [
         {"id": "l", "from": "a", "to": "b", "kind": "TRANSFORMER", "rPu": 0.01, "xPu": 0.1,
          "bPu": 0.02, "tapRatio": 0.98, "shiftDeg": 1.5, "inService": true,
          "ratings": {"normalMva": 90, "shortTermMva": 95, "emergencyMva": 99}}],
        "generators": [
         {"id": "g", "bus": "a", "fuel": "coal", "pMw": 30, "qMvar": 2, "qMinMvar": "-Infinity",
          "qMaxMvar": 40, "vSetPu": 1.02, "pMinMw": 5, "pMaxMw": "Infinity", "ramp10Mw": 7,
          "participation": 2, "inService": true,
          "cost": {"startYuan": 9, "stopYuan": 8, "polynomial": [1, 2, 3]},
          "capability": {"p1Mw": 10, "q1MinMvar": -9, "q1MaxMvar": 9, "p2Mw": 20,
           "q2MinMvar": -5, "q2MaxMvar": 5},
          "reactiveCost": {"pointsMw": [0, 10], "pointsYuanPerH": [0, 30]},
          "machine": {"baseMva": 60, "rampAgcMwPerMin": 1, "ramp30Mw": 20,
           "rampQMvarPerMin": 4}}],
        "loads": [{"id": "d", "bus": "b", "pMw": 20, "qMvar": 5}],
        "shunts": [{"bus": "b", "gMw": 0.5, "bMvar": 3}],
        "hvdcLines": [
         {"id": "h", "from": "a", "to": "b", "pFromMw": 5, "pMinMw": -10, "pMaxMw": 12,
          "lossFixedMw": 0.1, "lossShare": 0.02, "inService": true,
          "fromEnd": {"holdsVoltage": true, "vSetPu": 1.03, "qMvar": 1, "qMinMvar": -4,
           "qMaxMvar": 6},
          "toEnd": {"holdsVoltage": false, "vSetPu": 0.99, "qMvar": 2, "qMinMvar": -3,
           "qMaxMvar": "Infinity"}}],
        "flowgates": [{"id": "f", "limitMw": 80, "reverseLimitMw": 70,
          "terms": [{"branch": "l", "weight": -1}]}]},
       "thermalUnits": [{"id": "g", "bus": "a", "offers": [{"mw": [5, 60], "yuanPerH": [1, 9]}],
         "initial": {"on": true, "hours": 9, "powerMw": 20}}],
       "busLoads": [{"bus": "b", "mw": 20}]}
      """;

  @TempDir Path folder;

  private CaseFiles.Loaded load(byte[] content) throws IOException {
    Files.write(folder.resolve("c.json"), content);
    return CaseFiles.load("c.json", folder, Set.of());
  }

  private CaseFiles.Loaded load(String content) throws IOException {
    return load(content.getBytes(StandardCharsets.UTF_8));
  }

  private static org.gridclear.market.MarketDay day(CaseFiles.Loaded loaded) {
    return ((CaseFiles.Content.WholeDay) loaded.content()).day();
  }

  /** Objects of the network with the path to each, and the fields in them. */
  private static void leaves(JsonNode node, String path, List<String> into) {
    if (node.isObject()) {
      for (String name : node.propertyNames()) {
        leaves(node.get(name), path + "/" + name, into);
      }
    } else if (node.isArray() && !node.isEmpty() && node.get(0).isObject()) {
      leaves(node.get(0), path + "/0", into);
    } else {
      into.add(path);
    }
  }

  /** Leaving a field out changes the network or is refused: no field is read and dropped. */
  @Test
  void everyFieldCounts() throws IOException {
    Network whole = load(CASE).network();
    JsonNode document = Json.MAPPER.readTree(CASE);
    List<String> fields = new ArrayList<>();
    leaves(document.get("network"), "/network", fields);
    assertTrue(fields.size() > 70, fields.toString());
    for (String field : fields) {
      ObjectNode changed = (ObjectNode) Json.MAPPER.readTree(CASE);
      int slash = field.lastIndexOf('/');
      ObjectNode owner = (ObjectNode) changed.at(field.substring(0, slash));
      String name = field.substring(slash + 1);
      boolean byDefault = List.of("inService", "holdsVoltage").contains(name);
      if (byDefault) {
        owner.put(name, !owner.get(name).asBoolean());
      } else if (owner.get(name).isString() && owner.get(name).asString().equals("PQ")) {
        owner.put(name, "PV");
      } else {
        owner.remove(name);
      }
      try {
        assertNotEquals(whole, load(Json.MAPPER.writeValueAsBytes(changed)).network(), field);
      } catch (InvalidInputException refused) {
        assertFalse(refused.issues().isEmpty(), field);
      }
    }
  }

  @Test
  void whatIsWrittenReadsBackEqual() throws IOException {
    CaseFiles.Loaded loaded = load(CASE);
    assertEquals("EUR", day(loaded).currency());
    assertEquals(day(loaded), day(load(CaseFiles.write(day(loaded)))));
    assertEquals(day(loaded), CaseFiles.unpack(CaseFiles.pack(day(loaded))));
  }

  @Test
  void anIsolatedBusIsOutWithEverythingOnItAndMarketDataThereIsRefused() throws IOException {
    String isolated = CASE.replace("\"type\": \"PQ\"", "\"type\": \"ISOLATED\"");
    InvalidInputException refused = assertThrows(InvalidInputException.class, () -> load(isolated));
    assertTrue(refused.getMessage().contains("isolated"), refused.getMessage());
    CaseFiles.Loaded loaded =
        load(isolated.replace("{\"bus\": \"b\", \"mw\": 20}", "{\"bus\": \"a\", \"mw\": 20}"));
    assertFalse(loaded.network().branches().get(0).inService());
    assertTrue(loaded.network().loads().isEmpty());
    assertTrue(loaded.network().shunts().isEmpty());
    List<String> taken =
        loaded.log().issues().stream()
            .filter(issue -> issue.rule() == Rule.TAKEN_AS)
            .map(Issue::element)
            .toList();
    assertTrue(
        taken.containsAll(List.of("branch l", "load d", "shunt at b", "hvdc line h")),
        taken.toString());
  }

  @Test
  void noticesSayWhatAPowerFlowTakes() throws IOException {
    String text =
        """
        function mpc = c
        mpc.version = '2';
        mpc.baseMVA = 100;
        mpc.bus = [
          1 3 0 0 0 0 1 1 0 9 1 1.1 .9; 2 2 0 0 0 0 1 1 0 9 1 1.1 .9; 3 1 9 0 0 0 1 1 0 9 1 1.1 .9;
          4 3 0 0 0 0 1 1 0 9 1 1.1 .9; 5 3 0 0 0 0 1 1 0 9 1 1.1 .9; 6 1 7 0 0 0 1 1 0 9 1 1.1 .9;
        ];
        mpc.gen = [
          1 0 0 9 -9 1 100 0 50 0; 2 5 0 9 -9 1 100 1 50 0; 2 5 0 9 -9 1.02 100 1 50 0;
          4 5 0 9 -9 1 100 1 50 0; 5 5 0 9 -9 1 100 1 50 0;
        ];
        mpc.branch = [
          1 2 0 .1 0 0 0 0 0 0 1 -360 360; 2 3 0 .1 0 0 0 0 0 0 1 -360 360;
          4 5 0 .1 0 0 0 0 0 0 1 -360 360; 3 4 0 .1 0 0 0 0 0 0 0 -360 360;
        ];
        mpc.dcline = [2 6 1 5 5 0 0 1 1 0 9 -1 1 -1 1 0 0; 3 4 1 9 9 0 0 1 1 0 5 -1 1 -1 1 0 0];
        """;
    Files.writeString(folder.resolve("c.m"), text);
    String said =
        String.join(
            "\n",
            CaseFiles.load("c.m", folder, Set.of()).log().issues().stream()
                .filter(issue -> issue.rule() == Rule.TAKEN_AS)
                .map(issue -> issue.element() + ": " + issue.advice())
                .toList());
    assertTrue(said.contains("bus 1: No unit runs there: it is taken as PQ."), said);
    assertTrue(said.contains("bus 2: Its island has no reference where a unit runs"), said);
    assertTrue(said.contains("bus 5: Bus 4 is the first reference there."), said);
    assertTrue(said.contains("bus 6: No unit runs in its island"), said);
    assertTrue(said.contains("bus 2: Running units ask for different voltages"), said);
    assertTrue(said.contains("hvdc line DC1: An end of it has no voltage"), said);
    assertTrue(said.contains("hvdc line DC2: It lies outside its dispatch range"), said);
  }
}
