package org.gridclear.io.declaration;

import static org.gridclear.market.declaration.check.DeclarationRule.FIELD_GIVEN;
import static org.gridclear.market.declaration.check.DeclarationRule.FIELD_KNOWN;
import static org.gridclear.market.declaration.check.DeclarationRule.PERIODS_WHOLE;
import static org.gridclear.market.declaration.check.DeclarationRule.VALUE_READ;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gridclear.json.JsonFields;
import org.gridclear.market.declaration.WholeSeries;
import org.gridclear.market.declaration.check.DeclarationRule;
import org.gridclear.market.declaration.check.Objection;
import org.gridclear.validate.NearestName;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one object of a form. What cannot be read is an objection and becomes 0, and its
 * field is remembered, so that nothing is judged by that 0.
 */
final class FormFields {
  private static final int TEXT_MOST = 128;

  private final JsonNode node;
  private final String place;
  private final String part;
  private final List<Objection> objections;
  private final Set<String> unread;
  private final Set<String> known = new LinkedHashSet<>();

  private FormFields(
      JsonNode node, String place, String part, List<Objection> objections, Set<String> unread) {
    this.node = node;
    this.place = place;
    this.part = part;
    this.objections = objections;
    this.unread = unread;
    if (!node.isObject()) {
      object(VALUE_READ, "", JsonFields.brief(node), "Give an object with named fields.");
    }
  }

  /**
   * The fields of an object.
   *
   * @param place what it is called in objections
   */
  FormFields(JsonNode node, String place) {
    this(node, place, "", new ArrayList<>(), new LinkedHashSet<>());
  }

  List<Objection> objections() {
    return objections;
  }

  Set<String> unread() {
    return unread;
  }

  /** Adds an objection; nothing is said of the field any more. */
  void object(DeclarationRule rule, String field, String value, String advice) {
    objections.add(new Objection(rule, (place + " " + field).strip(), value, advice));
    unread.add(part.isEmpty() ? field.split(" ", 2)[0] : part);
  }

  boolean has(String name) {
    known.add(name);
    return node.hasNonNull(name);
  }

  private Optional<JsonNode> mandatory(String name) {
    if (has(name)) {
      return Optional.of(node.get(name));
    }
    if (node.isObject()) {
      object(FIELD_GIVEN, name, "absent", "Add the field.");
    }
    return Optional.empty();
  }

  String text(String name) {
    Optional<JsonNode> value = mandatory(name);
    if (value.isEmpty()) {
      return "";
    }
    if (!value.get().isValueNode() || value.get().asString().isBlank()) {
      object(VALUE_READ, name, JsonFields.brief(value.get()), "Give a text.");
      return "";
    }
    String text = value.get().asString();
    if (text.length() > TEXT_MOST || text.chars().anyMatch(Character::isISOControl)) {
      object(
          VALUE_READ,
          name,
          JsonFields.brief(value.get()),
          "Give %d characters at most, none that steers.".formatted(TEXT_MOST));
      return "";
    }
    return text;
  }

  /** A mandatory number as a whole number of its last decimal. */
  long number(String name, int decimals) {
    return mandatory(name).map(value -> number(name, value, decimals)).orElse(0L);
  }

  private long number(String field, JsonNode value, int decimals) {
    try {
      return DecimalValue.of(value, decimals);
    } catch (DecimalValue.NotReadException e) {
      object(VALUE_READ, field, JsonFields.brief(value), String.valueOf(e.getMessage()));
      return 0;
    }
  }

  /** A mandatory number, or one per period. */
  WholeSeries series(String name, int decimals) {
    JsonNode value = mandatory(name).orElse(null);
    if (value == null || !value.isArray()) {
      return WholeSeries.of(value == null ? 0 : number(name, value, decimals));
    }
    if (value.size() < 2) {
      object(
          PERIODS_WHOLE,
          name,
          "a list of " + value.size(),
          "Give one number for all periods, or one per period.");
      return WholeSeries.of(0);
    }
    List<Long> values = new ArrayList<>();
    for (JsonNode item : value) {
      values.add(number(name + " of period " + (values.size() + 1), item, decimals));
    }
    return new WholeSeries(values);
  }

  /** A series that is {@code byDefault} where it is absent. */
  WholeSeries series(String name, int decimals, long byDefault) {
    return has(name) ? series(name, decimals) : WholeSeries.of(byDefault);
  }

  /** A name of a list, written as in the documentation. */
  <E extends Enum<E>> E choice(String name, Class<E> type) {
    String text = text(name);
    return text.isEmpty() ? type.getEnumConstants()[0] : constant(name, text, type);
  }

  private <E extends Enum<E>> E constant(String field, String text, Class<E> type) {
    List<String> names = new ArrayList<>();
    for (E each : type.getEnumConstants()) {
      names.add(label(each));
      if (label(each).equals(text)) {
        return each;
      }
    }
    object(VALUE_READ, field, text, NearestName.advice(text, names));
    return type.getEnumConstants()[0];
  }

  /** How a constant is written. */
  static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** One name for all periods, or one per period. */
  <E extends Enum<E>> List<E> choices(String name, Class<E> type) {
    JsonNode value = node.get(name);
    if (value == null || !value.isArray()) {
      return List.of(choice(name, type));
    }
    known.add(name);
    if (value.size() < 2) {
      object(PERIODS_WHOLE, name, "a list of " + value.size(), "Give one, or one per period.");
      return List.of(type.getEnumConstants()[0]);
    }
    List<E> all = new ArrayList<>();
    for (JsonNode item : value) {
      String text = item.isString() ? item.asString() : JsonFields.brief(item);
      all.add(constant(name + " of period " + (all.size() + 1), text, type));
    }
    return all;
  }

  /** The objects of a list. */
  List<FormFields> objects(String name) {
    Optional<JsonNode> value = mandatory(name);
    if (value.isEmpty()) {
      return List.of();
    }
    if (!value.get().isArray()) {
      object(VALUE_READ, name, JsonFields.brief(value.get()), "Give a list.");
      return List.of();
    }
    List<FormFields> all = new ArrayList<>();
    for (JsonNode item : value.get()) {
      String here = "%s %s %d".formatted(place, name, all.size() + 1).strip();
      all.add(new FormFields(item, here, partOf(name), objections, unread));
    }
    return all;
  }

  /** The mandatory object of a field. */
  FormFields part(String name) {
    JsonNode value =
        mandatory(name).orElseGet(tools.jackson.databind.node.JsonNodeFactory.instance::objectNode);
    return new FormFields(value, (place + " " + name).strip(), partOf(name), objections, unread);
  }

  /** What is within a part is unread with the whole of it. */
  private String partOf(String name) {
    return part.isEmpty() ? name : part;
  }

  /** The raw value of a field that is there. */
  JsonNode raw(String name) {
    known.add(name);
    return node.get(name);
  }

  /** Says what was not asked for. */
  void done() {
    for (String name : node.propertyNames()) {
      if (!known.contains(name)) {
        objections.add(
            new Objection(
                FIELD_KNOWN,
                (place + " " + name).strip(),
                JsonFields.brief(node.get(name)),
                NearestName.advice(name, known)));
      }
    }
  }
}
