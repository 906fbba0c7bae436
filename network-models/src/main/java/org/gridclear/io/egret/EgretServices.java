package org.gridclear.io.egret;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gridclear.json.JsonFields;
import org.gridclear.market.rule.DecisionVariable.Part;
import org.gridclear.market.rule.LinearConstraint.Term;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * Ancillary services of Egret: regulation, spinning, non-spinning and supplemental reserve,
 * flexible ramp, as requirements of the system, zones and areas. What is given or missing of a
 * better service beyond its requirement counts for the next one; what is missing in a zone is
 * missing in the system once. Only services that something in the file requires are given.
 */
final class EgretServices {
  /** A service and the unit's variables that give it. */
  enum Service {
    REGULATION_UP,
    REGULATION_DOWN,
    SPINNING_RESERVE,
    NON_SPINNING_RESERVE,
    SUPPLEMENTAL_RESERVE,
    FLEXIBLE_RAMP_UP,
    FLEXIBLE_RAMP_DOWN;

    /** Its name in fields of the file. */
    String field() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Its name in ids. */
    String label() {
      return field().replace('_', ' ').replace("non spinning", "non-spinning");
    }

    /** What is required together: Egret has a zone in both directions or in none. */
    boolean with(Service other) {
      return this == other
          || (name().startsWith("REGULATION") && other.name().startsWith("REGULATION"))
          || (name().startsWith("FLEXIBLE") && other.name().startsWith("FLEXIBLE"));
    }
  }

  /** Better services whose surplus counts for one, as in Egret's published results. */
  private static final Map<Service, List<Service>> BETTER =
      Map.of(
          Service.SPINNING_RESERVE, List.of(Service.REGULATION_UP),
          Service.NON_SPINNING_RESERVE, List.of(Service.REGULATION_UP, Service.SPINNING_RESERVE),
          Service.SUPPLEMENTAL_RESERVE,
              List.of(
                  Service.REGULATION_UP, Service.SPINNING_RESERVE, Service.NON_SPINNING_RESERVE));

  private final EgretValues values;
  private final EgretRows rows;
  private final IssueLog log;
  private final List<Owner> owners = new ArrayList<>();
  private final Map<Service, Double> penalties = new EnumMap<>(Service.class);
  private final List<Given> given = new ArrayList<>();

  /** A variable of a unit that gives a service. */
  private record Given(Service service, String unit, String variable) {}

  /**
   * What requires services.
   *
   * @param label its name in ids; empty for the system
   * @param required MW by service
   * @param units its members; all for the system
   */
  private record Owner(String label, Map<Service, Series> required, Set<String> units) {
    boolean isSystem() {
      return label.isEmpty();
    }

    boolean takesPart(Service service) {
      return required.keySet().stream().anyMatch(service::with);
    }

    boolean counts(String unit) {
      return isSystem() || units.contains(unit);
    }

    String name(Service service) {
      return service.label() + (isSystem() ? "" : " of " + label);
    }
  }

  EgretServices(EgretValues values, EgretRows rows, IssueLog log) {
    this.values = values;
    this.rows = rows;
    this.log = log;
  }

  /**
   * Reads the requirements.
   *
   * @param zones zones and areas by kind and name
   */
  void require(
      JsonFields system,
      Map<String, Map<String, JsonFields>> zones,
      double shortfall,
      double shed) {
    owners.add(new Owner("", required(system), Set.of()));
    zones.forEach(
        (kind, ofKind) ->
            ofKind.forEach(
                (id, fields) -> {
                  Map<Service, Series> required = required(fields);
                  if (!required.isEmpty()) {
                    owners.add(new Owner(kind + " " + id, required, new HashSet<>()));
                  }
                }));
    double regulation = price(system, "regulation", (shed + shortfall) / 2);
    double spinning = price(system, "spinning_reserve", (regulation + shortfall) / 2);
    double cold = price(system, "non_spinning_reserve", (spinning + shortfall) / 2);
    double supplemental = price(system, "supplemental_reserve", (cold + shortfall) / 2);
    double flexible = price(system, "flexible_ramp", (cold + spinning) / 2);
    penalties.put(Service.REGULATION_UP, regulation);
    penalties.put(Service.REGULATION_DOWN, regulation);
    penalties.put(Service.SPINNING_RESERVE, spinning);
    penalties.put(Service.NON_SPINNING_RESERVE, cold);
    penalties.put(Service.SUPPLEMENTAL_RESERVE, supplemental);
    penalties.put(Service.FLEXIBLE_RAMP_UP, flexible);
    penalties.put(Service.FLEXIBLE_RAMP_DOWN, flexible);
    for (Service service : Service.values()) {
      if (!isCleared(service)) {
        system.unused("system", "", priceField(service), "Nothing requires the service.");
      }
    }
  }

  private Map<Service, Series> required(JsonFields owner) {
    Map<Service, Series> required = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      String field = service.field() + "_requirement";
      if (owner.has(field)) {
        required.put(service, values.series(owner, field));
      }
    }
    return required;
  }

  private static String priceField(Service service) {
    return service.field().replaceFirst("_(up|down)$", "") + "_penalty_price";
  }

  private static double price(JsonFields system, String service, double byDefault) {
    return system.number(service + "_penalty_price", byDefault);
  }

  /** Whether anything requires a service, or the other direction of it. */
  boolean isCleared(Service service) {
    return owners.stream().anyMatch(owner -> owner.takesPart(service));
  }

  /** Whether anything requires any service. */
  boolean any() {
    return owners.stream().anyMatch(owner -> !owner.required().isEmpty());
  }

  /** Notes where a unit counts; Egret counts a unit in its zone only if it names an area too. */
  void member(String unit, JsonFields fields) {
    for (Owner owner : owners) {
      for (String kind : List.of("zone", "area")) {
        if (!owner.label().equals(kind + " " + fields.text(kind, ""))) {
          continue;
        }
        owner.units().add(unit);
        if (kind.equals("zone") && !fields.has("area")) {
          log.add(
              Rule.FIELD_PRESENT,
              fields.element(),
              "area",
              "absent",
              "Not supported: Egret counts a unit for services of its zone only if it has an"
                  + " area.");
        }
      }
    }
  }

  /** Notes that a variable of a unit gives a service. */
  void gives(Service service, String unit, String variable) {
    given.add(new Given(service, unit, variable));
  }

  /** Adds what is missing and the requirements, after all units. */
  void add() {
    for (Service service : Service.values()) {
      if (isCleared(service)) {
        owners.stream().filter(owner -> inRows(owner, service)).forEach(o -> missing(o, service));
      }
    }
    for (Service service : Service.values()) {
      if (isCleared(service)) {
        owners.stream().filter(owner -> inRows(owner, service)).forEach(o -> row(o, service));
      }
    }
  }

  private static boolean inRows(Owner owner, Service service) {
    return owner.isSystem() || owner.takesPart(service);
  }

  private Series mw(Owner owner, Service service) {
    return owner.required().getOrDefault(service, rows.constant(0));
  }

  private void missing(Owner owner, Service service) {
    Series price = rows.constant(Objects.requireNonNull(penalties.get(service)));
    rows.variable("missing " + owner.name(service), mw(owner, service), price, Part.SHORTFALL);
  }

  private void row(Owner owner, Service service) {
    List<Term> terms = new ArrayList<>(provided(owner, service));
    Series required = mw(owner, service);
    for (Service better : BETTER.getOrDefault(service, List.of())) {
      if (isCleared(better) && inRows(owner, better)) {
        terms.addAll(provided(owner, better));
        required = required.plus(mw(owner, better));
      }
    }
    rows.atLeast(owner.name(service), required, terms);
  }

  /**
   * What units give an owner of a service, and what is missing, in the system that of zones too.
   */
  private List<Term> provided(Owner owner, Service service) {
    List<Term> terms = new ArrayList<>();
    for (Given each : given) {
      if (each.service() == service && owner.counts(each.unit())) {
        terms.add(rows.value(each.variable(), 1));
      }
    }
    for (Owner other : owners) {
      boolean counts = other == owner || (owner.isSystem() && other.takesPart(service));
      if (counts) {
        terms.add(rows.value("missing " + other.name(service), 1));
      }
    }
    return terms;
  }
}
