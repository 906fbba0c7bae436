package org.gridclear.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.validate.Issue;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.gridclear.validate.Severity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Documents of other tools for the tests of their readers, and the issues that come of them. */
public final class Documents {
  private Documents() {}

  /** A document of the test's resources. */
  public static ObjectNode resource(String name) {
    try (var in = Documents.class.getResourceAsStream("/market-files/" + name)) {
      return (ObjectNode) Json.MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A JSON text as a node. */
  public static JsonNode node(String json) {
    return Json.MAPPER.readTree(json);
  }

  /** Puts a JSON text in the place that the fields lead to. */
  public static void set(ObjectNode document, String json, String... path) {
    ObjectNode owner = document;
    for (int k = 0; k < path.length - 1; k++) {
      owner = (ObjectNode) owner.get(path[k]);
    }
    owner.set(path[path.length - 1], node(json));
  }

  /** Takes out the field that the fields lead to. */
  public static void remove(ObjectNode document, String... path) {
    ObjectNode owner = document;
    for (int k = 0; k < path.length - 1; k++) {
      owner = (ObjectNode) owner.get(path[k]);
    }
    owner.remove(path[path.length - 1]);
  }

  /** Errors and warnings: rule, place, field, value and advice, apart by bars. */
  public static List<String> errors(IssueLog log) {
    return log.issues().stream()
        .filter(issue -> issue.rule().severity() != Severity.NOTICE)
        .map(Documents::text)
        .toList();
  }

  /** Notices of a rule, in the same words. */
  public static List<String> notices(IssueLog log, Rule rule) {
    return log.issues().stream()
        .filter(issue -> issue.rule() == rule)
        .map(Documents::text)
        .toList();
  }

  private static String text(Issue issue) {
    return String.join(
        " | ", issue.rule().name(), issue.element(), issue.field(), issue.value(), issue.advice());
  }

  /** Fails unless these are all errors and warnings. */
  public static void assertErrors(IssueLog log, String... errors) {
    assertEquals(new ArrayList<>(List.of(errors)), new ArrayList<>(errors(log)));
  }
}
