package org.gridclear.io.egret;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridclear.io.egret.EgretServices.Service;
import org.gridclear.json.JsonFields;
import org.gridclear.market.rule.DecisionVariable.Part;
import org.gridclear.market.rule.LinearConstraint.Quantity;
import org.gridclear.market.rule.LinearConstraint.Term;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * The ancillary services of one thermal unit in Egret: what it may give of each, within its output
 * limits, within the ramp of a period that the services take a share of by their minutes, and of
 * better and worse services together. While it regulates, its output stays within a band of its
 * own.
 */
final class EgretUnitServices {
  private static final double REGULATION_MINUTES = 5;
  private static final double SPINNING_MINUTES = 10;
  private static final double FLEXIBLE_MINUTES = 20;
  private static final double SUPPLEMENTAL_MINUTES = 30;

  private final EgretServices services;
  private final EgretValues values;
  private final EgretRows rows;
  private final IssueLog log;
  private final EgretMachine unit;
  private final JsonFields fields;
  private final double minutes;
  private final Set<String> used = new HashSet<>();
  private final List<Ramped> ramped = new ArrayList<>();
  private String regulates = "";
  private Series highMw = Series.constant(0, 1);
  private Series lowMw = Series.constant(0, 1);
  private String regulationUp = "";
  private String regulationDown = "";
  private String spinning = "";
  private String cold = "";
  private String supplemental = "";
  private String flexibleUp = "";
  private String flexibleDown = "";

  /** A service that takes a part of the ramp; averaged over two periods or not. */
  private record Ramped(String variable, boolean up, double minutes, boolean averaged) {}

  EgretUnitServices(
      EgretServices services,
      EgretValues values,
      EgretRows rows,
      IssueLog log,
      EgretMachine unit,
      JsonFields fields) {
    this.services = services;
    this.values = values;
    this.rows = rows;
    this.log = log;
    this.unit = unit;
    this.fields = fields;
    this.minutes = values.horizon().minutesPerPeriod();
  }

  /**
   * Adds the variables and rows of the unit.
   *
   * @return names of the fields that were used
   */
  Set<String> add() {
    if (!services.any()) {
      return used;
    }
    services.member(unit.id(), fields);
    if (services.isCleared(Service.REGULATION_UP) && flag("agc_capable")) {
      regulation();
    }
    if (services.isCleared(Service.SPINNING_RESERVE)) {
      spinning();
    }
    if (services.isCleared(Service.NON_SPINNING_RESERVE) && flag("fast_start")) {
      cold = offer(Service.NON_SPINNING_RESERVE, "", "non_spinning_cost", Double.POSITIVE_INFINITY);
      whileOff("non-spinning limit", "non_spinning_capacity", cold);
    }
    if (services.isCleared(Service.SUPPLEMENTAL_RESERVE)) {
      supplemental();
    }
    if (services.isCleared(Service.FLEXIBLE_RAMP_UP)) {
      flexible();
    }
    capacity();
    ramp("ramp up with services", true);
    if (!regulates.isEmpty() || !flexibleDown.isEmpty()) {
      ramp("ramp down with services", false);
    }
    return used;
  }

  private String id(String what) {
    return what + " of " + unit.id();
  }

  private boolean flag(String name) {
    used.add(name);
    return fields.flag(name, false);
  }

  private Series series(String name, double byDefault) {
    used.add(name);
    return values.series(fields, name, byDefault);
  }

  private String offer(Service service, String prefix, String costField, double maxMw) {
    Series price = series(costField, 0);
    String name =
        rows.variable(id(prefix + service.label()), rows.constant(maxMw), price, Part.ANCILLARY);
    services.gives(service, unit.id(), name);
    return name;
  }

  private void regulation() {
    highMw = mandatory("p_max_agc");
    lowMw = mandatory("p_min_agc");
    used.add("ramp_agc");
    double perMinute = fields.number("ramp_agc");
    for (int t = 0; t < rows.periods(); t++) {
      if (!(highMw.at(t) <= unit.maxMw().at(t)
          && lowMw.at(t) <= highMw.at(t)
          && lowMw.at(t) >= unit.minMw().at(t))) {
        log.add(
            Rule.LIMITS_ORDERED,
            fields.element(),
            "p_min_agc/p_max_agc",
            lowMw.at(t) + ".." + highMw.at(t),
            "Give p_min ≤ p_min_agc ≤ p_max_agc ≤ p_max.");
        break;
      }
    }
    regulates = choice();
    regulationUp = offer(Service.REGULATION_UP, "", "agc_marginal_cost", Double.POSITIVE_INFINITY);
    regulationDown =
        offer(Service.REGULATION_DOWN, "", "agc_marginal_cost", Double.POSITIVE_INFINITY);
    Series band = rows.by(t -> (highMw.at(t) - lowMw.at(t)) / 2);
    bounded(regulationUp, band, perMinute, unit.upMwPerH());
    bounded(regulationDown, band, perMinute, unit.downMwPerH());
    ramped.add(new Ramped(regulationUp, true, REGULATION_MINUTES, true));
    ramped.add(new Ramped(regulationDown, false, REGULATION_MINUTES, true));
  }

  private Series mandatory(String name) {
    used.add(name);
    return values.series(fields, name);
  }

  /** Whether it regulates, which the file may give, and which takes a running unit. */
  private String choice() {
    used.add("fixed_regulation");
    double[] least = new double[rows.periods()];
    double[] most = new double[rows.periods()];
    List<tools.jackson.databind.JsonNode> fixed = values.perPeriod(fields, "fixed_regulation");
    for (int t = 0; t < least.length; t++) {
      boolean given = fixed.get(t) != null;
      boolean on = given && fields.asFlag("fixed_regulation", fixed.get(t));
      least[t] = on ? 1 : 0;
      most[t] = given && !on ? 0 : 1;
    }
    String name =
        rows.choice(
            id("regulating"),
            Series.of(least),
            Series.of(most),
            series("agc_fixed_cost", 0),
            Part.ANCILLARY);
    rows.atMost(
        id("regulation while on"),
        rows.constant(0),
        List.of(rows.value(name, 1), rows.term(unit.id(), Quantity.STATUS, -1)));
    return name;
  }

  private void bounded(String variable, Series band, double perMinute, double rampMwPerH) {
    double ramp = Math.min(perMinute, rampMwPerH / 60) * REGULATION_MINUTES;
    Series most = band.map(mw -> Math.min(mw, ramp));
    rows.atMost(
        "limit of " + variable,
        rows.constant(0),
        List.of(rows.value(variable, 1), coefficient(regulates, Quantity.VARIABLE, most)));
  }

  private Term coefficient(String of, Quantity quantity, Series subtracted) {
    return new Term(of, quantity, subtracted.map(x -> 0 - x));
  }

  private void spinning() {
    spinning = offer(Service.SPINNING_RESERVE, "", "spinning_cost", Double.POSITIVE_INFINITY);
    whileOn("spinning limit", "spinning_capacity", SPINNING_MINUTES, regulationUp, spinning);
    ramped.add(new Ramped(spinning, true, SPINNING_MINUTES, true));
  }

  private void whileOn(String what, String capacityField, double within, String... variables) {
    double ramp = unit.upMwPerH() / 60 * within;
    Series most = series(capacityField, Double.POSITIVE_INFINITY).map(mw -> Math.min(mw, ramp));
    List<Term> terms = sum(variables);
    terms.add(coefficient(unit.id(), Quantity.STATUS, most));
    rows.atMost(id(what), rows.constant(0), terms);
  }

  private void whileOff(String what, String capacityField, String... variables) {
    Series most = series(capacityField, 0);
    for (int t = 0; t < rows.periods(); t++) {
      if (most.at(t) > unit.maxMw().at(t)) {
        log.add(
            Rule.LIMITS_ORDERED,
            fields.element(),
            capacityField,
            most.at(t),
            "Give no more than p_max.");
        break;
      }
    }
    List<Term> terms = sum(variables);
    terms.add(new Term(unit.id(), Quantity.STATUS, most));
    rows.atMost(id(what), most, terms);
  }

  private List<Term> sum(String... variables) {
    List<Term> terms = new ArrayList<>();
    for (String variable : variables) {
      if (!variable.isEmpty()) {
        terms.add(rows.value(variable, 1));
      }
    }
    return terms;
  }

  private void supplemental() {
    double free = Double.POSITIVE_INFINITY;
    if (flag("supplemental_start")) {
      String off = offer(Service.SUPPLEMENTAL_RESERVE, "started ", "supplemental_cost", free);
      whileOff("supplemental limit while off", "supplemental_non_spinning_capacity", off, cold);
    }
    supplemental = offer(Service.SUPPLEMENTAL_RESERVE, "", "supplemental_cost", free);
    whileOn(
        "supplemental limit",
        "supplemental_spinning_capacity",
        SUPPLEMENTAL_MINUTES,
        supplemental,
        spinning,
        regulationUp);
    ramped.add(new Ramped(supplemental, true, SUPPLEMENTAL_MINUTES, true));
  }

  private void flexible() {
    flexibleUp = ramp(Service.FLEXIBLE_RAMP_UP, unit.upMwPerH());
    flexibleDown = ramp(Service.FLEXIBLE_RAMP_DOWN, unit.downMwPerH());
    ramped.add(new Ramped(flexibleUp, true, FLEXIBLE_MINUTES, false));
    ramped.add(new Ramped(flexibleDown, false, FLEXIBLE_MINUTES, false));
  }

  private String ramp(Service service, double rampMwPerH) {
    String name =
        rows.variable(
            id(service.label()),
            rows.constant(Double.POSITIVE_INFINITY),
            rows.constant(0),
            Part.ANCILLARY);
    services.gives(service, unit.id(), name);
    double most = FLEXIBLE_MINUTES * rampMwPerH / 60;
    rows.atMost(
        "limit of " + name,
        rows.constant(0),
        List.of(rows.value(name, 1), rows.term(unit.id(), Quantity.STATUS, -most)));
    return name;
  }

  /** Output with what is given upwards and downwards, within limits or the band of regulation. */
  private void capacity() {
    List<Term> up = sum(flexibleUp, regulationUp, spinning, supplemental);
    up.add(rows.term(unit.id(), Quantity.OUTPUT, 1));
    up.add(rows.term(unit.id(), Quantity.RESERVE_UP, 1));
    up.add(coefficient(unit.id(), Quantity.STATUS, unit.maxMw()));
    List<Term> down = sum(flexibleDown, regulationDown);
    boolean downward = !down.isEmpty();
    down.add(rows.term(unit.id(), Quantity.OUTPUT, -1));
    down.add(new Term(unit.id(), Quantity.STATUS, unit.minMw()));
    if (!regulates.isEmpty()) {
      Series cut = rows.by(t -> unit.maxMw().at(t) - highMw.at(t));
      up.add(new Term(regulates, Quantity.VARIABLE, cut));
      Series lift = rows.by(t -> lowMw.at(t) - unit.minMw().at(t));
      down.add(new Term(regulates, Quantity.VARIABLE, lift));
    }
    rows.atMost(id("greatest output with services"), rows.constant(0), up);
    if (downward) {
      rows.atMost(id("least output with services"), rows.constant(0), down);
    }
  }

  private void ramp(String what, boolean up) {
    double hours = minutes / 60;
    double ramp = (up ? unit.upMwPerH() : unit.downMwPerH()) * hours;
    String g = unit.id();
    List<Term> terms = new ArrayList<>();
    for (Ramped each : ramped) {
      if (each.up() == up) {
        double share = minutes / each.minutes();
        Series now = rows.by(t -> t == 0 || !each.averaged() ? share : share / 2);
        terms.add(new Term(each.variable(), Quantity.VARIABLE, now));
        double before = each.averaged() ? share / 2 : 0;
        terms.add(new Term(each.variable(), Quantity.VARIABLE, 1, rows.constant(before)));
      }
    }
    double sign = up ? 1 : -1;
    terms.add(rows.term(g, Quantity.OUTPUT, sign));
    terms.add(new Term(g, Quantity.OUTPUT, 1, rows.constant(-sign)));
    double was = unit.wasOn() ? unit.wasMw() : 0;
    if (up) {
      Series before = rows.by(t -> t == 0 ? 0 : unit.minMw().at(t - 1));
      terms.add(rows.term(g, Quantity.RESERVE_UP, 1));
      terms.add(new Term(g, Quantity.STATUS, rows.by(t -> -ramp - before.at(t))));
      terms.add(new Term(g, Quantity.STATUS, 1, before));
      Series cut = rows.by(t -> ramp + before.at(t) - unit.startMw().at(t));
      terms.add(new Term(g, Quantity.START, cut));
      rows.atMost(id(what), rows.by(t -> t == 0 ? was : 0), terms);
    } else {
      Series least = unit.minMw();
      terms.add(new Term(g, Quantity.STATUS, least));
      terms.add(new Term(g, Quantity.STATUS, 1, rows.by(t -> -ramp - least.at(t))));
      Series cut = rows.by(t -> ramp + least.at(t) - unit.stopMw().at(Math.max(0, t - 1)));
      terms.add(new Term(g, Quantity.STOP, cut));
      double first = (unit.wasOn() ? ramp + least.at(0) : 0) - was;
      rows.atMost(id(what), rows.by(t -> t == 0 ? first : 0), terms);
    }
  }
}
