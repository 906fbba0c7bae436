package org.gridclear.io.egret;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridclear.json.JsonFields;
import org.gridclear.market.Commitment;
import org.gridclear.market.InitialState;
import org.gridclear.market.LimitRule;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.StartCategory;
import org.gridclear.market.ThermalUnit;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.LimitNotices;
import org.gridclear.validate.Rule;
import tools.jackson.databind.JsonNode;

/** Generators of Egret in service: thermal units and renewables. */
final class EgretUnits {
  /** Fields that describe a machine in other models than unit commitment, or carry results. */
  private static final List<String> OTHER_MODELS =
      List.of(
          "q_min",
          "q_max",
          "qg",
          "pg",
          "vg",
          "mbase",
          "failure_rate",
          "unit_type",
          "id",
          "shutdown_curve",
          "startup_curve",
          "q_cost",
          "squad_marginal_cost");

  /** Fields of ancillary services that have no requirement here. */
  private static final List<String> SERVICES =
      List.of(
          "agc_capable",
          "p_min_agc",
          "p_max_agc",
          "ramp_agc",
          "agc_fixed_cost",
          "agc_marginal_cost",
          "fixed_regulation",
          "spinning_cost",
          "spinning_capacity",
          "non_spinning_cost",
          "non_spinning_capacity",
          "supplemental_start",
          "supplemental_cost",
          "supplemental_spinning_capacity",
          "supplemental_non_spinning_capacity",
          "fast_start",
          "quickstart_capable");

  private final EgretValues values;
  private final EgretCurves curves;
  private final IssueLog log;
  private final EgretServices services;
  private final EgretFuel fuel;
  private final EgretRows rows;
  private final double hours;
  private final Set<String> products;
  private final List<ThermalUnit> thermal = new ArrayList<>();
  private final List<ProfiledUnit> profiled = new ArrayList<>();

  /**
   * Reads units.
   *
   * @param reserve whether anything in the file requires the one reserve of Egret
   * @param services the services that something in the file requires
   * @param fuel takes what the units burn
   * @param rows takes the variables and rows of services
   */
  EgretUnits(
      EgretValues values,
      boolean reserve,
      EgretServices services,
      EgretFuel fuel,
      EgretRows rows,
      IssueLog log) {
    this.values = values;
    this.services = services;
    this.fuel = fuel;
    this.rows = rows;
    this.products = reserve ? Set.of(EgretReader.RESERVE) : Set.of();
    this.curves = new EgretCurves(values, log);
    this.log = log;
    this.hours = values.horizon().hoursPerPeriod();
  }

  List<ThermalUnit> thermal() {
    return thermal;
  }

  List<ProfiledUnit> profiled() {
    return profiled;
  }

  void read(String id, JsonFields fields) {
    String type = fields.text("generator_type");
    Set<String> used = new HashSet<>();
    if (type.equals("thermal")) {
      EgretMachine machine = machine(id, fields);
      thermal.add(thermal(fields, machine));
      used.addAll(new EgretUnitServices(services, values, rows, log, machine, fields).add());
      fuel.unit(machine, fields, curves);
    } else if (type.equals("renewable")) {
      profiled.add(renewable(id, fields));
    } else {
      log.add(
          Rule.FIELD_TYPE,
          fields.element(),
          "generator_type",
          type,
          "Not supported: use thermal or renewable.");
    }
    fields.has("area");
    fields.has("zone");
    OTHER_MODELS.forEach(
        name -> fields.unused("unit", id, name, "Unit commitment does not use it."));
    SERVICES.stream()
        .filter(name -> !used.contains(name))
        .forEach(
            name -> fields.unused("unit", id, name, "No requirement that is cleared uses it."));
    fields.noticeRest("unit", id);
  }

  /** Egret gives the output of renewables no cost. */
  private ProfiledUnit renewable(String id, JsonFields fields) {
    fields.unused("unit", id, "p_cost", "The output of a renewable unit costs nothing in Egret.");
    Series free = Series.constant(0, values.horizon().periodCount());
    return new ProfiledUnit(
        id,
        fields.text("bus"),
        fields.text("fuel", "renewable"),
        values.series(fields, "p_min", 0),
        values.series(fields, "p_max"),
        free);
  }

  private ThermalUnit thermal(JsonFields fields, EgretMachine machine) {
    String id = machine.id();
    Series minMw = machine.minMw();
    Series maxMw = machine.maxMw();
    double rampUp = machine.upMwPerH();
    double rampDown = machine.downMwPerH();
    double downHours = whole(fields.number("min_down_time"));
    List<StartCategory> starts = starts(id, fields, downHours);
    LimitNotices.firstLag(log, id, "startup_cost", starts.get(0).offHours(), downHours);
    List<String> otherFirstPeriod = List.of("initial_p_min", "initial_shutdown_capacity");
    otherFirstPeriod.forEach(
        name -> fields.unused("unit", id, name, "The limits of the first period are taken."));
    return new ThermalUnit(
        id,
        fields.text("bus"),
        fields.text("fuel", ""),
        offers(id, fields, minMw, maxMw),
        minMw,
        maxMw,
        rampUp,
        rampDown,
        limit(id, fields, "startup_capacity", minMw, maxMw, rampUp),
        limit(id, fields, "shutdown_capacity", minMw, maxMw, rampDown),
        whole(fields.number("min_up_time")),
        downHours,
        -1,
        starts,
        commitment(id, fields),
        new InitialState(machine.wasOn(), machine.wasHours(), machine.wasMw()),
        products,
        fields.number("shutdown_cost", 0),
        LimitRule.LIMIT_FOR_RAMP,
        0,
        0);
  }

  private EgretMachine machine(String id, JsonFields fields) {
    Series minMw = values.series(fields, "p_min");
    double up = fields.number("ramp_up_60min");
    double down = fields.number("ramp_down_60min");
    InitialState before = initial(fields);
    return new EgretMachine(
        id,
        minMw,
        values.series(fields, "p_max"),
        up,
        down,
        scaledLimit(fields, "startup_capacity", minMw, up),
        scaledLimit(fields, "shutdown_capacity", minMw, down),
        before.on(),
        before.hours(),
        before.powerMw());
  }

  /** A start or stop limit scaled to the period, not capped, never under the least output. */
  private Series scaledLimit(JsonFields fields, String name, Series minMw, double ramp) {
    Series given = fields.has(name) ? values.series(fields, name) : null;
    double[] limit = new double[minMw.size()];
    for (int t = 0; t < limit.length; t++) {
      double room = given == null ? ramp / 2 : given.at(t) - minMw.at(t);
      limit[t] = minMw.at(t) + Math.max(0, room) * hours;
    }
    return Series.of(limit);
  }

  /** Times in whole periods, rounded as Egret does. */
  private double whole(double time) {
    return Math.rint(time / hours) * hours;
  }

  /**
   * A start or stop limit: {@code p_min + (limit − p_min)·Δ}, the given limit or {@code p_min +
   * ramp/2}, capped by {@code p_max}.
   */
  private double limit(
      String id, JsonFields fields, String name, Series minMw, Series maxMw, double ramp) {
    Series given = fields.has(name) ? values.series(fields, name) : null;
    double[] limit = new double[minMw.size()];
    boolean binds = false;
    for (int t = 0; t < limit.length; t++) {
      double room = given == null ? ramp / 2 : given.at(t) - minMw.at(t);
      limit[t] = minMw.at(t) + room * hours;
      binds |= limit[t] < maxMw.at(t);
      if (room < 0 && given != null) {
        LimitNotices.startOrStop(log, id, name, given.at(t), minMw.at(t));
      }
    }
    Series scaled = Series.of(limit);
    if (binds && scaled.min() != scaled.max()) {
      log.add(
          Rule.FIELD_TYPE,
          fields.element(),
          name,
          scaled.min() + " to " + scaled.max(),
          "Not supported: a limit of starts or stops that binds and differs by period.");
    }
    return binds ? scaled.min() : scaled.max();
  }

  private InitialState initial(JsonFields fields) {
    double status = fields.number("initial_status");
    if (status == 0) {
      log.add(
          Rule.FIELD_TYPE,
          fields.element(),
          "initial_status",
          0,
          "Give the hours on, or the hours off with a minus.");
    }
    return new InitialState(status > 0, Math.abs(status), fields.number("initial_p_output"));
  }

  private List<Commitment> commitment(String id, JsonFields fields) {
    boolean mustRun = fields.flag("must_run", false);
    List<Commitment> list = new ArrayList<>();
    for (JsonNode status : values.perPeriod(fields, "fixed_commitment")) {
      if (status == null) {
        list.add(mustRun ? Commitment.ON : Commitment.FREE);
      } else {
        list.add(fields.asFlag("fixed_commitment", status) ? Commitment.ON : Commitment.OFF);
      }
    }
    return Collections.unmodifiableList(list);
  }

  private List<OfferCurve> offers(String id, JsonFields fields, Series minMw, Series maxMw) {
    Series noLoad = values.series(fields, "non_fuel_no_load_cost", 0);
    Series price = Series.constant(1, minMw.size());
    List<OfferCurve> given;
    if (EgretFuel.isDual(fields)) {
      fields.unused("unit", id, "p_cost", "What its two fuels cost is taken instead.");
      if (hours != 1 && (noLoad.min() != 0 || noLoad.max() != 0)) {
        log.add(
            Rule.FIELD_TYPE,
            fields.element(),
            "non_fuel_no_load_cost",
            noLoad.max(),
            "Not supported: of units with two fuels Egret takes it per period, not per hour.");
      }
      return priced(flat(minMw, maxMw), price, noLoad);
    }
    if (fields.has("p_fuel")) {
      fields.unused("unit", id, "p_cost", "Its p_fuel times fuel_cost is taken instead.");
      price = values.series(fields, "fuel_cost");
      given = curves.read(fields, "p_fuel", "fuel_curve", minMw, maxMw);
    } else {
      given = curves.read(fields, "p_cost", "cost_curve", minMw, maxMw);
      if (!fields.has("startup_fuel") || fields.has("startup_cost")) {
        fields.unused("unit", id, "fuel_cost", "Nothing of the unit is counted in fuel.");
      }
    }
    if (!fields.has("p_fuel") && !fields.has("p_cost")) {
      log.notice(
          Rule.TAKEN_AS, "unit", id, "p_cost", "absent", "Output without a cost costs nothing.");
    }
    if (given.isEmpty()) {
      given = flat(minMw, maxMw);
    }
    return priced(given, price, noLoad);
  }

  private static List<OfferCurve> flat(Series minMw, Series maxMw) {
    List<OfferCurve> list = new ArrayList<>();
    for (int t = 0; t < minMw.size(); t++) {
      list.add(EgretCurves.flat(minMw.at(t), maxMw.at(t)));
    }
    return list;
  }

  private static List<OfferCurve> priced(List<OfferCurve> curves, Series price, Series noLoad) {
    boolean same =
        curves.stream().distinct().count() == 1
            && price.min() == price.max()
            && noLoad.min() == noLoad.max();
    List<OfferCurve> list = new ArrayList<>();
    for (int t = 0; t < (same ? 1 : price.size()); t++) {
      OfferCurve curve = curves.size() == 1 ? curves.get(0) : curves.get(t);
      double factor = price.at(t);
      double fixed = noLoad.at(t);
      list.add(
          new OfferCurve(
              curve.mw(), curve.yuanPerH().stream().map(c -> c * factor + fixed).toList()));
    }
    return list;
  }

  /** Costs by time off; a single number holds for all starts. */
  private List<StartCategory> starts(String id, JsonFields fields, double downHours) {
    double fixed = fields.number("non_fuel_startup_cost", 0);
    if (EgretFuel.isDual(fields)) {
      fields.unused("unit", id, "startup_cost", "The fuel of its starts is taken instead.");
      return List.of(new StartCategory(downHours, fixed));
    }
    String name = fields.has("startup_cost") ? "startup_cost" : "startup_fuel";
    double factor = 1;
    if (name.equals("startup_cost")) {
      fields.unused("unit", id, "startup_fuel", "Its startup_cost is taken instead.");
    } else if (fields.has(name)) {
      factor = steady(fields, "fuel_cost");
    }
    JsonNode given = fields.raw(name);
    if (given == null) {
      return List.of(new StartCategory(downHours, fixed));
    }
    if (!given.isArray()) {
      double each = fields.asNumber(name, given, false);
      return List.of(new StartCategory(downHours, fixed + factor * each));
    }
    List<StartCategory> starts = new ArrayList<>();
    for (JsonNode pair : given) {
      if (!pair.isArray() || pair.size() != 2) {
        log.add(
            Rule.FIELD_TYPE,
            fields.element(),
            name,
            JsonFields.brief(pair),
            "Give pairs of hours off and cost.");
        continue;
      }
      double lag = Math.max(hours, whole(fields.asNumber(name, pair.get(0), false)));
      double cost = fields.asNumber(name, pair.get(1), false);
      starts.add(new StartCategory(lag, fixed + factor * cost));
    }
    return starts.isEmpty() ? List.of(new StartCategory(downHours, fixed)) : starts;
  }

  private double steady(JsonFields fields, String name) {
    Series series = values.series(fields, name);
    if (series.min() != series.max()) {
      log.add(
          Rule.FIELD_TYPE,
          fields.element(),
          name,
          series.min() + " to " + series.max(),
          "Not supported: start-up fuel at a price that differs by period.");
    }
    return series.at(0);
  }
}
