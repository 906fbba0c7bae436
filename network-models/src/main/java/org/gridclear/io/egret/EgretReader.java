package org.gridclear.io.egret;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridclear.json.JsonFields;
import org.gridclear.market.BusLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.market.Penalties;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.ContingencySet;
import org.gridclear.market.rule.OperatingRules;
import org.gridclear.market.rule.Scope;
import org.gridclear.network.Network;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import tools.jackson.databind.JsonNode;

/**
 * Reads Egret unit-commitment JSON as Egret's own model takes it: elements out of service are left
 * out, what a field leaves open has Egret's default.
 */
public final class EgretReader {
  /** The product behind {@code reserve_requirement}. */
  static final String RESERVE = "spinning";

  /** Yuan per MWh of load that is not served, where the file names none. */
  private static final double MISMATCH_COST = 10_000;

  /** Share of that cost which a MWh of missing reserve costs, where the file names none. */
  private static final double SHORTFALL_SHARE = 0.1;

  /** Share of that cost which a MWh over a limit after an outage costs. */
  private static final double CONTINGENCY_SHARE = 0.5;

  private final IssueLog log;
  private final JsonFields system;
  private final JsonFields elements;
  private final EgretValues values;
  private final Horizon horizon;

  private EgretReader(JsonFields root, IssueLog log) {
    this.log = log;
    this.system = root.object("system", "system");
    this.elements = root.object("elements", "elements");
    int periods = system.array("time_keys").size();
    if (periods < 1 || periods > Horizon.PERIOD_COUNT_MAX) {
      log.add(Rule.FIELD_PRESENT, "system", "time_keys", periods, "Give the keys of the periods.");
      periods = 1;
    }
    int minutes = system.integer("time_period_length_minutes", 60);
    if (minutes < 1 || (60 % minutes != 0 && minutes % 60 != 0)) {
      log.add(
          Rule.FIELD_TYPE,
          "system",
          "time_period_length_minutes",
          minutes,
          "Give a divisor or a multiple of 60.");
      minutes = 60;
    }
    this.horizon = new Horizon(periods, minutes);
    this.values = new EgretValues(horizon, log);
    root.noticeRest("document", "");
  }

  /** The day of a document; what is wrong goes to the log. */
  public static MarketDay read(String name, JsonNode document, IssueLog log) {
    return new EgretReader(new JsonFields(document, "document", log), log).read(name);
  }

  private MarketDay read(String name) {
    EgretNetwork grid = new EgretNetwork(elements, system, values, log);
    Network network = grid.read(name);
    Penalties penalties = penalties(grid.flowgatePenalty());
    Map<String, Map<String, JsonFields>> zones = new LinkedHashMap<>();
    List.of("area", "zone").forEach(kind -> zones.put(kind, elements.map(kind, kind)));
    EgretRows rows = new EgretRows(horizon.periodCount());
    EgretServices services = new EgretServices(values, rows, log);
    services.require(system, zones, penalties.reserveYuanPerMwh(), penalties.balanceYuanPerMwh());
    EgretFuel fuel = new EgretFuel(values, rows, log);
    EgretUnits units = new EgretUnits(values, requiresReserve(zones), services, fuel, rows, log);
    Map<String, JsonFields> inService = inService("generator", "unit");
    inService.forEach(units::read);
    fuel.supplies(elements.map("fuel_supply", "fuel supply"));
    new EgretConstraints(values, rows, log).read(elements);
    services.add();
    List<ReserveRequirement> reserves = reserves(penalties, zones, inService, units.thermal());
    OperatingRules rules =
        OperatingRules.NONE
            .withContingencies(new ContingencySet(false, grid.contingencies()))
            .withStates(List.of(), grid.hvdcSchedules())
            .withLinear(rows.variables(), rows.constraints());
    List<StorageUnit> storage = storage();
    List<BusLoad> loads = loads();
    rest();
    return new MarketDay(
            name,
            List.of(),
            horizon,
            network,
            units.thermal(),
            units.profiled(),
            storage,
            loads,
            List.of(),
            List.of(),
            reserves,
            grid.limits(),
            grid.outages(),
            penalties,
            rules)
        .withCurrency(MarketDay.CURRENCY_UNITS);
  }

  private boolean requiresReserve(Map<String, Map<String, JsonFields>> zones) {
    return system.has("reserve_requirement")
        || zones.values().stream()
            .flatMap(ofKind -> ofKind.values().stream())
            .anyMatch(fields -> fields.has("reserve_requirement"));
  }

  private Map<String, JsonFields> inService(String kind, String label) {
    Map<String, JsonFields> inService = new LinkedHashMap<>();
    elements
        .map(kind, label)
        .forEach(
            (id, fields) -> {
              if (fields.flag("in_service", true)) {
                inService.put(id, fields);
              } else {
                log.notice(
                    Rule.TAKEN_AS, label, id, "in_service", false, "It takes no part in the day.");
              }
            });
    return inService;
  }

  private void rest() {
    system.unused("system", "", "name", "The day has the name of its file.");
    List<JsonNode> keys = system.array("time_keys");
    for (int t = 0; t < keys.size(); t++) {
      if (!keys.get(t).asString("").equals(Integer.toString(t + 1))) {
        log.notice(
            Rule.TAKEN_AS,
            "system",
            "",
            "time_keys",
            JsonFields.brief(keys.get(t)),
            "Periods are counted from 1 on.");
      }
    }
    system.unused("system", "", "q_load_mismatch_cost", "There is no reactive power in it.");
    system.unused("system", "", "reserve_ramping_constraints", "Egret's model does not read it.");
    elements.noticeRest("elements", "");
    system.noticeRest("system", "");
  }

  private List<BusLoad> loads() {
    List<BusLoad> loads = new ArrayList<>();
    inService("load", "load")
        .forEach(
            (id, fields) -> {
              Series mw = values.series(fields, "p_load");
              JsonNode bus = fields.raw("bus");
              if (bus != null && bus.isObject()) {
                distribute(fields, mw, loads);
              } else {
                loads.add(new BusLoad(fields.text("bus"), mw));
              }
              for (String name : List.of("q_load", "area", "zone", "id", "name", "p_price")) {
                fields.unused("load", id, name, "The clearing does not use it.");
              }
              fields.noticeRest("load", id);
            });
    return loads;
  }

  /** A load over several buses by factors. */
  private void distribute(JsonFields load, Series mw, List<BusLoad> loads) {
    JsonFields factors = load.object("bus", load.element() + " bus");
    String type = factors.text("data_type", "");
    if (!type.equals("load_distribution_factor")) {
      log.add(
          Rule.FIELD_TYPE, factors.element(), "data_type", type, "Use load_distribution_factor.");
    }
    JsonFields share = factors.object("values", factors.element() + " values");
    Map<String, Double> shares = new HashMap<>();
    share.names().forEach(bus -> shares.put(bus, share.number(bus)));
    share
        .names()
        .forEach(
            bus ->
                loads.add(
                    new BusLoad(bus, mw.map(v -> v * Objects.requireNonNull(shares.get(bus))))));
    factors.done();
  }

  private Penalties penalties(double flowgatePenalty) {
    double mismatch = system.number("load_mismatch_cost", MISMATCH_COST);
    double contingency =
        system.number("contingency_flow_violation_cost", CONTINGENCY_SHARE * mismatch);
    return new Penalties(
        mismatch,
        system.number("reserve_shortfall_cost", SHORTFALL_SHARE * mismatch),
        contingency,
        Double.POSITIVE_INFINITY,
        flowgatePenalty,
        Penalties.DEFAULT.scheduleYuanPerMwh());
  }

  /** The requirement of the system, and those of zones and areas, of which units are members. */
  private List<ReserveRequirement> reserves(
      Penalties penalties,
      Map<String, Map<String, JsonFields>> zones,
      Map<String, JsonFields> units,
      List<ThermalUnit> thermal) {
    List<ReserveRequirement> list = new ArrayList<>();
    double price = penalties.reserveYuanPerMwh();
    if (system.has("reserve_requirement")) {
      Series mw = values.series(system, "reserve_requirement");
      list.add(requirement("system", Scope.SYSTEM, mw, price));
    }
    for (String kind : List.of("zone", "area")) {
      Objects.requireNonNull(zones.get(kind))
          .forEach(
              (id, fields) -> {
                if (fields.has("reserve_requirement")) {
                  Series mw = values.series(fields, "reserve_requirement");
                  List<String> members = new ArrayList<>();
                  for (ThermalUnit unit : thermal) {
                    if (Objects.requireNonNull(units.get(unit.id())).text(kind, "").equals(id)) {
                      members.add(unit.id());
                    }
                  }
                  if (members.isEmpty()) {
                    log.add(
                        Rule.REFERENCE_EXISTS,
                        fields.element(),
                        "reserve_requirement",
                        id,
                        "No thermal unit in service names this %s.".formatted(kind));
                  } else {
                    Scope scope = new Scope(members, "", "");
                    list.add(requirement(kind + " " + id, scope, mw, price));
                  }
                }
                fields.noticeRest(kind, id);
              });
    }
    return list;
  }

  private static ReserveRequirement requirement(String id, Scope scope, Series mw, double price) {
    String name = id.equals("system") ? RESERVE : RESERVE + " " + id;
    Series penalty = Series.constant(price, mw.size());
    return new ReserveRequirement(name, RESERVE, scope, mw, 0, 0, false, penalty);
  }

  private List<StorageUnit> storage() {
    List<StorageUnit> list = new ArrayList<>();
    inService("storage", "storage")
        .forEach((id, fields) -> list.add(new EgretStorage(values, log).read(id, fields)));
    return Collections.unmodifiableList(list);
  }
}
