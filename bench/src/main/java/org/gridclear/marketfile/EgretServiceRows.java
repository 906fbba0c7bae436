package org.gridclear.marketfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridclear.solver.LinearModel;
import org.gridclear.solver.Terms;
import tools.jackson.databind.JsonNode;

/**
 * Requirements of Egret's ancillary services by its own sources (services): of the system, and of
 * zones and areas that name them. In rows of a worse service a better one counts with what it
 * gives, and its requirement is added. That regulation counts for supplemental reserve as well is
 * what Egret's published results of tiny_uc_1 and tiny_uc_6 say.
 */
final class EgretServiceRows {
  static final List<String> SERVICES =
      List.of(
          "regulation_up",
          "regulation_down",
          "spinning_reserve",
          "non_spinning_reserve",
          "supplemental_reserve",
          "flexible_ramp_up",
          "flexible_ramp_down");

  private static final Map<String, List<String>> BETTER =
      Map.of(
          "spinning_reserve",
          List.of("regulation_up"),
          "non_spinning_reserve",
          List.of("regulation_up", "spinning_reserve"),
          "supplemental_reserve",
          List.of("regulation_up", "spinning_reserve", "non_spinning_reserve"));

  private final FileProgram program;
  private final LinearModel model;
  private final JsonNode system;
  private final Map<String, JsonNode> places = new LinkedHashMap<>();
  private final List<Given> given = new ArrayList<>();
  private final Map<String, int[]> missing = new HashMap<>();

  /** Columns of a unit that give a service. */
  private record Given(String service, JsonNode unit, int[] columns) {}

  EgretServiceRows(FileProgram program, JsonNode system, JsonNode elements) {
    this.program = program;
    this.model = program.model;
    this.system = system;
    places.put("system", system);
    for (String kind : List.of("zone", "area")) {
      Json.section(elements, kind).properties().forEach(e -> put(kind, e.getKey(), e.getValue()));
    }
  }

  private void put(String kind, String id, JsonNode place) {
    places.put(kind + " " + id, place);
  }

  private static String family(String service) {
    return service.replaceFirst("_(up|down)$", "");
  }

  private static boolean requires(JsonNode place, String service) {
    return SERVICES.stream()
        .filter(other -> family(other).equals(family(service)))
        .anyMatch(other -> place.has(other + "_requirement"));
  }

  /** Whether anything requires a service or the other direction of it. */
  boolean clears(String service) {
    return places.values().stream().anyMatch(place -> requires(place, service));
  }

  boolean any() {
    return SERVICES.stream().anyMatch(this::clears);
  }

  void gives(String service, JsonNode unit, int[] columns) {
    given.add(new Given(service, unit, columns));
  }

  /** Adds what is missing at Egret's prices, and the rows, after all units. */
  void add(double shed, double shortfall) {
    double regulation = price("regulation", (shed + shortfall) / 2);
    double spinning = price("spinning_reserve", (regulation + shortfall) / 2);
    double cold = price("non_spinning_reserve", (spinning + shortfall) / 2);
    double supplemental = price("supplemental_reserve", (cold + shortfall) / 2);
    double flexible = price("flexible_ramp", (cold + spinning) / 2);
    Map<String, Double> prices =
        Map.of(
            "regulation", regulation,
            "spinning_reserve", spinning,
            "non_spinning_reserve", cold,
            "supplemental_reserve", supplemental,
            "flexible_ramp", flexible);
    places.forEach(
        (name, place) ->
            SERVICES.stream()
                .filter(service -> counts(name, service))
                .forEach(s -> missing.put(name + s, columns(place, s, known(prices, family(s))))));
    places.forEach(
        (name, place) ->
            SERVICES.stream().filter(s -> counts(name, s)).forEach(s -> row(name, place, s)));
  }

  private static <T> T known(Map<String, T> of, String name) {
    return Objects.requireNonNull(of.get(name), name);
  }

  private double price(String family, double byDefault) {
    return Json.number(system, family + "_penalty_price", byDefault);
  }

  private boolean counts(String name, String service) {
    return name.equals("system") ? clears(service) : requires(known(places, name), service);
  }

  private double[] required(JsonNode place, String service) {
    return Json.series(place, service + "_requirement", program.periods, 0);
  }

  private int[] columns(JsonNode place, String service, double price) {
    double[] required = required(place, service);
    int[] columns = new int[program.periods];
    for (int t = 0; t < columns.length; t++) {
      columns[t] = model.addColumn(0, required[t], price * program.hours);
    }
    return columns;
  }

  private void row(String name, JsonNode place, String service) {
    List<String> counted = new ArrayList<>(List.of(service));
    BETTER.getOrDefault(service, List.of()).stream()
        .filter(better -> counts(name, better))
        .forEach(counted::add);
    for (int t = 0; t < program.periods; t++) {
      Terms terms = new Terms();
      double required = 0;
      for (String each : counted) {
        provided(terms, name, each, t);
        required += required(place, each)[t];
      }
      model.atLeast(required, terms);
    }
  }

  private void provided(Terms terms, String name, String service, int t) {
    for (Given each : given) {
      boolean member =
          name.equals("system")
              || name.equals("zone " + each.unit().path("zone").asString(""))
              || name.equals("area " + each.unit().path("area").asString(""));
      if (each.service().equals(service) && member) {
        terms.add(each.columns()[t], 1);
      }
    }
    for (String other : places.keySet()) {
      boolean counted = other.equals(name) || name.equals("system");
      if (counted && counts(other, service)) {
        terms.add(known(missing, other + service)[t], 1);
      }
    }
  }
}
