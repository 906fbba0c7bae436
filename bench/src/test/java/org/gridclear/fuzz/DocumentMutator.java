package org.gridclear.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Changes one field of a document: removed, doubled, renamed, of another type, or extreme. */
final class DocumentMutator {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String TWIN = "@twin@";
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d+(\\.\\d+)?(?![\\w.])");
  private static final List<String> VALUES =
      List.of(
          "0",
          "-1",
          "1e30",
          "-1e30",
          "1e-30",
          "1e308",
          "0.5",
          "3",
          "\"abc\"",
          "\"\"",
          "true",
          "null",
          "[]",
          "{}",
          "[1,2]",
          "[[]]",
          "{\"a\":1}",
          "\"Infinity\"",
          "\"NaN\"",
          "1e400");
  private static final List<String> TOKENS =
      List.of(
          "0", "-1", "1e30", "-1e30", "1e-30", "Inf", "-Inf", "NaN", "4", "", "abc", "1 1", "'x'");

  private static final Pattern NAME = Pattern.compile("\\\\\"(\\w+)\\\\\"");

  private final Random random;

  DocumentMutator(long seed) {
    random = new Random(seed);
  }

  /** A field of an object somewhere in a document. */
  private record Place(ObjectNode owner, String field) {}

  /** A JSON document with one or two fields changed. */
  String json(JsonNode document) {
    JsonNode copy = document.deepCopy();
    String text = "{}";
    int count = random.nextInt(4) == 0 ? 2 : 1;
    for (int k = 0; k < count; k++) {
      List<Place> places = new ArrayList<>();
      collect(copy, places);
      text = places.isEmpty() ? "{}" : changed(copy, places.get(random.nextInt(places.size())));
    }
    return text;
  }

  private static void collect(JsonNode node, List<Place> places) {
    if (node instanceof ObjectNode object) {
      object.propertyNames().forEach(name -> places.add(new Place(object, name)));
    }
    node.forEach(child -> collect(child, places));
  }

  private String changed(JsonNode document, Place place) {
    JsonNode value = place.owner().get(place.field());
    switch (random.nextInt(6)) {
      case 0 -> place.owner().remove(place.field());
      case 1 -> {
        place.owner().remove(place.field());
        place.owner().set(place.field() + "x", value);
      }
      case 2 -> {
        place.owner().set(TWIN, value.deepCopy());
        String text = JSON.writeValueAsString(document);
        place.owner().remove(TWIN);
        return text.replace("\"" + TWIN + "\"", JSON.writeValueAsString(place.field()));
      }
      default -> {
        String other = VALUES.get(random.nextInt(VALUES.size()));
        place.owner().put(place.field(), TWIN);
        String text = JSON.writeValueAsString(document);
        place.owner().set(place.field(), value);
        return text.replace("\"" + TWIN + "\"", other);
      }
    }
    return JSON.writeValueAsString(document);
  }

  /** A document with one name in a text of it renamed or doubled. */
  String name(String source) {
    List<MatchResult> names = NAME.matcher(source).results().toList();
    MatchResult at = names.get(random.nextInt(names.size()));
    String other = random.nextBoolean() ? at.group(1) + "x" : names.get(0).group(1);
    return source.substring(0, at.start(1)) + other + source.substring(at.end(1));
  }

  /** A text with one number changed, or one line left out or doubled. */
  String text(String source) {
    if (random.nextInt(5) == 0) {
      List<String> lines = new ArrayList<>(source.lines().toList());
      int at = random.nextInt(lines.size());
      if (random.nextBoolean()) {
        lines.remove(at);
      } else {
        lines.add(at, lines.get(at));
      }
      return String.join("\n", lines);
    }
    List<int[]> numbers = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(source);
    while (matcher.find()) {
      numbers.add(new int[] {matcher.start(), matcher.end()});
    }
    int[] at = numbers.get(random.nextInt(numbers.size()));
    String other = TOKENS.get(random.nextInt(TOKENS.size()));
    return source.substring(0, at[0]) + other + source.substring(at[1]);
  }
}
