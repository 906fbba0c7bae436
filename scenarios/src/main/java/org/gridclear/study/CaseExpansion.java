package org.gridclear.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gridclear.json.JsonFields;
import org.gridclear.market.MarketDay;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Expands the cases, sweeps, Monte Carlo sets and "each of" lists of a study to overlays. */
final class CaseExpansion {
  private final MarketDay base;
  private final List<JsonNode> ofBase;
  private final IssueLog log;
  private final PerturbationReader reader;
  private final Map<String, List<JsonNode>> changesOfCase = new LinkedHashMap<>();

  /**
   * An expansion of nothing yet.
   *
   * @param ofBase changes that the base itself comes with
   */
  CaseExpansion(MarketDay base, List<JsonNode> ofBase, IssueLog log) {
    this.base = base;
    this.ofBase = List.copyOf(ofBase);
    this.log = log;
    this.reader = new PerturbationReader(base, log);
  }

  /** The number of cases, found before anything is expanded. */
  static long count(JsonFields study) {
    double count = 1 + study.array("cases").size();
    for (JsonNode sweep : study.array("sweeps")) {
      double product = 1;
      JsonNode over = sweep.path("over");
      for (JsonNode values : over) {
        product *= Math.max(1, values.size());
      }
      count += product;
    }
    for (JsonNode set : study.array("monteCarlo")) {
      count += set.path("count").asDouble(0);
    }
    return (long) Math.min(count, 9e18);
  }

  /** Reports that a study has more cases than it may have. */
  static void reportSize(long count, IssueLog log) {
    log.add(
        Rule.STUDY_SIZE,
        "study",
        "cases",
        count,
        "A study has at most %d cases, its base among them; sweep less, or split it."
            .formatted(StudyDefinition.CASES_MAX));
  }

  List<CaseOverlay> expand(JsonFields study) {
    named(study);
    for (JsonFields sweep : study.objects("sweeps", "sweep")) {
      sweep(sweep);
    }
    for (JsonFields set : study.objects("monteCarlo", "monteCarlo")) {
      monteCarlo(set);
    }
    for (JsonFields each : study.objects("eachOf", "eachOf")) {
      eachOf(each);
    }
    List<CaseOverlay> overlays = new ArrayList<>();
    overlays.add(CaseOverlay.of("base", ofBase));
    changesOfCase.forEach(
        (name, changes) -> {
          reader.readAll(changes, "case " + name);
          List<JsonNode> all = new ArrayList<>(ofBase);
          all.addAll(changes);
          overlays.add(CaseOverlay.of(name, all));
        });
    return overlays;
  }

  private void put(String name, List<JsonNode> changes) {
    if (changesOfCase.size() + 1 >= StudyDefinition.CASES_MAX) {
      if (!log.has(Rule.STUDY_SIZE)) {
        reportSize(changesOfCase.size() + 2L, log);
      }
      return;
    }
    if (name.equals("base") || changesOfCase.putIfAbsent(name, changes) != null) {
      log.add(Rule.ID_UNIQUE, "case " + name, "name", name, "Give each case its own name.");
    }
  }

  private void named(JsonFields study) {
    Map<String, JsonFields> byName = new LinkedHashMap<>();
    Map<String, String> parent = new LinkedHashMap<>();
    int again = 1;
    for (JsonNode node : study.array("cases")) {
      JsonNode given = node.get("name");
      String name = given == null ? "case" + (byName.size() + 1) : JsonFields.label(given);
      JsonFields fields = new JsonFields(node, "case " + name, log);
      fields.text("name");
      if (byName.putIfAbsent(name, fields) != null) {
        log.add(Rule.ID_UNIQUE, "case " + name, "name", name, "Give each case its own name.");
        // Its changes are read too, so that their issues come with this one.
        fields.text("from", "base");
        put(name + " (again, " + (byName.size() + again++) + ")", fields.array("changes"));
        fields.done();
        continue;
      }
      parent.put(name, fields.text("from", "base"));
    }
    for (Map.Entry<String, JsonFields> entry : byName.entrySet()) {
      List<String> line = ancestry(entry.getKey(), parent);
      List<JsonNode> changes = new ArrayList<>();
      for (int k = line.size() - 1; k >= 0; k--) {
        changes.addAll(Objects.requireNonNull(byName.get(line.get(k))).array("changes"));
      }
      entry.getValue().has("changes");
      entry.getValue().done();
      put(entry.getKey(), changes);
    }
  }

  /** The case, what it builds on, and so on up to the base; reports a cycle. */
  private List<String> ancestry(String name, Map<String, String> parent) {
    Set<String> line = new LinkedHashSet<>();
    String at = name;
    while (!at.equals("base")) {
      if (!line.add(at)) {
        log.add(
            Rule.STUDY_NO_CYCLE,
            "case " + name,
            "from",
            String.join(" -> ", line) + " -> " + at,
            "Let one of them build on 'base'.");
        return List.of(name);
      }
      String next = Objects.requireNonNull(parent.get(at));
      if (!next.equals("base") && !parent.containsKey(next)) {
        log.add(
            Rule.STUDY_TARGET,
            "case " + at,
            "from",
            next,
            NearestName.advice(next, parent.keySet()));
        return List.copyOf(line);
      }
      at = next;
    }
    return List.copyOf(line);
  }

  private void sweep(JsonFields sweep) {
    String pattern = sweep.text("name");
    List<JsonNode> changes = sweep.array("changes");
    Map<String, List<JsonNode>> over = new LinkedHashMap<>();
    JsonFields parameters = sweep.object("over", sweep.element() + " over");
    JsonNode raw = sweep.raw("over");
    if (raw != null && raw.isObject()) {
      for (String parameter : raw.propertyNames()) {
        over.put(parameter, parameters.array(parameter));
      }
    }
    sweep.done();
    if (over.isEmpty()) {
      log.add(
          Rule.FIELD_PRESENT,
          sweep.element(),
          "over",
          raw == null ? "absent" : JsonFields.label(raw),
          "Name a parameter and values.");
      return;
    }
    over.forEach((parameter, values) -> notEmpty(sweep, parameter, values));
    if (namesParameters(sweep, changes, over.keySet())) {
      product(pattern, changes, over, new ArrayList<>(over.keySet()), 0, new LinkedHashMap<>());
    }
  }

  private void notEmpty(JsonFields sweep, String parameter, List<JsonNode> values) {
    if (values.isEmpty()) {
      log.add(
          Rule.STUDY_VALUE,
          sweep.element(),
          "over." + parameter,
          "[]",
          "Give at least one value, or remove the sweep: of none there are no cases.");
    }
  }

  private static boolean isParameter(JsonNode node) {
    return node.isString() && node.asString().startsWith("$");
  }

  /** Whether every {@code $name} is one of the parameters; the others are reported once. */
  private boolean namesParameters(JsonFields sweep, List<JsonNode> changes, Set<String> names) {
    Set<String> unknown = new LinkedHashSet<>();
    changes.forEach(change -> collect(change, names, unknown));
    for (String name : unknown) {
      log.add(
          Rule.STUDY_TARGET,
          sweep.element(),
          "changes",
          "$" + name,
          NearestName.advice(name, names));
    }
    return unknown.isEmpty();
  }

  private static void collect(JsonNode node, Set<String> names, Set<String> unknown) {
    if (isParameter(node) && !names.contains(node.asString().substring(1))) {
      unknown.add(node.asString().substring(1));
    }
    node.forEach(child -> collect(child, names, unknown));
  }

  private void product(
      String pattern,
      List<JsonNode> changes,
      Map<String, List<JsonNode>> over,
      List<String> names,
      int depth,
      Map<String, JsonNode> chosen) {
    if (depth == names.size()) {
      String name = pattern;
      for (Map.Entry<String, JsonNode> entry : chosen.entrySet()) {
        String value = JsonFields.label(entry.getValue());
        String before = name;
        name = name.replace("{" + entry.getKey() + "}", value);
        if (name.equals(before) && Objects.requireNonNull(over.get(entry.getKey())).size() > 1) {
          name += " " + entry.getKey() + "=" + value;
        }
      }
      put(name, changes.stream().map(change -> substituted(change, chosen)).toList());
      return;
    }
    for (JsonNode value : Objects.requireNonNull(over.get(names.get(depth)))) {
      chosen.put(names.get(depth), value);
      product(pattern, changes, over, names, depth + 1, chosen);
    }
  }

  /** A copy in which every text {@code $name} is replaced by the parameter's value. */
  private JsonNode substituted(JsonNode node, Map<String, JsonNode> chosen) {
    if (isParameter(node)) {
      return Objects.requireNonNull(chosen.get(node.asString().substring(1)));
    }
    if (node.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(e -> copy.set(e.getKey(), substituted(e.getValue(), chosen)));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> copy.add(substituted(item, chosen)));
      return copy;
    }
    return node;
  }

  private void monteCarlo(JsonFields set) {
    MonteCarloDraws.read(set, log)
        .ifPresent(
            draws -> {
              for (int k = 1; k <= draws.count(); k++) {
                put("%s-%03d".formatted(draws.name(), k), draws.changes(k, base));
              }
            });
  }

  private void eachOf(JsonFields each) {
    String name = each.text("name", "out");
    boolean branches = each.has("branches");
    boolean units = each.has("units");
    if (branches == units) {
      log.add(Rule.FIELD_PRESENT, each.element(), "branches/units", "", "Give one of the two.");
      return;
    }
    String field = branches ? "branches" : "units";
    JsonFields selector = each.object(field, each.element() + " " + field);
    int before = log.count();
    Target target = reader.target(selector, branches ? "branch" : "unit", Set.of());
    selector.done();
    Selection selection = new Selection(base);
    List<String> ids = branches ? selection.branches(target) : selection.units(target);
    if (ids.isEmpty() && log.count() == before) {
      String why = selection.whyNothing(target, branches);
      log.add(Rule.STUDY_TARGET, each.element(), field, "nothing", why);
    }
    ObjectNode when = JsonNodeFactory.instance.objectNode();
    for (String bound : List.of("from", "to")) {
      if (each.has(bound)) {
        when.put(bound, each.integer(bound, 1));
      }
    }
    List<JsonNode> more = each.array("changes");
    each.done();
    for (String id : ids) {
      ObjectNode body = when.deepCopy().put(branches ? "branch" : "unit", id);
      List<JsonNode> changes = new ArrayList<>(more);
      changes.add(
          JsonNodeFactory.instance
              .objectNode()
              .set(branches ? "branchOutage" : "unitOutage", body));
      put(name + " " + id, changes);
    }
  }
}
