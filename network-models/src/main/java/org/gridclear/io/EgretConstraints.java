package org.gridclear.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.constraint.LinearConstraint;
import org.gridclear.market.constraint.LinearConstraint.Quantity;
import org.gridclear.market.constraint.LinearConstraint.Term;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;
import tools.jackson.databind.JsonNode;

/**
 * Fuel supplies and security constraints of Egret as constraints given as data. What a unit burns
 * is convex in its output, so the greatest of the lines of its curve: a supply limits the sum of
 * one line of every unit, for all choices of lines.
 */
final class EgretConstraints {
  private static final double UNLIMITED = 1e15;
  private static final int ROWS_MAX = 64;

  private final EgretValues values;
  private final IssueLog log;
  private final List<LinearConstraint> constraints = new ArrayList<>();
  private final Map<String, List<Burner>> burners = new LinkedHashMap<>();

  /**
   * A unit that burns from a supply.
   *
   * @param unit its id
   * @param curves fuel per hour over output, one curve or one per period
   * @param perStart fuel of a start
   */
  private record Burner(String unit, List<OfferCurve> curves, double perStart) {
    OfferCurve curve(int t) {
      return curves.size() == 1 ? curves.get(0) : curves.get(t);
    }
  }

  EgretConstraints(EgretValues values, IssueLog log) {
    this.values = values;
    this.log = log;
  }

  List<LinearConstraint> constraints() {
    return constraints;
  }

  /** Notes that a unit burns from a supply. */
  void burner(String supply, String unit, List<OfferCurve> curves, double perStart) {
    burners
        .computeIfAbsent(supply, key -> new ArrayList<>())
        .add(new Burner(unit, curves, perStart));
  }

  void read(JsonFields elements) {
    Map<String, JsonFields> supplies = elements.map("fuel_supply", "fuel supply");
    supplies.forEach(this::supply);
    for (Map.Entry<String, List<Burner>> each : burners.entrySet()) {
      if (!supplies.containsKey(each.getKey())) {
        log.add(
            Rule.REFERENCE_EXISTS,
            "unit " + each.getValue().get(0).unit(),
            "fuel_supply",
            each.getKey(),
            NearestName.advice(each.getKey(), supplies.keySet()));
      }
    }
    elements.map("security_constraint", "security constraint").forEach(this::security);
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
          Rule.TAKEN_AS,
          "fuel supply",
          id,
          "",
          "no unit",
          "No unit burns it alone; it limits none.");
      return;
    }
    int rows = 1;
    for (Burner each : from) {
      rows *= Math.max(1, each.curve(0).segmentCount());
    }
    if (rows > ROWS_MAX) {
      log.add(
          Rule.FIELD_TYPE,
          fields.element(),
          "",
          from.size() + " units",
          "Not supported: so many units and segments at one supply.");
      return;
    }
    boolean varies = from.stream().anyMatch(each -> each.curves().size() > 1);
    for (int t = 0; t < (varies ? available.size() : 1); t++) {
      int period = t;
      Series most = available.map(amount -> amount < UNLIMITED ? amount : Double.POSITIVE_INFINITY);
      if (varies) {
        most = most.map(0, period, x -> Double.POSITIVE_INFINITY);
        most = most.map(period + 1, most.size(), x -> Double.POSITIVE_INFINITY);
      }
      lines(id + (varies ? " " + (t + 1) : ""), from, t, most, 0, new ArrayList<>());
    }
  }

  /** One constraint for every choice of a line of every unit from number {@code next} on. */
  private void lines(String id, List<Burner> from, int t, Series most, int next, List<Term> terms) {
    if (next == from.size()) {
      String name = "fuel %s #%d".formatted(id, constraints.size() + 1);
      constraints.add(
          new LinearConstraint(name, true, terms, infinite(-1), most, Double.POSITIVE_INFINITY));
      return;
    }
    Burner burner = from.get(next);
    OfferCurve curve = burner.curve(t);
    double hours = values.horizon().hoursPerPeriod();
    for (int k = 0; k < Math.max(1, curve.segmentCount()); k++) {
      double slope = curve.segmentCount() == 0 ? 0 : curve.priceYuanPerMwh(k);
      double fixed = curve.yuanPerH().get(k) - slope * curve.mw().get(k);
      List<Term> longer = new ArrayList<>(terms);
      longer.add(new Term(burner.unit(), Quantity.OUTPUT, constant(slope * hours)));
      longer.add(new Term(burner.unit(), Quantity.STATUS, constant(fixed * hours)));
      longer.add(new Term(burner.unit(), Quantity.START, constant(burner.perStart())));
      longer.removeIf(term -> term.coefficient().at(0) == 0);
      lines(id, from, t, most, next + 1, longer);
    }
  }

  private Series constant(double value) {
    return Series.constant(value, values.horizon().periodCount());
  }

  private Series infinite(double sign) {
    return Series.constant(sign * Double.POSITIVE_INFINITY, values.horizon().periodCount());
  }

  private void security(String id, JsonFields fields) {
    String type = fields.text("security_constraint_type", "pg");
    JsonFields given = fields.object("coefs", fields.element() + " coefs");
    String form = given.text("data_type", "coefs");
    JsonFields kinds = given.object("values", fields.element() + " coefs");
    JsonFields units = kinds.object("generator", fields.element() + " coefs");
    List<Term> terms = new ArrayList<>();
    for (String unit : units.names()) {
      terms.add(new Term(unit, Quantity.OUTPUT, constant(units.number(unit))));
    }
    JsonNode storage = kinds.raw("storage");
    if (!type.equals("pg") || !form.equals("coefs") || (storage != null && !storage.isEmpty())) {
      log.add(
          Rule.FIELD_TYPE,
          fields.element(),
          "coefs",
          type + " " + form,
          "Not supported: security constraints of anything but the output of generators.");
    }
    given.done();
    kinds.done();
    Series least = fields.has("lower_bound") ? values.series(fields, "lower_bound") : infinite(-1);
    Series most = fields.has("upper_bound") ? values.series(fields, "upper_bound") : infinite(1);
    double penalty = fields.number("violation_penalty", Double.POSITIVE_INFINITY);
    constraints.add(new LinearConstraint(id, true, terms, least, most, penalty));
    fields.noticeRest("security constraint", id);
  }
}
