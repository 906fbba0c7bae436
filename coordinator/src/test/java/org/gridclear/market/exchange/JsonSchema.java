package org.gridclear.market.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The part of JSON Schema that the schemas of the exchange use; another keyword is a fault. */
record JsonSchema(JsonNode schema) {
  private static final Set<String> KEYWORDS =
      Set.of(
          "$schema",
          "$id",
          "title",
          "type",
          "properties",
          "required",
          "additionalProperties",
          "items",
          "enum",
          "const",
          "pattern",
          "minimum",
          "minLength",
          "maxLength");

  /** What of a document is not as the schema says, each with its place. */
  List<String> faults(JsonNode document) {
    List<String> faults = new ArrayList<>();
    check("", schema, document, faults);
    return faults;
  }

  private static void check(String at, JsonNode schema, JsonNode value, List<String> faults) {
    for (String keyword : schema.propertyNames()) {
      if (!KEYWORDS.contains(keyword)) {
        faults.add(at + ": the schema has " + keyword + ", which is not checked");
      }
    }
    if (schema.has("const") && !schema.get("const").equals(value)) {
      faults.add("%s is %s and not %s".formatted(at, value, schema.get("const")));
    }
    if (schema.has("enum") && !contains(schema.get("enum"), value)) {
      faults.add("%s is %s and none of %s".formatted(at, value, schema.get("enum")));
    }
    if (schema.has("type") && !type(schema.get("type"), value)) {
      faults.add("%s is %s and no %s".formatted(at, value, schema.get("type")));
      return;
    }
    if (value.isString()) {
      String text = value.asString();
      if (schema.has("pattern") && !text.matches(schema.get("pattern").asString())) {
        faults.add(at + " is " + text);
      }
      if (text.length() < schema.path("minLength").asInt(0)
          || text.length() > schema.path("maxLength").asInt(Integer.MAX_VALUE)) {
        faults.add(at + " has " + text.length() + " letters");
      }
    }
    if (value.isNumber()
        && schema.has("minimum")
        && new BigDecimal(value.asString()).doubleValue() < schema.get("minimum").asDouble()) {
      faults.add(at + " is " + value);
    }
    if (value.isObject()) {
      object(at, schema, value, faults);
    }
    if (value.isArray() && schema.has("items")) {
      for (int k = 0; k < value.size(); k++) {
        check(at + "[" + k + "]", schema.get("items"), value.get(k), faults);
      }
    }
  }

  private static void object(String at, JsonNode schema, JsonNode value, List<String> faults) {
    for (JsonNode name : schema.path("required")) {
      if (!value.has(name.asString())) {
        faults.add(at + " lacks " + name.asString());
      }
    }
    Set<String> names = new TreeSet<>(value.propertyNames());
    for (String name : names) {
      if (schema.path("properties").has(name)) {
        check(at + "/" + name, schema.get("properties").get(name), value.get(name), faults);
      } else if (schema.has("additionalProperties")) {
        faults.add(at + " has " + name);
      }
    }
  }

  private static boolean contains(JsonNode list, JsonNode value) {
    for (JsonNode each : list) {
      if (each.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean type(JsonNode type, JsonNode value) {
    if (type.isArray()) {
      for (JsonNode each : type) {
        if (type(each, value)) {
          return true;
        }
      }
      return false;
    }
    return switch (type.asString()) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isString();
      case "number" -> value.isNumber();
      case "integer" -> value.isIntegralNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> false;
    };
  }
}
