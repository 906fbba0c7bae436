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
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.StartCategory;
import org.gridclear.market.ThermalUnit;
import org.gridclear.network.Network;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;

/** Reads the JSON of the pglib-uc library: thermal and renewable units, one bus, hourly. */
final class PglibUcReader {
  private static final String BUS = "system";
  private static final String RESERVE = "spinning";

  private final JsonFields root;
  private final int periodCount;

  private PglibUcReader(JsonFields root) {
    this.root = root;
    this.periodCount =
        Math.min(Horizon.PERIOD_COUNT_MAX, Math.max(1, root.integer("time_periods", 0)));
  }

  static MarketDay read(String name, tools.jackson.databind.JsonNode document, IssueLog log) {
    JsonFields root = new JsonFields(document, "document", log);
    root.number("time_periods");
    return new PglibUcReader(root).read(name);
  }

  private MarketDay read(String name) {
    List<ThermalUnit> thermal = new ArrayList<>();
    for (Map.Entry<String, JsonFields> unit : root.map("thermal_generators", "unit").entrySet()) {
      thermal.add(thermal(unit.getKey(), unit.getValue()));
    }
    List<ProfiledUnit> profiled = new ArrayList<>();
    for (Map.Entry<String, JsonFields> unit : root.map("renewable_generators", "unit").entrySet()) {
      JsonFields fields = unit.getValue();
      fields.has("name");
      profiled.add(
          new ProfiledUnit(
              unit.getKey(),
              BUS,
              "renewable",
              fields.series("power_output_minimum", periodCount),
              fields.series("power_output_maximum", periodCount),
              Series.constant(0, periodCount)));
      fields.done();
    }
    Series demand = root.series("demand", periodCount);
    Series reserve = root.series("reserves", periodCount, 0);
    root.done();
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
        Penalties.DEFAULT);
  }

  private ThermalUnit thermal(String id, JsonFields fields) {
    fields.has("name");
    List<Double> mw = new ArrayList<>();
    List<Double> cost = new ArrayList<>();
    for (JsonFields point : fields.objects("piecewise_production", fields.element() + " point")) {
      mw.add(point.number("mw"));
      cost.add(point.number("cost"));
      point.done();
    }
    List<StartCategory> starts = new ArrayList<>();
    for (JsonFields start : fields.objects("startup", fields.element() + " startup")) {
      starts.add(new StartCategory(start.number("lag"), start.number("cost")));
      start.done();
    }
    double pMinMw = fields.number("power_output_minimum");
    double pMaxMw = fields.number("power_output_maximum");
    if (mw.isEmpty()) {
      mw = pMaxMw > pMinMw ? List.of(pMinMw, pMaxMw) : List.of(pMinMw);
      cost = Collections.nCopies(mw.size(), 0.0);
    }
    boolean on = fields.flag("unit_on_t0", false);
    double upHours = fields.number("time_up_t0", 0);
    double downHours = fields.number("time_down_t0", 0);
    double powerMw = fields.number("power_output_t0", 0);
    Commitment commitment = fields.flag("must_run", false) ? Commitment.ON : Commitment.FREE;
    ThermalUnit unit =
        new ThermalUnit(
            id,
            BUS,
            "",
            List.of(new OfferCurve(mw, cost)),
            Series.constant(pMinMw, periodCount),
            Series.constant(pMaxMw, periodCount),
            fields.number("ramp_up_limit"),
            fields.number("ramp_down_limit"),
            fields.number("ramp_startup_limit"),
            fields.number("ramp_shutdown_limit"),
            fields.number("time_up_minimum"),
            fields.number("time_down_minimum"),
            -1,
            starts.isEmpty() ? List.of(new StartCategory(0, 0)) : starts,
            Collections.nCopies(periodCount, commitment),
            new InitialState(on, on ? upHours : downHours, powerMw),
            Set.of(RESERVE));
    fields.done();
    return unit;
  }
}
