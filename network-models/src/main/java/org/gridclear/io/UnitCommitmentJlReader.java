package org.gridclear.io;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.gridclear.market.BranchLimit;
import org.gridclear.market.BusLoad;
import org.gridclear.market.Commitment;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.InitialState;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.Penalties;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.StartCategory;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.constraint.ContingencySet;
import org.gridclear.market.constraint.OperatingRules;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Bus;
import org.gridclear.network.Contingency;
import org.gridclear.network.Network;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import tools.jackson.databind.JsonNode;

/**
 * Reads UnitCommitment.jl JSON. That format counts money per period and ramps per period; both are
 * turned into per hour here.
 */
final class UnitCommitmentJlReader {
  private static final double UNLIMITED = 1e6;

  private final IssueLog log;
  private final JsonFields root;
  private final JsonFields parameters;
  private final Horizon horizon;
  private final double hours;

  private UnitCommitmentJlReader(JsonFields root, IssueLog log) {
    this.log = log;
    this.root = root;
    this.parameters = root.object("Parameters", "Parameters");
    int minutes = parameters.integer("Time step (min)", 60);
    int stepMinutes = minutes > 0 && 60 % minutes == 0 ? minutes : 60;
    if (stepMinutes != minutes) {
      log.add(Rule.FIELD_TYPE, "Parameters", "Time step (min)", minutes, "Use a divisor of 60.");
    }
    double horizonMinutes =
        parameters.number(
            "Time horizon (min)",
            60 * parameters.number("Time horizon (h)", parameters.number("Time (h)", 0)));
    int periods = (int) Math.round(horizonMinutes / stepMinutes);
    if (periods < 1 || periods > Horizon.PERIOD_COUNT_MAX) {
      log.add(Rule.FIELD_PRESENT, "Parameters", "Time horizon (h)", periods, "Give the horizon.");
      periods = 1;
    }
    this.horizon = new Horizon(periods, stepMinutes);
    this.hours = horizon.hoursPerPeriod();
  }

  static MarketDay read(String name, JsonNode document, IssueLog log) {
    return new UnitCommitmentJlReader(new JsonFields(document, "document", log), log).read(name);
  }

  private MarketDay read(String name) {
    List<ThermalUnit> thermal = new ArrayList<>();
    List<ProfiledUnit> profiled = new ArrayList<>();
    root.map("Generators", "unit")
        .forEach(
            (id, fields) -> {
              if (fields.text("Type", "Thermal").equalsIgnoreCase("Profiled")) {
                profiled.add(profiled(id, fields));
              } else {
                thermal.add(thermal(id, fields));
              }
              fields.done();
            });
    List<Bus> buses = new ArrayList<>();
    List<BusLoad> loads = new ArrayList<>();
    root.map("Buses", "bus")
        .forEach(
            (id, fields) -> {
              buses.add(Bus.of(id, ""));
              loads.add(new BusLoad(id, series(fields, "Load (MW)", 0)));
              fields.done();
            });
    List<Branch> branches = new ArrayList<>();
    List<BranchLimit> limits = new ArrayList<>();
    branches(branches, limits);
    ContingencySet contingencies = contingencies();
    List<StorageUnit> storage = storageUnits();
    List<FlexibleLoad> flexible = flexibleLoads();
    List<ReserveRequirement> reserves = reserves();
    double balance = parameters.number("Power balance penalty ($/MW)", 1000) / hours;
    parameters.has("Version");
    parameters.done();
    root.has("SOURCE");
    root.done();
    return new MarketDay(
        name,
        List.of(),
        horizon,
        new Network(
            name, 100, buses, branches, List.of(), List.of(), List.of(), List.of(), List.of()),
        thermal,
        profiled,
        storage,
        loads,
        flexible,
        List.of(),
        reserves,
        limits,
        List.of(),
        new Penalties(
            balance,
            Penalties.DEFAULT.reserveYuanPerMwh(),
            5000 / hours,
            5000 / hours,
            5000 / hours,
            Penalties.DEFAULT.scheduleYuanPerMwh()),
        OperatingRules.NONE.withContingencies(contingencies));
  }

  private ThermalUnit thermal(String id, JsonFields fields) {
    int periods = horizon.periodCount();
    List<OfferCurve> offers = CostCurves.read(fields, horizon, log);
    double[] first =
        IntStream.range(0, periods).mapToDouble(t -> curve(offers, t).firstMw()).toArray();
    double[] last =
        IntStream.range(0, periods).mapToDouble(t -> curve(offers, t).lastMw()).toArray();
    List<Double> delays = fields.numbers("Startup delays (h)");
    List<Double> costs = fields.numbers("Startup costs ($)");
    List<StartCategory> starts = new ArrayList<>();
    for (int k = 0; k < Math.min(delays.size(), costs.size()); k++) {
      starts.add(new StartCategory(delays.get(k), costs.get(k)));
    }
    if (delays.size() != costs.size()) {
      log.add(
          Rule.SERIES_LENGTH,
          fields.element(),
          "Startup delays (h)",
          delays.size(),
          "There are %d start-up costs.".formatted(costs.size()));
    }
    InitialState initial = initial(fields);
    if (fields.has("Maximum daily energy (MWh)")) {
      log.add(
          Rule.NOT_CLEARED,
          fields.element(),
          "Maximum daily energy (MWh)",
          "given",
          "Daily energy is not limited in this clearing.");
    }
    return new ThermalUnit(
        id,
        fields.text("Bus"),
        "",
        offers,
        Series.of(first),
        Series.of(last),
        fields.number("Ramp up limit (MW)", UNLIMITED) / hours,
        fields.number("Ramp down limit (MW)", UNLIMITED) / hours,
        fields.number("Startup limit (MW)", UNLIMITED),
        fields.number("Shutdown limit (MW)", UNLIMITED),
        fields.number("Minimum uptime (h)", 1),
        fields.number("Minimum downtime (h)", 1),
        fields.integer("Maximum daily starts", -1),
        starts.isEmpty() ? List.of(new StartCategory(0, 0)) : starts,
        commitment(fields),
        initial,
        Set.copyOf(fields.texts("Reserve eligibility")));
  }

  private InitialState initial(JsonFields fields) {
    boolean hasPower = fields.has("Initial power (MW)");
    if (!fields.has("Initial status (h)")) {
      return null;
    }
    double status = fields.number("Initial status (h)");
    double power = hasPower ? fields.number("Initial power (MW)") : 0;
    return new InitialState(status > 0, Math.abs(status), power);
  }

  private List<Commitment> commitment(JsonFields fields) {
    int periods = horizon.periodCount();
    List<JsonNode> fixed = fields.array("Commitment status");
    if (!fixed.isEmpty() && fixed.size() != periods) {
      log.add(
          Rule.SERIES_LENGTH,
          fields.element(),
          "Commitment status",
          fixed.size(),
          "Give %d values.".formatted(periods));
      fixed = List.of();
    }
    Series mustRun = mustRun(fields);
    List<Commitment> commitment = new ArrayList<>();
    for (int t = 0; t < periods; t++) {
      JsonNode status = fixed.isEmpty() ? null : fixed.get(t);
      if (status != null && !status.isNull()) {
        boolean on = fields.asFlag("Commitment status", status);
        commitment.add(on ? Commitment.ON : Commitment.OFF);
      } else {
        commitment.add(mustRun.at(t) > 0 ? Commitment.ON : Commitment.FREE);
      }
    }
    return commitment;
  }

  private Series mustRun(JsonFields fields) {
    List<JsonNode> flags = fields.array("Must run?");
    int periods = horizon.periodCount();
    double[] values = new double[periods];
    for (int t = 0; t < periods && !flags.isEmpty(); t++) {
      JsonNode flag = flags.size() == 1 ? flags.get(0) : flags.get(Math.min(t, flags.size() - 1));
      values[t] = fields.asFlag("Must run?", flag) ? 1 : 0;
    }
    return Series.of(values);
  }

  private static OfferCurve curve(List<OfferCurve> offers, int t) {
    return offers.size() == 1 ? offers.get(0) : offers.get(t);
  }

  private ProfiledUnit profiled(String id, JsonFields fields) {
    fields.has("Type");
    return new ProfiledUnit(
        id,
        fields.text("Bus"),
        "profiled",
        series(fields, "Minimum power (MW)", 0),
        series(fields, "Maximum power (MW)", 0),
        perHour(series(fields, "Cost ($/MW)", 0)));
  }

  private void branches(List<Branch> branches, List<BranchLimit> limits) {
    root.map("Transmission lines", "branch")
        .forEach(
            (id, fields) -> {
              double susceptance = fields.number("Susceptance (S)");
              fields.has("Reactance (ohms)");
              branches.add(
                  new Branch(
                      id,
                      fields.text("Source bus"),
                      fields.text("Target bus"),
                      BranchKind.LINE,
                      0,
                      susceptance == 0 ? 0 : 1 / susceptance,
                      0,
                      1,
                      0,
                      new Branch.Ratings(0, 0, emergencyMw(fields)),
                      true));
              boolean limited = fields.has("Normal flow limit (MW)");
              Series limit = series(fields, "Normal flow limit (MW)", 0);
              Series penalty = series(fields, "Flow limit penalty ($/MW)", 5000);
              if (limited) {
                limits.add(new BranchLimit(id, limit, penalty.at(0) / hours));
              }
              fields.done();
            });
  }

  /** The tightest of the day, since a rating has no periods; 0 for none. */
  private double emergencyMw(JsonFields fields) {
    Series limit = series(fields, "Emergency flow limit (MW)", 0);
    return limit.min() > 0 ? limit.min() : 0;
  }

  private ContingencySet contingencies() {
    List<Contingency> listed = new ArrayList<>();
    root.map("Contingencies", "contingency")
        .forEach(
            (id, fields) -> {
              listed.add(
                  new Contingency(
                      id,
                      fields.texts("Affected lines"),
                      fields.texts("Affected units"),
                      List.of()));
              fields.done();
            });
    return new ContingencySet(false, listed);
  }

  private List<StorageUnit> storageUnits() {
    List<StorageUnit> units = new ArrayList<>();
    int last = horizon.periodCount() - 1;
    root.map("Storage units", "storage")
        .forEach(
            (id, f) -> {
              Series minLevel = series(f, "Minimum level (MWh)", 0);
              Series maxLevel = series(f, "Maximum level (MWh)", 0);
              units.add(
                  new StorageUnit(
                      id,
                      f.text("Bus"),
                      minLevel,
                      maxLevel,
                      series(f, "Minimum charge rate (MW)", 0),
                      series(f, "Maximum charge rate (MW)", 0),
                      series(f, "Minimum discharge rate (MW)", 0),
                      series(f, "Maximum discharge rate (MW)", 0),
                      perHour(series(f, "Charge cost ($/MW)", 0)),
                      perHour(series(f, "Discharge cost ($/MW)", 0)),
                      series(f, "Charge efficiency", 1),
                      series(f, "Discharge efficiency", 1),
                      series(f, "Loss factor", 0),
                      simultaneous(f),
                      f.number("Initial level (MWh)", 0),
                      f.number("Last period minimum level (MWh)", minLevel.at(last)),
                      f.number("Last period maximum level (MWh)", maxLevel.at(last))));
              f.done();
            });
    return units;
  }

  private List<Boolean> simultaneous(JsonFields fields) {
    String name = "Allow simultaneous charging and discharging";
    List<JsonNode> flags = fields.array(name);
    int periods = horizon.periodCount();
    if (flags.isEmpty()) {
      return Collections.nCopies(periods, true);
    }
    if (flags.size() == 1) {
      return Collections.nCopies(periods, fields.asFlag(name, flags.get(0)));
    }
    return IntStream.range(0, periods)
        .mapToObj(t -> t < flags.size() && fields.asFlag(name, flags.get(t)))
        .toList();
  }

  private List<FlexibleLoad> flexibleLoads() {
    List<FlexibleLoad> loads = new ArrayList<>();
    root.map("Price-sensitive loads", "flexible load")
        .forEach(
            (id, fields) -> {
              loads.add(
                  new FlexibleLoad(
                      id,
                      fields.text("Bus"),
                      series(fields, "Demand (MW)", 0),
                      perHour(series(fields, "Revenue ($/MW)", 0))));
              fields.done();
            });
    return loads;
  }

  private List<ReserveRequirement> reserves() {
    List<ReserveRequirement> reserves = new ArrayList<>();
    double byDefault = parameters.number("Reserve shortfall penalty ($/MW)", -1);
    root.map("Reserves", "reserve")
        .forEach(
            (id, fields) -> {
              String type = fields.text("Type", "spinning");
              Series amount = series(fields, "Amount (MW)", 0);
              double penalty = fields.number("Shortfall penalty ($/MW)", byDefault);
              if (type.equalsIgnoreCase("spinning")) {
                reserves.add(
                    new ReserveRequirement(id, amount, penalty < 0 ? -1 : penalty / hours));
              } else {
                log.add(
                    Rule.NOT_CLEARED,
                    fields.element(),
                    "Type",
                    type,
                    "Only spinning reserve is a product of this clearing.");
              }
              fields.done();
            });
    return reserves;
  }

  private Series series(JsonFields fields, String name, double byDefault) {
    return fields.series(name, horizon.periodCount(), byDefault);
  }

  private Series perHour(Series perPeriod) {
    return perPeriod.map(value -> value / hours);
  }
}
