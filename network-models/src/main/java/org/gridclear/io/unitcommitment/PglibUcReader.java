package org.gridclear.io.unitcommitment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.json.JsonFields;
import org.gridclear.market.BusLoad;
import org.gridclear.market.Commitment;
import org.gridclear.market.InitialState;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.Penalties;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.StartCategory;
import org.gridclear.market.ThermalUnit;
import org.gridclear.network.Network;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.LimitNotices;
import org.gridclear.validate.Rule;

/**
 * Reads the JSON of the pglib-uc library: thermal and renewable units, one bus, hourly. Every field
 * of its model is used, names excepted.
 */
public final class PglibUcReader {
  private static final String BUS = "system";
  private static final String RESERVE = "spinning";

  private final JsonFields root;
  private final IssueLog log;
  private final int periodCount;

  private PglibUcReader(JsonFields root, IssueLog log) {
    this.root = root;
    this.log = log;
    this.periodCount = periods(root, log);
  }

  private static int periods(JsonFields root, IssueLog log) {
    root.number("time_periods");
    int periods = root.integer("time_periods", 1);
    if (periods < 1 || periods > Horizon.PERIOD_COUNT_MAX) {
      log.add(
          Rule.FIELD_TYPE,
          "document",
          "time_periods",
          periods,
          "Give 1 to %d hours.".formatted(Horizon.PERIOD_COUNT_MAX));
      return 1;
    }
    return periods;
  }

  /** The day of a document; what is wrong goes to the log. */
  public static MarketDay read(
      String name, tools.jackson.databind.JsonNode document, IssueLog log) {
    return new PglibUcReader(new JsonFields(document, "document", log), log).read(name);
  }

  private MarketDay read(String name) {
    List<ThermalUnit> thermal = new ArrayList<>();
    for (Map.Entry<String, JsonFields> unit : root.map("thermal_generators", "unit").entrySet()) {
      thermal.add(thermal(unit.getKey(), unit.getValue()));
    }
    List<ProfiledUnit> profiled = new ArrayList<>();
    for (Map.Entry<String, JsonFields> unit : root.map("renewable_generators", "unit").entrySet()) {
      JsonFields fields = unit.getValue();
      fields.unused("unit", unit.getKey(), "name", "A unit is known by its key.");
      profiled.add(
          new ProfiledUnit(
              unit.getKey(),
              BUS,
              "renewable",
              fields.series("power_output_minimum", periodCount),
              fields.series("power_output_maximum", periodCount),
              Series.constant(0, periodCount)));
      fields.noticeRest("unit", unit.getKey());
    }
    Series demand = root.series("demand", periodCount);
    Series reserve = root.series("reserves", periodCount, 0);
    root.noticeRest("document", "");
    return new MarketDay(
            name,
            List.of(),
            new Horizon(periodCount, 60),
            Network.copperPlate(name, BUS),
            thermal,
            profiled,
            List.of(),
            List.of(new BusLoad(BUS, demand)),
            List.of(),
            List.of(),
            List.of(new ReserveRequirement(RESERVE, reserve, -1)),
            List.of(),
            List.of(),
            Penalties.DEFAULT)
        .withCurrency(MarketDay.CURRENCY_UNITS);
  }

  private ThermalUnit thermal(String id, JsonFields fields) {
    fields.unused("unit", id, "name", "A unit is known by its key.");
    double pMinMw = fields.number("power_output_minimum");
    double pMaxMw = fields.number("power_output_maximum");
    double startMw = fields.number("ramp_startup_limit");
    double stopMw = fields.number("ramp_shutdown_limit");
    double downHours = fields.number("time_down_minimum");
    OfferCurve offer = offer(fields, pMinMw, pMaxMw);
    List<StartCategory> starts = starts(fields);
    LimitNotices.startOrStop(log, id, "ramp_startup_limit", startMw, pMinMw);
    LimitNotices.startOrStop(log, id, "ramp_shutdown_limit", stopMw, pMinMw);
    LimitNotices.firstLag(log, id, "startup", starts.get(0).offHours(), downHours);
    Commitment commitment = fields.flag("must_run", false) ? Commitment.ON : Commitment.FREE;
    ThermalUnit unit =
        new ThermalUnit(
            id,
            BUS,
            "",
            List.of(offer),
            Series.constant(pMinMw, periodCount),
            Series.constant(pMaxMw, periodCount),
            fields.number("ramp_up_limit"),
            fields.number("ramp_down_limit"),
            startMw,
            stopMw,
            fields.number("time_up_minimum"),
            downHours,
            -1,
            starts,
            Collections.nCopies(periodCount, commitment),
            initial(id, fields),
            Set.of(RESERVE));
    fields.noticeRest("unit", id);
    return unit;
  }

  private InitialState initial(String id, JsonFields fields) {
    fields.number("unit_on_t0");
    boolean on = fields.flag("unit_on_t0", false);
    double powerMw = on ? fields.number("power_output_t0") : fields.number("power_output_t0", 0);
    double upHours = fields.number(on ? "time_up_t0" : "time_down_t0");
    String other = on ? "time_down_t0" : "time_up_t0";
    if (fields.number(other, 0) != 0) {
      fields.unused("unit", id, other, "The unit was in the other state before the first hour.");
    }
    return new InitialState(on, upHours, powerMw);
  }

  private OfferCurve offer(JsonFields fields, double pMinMw, double pMaxMw) {
    List<Double> mw = new ArrayList<>();
    List<Double> cost = new ArrayList<>();
    for (JsonFields point : fields.objects("piecewise_production", fields.element() + " point")) {
      mw.add(point.number("mw"));
      cost.add(point.number("cost"));
      point.done();
    }
    if (mw.isEmpty()) {
      missing(fields, "piecewise_production", "Give the points {mw, cost} of its cost.");
      return new OfferCurve(List.of(pMinMw), List.of(0.0));
    }
    double last = mw.get(mw.size() - 1);
    if (Math.abs(mw.get(0) - pMinMw) > 1e-6 || Math.abs(last - pMaxMw) > 1e-6) {
      log.add(
          Rule.LIMITS_ORDERED,
          fields.element(),
          "piecewise_production",
          "%s to %s MW".formatted(mw.get(0), last),
          "Let it run from power_output_minimum (%s) to power_output_maximum (%s)."
              .formatted(pMinMw, pMaxMw));
    }
    return new OfferCurve(mw, cost);
  }

  private List<StartCategory> starts(JsonFields fields) {
    List<StartCategory> starts = new ArrayList<>();
    for (JsonFields start : fields.objects("startup", fields.element() + " startup")) {
      starts.add(new StartCategory(start.number("lag"), start.number("cost")));
      start.done();
    }
    if (starts.isEmpty()) {
      missing(fields, "startup", "Give {lag, cost} of its starts; cost 0 for none.");
      return List.of(new StartCategory(0, 0));
    }
    return starts;
  }

  private void missing(JsonFields fields, String field, String advice) {
    log.add(Rule.FIELD_PRESENT, fields.element(), field, "absent", advice);
  }
}
