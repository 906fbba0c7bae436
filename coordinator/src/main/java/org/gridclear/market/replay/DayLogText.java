package org.gridclear.market.replay;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridclear.json.Json;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The lines of the log of a day. */
final class DayLogText {
  static final String FORMAT = "gridclear-day-log";
  static final int VERSION = 1;
  static final String KIND = "kind";
  static final String SEAL = "seal";
  private static final String AT = "at";
  private static final String VERSION_KIND = "version";

  /** By the name of the record, with a small letter first: {@code seriesCame}. */
  private static final Map<String, Class<?>> KINDS =
      Arrays.stream(OutsideEvent.class.getDeclaredClasses())
          .filter(OutsideEvent.class::isAssignableFrom)
          .filter(Class::isRecord)
          .collect(Collectors.toMap(DayLogText::kind, Function.identity()));

  private DayLogText() {}

  private static String kind(Class<?> type) {
    String name = type.getSimpleName();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  static ObjectNode terms(DayTerms terms) {
    ObjectNode node = Json.MAPPER.createObjectNode();
    node.put("format", FORMAT).put("version", VERSION);
    node.setAll((ObjectNode) Json.MAPPER.valueToTree(terms));
    return node;
  }

  static ObjectNode event(TimedEvent event) {
    ObjectNode node = Json.MAPPER.createObjectNode();
    node.put(AT, event.at().toString()).put(KIND, kind(event.what().getClass()));
    node.setAll((ObjectNode) Json.MAPPER.valueToTree(event.what()));
    return node;
  }

  static ObjectNode version(VersionHash version) {
    ObjectNode node = Json.MAPPER.createObjectNode();
    node.put(KIND, VERSION_KIND);
    node.setAll((ObjectNode) Json.MAPPER.valueToTree(version));
    return node;
  }

  static ObjectNode seal(String sha256) {
    return Json.MAPPER.createObjectNode().put(KIND, SEAL).put("sha256", sha256);
  }

  /**
   * The terms of the first line.
   *
   * @throws IllegalArgumentException if it is no log, or one of another format
   */
  static DayTerms readTerms(ObjectNode node) {
    String format = text(node.remove("format"));
    String version = text(node.remove("version"));
    if (!FORMAT.equals(format) || !Integer.toString(VERSION).equals(version)) {
      throw new IllegalArgumentException(
          "the format (%s, version %s) must be %s, version %d"
              .formatted(format, version, FORMAT, VERSION));
    }
    return read(node, DayTerms.class);
  }

  private static String text(JsonNode node) {
    return node == null ? "none" : node.asString();
  }

  static boolean isVersion(ObjectNode node) {
    return VERSION_KIND.equals(text(node.get(KIND)));
  }

  static VersionHash readVersion(ObjectNode node) {
    node.remove(KIND);
    return read(node, VersionHash.class);
  }

  static TimedEvent readEvent(ObjectNode node) {
    Instant at = Instant.parse(text(node.remove(AT)));
    String kind = text(node.remove(KIND));
    Class<?> type = KINDS.get(kind);
    if (type == null) {
      List<String> known = KINDS.keySet().stream().sorted().toList();
      throw new IllegalArgumentException(
          "the kind (%s) must be one of %s".formatted(kind, String.join(", ", known)));
    }
    return new TimedEvent(at, (OutsideEvent) read(node, type));
  }

  private static <T> T read(ObjectNode node, Class<T> type) {
    return Json.MAPPER
        .readerFor(type)
        .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .with(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .readValue(node);
  }
}
