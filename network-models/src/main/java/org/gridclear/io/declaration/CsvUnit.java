package org.gridclear.io.declaration;

import static org.gridclear.market.declaration.check.DeclarationRule.DECLARED_ONCE;
import static org.gridclear.market.declaration.check.DeclarationRule.FIELD_KNOWN;
import static org.gridclear.market.declaration.check.DeclarationRule.VALUE_READ;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The rows of one declaration of a CSV file, on their way to the tree of the JSON form. */
final class CsvUnit {
  private final CsvForms file;
  private final ObjectNode tree = JsonNodeFactory.instance.objectNode();
  private final Map<String, ArrayNode> segments = new LinkedHashMap<>();
  private final Map<String, ObjectNode> products = new LinkedHashMap<>();

  /** Values by period, of an object and the name of the field in it. */
  private final Map<Place, TreeMap<Integer, String>> series = new LinkedHashMap<>();

  private record Place(String item, String field) {}

  CsvUnit(String unit, String kind, CsvForms file) {
    this.file = file;
    if (!unit.isEmpty()) {
      tree.put("unit", unit);
    }
    if (!kind.isEmpty()) {
      tree.put("kind", kind);
    }
  }

  void add(Map<String, String> row, int line) {
    String item = row.getOrDefault("item", "");
    String price = row.getOrDefault("price", "");
    String periods = row.getOrDefault("periods", "");
    String value = Objects.requireNonNull(row.get("value"));
    String field = Objects.requireNonNull(row.get("field"));
    switch (field) {
      case "segment" -> {
        unused(line, field, "item", item);
        segment(periods, value, price);
      }
      case "start" -> {
        unused(line, field, "periods", periods);
        start(item, value, price);
      }
      case "mileage" -> {
        unused(line, field, "value", value);
        mileage(item, periods, price, line);
      }
      case "product" -> product(item, periods, value, price, line);
      case "unit", "kind", "segments", "byPeriod", "starts", "products" ->
          file.object(
              FIELD_KNOWN,
              "line %d %s".formatted(line, field),
              value,
              "In CSV unit and kind are columns; segment, start and product are rows.");
      default -> {
        if (!item.isEmpty() || !price.isEmpty()) {
          file.object(
              VALUE_READ,
              "line %d %s".formatted(line, field),
              "item '%s', price '%s'".formatted(item, price),
              "Only segment, start, product and mileage have an item or a price.");
        }
        value("", field, periods, value, line);
      }
    }
  }

  /** A cell that means nothing in a row is refused: it may have been meant for another column. */
  private void unused(int line, String field, String column, String cell) {
    if (!cell.isEmpty()) {
      file.object(
          VALUE_READ,
          "line %d %s".formatted(line, field),
          "%s '%s'".formatted(column, cell),
          "A row of %s has nothing in %s.".formatted(field, column));
    }
  }

  private void mileage(String id, String periods, String price, int line) {
    if (id.isEmpty() || price.isEmpty()) {
      file.object(
          VALUE_READ,
          "line %d mileage".formatted(line),
          "item '%s', price '%s'".formatted(id, price),
          "Give the product in item and its price in price.");
    }
    value(id, "mileageYuanPerMw", periods, price, line);
  }

  private void segment(String periods, String toMw, String price) {
    ArrayNode curve =
        segments.computeIfAbsent(periods, key -> JsonNodeFactory.instance.arrayNode());
    ObjectNode segment = curve.addObject();
    put(segment, "toMw", toMw);
    put(segment, "yuanPerMwh", price);
  }

  private void start(String state, String hours, String yuan) {
    ArrayNode starts =
        tree.has("starts") ? (ArrayNode) tree.get("starts") : tree.putArray("starts");
    ObjectNode start = starts.addObject();
    put(start, "state", state);
    put(start, "afterHours", hours);
    put(start, "yuan", yuan);
  }

  private void product(String id, String periods, String mw, String price, int line) {
    products.computeIfAbsent(id, key -> product(id));
    value(id, "maxMw", periods, mw, line);
    value(id, "yuanPerMwh", periods, price, line);
  }

  private static ObjectNode product(String id) {
    ObjectNode product = JsonNodeFactory.instance.objectNode();
    put(product, "product", id);
    return product;
  }

  /** A cell that is empty is absent. */
  private static void put(ObjectNode into, String field, String value) {
    if (!value.isEmpty()) {
      into.put(field, value);
    }
  }

  private void value(String item, String field, String periods, String value, int line) {
    ObjectNode into = item.isEmpty() ? tree : products.computeIfAbsent(item, CsvUnit::product);
    if (periods.isEmpty()) {
      if (into.has(field)) {
        file.object(
            DECLARED_ONCE, "line %d %s".formatted(line, field), value, "It is given before.");
      }
      put(into, field, value);
      return;
    }
    int[] all = TermsReader.periods(periods);
    TreeMap<Integer, String> values =
        series.computeIfAbsent(new Place(item, field), key -> new TreeMap<>());
    for (int t : all) {
      if (values.put(t, value) != null) {
        file.periods(line, "period " + t + " twice");
      }
    }
    if (all.length == 0) {
      file.periods(line, periods);
    }
  }

  /** The tree of the JSON form. */
  JsonNode tree() {
    series.forEach(this::series);
    if (segments.size() == 1 && segments.containsKey("")) {
      tree.set("segments", segments.get(""));
    } else if (!segments.isEmpty()) {
      ArrayNode parts = tree.putArray("byPeriod");
      segments.forEach(
          (periods, curve) -> {
            ObjectNode part = parts.addObject();
            part.put("periods", periods.isEmpty() ? "all" : periods);
            part.set("segments", curve);
          });
    }
    if (!products.isEmpty()) {
      ArrayNode list = tree.putArray("products");
      products.values().forEach(list::add);
    }
    return tree;
  }

  /** A hole in the periods is a value that is missing, and is said by its name. */
  private void series(Place place, TreeMap<Integer, String> values) {
    ObjectNode into =
        place.item().isEmpty() ? tree : Objects.requireNonNull(products.get(place.item()));
    String field = (place.item() + " " + place.field()).strip();
    if (values.isEmpty()) {
      return;
    }
    if (into.has(place.field()) || values.size() != values.lastKey()) {
      file.object(
          org.gridclear.market.declaration.check.DeclarationRule.PERIODS_WHOLE,
          "%s %s".formatted(tree.path("unit").asString(""), field),
          into.has(place.field())
              ? "for all periods, and by period"
              : "%d of %d periods".formatted(values.size(), values.lastKey()),
          "Give each period of the date once.");
      return;
    }
    ArrayNode list = into.putArray(place.field());
    values.values().forEach(list::add);
  }
}
