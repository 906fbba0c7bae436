package org.gridclear.table;

import java.util.Map;
import org.gridclear.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Figures as JSON at their precision: a number has the decimals of the dimension that its name ends
 * with ({@link Dimension}), and none is {@code -0.0}. What was asked for, the field {@code
 * options}, stays as it was given.
 */
public final class Figures {
  /** The field that is written as it was given. */
  public static final String AS_GIVEN = "options";

  private Figures() {}

  /** The figures as a tree. */
  public static JsonNode of(Object figures) {
    return rounded("", Json.MAPPER.valueToTree(figures));
  }

  /** The figures as the bytes of a file for people and programs. */
  public static byte[] bytes(Object figures) {
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(of(figures));
  }

  private static JsonNode rounded(String name, JsonNode node) {
    if (name.equals(AS_GIVEN)) {
      return node;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode copy = Json.MAPPER.createObjectNode();
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        copy.set(field.getKey(), rounded(field.getKey(), field.getValue()));
      }
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = Json.MAPPER.createArrayNode();
      array.forEach(each -> copy.add(rounded(name, each)));
      return copy;
    }
    return node.isFloatingPointNumber() && Double.isFinite(node.doubleValue())
        ? DoubleNode.valueOf(NumberText.rounded(node.doubleValue(), Dimension.of(name).decimals()))
        : node;
  }
}
