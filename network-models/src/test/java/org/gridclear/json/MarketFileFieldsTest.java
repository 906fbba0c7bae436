package org.gridclear.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.gridclear.validate.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every field of the formats' documentation is used, refused or noticed: a document holds them all,
 * each value is changed in turn, and the day must change, or the file be refused, or a notice name
 * the field.
 */
// Rows: A-11
class MarketFileFieldsTest {
  @TempDir private Path folder;

  private record Read(MarketDay day, List<Issue> issues) {}

  private Read read(JsonNode document) throws IOException {
    Path file = folder.resolve("day.json");
    Files.writeString(file, document.toString());
    CaseFiles.Loaded loaded = CaseFiles.load("day.json", folder, Set.of());
    return new Read(((CaseFiles.Content.WholeDay) loaded.content()).day(), loaded.log().issues());
  }

  private static JsonNode document(String name) throws IOException {
    try (var in = MarketFileFieldsTest.class.getResourceAsStream("/market-files/" + name)) {
      return Json.MAPPER.readTree(in);
    }
  }

  /** One place in a document: its owner, the field or index, and the fields that lead to it. */
  private record Place(JsonNode owner, String field, int index, List<String> path) {
    String name() {
      return path.get(path.size() - 1);
    }

    /** Whether it is the name of what has none in the case. */
    boolean isNameOfShunt() {
      return path.equals(List.of("network", "shunt", "uid"));
    }

    /** Whether it belongs to an element that is out of service. */
    boolean isOut() {
      return !field.equals("in_service")
          && owner.path("in_service").isBoolean()
          && !owner.get("in_service").booleanValue();
    }

    JsonNode value() {
      return index < 0 ? owner.get(field) : owner.get(index);
    }

    void set(JsonNode value) {
      if (index < 0) {
        ((ObjectNode) owner).set(field, value);
      } else {
        ((ArrayNode) owner).set(index, value);
      }
    }
  }

  private static void places(JsonNode node, List<String> path, List<Place> into) {
    if (node.isObject()) {
      for (String field : node.propertyNames()) {
        List<String> longer = new ArrayList<>(path);
        longer.add(field);
        place(new Place(node, field, -1, longer), into);
      }
    } else {
      for (int k = 0; k < node.size(); k++) {
        place(new Place(node, "", k, path), into);
      }
    }
  }

  private static void place(Place place, List<Place> into) {
    if (place.value().isContainer()) {
      places(place.value(), place.path(), into);
    } else if (!place.isOut() && !place.isNameOfShunt()) {
      into.add(place);
    }
  }

  private static JsonNode changed(JsonNode value) {
    var nodes = tools.jackson.databind.node.JsonNodeFactory.instance;
    if (value.isBoolean()) {
      return nodes.booleanNode(!value.booleanValue());
    }
    if (value.isNumber()) {
      double number = value.doubleValue();
      return number == Math.rint(number) && number <= 1 && number >= 0
          ? nodes.numberNode(1 - number)
          : nodes.numberNode(value.isInt() ? number + 1 : number * 0.99);
    }
    String text = value.asString();
    return nodes.stringNode(text.equals("b1") ? "b2" : text.equals("b2") ? "b1" : text + "x");
  }

  private static boolean names(List<Issue> issues, List<String> path) {
    return issues.stream().anyMatch(issue -> path.contains(issue.field()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unit-commitment-jl-0.2.json",
        "unit-commitment-jl-0.4.json",
        "pglib-uc.json",
        "egret.json",
        "go-competition-3.json"
      })
  void everyFieldIsUsedRefusedOrNoticed(String name) throws IOException {
    JsonNode document = document(name);
    Read base = read(document);
    List<Place> places = new ArrayList<>();
    places(document, List.of(), places);
    List<String> silent = new ArrayList<>();
    for (Place place : places) {
      JsonNode before = place.value();
      place.set(changed(before));
      try {
        Read after = read(document);
        boolean noticed = names(base.issues(), place.path()) || names(after.issues(), place.path());
        if (after.day().equals(base.day()) && !noticed) {
          silent.add(place.name() + " " + before);
        }
      } catch (InvalidInputException e) {
        assertTrue(!e.issues().isEmpty());
      }
      place.set(before);
    }
    assertEquals(List.of(), silent);
    assertTrue(places.size() > 50, places.size() + " places");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unit-commitment-jl-0.2.json",
        "unit-commitment-jl-0.4.json",
        "pglib-uc.json",
        "egret.json",
        "go-competition-3.json"
      })
  void fieldsOfTheDocumentationAreKnown(String name) throws IOException {
    List<String> unknown = new ArrayList<>();
    for (Issue issue : read(document(name)).issues()) {
      if (issue.rule() == Rule.FIELD_USED && issue.advice().contains("not a field of the format")) {
        unknown.add(issue.element() + " " + issue.field());
      }
    }
    assertEquals(List.of(), unknown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unit-commitment-jl-0.2.json",
        "unit-commitment-jl-0.4.json",
        "pglib-uc.json",
        "egret.json",
        "go-competition-3.json"
      })
  void theDayOfAFileComesBackFromTheCaseFormat(String name) throws IOException {
    MarketDay day = read(document(name)).day();
    assertEquals(day, CaseFiles.unpack(CaseFiles.pack(day)));
  }

  @Test
  void flexibleRampingThatIsRequiredIsRefusedByName() throws IOException {
    JsonNode named = document("unit-commitment-jl-0.4.json");
    ((ObjectNode) named.get("Reserves").get("r2")).put("Amount (MW)", 3);
    JsonNode unnamed = document("unit-commitment-jl-0.2.json");
    ((ObjectNode) unnamed.get("Reserves")).put("Down-flexiramp (MW)", 3);
    for (JsonNode document : List.of(named, unnamed)) {
      InvalidInputException refused =
          assertThrows(InvalidInputException.class, () -> read(document));
      assertTrue(
          refused.issues().stream()
              .anyMatch(issue -> issue.advice().contains("flexiramp, which has ramps of its own")),
          refused.getMessage());
    }
  }

  @Test
  void unknownFieldsAreNoticedOnceWithTheirCount() throws IOException {
    JsonNode document = document("pglib-uc.json");
    document.get("thermal_generators").forEach(unit -> ((ObjectNode) unit).put("colour", "grey"));
    List<Issue> notices =
        read(document).issues().stream().filter(i -> i.field().equals("colour")).toList();
    assertEquals(1, notices.size());
    assertTrue(notices.get(0).element().endsWith("and 1 more"), notices.get(0).element());
  }

  @Test
  void outagesThatTheClearingDoesNotCountAreOneWarningOfEachKind() throws IOException {
    ObjectNode document = (ObjectNode) document("unit-commitment-jl-0.4.json");
    String unit = document.get("Generators").propertyNames().iterator().next();
    String line = document.get("Transmission lines").propertyNames().iterator().next();
    ObjectNode outages = document.putObject("Contingencies");
    for (String id : List.of("c1", "c2", "c3")) {
      outages.putObject(id).putArray("Affected generators").add(unit);
    }
    outages.withObjectProperty("c3").putArray("Affected lines").add(line);
    List<Issue> warnings =
        read(document).issues().stream().filter(i -> i.rule() == Rule.CONTINGENCY_CLEARED).toList();
    assertEquals(
        List.of("contingency c1 and 1 more", "contingency c3"),
        warnings.stream().map(Issue::element).toList());
    assertTrue(warnings.get(1).advice().startsWith("The clearing counts its branches alone"));
    outages.withObjectProperty("c2").putArray("Affected units").add("nobody");
    InvalidInputException refused = assertThrows(InvalidInputException.class, () -> read(document));
    assertTrue(refused.getMessage().contains("nobody"), refused.getMessage());
  }

  @Test
  void aSlipInTheNameOfAFieldThatMayBeAbsentIsNamed() throws IOException {
    ObjectNode document = (ObjectNode) document("unit-commitment-jl-0.4.json");
    ObjectNode unit = (ObjectNode) document.get("Generators").iterator().next();
    unit.remove("Must run?");
    unit.put("Must run", true);
    Issue notice =
        read(document).issues().stream()
            .filter(issue -> issue.field().equals("Must run"))
            .findFirst()
            .orElseThrow();
    assertTrue(notice.advice().endsWith("Maybe 'Must run?' is meant."), notice.advice());
  }
}
