package org.gridclear.market.rulebase;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.study.Yaml;
import org.gridclear.validate.IssueLog;
import tools.jackson.databind.JsonNode;

/** Differences between two versions of rules, in words. */
public final class RuleDifference {
  /** What names a thing of a list, the first that all of its things have. */
  private static final List<String> NAMES = List.of("id", "product", "code", "name");

  private RuleDifference() {}

  /**
   * What the second says otherwise than the first; none where they say the same.
   *
   * @param before YAML or JSON
   * @param after YAML or JSON
   */
  public static List<String> between(byte[] before, byte[] after) {
    Map<String, String> old = flat(before);
    Map<String, String> now = flat(after);
    Set<String> places = new LinkedHashSet<>(old.keySet());
    places.addAll(now.keySet());
    List<String> lines = new ArrayList<>();
    for (String place : places) {
      String was = old.get(place);
      String is = now.get(place);
      if (was == null) {
        lines.add("%s: new, %s".formatted(place, is));
      } else if (is == null) {
        lines.add("%s: gone, was %s".formatted(place, was));
      } else if (!was.equals(is)) {
        lines.add("%s: %s, was %s".formatted(place, is, was));
      }
    }
    return lines;
  }

  private static Map<String, String> flat(byte[] content) {
    IssueLog log = new IssueLog("rules");
    JsonNode document = Yaml.parse(new String(content, StandardCharsets.UTF_8), log, "");
    log.throwIfErrors();
    Map<String, String> flat = new LinkedHashMap<>();
    put(flat, "", document);
    return flat;
  }

  private static void put(Map<String, String> flat, String place, JsonNode node) {
    if (node.isObject()) {
      node.properties().forEach(each -> put(flat, join(place, each.getKey()), each.getValue()));
    } else if (node.isArray() && !node.isEmpty() && node.get(0).isObject()) {
      String name = nameOf(node);
      int number = 0;
      for (JsonNode item : node) {
        number++;
        String label = name.isEmpty() ? "#" + number : item.get(name).asString();
        put(flat, place + " " + label, item);
      }
    } else if (node.isArray()) {
      List<String> texts = new ArrayList<>();
      node.forEach(item -> texts.add(item.isValueNode() ? item.asString() : item.toString()));
      flat.put(place, texts.isEmpty() ? "none" : String.join(", ", texts));
    } else {
      flat.put(place, node.isString() ? node.asString() : node.toString());
    }
  }

  private static String nameOf(JsonNode list) {
    for (String name : NAMES) {
      Set<String> seen = new LinkedHashSet<>();
      boolean all = true;
      for (JsonNode item : list) {
        all &= item.path(name).isValueNode() && seen.add(item.get(name).asString());
      }
      if (all) {
        return name;
      }
    }
    return "";
  }

  private static String join(String place, String field) {
    return place.isEmpty() ? field : place + ", " + field;
  }
}
