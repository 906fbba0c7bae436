package org.gridclear.io.unitcommitment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.gridclear.json.JsonFields;
import org.gridclear.market.BranchLimit;
import org.gridclear.market.BusLoad;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.market.Penalties;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.rule.ContingencySet;
import org.gridclear.market.rule.OperatingRules;
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
 * Reads UnitCommitment.jl JSON, versions 0.2 to 0.4, by its format page. That format counts money
 * and ramps per period; both are turned into per hour here.
 */
public final class UnitCommitmentJlReader {
  private static final double OVERLOAD_PENALTY = 5000;
  private static final double BALANCE_PENALTY = 1000;
  private static final List<String> VERSIONS = List.of("0.2", "0.3", "0.4");

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
    this.horizon = new Horizon(periods(stepMinutes), stepMinutes);
    this.hours = horizon.hoursPerPeriod();
  }

  private int periods(int stepMinutes) {
    double horizonMinutes =
        parameters.number(
            "Time horizon (min)",
            60 * parameters.number("Time horizon (h)", parameters.number("Time (h)", 0)));
    double periods = horizonMinutes / stepMinutes;
    if (periods < 1 || periods > Horizon.PERIOD_COUNT_MAX || periods != Math.rint(periods)) {
      log.add(
          Rule.FIELD_PRESENT,
          "Parameters",
          "Time horizon (h)",
          horizonMinutes / 60,
          "Give a horizon of 1 to %d whole time steps.".formatted(Horizon.PERIOD_COUNT_MAX));
      return 1;
    }
    return (int) periods;
  }

  /** The day of a document; what is wrong goes to the log. */
  public static MarketDay read(String name, JsonNode document, IssueLog log) {
    return new UnitCommitmentJlReader(new JsonFields(document, "document", log), log).read(name);
  }

  /** Sections of versions after 0.4, without which the day would be another. */
  private void laterSections() {
    for (String section : List.of("Interfaces", "Branches")) {
      if (root.has(section)) {
        log.add(
            Rule.FIELD_KNOWN,
            "document",
            section,
            "given",
            "Not supported: a section of later versions than 0.4; leave it out.");
      }
    }
  }

  private MarketDay read(String name) {
    version();
    laterSections();
    UnitCommitmentJlReserves reserves = new UnitCommitmentJlReserves(log, horizon);
    reserves.read(root, parameters);
    UnitCommitmentJlUnits units = new UnitCommitmentJlUnits(log, horizon, reserves);
    root.map("Generators", "unit").forEach(units::read);
    List<Bus> buses = new ArrayList<>();
    List<BusLoad> loads = new ArrayList<>();
    root.map("Buses", "bus").forEach((id, fields) -> bus(id, fields, buses, loads));
    List<Branch> branches = new ArrayList<>();
    List<BranchLimit> limits = new ArrayList<>();
    root.map("Transmission lines", "branch")
        .forEach((id, fields) -> branch(id, fields, branches, limits));
    if (branches.isEmpty()) {
      OnePlace.join(buses, branches, log);
    }
    OperatingRules rules =
        OperatingRules.NONE.withContingencies(contingencies()).withReserveOffers(units.offers());
    List<StorageUnit> storage = each("Storage units", "storage", this::storage);
    List<FlexibleLoad> flexible = each("Price-sensitive loads", "flexible load", this::flexible);
    Penalties penalties = penalties();
    parameters.noticeRest("Parameters", "");
    root.noticeRest("document", "");
    return new MarketDay(
            name,
            List.of(),
            horizon,
            new Network(
                name, 100, buses, branches, List.of(), List.of(), List.of(), List.of(), List.of()),
            units.thermal(),
            units.profiled(),
            storage,
            loads,
            flexible,
            List.of(),
            reserves.requirements(),
            limits,
            List.of(),
            penalties,
            rules)
        .withCurrency(MarketDay.CURRENCY_UNITS);
  }

  private <T> List<T> each(String field, String kind, BiFunction<String, JsonFields, T> reader) {
    List<T> read = new ArrayList<>();
    root.map(field, kind).forEach((id, fields) -> read.add(reader.apply(id, fields)));
    return read;
  }

  private void bus(String id, JsonFields fields, List<Bus> buses, List<BusLoad> loads) {
    buses.add(Bus.of(id, ""));
    loads.add(new BusLoad(id, fields.series("Load (MW)", horizon.periodCount())));
    fields.noticeRest("bus", id);
  }

  private void version() {
    String version = parameters.text("Version", "");
    if (VERSIONS.stream().noneMatch(v -> version.equals(v) || version.startsWith(v + "."))) {
      log.notice(
          Rule.TAKEN_AS,
          "Parameters",
          "",
          "Version",
          version.isEmpty() ? "absent" : version,
          "It is read as the versions 0.2 to 0.4, by the names of its fields.");
    }
    parameters.unused(
        "Parameters", "", "Scenario name", "A file is one scenario, which is cleared by itself.");
    parameters.unused(
        "Parameters", "", "Scenario weight", "A file is one scenario, which is cleared by itself.");
    parameters.unused(
        "Parameters", "", "Investment cost weight", "Nothing is decided about investments.");
  }

  private Penalties penalties() {
    Series balance =
        perHour(
            parameters.series(
                "Power balance penalty ($/MW)", horizon.periodCount(), BALANCE_PENALTY));
    double overload = OVERLOAD_PENALTY / hours;
    Penalties penalties =
        new Penalties(
            balance.max(),
            Penalties.DEFAULT.reserveYuanPerMwh(),
            overload,
            overload,
            overload,
            Penalties.DEFAULT.scheduleYuanPerMwh());
    return balance.min() == balance.max() ? penalties : penalties.withBalance(balance);
  }

  private void branch(
      String id, JsonFields fields, List<Branch> branches, List<BranchLimit> limits) {
    double susceptance = fields.number("Susceptance (S)");
    fields.unused("branch", id, "Reactance (ohms)", "Flows follow from the susceptance.");
    if (susceptance == 0) {
      log.notice(
          Rule.TAKEN_AS,
          "branch",
          id,
          "Susceptance (S)",
          0,
          "It carries nothing and is taken as out of service.");
    }
    branches.add(
        new Branch(
            id,
            fields.text("Source bus"),
            fields.text("Target bus"),
            BranchKind.LINE,
            0,
            susceptance == 0 ? 1 : 1 / susceptance,
            0,
            1,
            0,
            Branch.Ratings.UNLIMITED,
            susceptance != 0));
    int periods = horizon.periodCount();
    Series normal = fields.series("Normal flow limit (MW)", periods, Double.POSITIVE_INFINITY);
    Series emergency =
        fields.series("Emergency flow limit (MW)", periods, Double.POSITIVE_INFINITY);
    Series penalty = perHour(fields.series("Flow limit penalty ($/MW)", periods, OVERLOAD_PENALTY));
    if (Double.isFinite(Math.min(normal.min(), emergency.min()))) {
      limits.add(new BranchLimit(id, normal, emergency, penalty, true));
    }
    fields.noticeRest("branch", id);
  }

  private ContingencySet contingencies() {
    List<Contingency> listed = new ArrayList<>();
    root.map("Contingencies", "contingency")
        .forEach(
            (id, fields) -> {
              List<String> units = new ArrayList<>(fields.texts("Affected generators"));
              units.addAll(fields.texts("Affected units"));
              List<String> lines = fields.texts("Affected lines");
              listed.add(new Contingency(id, lines, units, List.of()));
              if (lines.size() > 1) {
                log.notice(
                    Rule.TAKEN_AS,
                    "contingency",
                    id,
                    "Affected lines",
                    lines,
                    "All its lines go out together; UnitCommitment.jl 0.4 takes the first alone.");
              }
              fields.noticeRest("contingency", id);
            });
    return new ContingencySet(false, listed);
  }

  private StorageUnit storage(String id, JsonFields f) {
    int periods = horizon.periodCount();
    int last = periods - 1;
    Series minLevel = f.series("Minimum level (MWh)", periods, 0);
    Series maxLevel = f.series("Maximum level (MWh)", periods);
    StorageUnit unit =
        new StorageUnit(
            id,
            f.text("Bus"),
            minLevel,
            maxLevel,
            f.series("Minimum charge rate (MW)", periods, 0),
            f.series("Maximum charge rate (MW)", periods),
            f.series("Minimum discharge rate (MW)", periods, 0),
            f.series("Maximum discharge rate (MW)", periods),
            perHour(f.series("Charge cost ($/MW)", periods)),
            perHour(f.series("Discharge cost ($/MW)", periods)),
            f.series("Charge efficiency", periods, 1),
            f.series("Discharge efficiency", periods, 1),
            f.series("Loss factor", periods, 0),
            simultaneous(f),
            f.number("Initial level (MWh)", 0),
            f.number("Last period minimum level (MWh)", minLevel.at(last)),
            f.number("Last period maximum level (MWh)", maxLevel.at(last)));
    f.noticeRest("storage", id);
    return unit;
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
    if (flags.size() != periods) {
      log.add(
          Rule.SERIES_LENGTH,
          fields.element(),
          name,
          flags.size() + " values",
          "Give %d values, one per period, or one.".formatted(periods));
      return Collections.nCopies(periods, true);
    }
    return IntStream.range(0, periods).mapToObj(t -> fields.asFlag(name, flags.get(t))).toList();
  }

  private FlexibleLoad flexible(String id, JsonFields fields) {
    int periods = horizon.periodCount();
    FlexibleLoad load =
        new FlexibleLoad(
            id,
            fields.text("Bus"),
            fields.series("Demand (MW)", periods),
            perHour(fields.series("Revenue ($/MW)", periods)));
    fields.noticeRest("flexible load", id);
    return load;
  }

  private Series perHour(Series perPeriod) {
    return perPeriod.map(value -> value / hours);
  }
}
