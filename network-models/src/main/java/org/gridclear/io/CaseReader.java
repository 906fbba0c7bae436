package org.gridclear.io;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.gridclear.json.JsonFields;
import org.gridclear.market.BranchLimit;
import org.gridclear.market.BranchOutage;
import org.gridclear.market.BusLoad;
import org.gridclear.market.Commitment;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.InitialState;
import org.gridclear.market.Interchange;
import org.gridclear.market.LimitRule;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.Penalties;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.StartCategory;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.network.Network;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.LimitNotices;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the product's own case format, {@code gridclear-case} version 1 (docs/formats.md). */
final class CaseReader {
  private final IssueLog log;
  private final JsonFields root;
  private final CsvSeries csv;
  private final Horizon horizon;
  private final int periods;
  private final AbsentLimits absent;

  private CaseReader(JsonFields root, CsvSeries csv, IssueLog log) {
    this.log = log;
    this.root = root;
    this.csv = csv;
    JsonFields grid = root.object("horizon", "horizon");
    this.horizon = horizon(grid);
    this.periods = horizon.periodCount();
    this.absent = new AbsentLimits(periods);
    grid.done();
  }

  static MarketDay read(JsonNode document, CsvSeries csv, IssueLog log) {
    return new CaseReader(new JsonFields(document, "document", log), csv, log).read();
  }

  private Horizon horizon(JsonFields grid) {
    try {
      return new Horizon(
          grid.integer("periodCount"),
          grid.integer("minutesPerPeriod", 60),
          grid.integer("startMinute", 0),
          firstDay(grid));
    } catch (IllegalArgumentException e) {
      log.add(
          Rule.FIELD_TYPE,
          "horizon",
          "",
          String.valueOf(e.getMessage()),
          "Give 24 × 60 or 96 × 15.");
      return Horizon.dayOfHours();
    }
  }

  private @Nullable LocalDate firstDay(JsonFields grid) {
    String text = grid.text("firstDay", "");
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      log.add(Rule.FIELD_TYPE, "horizon", "firstDay", text, "Give a date such as 2026-10-01.");
      return null;
    }
  }

  private MarketDay read() {
    if (root.integer("version", 1) != 1) {
      log.add(Rule.FIELD_TYPE, "document", "version", root.raw("version"), "This reads version 1.");
    }
    root.text("format", "gridclear-case");
    String name = root.text("name", "case");
    Network network = NetworkFields.read(root.object("network", "network"), log);
    MarketDay day =
        new MarketDay(
            name,
            root.texts("synthetic"),
            horizon,
            network,
            root.objects("thermalUnits", "unit").stream().map(this::thermal).toList(),
            root.objects("profiledUnits", "unit").stream().map(this::profiled).toList(),
            root.objects("storageUnits", "storage").stream().map(this::storage).toList(),
            busLoads(),
            root.objects("flexibleLoads", "flexible load").stream().map(this::flexible).toList(),
            interchanges(),
            reserves(),
            branchLimits(),
            outages(),
            penalties(root.object("penalties", "penalties")),
            new OperatingRulesReader(this, network, periods, log)
                .read(root.object("rules", "rules")),
            root.text("currency", MarketDay.YUAN));
    absent.notice(day, log);
    // How it was cleared is for whoever clears it again.
    root.has("cleared");
    root.done();
    return day;
  }

  private ThermalUnit thermal(JsonFields f) {
    List<OfferCurve> offers = offers(f);
    List<StartCategory> starts = starts(f);
    double maxMw = absent.lastMw(offers).max();
    ThermalUnit unit =
        new ThermalUnit(
            f.text("id"),
            f.text("bus"),
            f.text("fuel", ""),
            offers,
            series(f, "pMinMw", absent.firstMw(offers)),
            series(f, "pMaxMw", absent.lastMw(offers)),
            absent.rampMwPerH(f, "rampUpMwPerH", maxMw),
            absent.rampMwPerH(f, "rampDownMwPerH", maxMw),
            f.number("startRampMw", maxMw),
            f.number("stopRampMw", maxMw),
            f.number("minUpHours", 0),
            f.number("minDownHours", 0),
            f.integer("maxStartsPerDay", -1),
            starts,
            commitment(f),
            initial(f),
            Set.copyOf(f.texts("reserves")),
            f.number("stopYuan", 0),
            f.choice("limitRule", LimitRule.class, LimitRule.RAMP_AND_LIMIT),
            f.integer("startsOfDay", 0),
            f.integer("stopAfterPeriods", 0));
    double leastMw = unit.pMinMw().max();
    LimitNotices.startOrStop(log, unit.id(), "startRampMw", unit.startRampMw(), leastMw);
    LimitNotices.startOrStop(log, unit.id(), "stopRampMw", unit.stopRampMw(), leastMw);
    f.done();
    return unit;
  }

  /** Its offers, one or one per period. */
  private List<OfferCurve> offers(JsonFields f) {
    List<OfferCurve> offers = new ArrayList<>();
    for (JsonFields offer : f.objects("offers", f.element() + " offer")) {
      List<Double> mw = offer.numbers("mw");
      List<Double> cost = offer.numbers("yuanPerH");
      if (mw.isEmpty() || mw.size() != cost.size()) {
        log.add(
            Rule.SERIES_LENGTH,
            offer.element(),
            "yuanPerH",
            cost.size(),
            "Give as many costs as outputs (%d), at least one.".formatted(mw.size()));
      } else {
        offers.add(new OfferCurve(mw, cost));
      }
      offer.done();
    }
    if (offers.isEmpty() || (offers.size() != 1 && offers.size() != periods)) {
      log.add(
          Rule.SERIES_LENGTH, f.element(), "offers", offers.size(), "Give one, or one per period.");
      offers = List.of(new OfferCurve(List.of(0.0), List.of(0.0)));
    }
    return offers;
  }

  /** What its starts cost; nothing if nothing is said. */
  private static List<StartCategory> starts(JsonFields f) {
    List<StartCategory> starts = new ArrayList<>();
    for (JsonFields start : f.objects("startCategories", f.element() + " start")) {
      starts.add(new StartCategory(start.number("offHours", 0), start.number("costYuan")));
      start.done();
    }
    return starts.isEmpty() ? List.of(new StartCategory(0, 0)) : starts;
  }

  private List<Commitment> commitment(JsonFields f) {
    List<JsonNode> given = f.array("commitment");
    if (given.isEmpty()) {
      return Collections.nCopies(periods, Commitment.FREE);
    }
    if (given.size() != 1 && given.size() != periods) {
      log.add(
          Rule.SERIES_LENGTH,
          f.element(),
          "commitment",
          given.size(),
          "Give one, or one a period.");
      return Collections.nCopies(periods, Commitment.FREE);
    }
    return IntStream.range(0, periods)
        .mapToObj(t -> given.get(given.size() == 1 ? 0 : t).asString())
        .map(text -> commitment(f, text))
        .toList();
  }

  private Commitment commitment(JsonFields f, String text) {
    for (Commitment value : Commitment.values()) {
      if (value.name().equalsIgnoreCase(text)) {
        return value;
      }
    }
    log.add(
        Rule.FIELD_TYPE,
        f.element(),
        "commitment",
        text,
        "Use free, on or off; kept_off is for runs that go on.");
    return Commitment.FREE;
  }

  private @Nullable InitialState initial(JsonFields f) {
    if (!f.has("initial")) {
      return null;
    }
    JsonFields initial = f.object("initial", f.element() + " initial");
    InitialState state =
        new InitialState(
            initial.flag("on", false), initial.number("hours"), initial.number("powerMw", 0));
    initial.done();
    return state;
  }

  private ProfiledUnit profiled(JsonFields f) {
    ProfiledUnit unit =
        new ProfiledUnit(
            f.text("id"),
            f.text("bus"),
            f.text("fuel", ""),
            series(f, "minMw", 0),
            mandatory(f, "maxMw"),
            series(f, "priceYuanPerMwh", 0));
    f.done();
    return unit;
  }

  private StorageUnit storage(JsonFields f) {
    Series minLevel = series(f, "minLevelMwh", 0);
    Series maxLevel = mandatory(f, "maxLevelMwh");
    StorageUnit unit =
        new StorageUnit(
            f.text("id"),
            f.text("bus"),
            minLevel,
            maxLevel,
            series(f, "minChargeMw", 0),
            mandatory(f, "maxChargeMw"),
            series(f, "minDischargeMw", 0),
            mandatory(f, "maxDischargeMw"),
            series(f, "chargeYuanPerMwh", 0),
            series(f, "dischargeYuanPerMwh", 0),
            series(f, "chargeEfficiency", 1),
            series(f, "dischargeEfficiency", 1),
            series(f, "lossShare", 0),
            simultaneous(f),
            f.number("initialLevelMwh", 0),
            f.number("endMinLevelMwh", minLevel.at(periods - 1)),
            f.number("endMaxLevelMwh", maxLevel.at(periods - 1)));
    f.done();
    return unit;
  }

  private List<Boolean> simultaneous(JsonFields f) {
    List<JsonNode> flags = f.array("simultaneous");
    if (flags.size() > 1 && flags.size() != periods) {
      log.add(
          Rule.SERIES_LENGTH,
          f.element(),
          "simultaneous",
          flags.size() + " values",
          "Give %d values, one per period, or one.".formatted(periods));
      return Collections.nCopies(periods, false);
    }
    return IntStream.range(0, periods)
        .mapToObj(
            t -> !flags.isEmpty() && f.asFlag("simultaneous", flags.get(flags.size() == 1 ? 0 : t)))
        .toList();
  }

  private List<BusLoad> busLoads() {
    List<BusLoad> loads = new ArrayList<>();
    for (JsonFields f : root.objects("busLoads", "load")) {
      loads.add(new BusLoad(f.text("bus"), mandatory(f, "mw")));
      f.done();
    }
    return loads;
  }

  private FlexibleLoad flexible(JsonFields f) {
    FlexibleLoad load =
        new FlexibleLoad(
            f.text("id"), f.text("bus"), mandatory(f, "maxMw"), mandatory(f, "valueYuanPerMwh"));
    f.done();
    return load;
  }

  private List<Interchange> interchanges() {
    List<Interchange> list = new ArrayList<>();
    for (JsonFields f : root.objects("interchanges", "interchange")) {
      list.add(new Interchange(f.text("id"), f.text("bus"), mandatory(f, "importMw")));
      f.done();
    }
    return list;
  }

  private List<ReserveRequirement> reserves() {
    List<ReserveRequirement> list = new ArrayList<>();
    for (JsonFields f : root.objects("reserves", "reserve")) {
      list.add(
          new ReserveRequirement(
              f.text("id"),
              f.text("product", f.text("id")),
              OperatingRulesReader.scope(f),
              series(f, "mw", 0),
              f.number("loadShare", 0),
              f.number("renewableShare", 0),
              f.flag("largestUnit", false),
              series(f, "shortfallYuanPerMwh", -1),
              f.choice("method", ReserveRequirement.Method.class, ReserveRequirement.Method.SUM)));
      f.done();
    }
    return list;
  }

  private List<BranchLimit> branchLimits() {
    List<BranchLimit> list = new ArrayList<>();
    for (JsonFields f : root.objects("branchLimits", "branch limit")) {
      list.add(
          new BranchLimit(
              f.text("branch"),
              mandatory(f, "mw"),
              optional(f, "emergencyMw"),
              optional(f, "penaltyYuanPerMwh"),
              f.flag("oneOverload", false)));
      f.done();
    }
    return list;
  }

  private List<BranchOutage> outages() {
    List<BranchOutage> list = new ArrayList<>();
    for (JsonFields f : root.objects("branchOutages", "branch outage")) {
      list.add(new BranchOutage(f.text("branch"), f.integer("from", 0), f.integer("to", periods)));
      f.done();
    }
    return list;
  }

  private Penalties penalties(JsonFields f) {
    Penalties byDefault = Penalties.DEFAULT;
    Penalties penalties =
        new Penalties(
            f.number("balanceYuanPerMwh", byDefault.balanceYuanPerMwh()),
            f.limit("reserveYuanPerMwh", byDefault.reserveYuanPerMwh()),
            f.number("contingencyYuanPerMwh", byDefault.contingencyYuanPerMwh()),
            f.limit("thermalYuanPerMwh", byDefault.thermalYuanPerMwh()),
            f.limit("flowgateYuanPerMwh", byDefault.flowgateYuanPerMwh()),
            f.number("scheduleYuanPerMwh", byDefault.scheduleYuanPerMwh()),
            optional(f, "balanceByPeriod"));
    f.done();
    return penalties;
  }

  Series series(JsonFields f, String name, double byDefault) {
    return series(f, name, Series.constant(byDefault, periods));
  }

  private Series series(JsonFields f, String name, Series byDefault) {
    JsonNode value = f.raw(name);
    return value == null ? byDefault : read(f, name, value);
  }

  @Nullable Series optional(JsonFields f, String name) {
    return f.has(name) ? series(f, name, 0) : null;
  }

  Series mandatory(JsonFields f, String name) {
    return f.has(name) ? series(f, name, 0) : f.series(name, periods);
  }

  private Series read(JsonFields f, String name, JsonNode value) {
    return value.isObject()
        ? csv.read(new JsonFields(value, f.element() + " " + name, log), periods, log)
        : f.asSeries(name, value, periods);
  }
}
