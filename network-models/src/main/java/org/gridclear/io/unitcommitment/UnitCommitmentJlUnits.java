package org.gridclear.io.unitcommitment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.gridclear.json.JsonFields;
import org.gridclear.market.Commitment;
import org.gridclear.market.InitialState;
import org.gridclear.market.LimitRule;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.StartCategory;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.ReserveOffer;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.LimitNotices;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The section {@code Generators} of UnitCommitment.jl: thermal and profiled units. */
final class UnitCommitmentJlUnits {
  private static final double UNLIMITED = 1e6;

  private final IssueLog log;
  private final Horizon horizon;
  private final double hours;
  private final UnitCommitmentJlReserves reserves;
  private final List<ThermalUnit> thermal = new ArrayList<>();
  private final List<ProfiledUnit> profiled = new ArrayList<>();
  private final List<ReserveOffer> offers = new ArrayList<>();

  UnitCommitmentJlUnits(IssueLog log, Horizon horizon, UnitCommitmentJlReserves reserves) {
    this.log = log;
    this.horizon = horizon;
    this.hours = horizon.hoursPerPeriod();
    this.reserves = reserves;
  }

  List<ThermalUnit> thermal() {
    return thermal;
  }

  List<ProfiledUnit> profiled() {
    return profiled;
  }

  /** Eligibility that differs by period. */
  List<ReserveOffer> offers() {
    return offers;
  }

  void read(String id, JsonFields fields) {
    String type = fields.text("Type", "Thermal");
    if (type.equalsIgnoreCase("Profiled")) {
      profiled.add(profiled(id, fields));
    } else {
      if (!type.equalsIgnoreCase("Thermal")) {
        log.add(Rule.FIELD_TYPE, fields.element(), "Type", type, "Use Thermal or Profiled.");
      }
      thermal.add(thermal(id, fields));
    }
    double cost = fields.number("Investment cost ($)", 0);
    if (cost != 0) {
      log.add(
          Rule.FIELD_TYPE,
          fields.element(),
          "Investment cost ($)",
          cost,
          "Not supported: whether to build a unit. Take out the units that are not built.");
    }
    fields.noticeRest("unit", id);
  }

  private ThermalUnit thermal(String id, JsonFields fields) {
    int periods = horizon.periodCount();
    List<OfferCurve> curves = CostCurves.read(fields, horizon, log);
    double[] first =
        IntStream.range(0, periods).mapToDouble(t -> curve(curves, t).firstMw()).toArray();
    double[] last =
        IntStream.range(0, periods).mapToDouble(t -> curve(curves, t).lastMw()).toArray();
    double startMw = fields.number("Startup limit (MW)", UNLIMITED);
    double stopMw = fields.number("Shutdown limit (MW)", UNLIMITED);
    double downHours = fields.number("Minimum downtime (h)", 1);
    double leastMw = Series.of(first).max();
    List<StartCategory> starts = starts(fields);
    LimitNotices.startOrStop(log, id, "Startup limit (MW)", startMw, leastMw);
    LimitNotices.startOrStop(log, id, "Shutdown limit (MW)", stopMw, leastMw);
    LimitNotices.firstLag(log, id, "Startup delays (h)", starts.get(0).offHours(), downHours);
    return new ThermalUnit(
        id,
        fields.text("Bus"),
        "",
        curves,
        Series.of(first),
        Series.of(last),
        fields.number("Ramp up limit (MW)", UNLIMITED) / hours,
        fields.number("Ramp down limit (MW)", UNLIMITED) / hours,
        startMw,
        stopMw,
        fields.number("Minimum uptime (h)", 1),
        downHours,
        -1,
        starts,
        commitment(fields),
        initial(fields),
        products(id, fields),
        fields.number("Shutdown cost ($)", 0),
        LimitRule.STOP_WITHOUT_RESERVE,
        0,
        0);
  }

  private List<StartCategory> starts(JsonFields fields) {
    List<Double> delays = fields.numbers("Startup delays (h)");
    List<Double> costs = fields.numbers("Startup costs ($)");
    if (delays.size() != costs.size()) {
      log.add(
          Rule.SERIES_LENGTH,
          fields.element(),
          "Startup delays (h)",
          delays.size(),
          "There are %d start-up costs.".formatted(costs.size()));
    }
    List<StartCategory> starts = new ArrayList<>();
    for (int k = 0; k < Math.min(delays.size(), costs.size()); k++) {
      starts.add(new StartCategory(delays.get(k), costs.get(k)));
    }
    return starts.isEmpty() ? List.of(new StartCategory(0, 0)) : starts;
  }

  /** Status and power come together, as the format has it; a unit that is off has none. */
  private @Nullable InitialState initial(JsonFields fields) {
    boolean hasPower = fields.has("Initial power (MW)");
    if (!fields.has("Initial status (h)")) {
      if (hasPower) {
        missing(fields, "Initial status (h)", "There is an initial power; give its status too.");
      }
      return null;
    }
    double status = fields.number("Initial status (h)");
    if (status == 0) {
      log.add(
          Rule.FIELD_TYPE,
          fields.element(),
          "Initial status (h)",
          0,
          "Give the hours on, or the hours off with a minus.");
    }
    if (!hasPower && status > 0) {
      missing(fields, "Initial power (MW)", "The unit is on; give its power.");
    }
    return new InitialState(status > 0, Math.abs(status), fields.number("Initial power (MW)", 0));
  }

  private void missing(JsonFields fields, String field, String advice) {
    log.add(Rule.FIELD_PRESENT, fields.element(), field, "absent", advice);
  }

  private List<Commitment> commitment(JsonFields fields) {
    List<JsonNode> fixed = perPeriod(fields, "Commitment status");
    List<JsonNode> mustRun = perPeriod(fields, "Must run?");
    List<Commitment> commitment = new ArrayList<>();
    for (int t = 0; t < horizon.periodCount(); t++) {
      JsonNode status = fixed.isEmpty() ? null : fixed.get(t);
      boolean must = !mustRun.isEmpty() && fields.asFlag("Must run?", mustRun.get(t));
      if (status != null && !status.isNull()) {
        boolean on = fields.asFlag("Commitment status", status);
        commitment.add(on ? Commitment.ON : Commitment.OFF);
      } else {
        commitment.add(must ? Commitment.ON : Commitment.FREE);
      }
    }
    return commitment;
  }

  /** One value per period, from a list or from one value for all; empty where absent. */
  private List<JsonNode> perPeriod(JsonFields fields, String name) {
    JsonNode value = fields.raw(name);
    int periods = horizon.periodCount();
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      return Collections.nCopies(periods, value);
    }
    List<JsonNode> list = fields.array(name);
    if (list.size() != periods) {
      log.add(
          Rule.SERIES_LENGTH,
          fields.element(),
          name,
          list.size() + " values",
          "Give %d values, one per period, or one.".formatted(periods));
      return List.of();
    }
    return list;
  }

  private Set<String> products(String id, JsonFields fields) {
    Set<String> products = new LinkedHashSet<>();
    for (String product : fields.texts("Reserve eligibility")) {
      if (!reserves.isLeftOut(product)) {
        products.add(product);
      }
    }
    if (reserves.isUnnamed()) {
      unnamed(id, fields, products);
    }
    double offMw = fields.number("Non-spinning reserve capacity (MW)", 0);
    if (offMw != 0) {
      log.add(
          Rule.NOT_CLEARED,
          fields.element(),
          "Non-spinning reserve capacity (MW)",
          offMw,
          "Non-spinning reserve of this format is left out.");
    }
    return products;
  }

  /** Version 0.2: one spinning reserve, which every unit may provide unless it says otherwise. */
  private void unnamed(String id, JsonFields fields, Set<String> products) {
    List<JsonNode> flags = perPeriod(fields, "Provides spinning reserves?");
    fields.unused(
        "unit", id, "Provides flexible capacity?", "Flexible ramping is left out of the clearing.");
    double[] most = new double[horizon.periodCount()];
    boolean all = true;
    boolean none = true;
    for (int t = 0; t < most.length; t++) {
      boolean may = flags.isEmpty() || fields.asFlag("Provides spinning reserves?", flags.get(t));
      most[t] = may ? UNLIMITED : 0;
      all &= may;
      none &= !may;
    }
    if (all) {
      products.add(UnitCommitmentJlReserves.UNNAMED);
    } else if (!none) {
      Series free = Series.constant(0, most.length);
      offers.add(
          new ReserveOffer(id, UnitCommitmentJlReserves.UNNAMED, Series.of(most), free, 0, 0));
    }
  }

  private static OfferCurve curve(List<OfferCurve> curves, int t) {
    return curves.size() == 1 ? curves.get(0) : curves.get(t);
  }

  private ProfiledUnit profiled(String id, JsonFields fields) {
    int periods = horizon.periodCount();
    return new ProfiledUnit(
        id,
        fields.text("Bus"),
        "profiled",
        fields.series("Minimum power (MW)", periods, 0),
        fields.series("Maximum power (MW)", periods),
        fields.series("Cost ($/MW)", periods).map(cost -> cost / hours));
  }
}
