package org.gridclear.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the fields of one JSON (or YAML) object and reports what is missing, mistyped or unknown. A
 * bad field yields a neutral value, so that reading goes on and every issue is found.
 */
public final class JsonFields {
  private final JsonNode node;
  private final String element;
  private final IssueLog log;
  private final Set<String> known = new LinkedHashSet<>();

  /**
   * Wraps an object.
   *
   * @param node the object; anything else is reported
   * @param element what to call it in messages
   * @param log takes the issues
   */
  public JsonFields(JsonNode node, String element, IssueLog log) {
    this.node = node;
    this.element = element;
    this.log = log;
    if (!node.isObject()) {
      log.add(Rule.FIELD_TYPE, element, "", brief(node), "Give an object with named fields.");
    }
  }

  /** What this object is called in messages. */
  public String element() {
    return element;
  }

  /** Names of all fields, in the order of the file. */
  public List<String> names() {
    return List.copyOf(node.propertyNames());
  }

  /** Whether the field is there and not null. */
  public boolean has(String name) {
    known.add(name);
    return node.hasNonNull(name);
  }

  /** Whether a field is given and is a text. */
  public boolean isText(String name) {
    return has(name) && node.get(name).isString();
  }

  /** The raw value of a field, or null where it is absent. */
  public @Nullable JsonNode raw(String name) {
    known.add(name);
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private @Nullable JsonNode mandatory(String name) {
    JsonNode value = raw(name);
    if (value == null && node.isObject()) {
      log.add(Rule.FIELD_PRESENT, element, name, "absent", "Add the field.");
    }
    return value;
  }

  /** A mandatory text; numbers are taken as text. An {@code id} is not blank. */
  public String text(String name) {
    JsonNode value = mandatory(name);
    if (name.equals("id") && value != null && value.isString() && value.asString().isBlank()) {
      log.add(Rule.FIELD_PRESENT, element, name, brief(value), "Give a name: a blank is none.");
    }
    return value == null ? "" : asText(name, value);
  }

  /** A text that may be absent. */
  public String text(String name, String byDefault) {
    JsonNode value = raw(name);
    return value == null ? byDefault : asText(name, value);
  }

  private String asText(String name, JsonNode value) {
    if (value.isValueNode()) {
      return value.asString();
    }
    log.add(Rule.FIELD_TYPE, element, name, brief(value), "Give a text.");
    return "";
  }

  /** A mandatory finite number. */
  public double number(String name) {
    JsonNode value = mandatory(name);
    return value == null ? 0 : asNumber(name, value, false);
  }

  /** A finite number that may be absent. */
  public double number(String name, double byDefault) {
    JsonNode value = raw(name);
    return value == null ? byDefault : asNumber(name, value, false);
  }

  /** A number that may be absent and may be infinite. */
  public double limit(String name, double byDefault) {
    JsonNode value = raw(name);
    return value == null ? byDefault : asNumber(name, value, true);
  }

  /** Turns a value of this object into a number, reporting what is not one. */
  public double asNumber(String name, JsonNode value, boolean infiniteAllowed) {
    double number;
    if (value.isNumber()) {
      number = value.doubleValue();
    } else if (value.isString() && value.asString().matches("[+-]?Infinity|NaN")) {
      number = Double.parseDouble(value.asString());
    } else {
      log.add(Rule.FIELD_TYPE, element, name, brief(value), "Give a number.");
      return 0;
    }
    if (Double.isNaN(number) || (Double.isInfinite(number) && !infiniteAllowed)) {
      log.add(Rule.NUMBER_FINITE, element, name, number, "Give a finite number.");
      return 0;
    }
    return number;
  }

  /** A mandatory whole number. */
  public int integer(String name) {
    JsonNode value = mandatory(name);
    return value == null ? 0 : asInteger(name, value, 0);
  }

  /** A whole number that may be absent. */
  public int integer(String name, int byDefault) {
    JsonNode value = raw(name);
    return value == null ? byDefault : asInteger(name, value, byDefault);
  }

  private int asInteger(String name, JsonNode value, int byDefault) {
    double number = asNumber(name, value, false);
    if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
      log.add(Rule.FIELD_TYPE, element, name, brief(value), "Give a whole number.");
      return byDefault;
    }
    return (int) number;
  }

  /** A truth value that may be absent; 0 and 1 count as false and true. */
  public boolean flag(String name, boolean byDefault) {
    JsonNode value = raw(name);
    return value == null ? byDefault : asFlag(name, value);
  }

  /** Turns a value of this object into a truth value. */
  public boolean asFlag(String name, JsonNode value) {
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    if (value.isNumber() && (value.doubleValue() == 0 || value.doubleValue() == 1)) {
      return value.doubleValue() == 1;
    }
    log.add(Rule.FIELD_TYPE, element, name, brief(value), "Give true or false.");
    return false;
  }

  /** A mandatory series: one number for all periods, or one per period. */
  public Series series(String name, int periodCount) {
    JsonNode value = mandatory(name);
    return value == null ? Series.constant(0, periodCount) : asSeries(name, value, periodCount);
  }

  /** A series that may be absent. */
  public Series series(String name, int periodCount, double byDefault) {
    JsonNode value = raw(name);
    return value == null
        ? Series.constant(byDefault, periodCount)
        : asSeries(name, value, periodCount);
  }

  /** Turns a value of this object into a series. */
  public Series asSeries(String name, JsonNode value, int periodCount) {
    if (!value.isArray()) {
      return Series.constant(asNumber(name, value, true), periodCount);
    }
    if (value.size() != periodCount) {
      log.add(
          Rule.SERIES_LENGTH,
          element,
          name,
          value.size() + " values",
          "Give %d values, one per period, or one number.".formatted(periodCount));
      return Series.constant(0, periodCount);
    }
    double[] values = new double[periodCount];
    for (int t = 0; t < periodCount; t++) {
      values[t] = asNumber(name + " in period " + (t + 1), value.get(t), true);
    }
    return Series.of(values);
  }

  /** A list of numbers; empty where absent. */
  public List<Double> numbers(String name) {
    List<Double> numbers = new ArrayList<>();
    for (JsonNode item : array(name)) {
      numbers.add(asNumber(name, item, false));
    }
    return numbers;
  }

  /** A list of whole numbers; empty where absent. */
  public List<Integer> integers(String name) {
    return array(name).stream().map(item -> asInteger(name, item, 0)).toList();
  }

  /** A list of texts; empty where absent. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : array(name)) {
      texts.add(asText(name, item));
    }
    return texts;
  }

  /** The items of a list; empty where absent, a single value counts as a list of one. */
  public List<JsonNode> array(String name) {
    JsonNode value = raw(name);
    List<JsonNode> items = new ArrayList<>();
    if (value == null) {
      return items;
    }
    if (value.isArray()) {
      value.forEach(items::add);
    } else {
      items.add(value);
    }
    return items;
  }

  /** The objects of a list, each named by its {@code id} field or its place. */
  public List<JsonFields> objects(String name, String kind) {
    List<JsonFields> objects = new ArrayList<>();
    for (JsonNode item : array(name)) {
      JsonNode id = item.get("id");
      String given = id == null ? "" : label(id);
      String label = given.isBlank() ? "#" + (objects.size() + 1) : given;
      objects.add(new JsonFields(item, kind + " " + label, log));
    }
    return objects;
  }

  /** The objects of a map by key, in the order of the file; empty where absent. */
  public Map<String, JsonFields> map(String name, String kind) {
    Map<String, JsonFields> map = new LinkedHashMap<>();
    JsonNode value = raw(name);
    if (value == null) {
      return map;
    }
    if (!value.isObject()) {
      log.add(Rule.FIELD_TYPE, element, name, brief(value), "Give an object of named entries.");
      return map;
    }
    value
        .properties()
        .forEach(
            entry ->
                map.put(
                    entry.getKey(),
                    new JsonFields(entry.getValue(), kind + " " + entry.getKey(), log)));
    return map;
  }

  /** The object of a field; an empty one where it is absent. */
  public JsonFields object(String name, String label) {
    JsonNode value = raw(name);
    return new JsonFields(
        value == null ? node.isObject() ? emptyObject() : node : value, label, log);
  }

  private static JsonNode emptyObject() {
    return tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
  }

  /** One of the constants of an enum, written as in the documentation; default if absent. */
  public <E extends Enum<E>> E choice(String name, Class<E> type, E byDefault) {
    return choice(name, type).orElse(byDefault);
  }

  /** One of the constants of an enum; empty if the field is absent or names none of them. */
  public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
    JsonNode value = raw(name);
    return value == null ? Optional.empty() : constant(name, type, asText(name, value));
  }

  /** The names of a list; what is none is reported. */
  public <E extends Enum<E>> List<E> choices(String name, Class<E> type) {
    return texts(name).stream()
        .flatMap(text -> constant(name, type, text).stream())
        .distinct()
        .toList();
  }

  private <E extends Enum<E>> Optional<E> constant(String name, Class<E> type, String text) {
    List<String> names = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      names.add(constant.name());
      if (constant.name().equalsIgnoreCase(text.replace('-', '_').replace(' ', '_'))) {
        return Optional.of(constant);
      }
    }
    log.add(Rule.FIELD_TYPE, element, name, text, NearestName.advice(text, names));
    return Optional.empty();
  }

  /** Reports every field that was not asked for, with the nearest that exists. */
  public void done() {
    for (String name : node.propertyNames()) {
      if (!known.contains(name)) {
        log.add(
            Rule.FIELD_KNOWN,
            element,
            name,
            brief(node.get(name)),
            NearestName.advice(name, known));
      }
    }
  }

  /**
   * Notes that a field is given but not used; nothing happens where it is absent.
   *
   * @param kind kind of this element, such as {@code generator}
   * @param id id of this element
   * @param name the field
   * @param effect what that means for the result, a sentence
   */
  public void unused(String kind, String id, String name, String effect) {
    JsonNode value = raw(name);
    if (value != null) {
      log.notice(Rule.FIELD_USED, kind, id, name, brief(value), effect);
    }
  }

  /**
   * Notes every field that was not asked for and is not null, for formats of others whose files may
   * hold more than their documentation names.
   */
  public void noticeRest(String kind, String id) {
    for (String name : node.propertyNames()) {
      if (!known.contains(name) && node.hasNonNull(name)) {
        log.notice(
            Rule.FIELD_USED,
            kind,
            id,
            name,
            brief(node.get(name)),
            "It is not a field of the format as documented, and is not used." + meant(name));
      }
    }
  }

  /** Which field may be meant: one that is not there, and of nearly the same name. */
  private String meant(String name) {
    List<String> absent = known.stream().filter(each -> !node.has(each)).toList();
    return NearestName.slip(name, absent)
        .map(near -> " Maybe '%s' is meant.".formatted(near))
        .orElse("");
  }

  /** A value as a name: a text as it is, anything else as it is written. */
  public static String label(JsonNode value) {
    return value.isValueNode() ? value.asString() : brief(value);
  }

  /** A value, cut to a length fit for a message. */
  public static String brief(JsonNode value) {
    String text = String.valueOf(value);
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}
