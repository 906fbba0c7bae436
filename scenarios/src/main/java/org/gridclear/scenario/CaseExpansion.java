package org.gridclear.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.gridclear.io.JsonFields;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.network.Branch;
import org.gridclear.network.Bus;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Expands the cases, sweeps, Monte Carlo sets and "each of" lists of a study to overlays. */
final class CaseExpansion {
  private static final String UNIFORM = "uniform";
  private static final Set<String> DISTRIBUTIONS = Set.of("normal", UNIFORM);

  private final MarketDay base;
  private final IssueLog log;
  private final PerturbationReader reader;
  private final Map<String, List<JsonNode>> changesOfCase = new LinkedHashMap<>();

  CaseExpansion(MarketDay base, IssueLog log) {
    this.base = base;
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
    overlays.add(CaseOverlay.base());
    changesOfCase.forEach(
        (name, changes) -> {
          reader.readAll(changes, "case " + name);
          overlays.add(CaseOverlay.of(name, changes));
        });
    return overlays;
  }

  private void put(String name, List<JsonNode> changes) {
    if (name.equals("base") || changesOfCase.putIfAbsent(name, changes) != null) {
      log.add(Rule.ID_UNIQUE, "case " + name, "name", name, "Give each case its own name.");
    }
  }

  private void named(JsonFields study) {
    Map<String, JsonFields> byName = new LinkedHashMap<>();
    Map<String, String> parent = new LinkedHashMap<>();
    for (JsonNode node : study.array("cases")) {
      JsonNode given = node.get("name");
      String name = given == null ? "case" + (byName.size() + 1) : given.asString();
      JsonFields fields = new JsonFields(node, "case " + name, log);
      fields.text("name");
      if (byName.putIfAbsent(name, fields) != null) {
        log.add(Rule.ID_UNIQUE, "case " + name, "name", name, "Give each case its own name.");
        continue;
      }
      parent.put(name, fields.text("from", "base"));
    }
    for (Map.Entry<String, JsonFields> entry : byName.entrySet()) {
      List<String> line = ancestry(entry.getKey(), parent);
      List<JsonNode> changes = new ArrayList<>();
      for (int k = line.size() - 1; k >= 0; k--) {
        changes.addAll(byName.get(line.get(k)).array("changes"));
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
      String next = parent.get(at);
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
          Rule.FIELD_PRESENT, sweep.element(), "over", "absent", "Name a parameter and values.");
      return;
    }
    over.forEach((parameter, values) -> notEmpty(sweep, parameter, values));
    product(pattern, changes, over, new ArrayList<>(over.keySet()), 0, new LinkedHashMap<>());
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
        String value = entry.getValue().asString();
        String before = name;
        name = name.replace("{" + entry.getKey() + "}", value);
        if (name.equals(before) && over.get(entry.getKey()).size() > 1) {
          name += " " + entry.getKey() + "=" + value;
        }
      }
      put(name, changes.stream().map(change -> substituted(change, chosen)).toList());
      return;
    }
    for (JsonNode value : over.get(names.get(depth))) {
      chosen.put(names.get(depth), value);
      product(pattern, changes, over, names, depth + 1, chosen);
    }
  }

  /** A copy in which every text {@code $name} is replaced by the parameter's value. */
  private JsonNode substituted(JsonNode node, Map<String, JsonNode> chosen) {
    if (node.isString() && node.asString().startsWith("$")) {
      String name = node.asString().substring(1);
      JsonNode value = chosen.get(name);
      if (value == null) {
        log.add(
            Rule.STUDY_TARGET,
            "sweep",
            "$" + name,
            name,
            NearestName.advice(name, chosen.keySet()));
        return node;
      }
      return value;
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

  private record MonteCarlo(
      String name,
      int count,
      long seed,
      double loadDeviation,
      double renewableDeviation,
      double zoneCorrelation,
      String distribution) {}

  private void monteCarlo(JsonFields set) {
    MonteCarlo draw =
        new MonteCarlo(
            set.text("name", "mc"),
            set.integer("count", 0),
            set.integer("seed", 1),
            set.number("loadDeviation", 0.02),
            set.number("renewableDeviation", 0.15),
            set.number("zoneCorrelation", 0.5),
            set.text("distribution", "normal"));
    set.done();
    if (possible(draw, set.element())) {
      expand(draw);
    }
  }

  private boolean possible(MonteCarlo draw, String element) {
    boolean known = DISTRIBUTIONS.contains(draw.distribution());
    if (!known) {
      log.add(
          Rule.STUDY_VALUE,
          element,
          "distribution",
          draw.distribution(),
          "Give normal (a deviation is a standard deviation) or uniform (it is the largest one).");
    }
    boolean within =
        draw.count() >= 1
            && draw.zoneCorrelation() >= 0
            && draw.zoneCorrelation() <= 1
            && !(draw.loadDeviation() < 0)
            && !(draw.renewableDeviation() < 0);
    if (!within) {
      log.add(
          Rule.STUDY_VALUE,
          element,
          "count/zoneCorrelation/deviations",
          draw.count() + "/" + draw.zoneCorrelation(),
          "Give a count of 1 or more, a correlation in [0, 1], deviations of 0 or more.");
    }
    return known && within;
  }

  /**
   * Zone factors of load and renewables around 1, normal with a standard deviation or uniform
   * within a deviation; zones share a common part so that any two have the given correlation. A
   * case's numbers belong to its own seed.
   */
  private void expand(MonteCarlo draw) {
    boolean uniform = draw.distribution().equals(UNIFORM);
    Set<String> zones = new TreeSet<>();
    base.network().buses().stream().map(Bus::zone).forEach(zones::add);
    for (int k = 1; k <= draw.count(); k++) {
      SplittableRandom random = new SplittableRandom(draw.seed() * 1_000_003L + k);
      List<JsonNode> changes = new ArrayList<>();
      Supplier<double[]> draws = () -> draws(zones.size(), random, draw.zoneCorrelation(), uniform);
      zoneFactors("load", zones, draws.get(), draw.loadDeviation(), changes);
      if (!base.profiledUnits().isEmpty()) {
        zoneFactors("renewables", zones, draws.get(), draw.renewableDeviation(), changes);
      }
      put("%s-%03d".formatted(draw.name(), k), changes);
    }
  }

  /**
   * A number of every zone: of deviation 1, or within 1 where they are uniform. Two numbers w·c +
   * v·o of the same c have the correlation w²/(w² + v²).
   */
  private static double[] draws(
      int zones, SplittableRandom random, double correlation, boolean uniform) {
    DoubleSupplier draw = uniform ? () -> random.nextDouble(-1, 1) : random::nextGaussian;
    double shared = Math.sqrt(correlation);
    double own = Math.sqrt(1 - correlation);
    double within = uniform ? shared + own : 1;
    double common = draw.getAsDouble();
    double[] numbers = new double[zones];
    for (int zone = 0; zone < zones; zone++) {
      numbers[zone] = (shared * common + own * draw.getAsDouble()) / within;
    }
    return numbers;
  }

  private static void zoneFactors(
      String kind, Set<String> zones, double[] draws, double deviation, List<JsonNode> changes) {
    int next = 0;
    for (String zone : zones) {
      double scale = Math.max(0, Math.rint((1 + deviation * draws[next++]) * 1e6) / 1e6);
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      if (!zone.isEmpty()) {
        body.put("zone", zone);
      }
      body.put("scale", scale);
      changes.add(JsonNodeFactory.instance.objectNode().set(kind, body));
    }
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
    Set<String> none = Set.of();
    Target target = reader.target(selector, branches ? "branch" : "unit", none);
    selector.done();
    Target.Places places = new Target.Places(base);
    List<String> ids = new ArrayList<>();
    if (branches) {
      for (Branch branch : base.network().branches()) {
        if (branch.inService() && target.matches(branch, places)) {
          ids.add(branch.id());
        }
      }
    } else {
      for (ThermalUnit u : base.thermalUnits()) {
        if (target.matches(u.id(), u.bus(), u.fuel(), u.pMaxMw().max(), places)) {
          ids.add(u.id());
        }
      }
      for (ProfiledUnit u : base.profiledUnits()) {
        if (target.matches(u.id(), u.bus(), u.fuel(), u.maxMw().max(), places)) {
          ids.add(u.id());
        }
      }
    }
    if (ids.isEmpty()) {
      log.add(Rule.STUDY_TARGET, each.element(), field, "nothing", "The selection is empty.");
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
