package org.gridclear.io;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.market.BusLoad;
import org.gridclear.market.Commitment;
import org.gridclear.market.InitialState;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.Penalties;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.StartCategory;
import org.gridclear.market.ThermalUnit;
import org.gridclear.network.Bus;
import org.gridclear.network.GeneratorCost;
import org.gridclear.network.Network;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import tools.jackson.databind.JsonNode;

/**
 * Reads Egret unit-commitment JSON without a network: thermal units, loads, one reserve. Quadratic
 * costs become two segments of equal width, as Egret itself does.
 */
final class EgretReader {
  private static final String RESERVE = "spinning";
  private static final int SEGMENTS = 2;
  private static final List<String> OTHER_RESERVES =
      List.of(
          "spinning_reserve",
          "non_spinning_reserve",
          "regulation_up",
          "regulation_down",
          "supplemental_reserve",
          "flexible_ramp_up",
          "flexible_ramp_down");

  private final IssueLog log;
  private final JsonFields system;
  private final JsonFields elements;
  private final Horizon horizon;

  private EgretReader(JsonFields root, IssueLog log) {
    this.log = log;
    this.system = root.object("system", "system");
    this.elements = root.object("elements", "elements");
    int periods = Math.max(1, system.array("time_keys").size());
    this.horizon = new Horizon(periods, system.integer("time_period_length_minutes", 60));
  }

  static MarketDay read(String name, JsonNode document, IssueLog log) {
    return new EgretReader(new JsonFields(document, "document", log), log).read(name);
  }

  private MarketDay read(String name) {
    int periods = horizon.periodCount();
    List<Bus> buses = new ArrayList<>();
    elements.map("bus", "bus").forEach((id, fields) -> buses.add(Bus.of(id, "")));
    List<BusLoad> loads = new ArrayList<>();
    for (JsonFields load : elements.map("load", "load").values()) {
      loads.add(new BusLoad(load.text("bus"), series(load, "p_load", 0)));
    }
    List<ThermalUnit> units = new ArrayList<>();
    for (Map.Entry<String, JsonFields> unit : elements.map("generator", "unit").entrySet()) {
      JsonFields fields = unit.getValue();
      if (fields.text("generator_type", "").equals("thermal") && fields.flag("in_service", true)) {
        units.add(thermal(unit.getKey(), fields));
      } else {
        notCleared(fields.element(), "only thermal generators are");
      }
    }
    for (String kind : List.of("branch", "storage", "interface")) {
      int count = elements.map(kind, kind).size();
      if (count > 0) {
        notCleared(kind, "%d of them are left out".formatted(count));
      }
    }
    for (String product : OTHER_RESERVES) {
      if (system.has(product + "_requirement")) {
        notCleared("system", product + " requirement is left out");
      }
    }
    double balancePenalty =
        system.number("load_mismatch_cost", Penalties.DEFAULT.balanceYuanPerMwh());
    double shortfall = system.number("reserve_shortfall_cost", -1);
    return new MarketDay(
        name,
        List.of(),
        horizon,
        new Network(
            name, 100, buses, List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
        units,
        List.of(),
        List.of(),
        loads,
        List.of(),
        List.of(),
        List.of(
            new ReserveRequirement(
                RESERVE,
                system.has("reserve_requirement")
                    ? series(system, "reserve_requirement", 0)
                    : Series.constant(0, periods),
                shortfall)),
        List.of(),
        List.of(),
        new Penalties(
            balancePenalty,
            Penalties.DEFAULT.reserveYuanPerMwh(),
            Penalties.DEFAULT.contingencyYuanPerMwh(),
            Penalties.DEFAULT.thermalYuanPerMwh(),
            Penalties.DEFAULT.flowgateYuanPerMwh(),
            Penalties.DEFAULT.scheduleYuanPerMwh()));
  }

  private ThermalUnit thermal(String id, JsonFields fields) {
    int periods = horizon.periodCount();
    double pMinMw = fields.number("p_min");
    double pMaxMw = fields.number("p_max");
    List<StartCategory> starts = new ArrayList<>();
    for (JsonNode pair : fields.array("startup_cost")) {
      if (pair.size() == 2) {
        starts.add(
            new StartCategory(
                fields.asNumber("startup_cost", pair.get(0), false),
                fields.asNumber("startup_cost", pair.get(1), false)));
      }
    }
    double status = fields.number("initial_status");
    int mustRun = fields.integer("must_run", 0);
    return new ThermalUnit(
        id,
        fields.text("bus"),
        fields.text("fuel", ""),
        List.of(offer(fields, pMinMw, pMaxMw)),
        Series.constant(pMinMw, periods),
        Series.constant(pMaxMw, periods),
        fields.number("ramp_up_60min", pMaxMw),
        fields.number("ramp_down_60min", pMaxMw),
        fields.number("startup_capacity", pMaxMw),
        fields.number("shutdown_capacity", pMaxMw),
        fields.number("min_up_time", 0),
        fields.number("min_down_time", 0),
        -1,
        starts.isEmpty() ? List.of(new StartCategory(0, 0)) : starts,
        commitment(fields, mustRun == 1 ? Commitment.ON : Commitment.FREE),
        new InitialState(status > 0, Math.abs(status), fields.number("initial_p_output", 0)),
        Set.of(RESERVE));
  }

  private List<Commitment> commitment(JsonFields unit, Commitment byDefault) {
    if (!unit.has("fixed_commitment")) {
      return Collections.nCopies(horizon.periodCount(), byDefault);
    }
    List<Commitment> commitment = new ArrayList<>();
    for (double status : series(unit, "fixed_commitment", 0).toArray()) {
      commitment.add(status > 0.5 ? Commitment.ON : Commitment.OFF);
    }
    return commitment;
  }

  private OfferCurve offer(JsonFields unit, double pMinMw, double pMaxMw) {
    JsonFields curve = unit.object("p_cost", unit.element() + " p_cost");
    List<Double> mw = new ArrayList<>();
    List<Double> cost = new ArrayList<>();
    if (curve.text("cost_curve_type", "").equals("polynomial")) {
      JsonFields values = curve.object("values", unit.element() + " p_cost values");
      GeneratorCost polynomial =
          new GeneratorCost(
              0,
              0,
              List.of(values.number("0", 0), values.number("1", 0), values.number("2", 0)),
              List.of(),
              List.of());
      int segments = pMaxMw > pMinMw ? SEGMENTS : 0;
      for (int k = 0; k <= segments; k++) {
        double output = segments == 0 ? pMinMw : pMinMw + (pMaxMw - pMinMw) * k / segments;
        mw.add(output);
        cost.add(polynomial.at(output));
      }
    } else {
      for (JsonNode point : curve.array("values")) {
        mw.add(curve.asNumber("values", point.get(0), false));
        cost.add(curve.asNumber("values", point.get(1), false));
      }
    }
    return mw.isEmpty() ? new OfferCurve(List.of(pMinMw), List.of(0.0)) : new OfferCurve(mw, cost);
  }

  private Series series(JsonFields owner, String field, double byDefault) {
    JsonNode value = owner.raw(field);
    if (value != null && value.isObject()) {
      return owner.asSeries(field, value.get("values"), horizon.periodCount());
    }
    return owner.series(field, horizon.periodCount(), byDefault);
  }

  private void notCleared(String element, String what) {
    log.add(Rule.NOT_CLEARED, element, "", what, "Remove it, or use another format for it.");
  }
}
