package org.gridclear.validate;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.market.BranchLimit;
import org.gridclear.market.BranchOutage;
import org.gridclear.market.BusLoad;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.Interchange;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.Trajectory;
import org.gridclear.network.Branch;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.quantity.Series;

/** Checks a market day: its network, each item by itself, and what items say of each other. */
public final class MarketDayValidator {
  private static final double TOLERANCE = 1e-6;

  private final MarketDay day;
  private final IssueLog log;
  private final Set<String> buses;
  private final Set<String> isolated;

  private MarketDayValidator(MarketDay day, IssueLog log) {
    this.day = day;
    this.log = log;
    this.buses = day.network().buses().stream().map(Bus::id).collect(Collectors.toSet());
    this.isolated =
        day.network().buses().stream()
            .filter(bus -> bus.type() == BusType.ISOLATED)
            .map(Bus::id)
            .collect(Collectors.toSet());
  }

  /** Puts every issue of {@code day} into {@code log}. */
  public static void check(MarketDay day, IssueLog log) {
    NetworkValidator.check(day.network(), log);
    new MarketDayValidator(day, log).run();
  }

  private void run() {
    Set<String> ids = new HashSet<>();
    Set<String> curved =
        day.rules().trajectories().stream()
            .filter(Trajectory::inEffect)
            .map(Trajectory::unit)
            .collect(Collectors.toSet());
    for (ThermalUnit unit : day.thermalUnits()) {
      unique(ids, "unit", unit.id());
      new ThermalUnitCheck(unit, day.horizon(), curved.contains(unit.id()), log).run();
      busExists("unit " + unit.id(), unit.bus());
    }
    for (ProfiledUnit unit : day.profiledUnits()) {
      unique(ids, "unit", unit.id());
      busExists("unit " + unit.id(), unit.bus());
      ordered("unit " + unit.id(), "minMw", unit.minMw(), unit.maxMw());
      log.power("unit " + unit.id(), "maxMw", unit.maxMw());
      finite("unit " + unit.id(), "priceYuanPerMwh", unit.priceYuanPerMwh());
    }
    for (StorageUnit unit : day.storageUnits()) {
      unique(ids, "storage", unit.id());
      busExists("storage " + unit.id(), unit.bus());
      new StorageCheck(unit, day.horizon(), log).run();
    }
    demand();
    load();
    limits();
    PenaltyCheck.run(day.penalties(), log);
    new OperatingRulesCheck(day, log).run();
    if (!log.hasErrors()) {
      capacity();
    }
    long unknown = day.thermalUnits().stream().filter(unit -> unit.initial() == null).count();
    if (unknown > 0) {
      log.add(
          Rule.INITIAL_STATE_GIVEN,
          "units",
          "initial",
          unknown + " of " + day.thermalUnits().size() + " units have none",
          "Their first period is free of start costs and of ramps.");
    }
  }

  /** Without load nothing tells a price from a penalty; mostly it was left out by mistake. */
  private void load() {
    boolean fixed = day.busLoads().stream().anyMatch(load -> load.mw().max() > 0);
    boolean exports = day.interchanges().stream().anyMatch(i -> i.importMw().min() < 0);
    if (!fixed && !exports && day.flexibleLoads().isEmpty()) {
      log.add(
          Rule.LOAD_GIVEN,
          "system",
          "busLoads",
          day.busLoads().isEmpty() ? "absent" : "0 in all periods",
          "The day has no load: what units must give is not absorbed, at a penalty.");
    }
  }

  private void demand() {
    for (BusLoad load : day.busLoads()) {
      busExists("load at " + load.bus(), load.bus());
      log.power("load at " + load.bus(), "mw", load.mw());
    }
    Set<String> ids = new HashSet<>();
    for (FlexibleLoad load : day.flexibleLoads()) {
      unique(ids, "flexible load", load.id());
      busExists("flexible load " + load.id(), load.bus());
      notNegative("flexible load " + load.id(), "maxMw", load.maxMw());
      log.power("flexible load " + load.id(), "maxMw", load.maxMw());
      finite("flexible load " + load.id(), "valueYuanPerMwh", load.valueYuanPerMwh());
    }
    Set<String> ties = new HashSet<>();
    for (Interchange interchange : day.interchanges()) {
      unique(ties, "interchange", interchange.id());
      busExists("interchange " + interchange.id(), interchange.bus());
      log.power("interchange " + interchange.id(), "importMw", interchange.importMw());
    }
    Set<String> reserves = new HashSet<>();
    Set<String> products = new HashSet<>();
    day.rules().products().forEach(product -> products.add(product.id()));
    for (ReserveRequirement reserve : day.reserves()) {
      unique(reserves, "reserve", reserve.id());
      products.add(reserve.product());
      notNegative("reserve " + reserve.id(), "mw", reserve.mw());
      log.power("reserve " + reserve.id(), "mw", reserve.mw());
      share("reserve " + reserve.id(), "loadShare", reserve.loadShare());
      share("reserve " + reserve.id(), "renewableShare", reserve.renewableShare());
    }
    for (ThermalUnit unit : day.thermalUnits()) {
      for (String product : unit.reserves()) {
        if (!products.contains(product)) {
          log.add(
              Rule.NOT_CLEARED,
              "unit " + unit.id(),
              "reserves",
              product,
              "The case requires no such reserve.");
        }
      }
    }
  }

  private void limits() {
    Set<String> branches =
        day.network().branches().stream().map(Branch::id).collect(Collectors.toSet());
    Set<String> limited = new HashSet<>();
    for (BranchLimit limit : day.branchLimits()) {
      String element = "limit of branch " + limit.branch();
      unique(limited, "limit of branch", limit.branch());
      log.reference(element, "branch", limit.branch(), branches);
      if (!(limit.mw().min() >= 0)) {
        log.add(
            Rule.RATING_NOT_NEGATIVE,
            element,
            "mw",
            limit.mw().min(),
            "Leave it out for no limit.");
      }
      if (limit.emergencyMw() != null && !(limit.emergencyMw().min() >= 0)) {
        log.add(
            Rule.RATING_NOT_NEGATIVE,
            element,
            "emergencyMw",
            limit.emergencyMw().min(),
            "Leave it out for no limit.");
      }
      if (limit.penaltyYuanPerMwh() != null && !(limit.penaltyYuanPerMwh().min() >= 0)) {
        log.add(
            Rule.QUANTITY_NOT_NEGATIVE,
            element,
            "penaltyYuanPerMwh",
            limit.penaltyYuanPerMwh().min(),
            "Give a price of 0 or more, or leave it out for that of the day.");
      }
    }
    for (BranchOutage outage : day.branchOutages()) {
      log.reference("branch outage", "branch", outage.branch(), branches);
      if (outage.from() < 0 || outage.from() >= outage.to() || outage.to() > day.periodCount()) {
        log.add(
            Rule.CONSTRAINT_PERIODS,
            "branch outage of " + outage.branch(),
            "from/to",
            outage.from() + ".." + outage.to(),
            "Give 0 ≤ from < to ≤ %d.".formatted(day.periodCount()));
      }
    }
  }

  private void capacity() {
    for (int t = 0; t < day.periodCount(); t++) {
      double capacity = 0;
      for (ThermalUnit unit : day.thermalUnits()) {
        capacity += unit.pMaxMw().at(t);
      }
      for (ProfiledUnit unit : day.profiledUnits()) {
        capacity += unit.maxMw().at(t);
      }
      for (StorageUnit unit : day.storageUnits()) {
        capacity += unit.maxDischargeMw().at(t);
      }
      for (Interchange interchange : day.interchanges()) {
        capacity += interchange.importMw().at(t);
      }
      double need = day.loadMw(t);
      if (capacity < need) {
        log.add(
            Rule.LOAD_COVERED,
            "system",
            "period " + (t + 1),
            "%.1f MW of load".formatted(need),
            "Capacity is %.1f MW; load will be shed.".formatted(capacity));
        return;
      }
    }
  }

  private void unique(Set<String> seen, String kind, String id) {
    if (!seen.add(id)) {
      log.add(Rule.ID_UNIQUE, kind + " " + id, "id", id, "Give each " + kind + " its own id.");
    }
  }

  private void busExists(String element, String bus) {
    log.reference(element, "bus", bus, buses);
    if (isolated.contains(bus)) {
      log.add(
          Rule.REFERENCE_EXISTS,
          element,
          "bus",
          bus,
          "The bus is isolated: nothing there is in service. Move it, or connect the bus.");
    }
  }

  private void ordered(String element, String field, Series lower, Series upper) {
    for (int t = 0; t < lower.size(); t++) {
      if (!(lower.at(t) <= upper.at(t) + TOLERANCE)) {
        log.add(
            Rule.LIMITS_ORDERED,
            element,
            field + " in period " + (t + 1),
            lower.at(t),
            "The upper limit is %s.".formatted(upper.at(t)));
        return;
      }
    }
  }

  private void share(String element, String field, double share) {
    if (!(share >= 0) || Double.isInfinite(share)) {
      log.add(Rule.QUANTITY_NOT_NEGATIVE, element, field, share, "Give a share of 0 or more.");
    }
  }

  private void notNegative(String element, String field, Series series) {
    if (!(series.min() >= 0)) {
      log.add(Rule.QUANTITY_NOT_NEGATIVE, element, field, series.min(), "Give 0 or more.");
    }
  }

  private void finite(String element, String field, Series series) {
    if (!Double.isFinite(series.sum())) {
      log.add(Rule.NUMBER_FINITE, element, field, series.sum(), "Give finite numbers.");
    }
  }
}
