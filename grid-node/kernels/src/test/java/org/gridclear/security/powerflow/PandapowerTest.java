package org.gridclear.security.powerflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gridclear.io.CaseFiles;
import org.gridclear.json.Json;
import org.gridclear.network.Bus;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.input.PowerFlowOptions;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A network of every element that is read, written and solved by pandapower 3.5.4. */
class PandapowerTest {
  @TempDir Path folder;

  private ObjectNode document() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("pandapower.json")) {
      assertNotNull(in);
      return (ObjectNode) Json.MAPPER.readTree(in.readAllBytes());
    }
  }

  private record Read(String network, List<Issue> issues, boolean refused) {}

  private Read read(ObjectNode document) throws IOException {
    Files.write(folder.resolve("x.json"), Json.MAPPER.writeValueAsBytes(document));
    try {
      CaseFiles.Loaded loaded = CaseFiles.load("x.json", folder, Set.of());
      return new Read(String.valueOf(loaded.network()), loaded.log().issues(), false);
    } catch (InvalidInputException e) {
      return new Read("", e.issues(), true);
    }
  }

  @Test
  void powerFlowIsThatOfPandapower() throws IOException {
    Files.write(folder.resolve("x.json"), Json.MAPPER.writeValueAsBytes(document()));
    Network network = CaseFiles.load("x.json", folder, Set.of()).network();
    PowerFlowResult result =
        PowerFlowResult.ac(
            new PowerFlowModel(NetworkStructure.of(network), OperatingPoint.of(network)),
            new PowerFlowOptions(
                PowerFlowOptions.Start.FLAT, false, PowerFlowOptions.Sharing.REFERENCE, 1e-10));
    assertTrue(result.converged());
    assertEquals(6, network.buses().size());
    double turn = result.angleDeg()[0] - network.buses().get(0).angleDeg();
    for (int k = 0; k < network.buses().size(); k++) {
      Bus bus = network.buses().get(k); // holds pandapower's result
      assertEquals(bus.vSetPu(), result.voltagePu()[k], 1e-9, bus.id());
      assertEquals(bus.angleDeg(), result.angleDeg()[k] - turn, 1e-7, bus.id());
    }
  }

  /** Every column of every table changes the network, is refused, or is noticed. */
  @Test
  void everyColumnCounts() throws IOException {
    Read before = read(document());
    ObjectNode body = (ObjectNode) document().get("_object");
    for (String table : List.copyOf(body.propertyNames())) {
      if (!body.get(table).isObject() || table.startsWith("res_")) {
        continue; // results are no more than a start
      }
      JsonNode split = Json.MAPPER.readTree(body.get(table).get("_object").asString());
      for (int c = 0; c < split.get("columns").size(); c++) {
        String column = split.get("columns").get(c).asString();
        Read after = read(changed(table, c));
        boolean named = after.issues().stream().anyMatch(issue -> issue.field().equals(column));
        boolean same = after.network().equals(before.network()) && !after.refused();
        boolean empty = split.get("data").get(0).get(c).isNull();
        assertTrue(named || !same || empty, "%s of %s is dropped".formatted(column, table));
      }
    }
  }

  /** The first row's cell of a column with another value of its type. */
  private ObjectNode changed(String table, int column) throws IOException {
    ObjectNode document = document();
    ObjectNode frame = (ObjectNode) document.get("_object").get(table);
    ObjectNode split = (ObjectNode) Json.MAPPER.readTree(frame.get("_object").asString());
    ArrayNode row = (ArrayNode) split.get("data").get(0);
    JsonNode cell = row.get(column);
    if (cell.isBoolean()) {
      row.set(column, Json.MAPPER.readTree(String.valueOf(!cell.booleanValue())));
    } else if (cell.isNumber()) {
      row.set(column, Json.MAPPER.readTree(String.valueOf(cell.doubleValue() * 1.5 + 1.25)));
    } else {
      row.set(column, Json.MAPPER.readTree("\"other\""));
    }
    frame.put("_object", Json.MAPPER.writeValueAsString(split));
    return document;
  }

  @Test
  void elementsWithoutAModelAreRefusedByName() throws IOException {
    ObjectNode document = document();
    ObjectNode frame = Json.MAPPER.createObjectNode();
    frame.put("_class", "DataFrame");
    frame.put(
        "_object",
        "{\"columns\":[\"name\",\"bus\",\"in_service\"],\"index\":[0],\"data\":[[\"w\",1,true]]}");
    ((ObjectNode) document.get("_object")).set("xward", frame);
    Read read = read(document);
    assertTrue(read.refused());
    assertTrue(read.issues().stream().anyMatch(i -> i.element().equals("xward 0")));
  }

  @Test
  void aCutFileIsRefused() throws IOException {
    byte[] whole = Json.MAPPER.writeValueAsBytes(document());
    String text =
        new String(whole, StandardCharsets.UTF_8).replace("],\\\"data\\\"", "],\\\"dat\\\"");
    Files.writeString(folder.resolve("x.json"), text);
    assertTrue(
        org.junit.jupiter.api.Assertions.assertThrows(
                InvalidInputException.class, () -> CaseFiles.load("x.json", folder, Set.of()))
            .issues()
            .stream()
            .anyMatch(issue -> issue.element().startsWith("table ")));
  }
}
