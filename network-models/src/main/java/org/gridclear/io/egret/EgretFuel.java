package org.gridclear.io.egret;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.json.JsonFields;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.rule.DecisionVariable.Part;
import org.gridclear.market.rule.LinearConstraint.Quantity;
import org.gridclear.market.rule.LinearConstraint.Term;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.LimitNotices;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;
import tools.jackson.databind.JsonNode;

/**
 * Fuel of Egret: what units burn from supplies, and units that burn one of two fuels, both (where
 * they blend), or the fuel with which they started (where they do not switch while on). What a unit
 * burns is convex in its output, so at least each line of its curve; a start burns by its category.
 * Amounts are per hour.
 */
final class EgretFuel {
  private static final double UNLIMITED = 1e15;

  private final EgretValues values;
  private final EgretRows rows;
  private final IssueLog log;
  private final double hours;
  private final Map<String, List<Burner>> burners = new LinkedHashMap<>();

  /** A unit's fuel from a supply: the variable of its amount. */
  private record Burner(String unit, String field, String variable) {}

  /**
   * Fuel of starts.
   *
   * @param lags periods off from which a category holds, rising
   * @param fuel amount of a start in it
   */
  private record Starts(int[] lags, double[] fuel) {
    double coldest() {
      return fuel[fuel.length - 1];
    }
  }

  EgretFuel(EgretValues values, EgretRows rows, IssueLog log) {
    this.values = values;
    this.rows = rows;
    this.log = log;
    this.hours = values.horizon().hoursPerPeriod();
  }

  /** Whether a unit burns one of two fuels: its costs are then those of its fuel. */
  static boolean isDual(JsonFields fields) {
    return fields.flag("aux_fuel_capable", false);
  }

  /** Adds what a unit burns. */
  void unit(EgretMachine unit, JsonFields fields, EgretCurves curves) {
    String supply = fields.text("fuel_supply", "");
    boolean dual = isDual(fields);
    fields.unused("unit", unit.id(), "aux_fuel", "It is a name.");
    for (String name : dual ? List.<String>of() : SECOND_FUEL) {
      fields.unused("unit", unit.id(), name, "The unit has no aux_fuel_capable.");
    }
    if (supply.isEmpty() && !dual) {
      return;
    }
    List<OfferCurve> burnt =
        curves.read(fields, "p_fuel", "fuel_curve", unit.minMw(), unit.maxMw());
    if (burnt.isEmpty()) {
      log.add(
          Rule.FIELD_PRESENT,
          fields.element(),
          "p_fuel",
          "absent",
          "It has a fuel supply, or two fuels; give what it burns.");
      return;
    }
    if (dual) {
      dual(unit, fields, burnt, supply);
    } else {
      String burns =
          rows.variable(
              "fuel of " + unit.id(),
              rows.constant(Double.POSITIVE_INFINITY),
              rows.constant(0),
              Part.ENERGY);
      burns(unit, starts(unit, fields), burnt, List.of(burns));
      from(supply, unit.id(), "fuel_supply", burns);
    }
  }

  private static final List<String> SECOND_FUEL =
      List.of(
          "aux_fuel_supply",
          "aux_fuel_cost",
          "aux_fuel_blending",
          "aux_fuel_online_switching",
          "aux_fuel_supply_initial");

  private void from(String supply, String unit, String field, String variable) {
    if (!supply.isEmpty()) {
      burners
          .computeIfAbsent(supply, key -> new ArrayList<>())
          .add(new Burner(unit, field, variable));
    }
  }

  private void dual(EgretMachine unit, JsonFields fields, List<OfferCurve> burnt, String supply) {
    String g = unit.id();
    Starts starts = starts(unit, fields);
    Series free = rows.constant(Double.POSITIVE_INFINITY);
    String first = rows.variable("fuel of " + g, free, price(fields, "fuel_cost"), Part.ENERGY);
    String second =
        rows.variable("second fuel of " + g, free, price(fields, "aux_fuel_cost"), Part.ENERGY);
    burns(unit, starts, burnt, List.of(first, second));
    from(supply, g, "fuel_supply", first);
    from(fields.text("aux_fuel_supply", ""), g, "aux_fuel_supply", second);
    boolean blends = fields.flag("aux_fuel_blending", false);
    boolean switches = fields.flag("aux_fuel_online_switching", false);
    if (blends && !switches) {
      log.add(
          Rule.FIELD_TYPE,
          fields.element(),
          "aux_fuel_online_switching",
          false,
          "A unit with aux_fuel_blending switches online; Egret refuses it otherwise.");
    }
    double most = burnt.stream().mapToDouble(EgretFuel::most).max().orElse(0);
    if (!blends) {
      choice(unit, fields, most + starts.coldest() / hours, first, second, switches);
    } else {
      fields.unused("unit", g, "aux_fuel_supply_initial", "The unit switches online.");
    }
  }

  private static double most(OfferCurve curve) {
    return curve.yuanPerH().get(curve.yuanPerH().size() - 1);
  }

  private Series price(JsonFields fields, String name) {
    double price = fields.number(name);
    if (price < 0) {
      log.add(Rule.QUANTITY_NOT_NEGATIVE, fields.element(), name, price, "Give 0 or more.");
    }
    return rows.constant(price);
  }

  /** One fuel at a time: {@code y} is 1 while the second one burns. */
  private void choice(
      EgretMachine unit,
      JsonFields fields,
      double most,
      String first,
      String second,
      boolean switches) {
    String g = unit.id();
    Series none = rows.constant(0);
    String y = rows.choice("burns the second fuel " + g, none, rows.constant(1), none, Part.ENERGY);
    Term on = rows.term(g, Quantity.STATUS, -1);
    rows.atMost("second fuel while on " + g, none, List.of(rows.value(y, 1), on));
    rows.atMost(
        "second fuel alone " + g, none, List.of(rows.value(second, 1), rows.value(y, -most)));
    rows.atMost(
        "first fuel alone " + g,
        none,
        List.of(rows.value(first, 1), rows.value(y, most), rows.term(g, Quantity.STATUS, -most)));
    if (switches) {
      fields.unused("unit", g, "aux_fuel_supply_initial", "The unit switches online.");
      return;
    }
    double before = before(unit, fields);
    double free = unit.wasOn() ? 0 : Double.POSITIVE_INFINITY;
    Term then = new Term(y, Quantity.VARIABLE, 1, rows.constant(-1));
    Term back = new Term(y, Quantity.VARIABLE, 1, rows.constant(1));
    rows.atMost(
        "second fuel from a start " + g,
        rows.by(t -> t == 0 ? free + before : 0),
        List.of(rows.value(y, 1), then, rows.term(g, Quantity.START, -1)));
    rows.atMost(
        "second fuel until a stop " + g,
        rows.by(t -> t == 0 ? free - before : 0),
        List.of(rows.value(y, -1), back, rows.term(g, Quantity.STOP, -1)));
  }

  /** Share of the second fuel before the first period. */
  private double before(EgretMachine unit, JsonFields fields) {
    if (unit.wasOn()) {
      return initial(fields);
    }
    fields.unused("unit", unit.id(), "aux_fuel_supply_initial", "The unit is off at first.");
    return 0;
  }

  private double initial(JsonFields fields) {
    JsonNode given = fields.raw("aux_fuel_supply_initial");
    double value =
        given == null
            ? Double.NaN
            : given.isBoolean()
                ? (given.booleanValue() ? 1 : 0)
                : fields.asNumber("aux_fuel_supply_initial", given, false);
    if (value != 0 && value != 1) {
      log.add(
          Rule.FIELD_TYPE,
          fields.element(),
          "aux_fuel_supply_initial",
          given == null ? "absent" : JsonFields.brief(given),
          "Give 1 if it burns its second fuel before the first period, else 0.");
      return 0;
    }
    return value;
  }

  /** The sum of variables is at least every line of the curve, and what a start burns. */
  private void burns(
      EgretMachine unit, Starts starts, List<OfferCurve> burnt, List<String> variables) {
    List<Term> start = startTerms(unit, starts);
    int lines = burnt.stream().mapToInt(OfferCurve::segmentCount).max().orElse(0);
    for (int k = 0; k < Math.max(1, lines); k++) {
      double[] slope = new double[rows.periods()];
      double[] fixed = new double[rows.periods()];
      for (int t = 0; t < slope.length; t++) {
        OfferCurve curve = burnt.size() == 1 ? burnt.get(0) : burnt.get(t);
        int line = Math.min(k, curve.segmentCount() - 1);
        slope[t] = line < 0 ? 0 : curve.priceYuanPerMwh(line);
        int point = Math.max(0, line);
        fixed[t] = curve.yuanPerH().get(point) - slope[t] * curve.mw().get(point);
      }
      List<Term> terms = new ArrayList<>(start);
      variables.forEach(variable -> terms.add(rows.value(variable, 1)));
      terms.add(new Term(unit.id(), Quantity.OUTPUT, Series.of(slope).map(x -> 0 - x)));
      terms.add(new Term(unit.id(), Quantity.STATUS, Series.of(fixed).map(x -> 0 - x)));
      rows.atLeast("fuel of %s #%d".formatted(unit.id(), k + 1), rows.constant(0), terms);
    }
  }

  /**
   * Minus what a start burns: that of the coldest one, less where the unit has been off for a
   * shorter time, which a stop or the initial state shows.
   */
  private List<Term> startTerms(EgretMachine unit, Starts starts) {
    List<Term> terms = new ArrayList<>();
    terms.add(rows.term(unit.id(), Quantity.START, -starts.coldest() / hours));
    List<Term> one = new ArrayList<>();
    for (int s = 0; s + 1 < starts.lags().length; s++) {
      double saved = starts.coldest() - starts.fuel()[s];
      if (saved == 0) {
        continue;
      }
      String category =
          rows.variable(
              "start %d of %s".formatted(s + 1, unit.id()),
              rows.constant(1),
              rows.constant(0),
              Part.ENERGY);
      terms.add(rows.value(category, saved / hours));
      one.add(rows.value(category, 1));
      int from = s == 0 ? 1 : starts.lags()[s];
      int to = starts.lags()[s + 1];
      List<Term> since = new ArrayList<>(List.of(rows.value(category, 1)));
      for (int lag = from; lag < to && lag < rows.periods(); lag++) {
        since.add(new Term(unit.id(), Quantity.STOP, lag, rows.constant(-1)));
      }
      int off = unit.wasOn() ? Integer.MIN_VALUE / 2 : (int) Math.rint(unit.wasHours() / hours);
      rows.atMost(
          "time off for start %d of %s".formatted(s + 1, unit.id()),
          rows.by(t -> off + t >= from && off + t < to ? 1 : 0),
          since);
    }
    if (!one.isEmpty()) {
      one.add(rows.term(unit.id(), Quantity.START, -1));
      rows.atMost("one start of " + unit.id(), rows.constant(0), one);
    }
    return terms;
  }

  private Starts starts(EgretMachine unit, JsonFields fields) {
    JsonNode given = fields.raw("startup_fuel");
    if (given == null || !given.isArray()) {
      double fuel = given == null ? 0 : fields.asNumber("startup_fuel", given, false);
      return new Starts(new int[] {1}, new double[] {fuel});
    }
    int count = given.size();
    int[] lags = new int[Math.max(1, count)];
    double[] fuel = new double[Math.max(1, count)];
    boolean pairs = true;
    for (int s = 0; s < count; s++) {
      pairs &= given.get(s).size() == 2;
      lags[s] = Math.max(1, (int) Math.rint(given.get(s).path(0).asDouble(0) / hours));
      fuel[s] = given.get(s).path(1).asDouble(0);
    }
    double down = Math.rint(fields.number("min_down_time") / hours) * hours;
    LimitNotices.firstLag(log, unit.id(), "startup_fuel", lags[0] * hours, Math.max(hours, down));
    boolean rising = true;
    for (int s = 1; s < count; s++) {
      rising &= lags[s] > lags[s - 1] && fuel[s] >= fuel[s - 1];
    }
    if (!pairs || !rising) {
      log.add(
          Rule.FIELD_TYPE,
          fields.element(),
          "startup_fuel",
          JsonFields.brief(given),
          "Give pairs of hours off and fuel, both rising.");
    }
    return new Starts(lags, fuel);
  }

  /** Adds the supplies, after all units. */
  void supplies(Map<String, JsonFields> supplies) {
    supplies.forEach(this::supply);
    burners.forEach(
        (supply, from) -> {
          if (!supplies.containsKey(supply)) {
            log.add(
                Rule.REFERENCE_EXISTS,
                "unit " + from.get(0).unit(),
                from.get(0).field(),
                supply,
                NearestName.advice(supply, Set.copyOf(supplies.keySet())));
          }
        });
  }

  private void supply(String id, JsonFields fields) {
    String type = fields.text("fuel_supply_type");
    Series available = values.series(fields, "fuel_available");
    if (!type.equals("instantaneous")) {
      log.add(
          Rule.FIELD_TYPE,
          fields.element(),
          "fuel_supply_type",
          type,
          "Not supported: use instantaneous.");
    }
    fields.noticeRest("fuel supply", id);
    List<Burner> from = burners.getOrDefault(id, List.of());
    if (from.isEmpty()) {
      log.notice(
          Rule.TAKEN_AS, "fuel supply", id, "", "no unit", "No unit burns it; it limits none.");
      return;
    }
    Series most = available.map(x -> x < UNLIMITED ? x : Double.POSITIVE_INFINITY);
    List<Term> terms = from.stream().map(each -> rows.value(each.variable(), hours)).toList();
    rows.atMost("fuel supply " + id, most, terms);
  }
}
