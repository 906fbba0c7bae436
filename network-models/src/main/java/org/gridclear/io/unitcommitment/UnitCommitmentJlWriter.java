package org.gridclear.io.unitcommitment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.gridclear.json.Json;
import org.gridclear.market.BranchLimit;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.StorageUnit;
import org.gridclear.network.Branch;
import org.gridclear.network.Bus;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a market day as UnitCommitment.jl JSON, version 0.4. Money per hour becomes money per
 * period. What the format cannot say is refused where the cost would be another, else noticed.
 */
public final class UnitCommitmentJlWriter {
  private final MarketDay day;
  private final double hours;
  private final ObjectNode root = Json.MAPPER.createObjectNode();

  private UnitCommitmentJlWriter(MarketDay day) {
    this.day = day;
    this.hours = day.horizon().hoursPerPeriod();
  }

  /** The document, readable; nothing where the log then has errors. */
  public static byte[] write(MarketDay day, IssueLog log) {
    new UnitCommitmentJlLimits(day, log).check();
    if (log.hasErrors()) {
      return new byte[0];
    }
    UnitCommitmentJlWriter writer = new UnitCommitmentJlWriter(day);
    writer.parameters();
    writer.buses();
    writer.generators();
    writer.lines();
    writer.storage();
    writer.flexibleLoads();
    writer.reserves();
    writer.contingencies();
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(writer.root);
  }

  private void parameters() {
    ObjectNode parameters = root.putObject("Parameters");
    parameters.put("Version", "0.4");
    parameters.put("Time horizon (min)", day.periodCount() * day.horizon().minutesPerPeriod());
    parameters.put("Time step (min)", day.horizon().minutesPerPeriod());
    double[] balance = new double[day.periodCount()];
    for (int t = 0; t < balance.length; t++) {
      balance[t] = day.penalties().balanceYuanPerMwh(t) * hours;
    }
    series(parameters, "Power balance penalty ($/MW)", Series.of(balance));
  }

  private void buses() {
    Map<String, Series> loads = new LinkedHashMap<>();
    Series none = Series.constant(0, day.periodCount());
    day.network().buses().forEach(bus -> loads.put(bus.id(), none));
    day.busLoads().forEach(load -> loads.merge(load.bus(), load.mw(), Series::plus));
    day.interchanges()
        .forEach(tie -> loads.merge(tie.bus(), tie.importMw().map(mw -> -mw), Series::plus));
    ObjectNode buses = root.putObject("Buses");
    for (Bus bus : day.network().buses()) {
      series(buses.putObject(bus.id()), "Load (MW)", Objects.requireNonNull(loads.get(bus.id())));
    }
  }

  private void generators() {
    ObjectNode generators = root.putObject("Generators");
    day.thermalUnits()
        .forEach(
            unit ->
                new UnitCommitmentJlUnitNode(unit, hours, day.periodCount())
                    .write(generators.putObject(unit.id())));
    for (ProfiledUnit unit : day.profiledUnits()) {
      ObjectNode node = generators.putObject(unit.id());
      node.put("Bus", unit.bus());
      node.put("Type", "Profiled");
      series(node, "Minimum power (MW)", unit.minMw());
      series(node, "Maximum power (MW)", unit.maxMw());
      series(node, "Cost ($/MW)", unit.priceYuanPerMwh().map(price -> price * hours));
    }
  }

  private void lines() {
    Map<String, BranchLimit> limits = new LinkedHashMap<>();
    day.branchLimits().forEach(limit -> limits.put(limit.branch(), limit));
    ObjectNode lines = root.putObject("Transmission lines");
    for (Branch branch : day.network().branches()) {
      ObjectNode node = lines.putObject(branch.id());
      node.put("Source bus", branch.from());
      node.put("Target bus", branch.to());
      node.put("Susceptance (S)", branch.inService() ? branch.susceptancePu() : 0.0);
      BranchLimit limit = limits.get(branch.id());
      if (limit != null) {
        limit(node, limit, branch.ratings().emergencyMva());
      } else {
        rating(node, "Normal flow limit (MW)", branch.ratings().normalMva());
        rating(node, "Emergency flow limit (MW)", branch.ratings().emergencyMva());
        node.put("Flow limit penalty ($/MW)", day.penalties().thermalYuanPerMwh() * hours);
      }
    }
  }

  private void limit(ObjectNode node, BranchLimit limit, double emergencyMva) {
    finite(node, "Normal flow limit (MW)", limit.mw());
    if (limit.emergencyMw() != null) {
      finite(node, "Emergency flow limit (MW)", limit.emergencyMw());
    } else {
      rating(node, "Emergency flow limit (MW)", emergencyMva);
    }
    double[] penalty = new double[day.periodCount()];
    for (int t = 0; t < penalty.length; t++) {
      penalty[t] = limit.penaltyYuanPerMwh(t, day.penalties().thermalYuanPerMwh()) * hours;
    }
    series(node, "Flow limit penalty ($/MW)", Series.of(penalty));
  }

  private static void rating(ObjectNode node, String field, double mva) {
    if (mva > 0) {
      node.put(field, mva);
    }
  }

  /** The format says "no limit" by leaving a limit out, which it can for all periods only. */
  private void finite(ObjectNode node, String field, Series limit) {
    if (Double.isFinite(limit.max())) {
      series(node, field, limit);
    } else if (Double.isFinite(limit.min())) {
      series(node, field, limit.map(mw -> Math.min(mw, 1e9)));
    }
  }

  private void storage() {
    ObjectNode units = root.putObject("Storage units");
    for (StorageUnit unit : day.storageUnits()) {
      ObjectNode node = units.putObject(unit.id());
      node.put("Bus", unit.bus());
      series(node, "Minimum level (MWh)", unit.minLevelMwh());
      series(node, "Maximum level (MWh)", unit.maxLevelMwh());
      series(node, "Minimum charge rate (MW)", unit.minChargeMw());
      series(node, "Maximum charge rate (MW)", unit.maxChargeMw());
      series(node, "Minimum discharge rate (MW)", unit.minDischargeMw());
      series(node, "Maximum discharge rate (MW)", unit.maxDischargeMw());
      series(node, "Charge cost ($/MW)", unit.chargeYuanPerMwh().map(c -> c * hours));
      series(node, "Discharge cost ($/MW)", unit.dischargeYuanPerMwh().map(c -> c * hours));
      series(node, "Charge efficiency", unit.chargeEfficiency());
      series(node, "Discharge efficiency", unit.dischargeEfficiency());
      series(node, "Loss factor", unit.lossShare());
      ArrayNode flags = node.putArray("Allow simultaneous charging and discharging");
      unit.simultaneous().forEach(flags::add);
      node.put("Initial level (MWh)", unit.initialLevelMwh());
      node.put("Last period minimum level (MWh)", unit.endMinLevelMwh());
      node.put("Last period maximum level (MWh)", unit.endMaxLevelMwh());
    }
  }

  private void flexibleLoads() {
    ObjectNode loads = root.putObject("Price-sensitive loads");
    day.flexibleLoads()
        .forEach(
            load -> {
              ObjectNode node = loads.putObject(load.id());
              node.put("Bus", load.bus());
              series(node, "Demand (MW)", load.maxMw());
              series(node, "Revenue ($/MW)", load.valueYuanPerMwh().map(v -> v * hours));
            });
  }

  private void reserves() {
    ObjectNode reserves = root.putObject("Reserves");
    for (ReserveRequirement reserve : day.reserves()) {
      ObjectNode node = reserves.putObject(reserve.product());
      node.put("Type", "spinning");
      series(node, "Amount (MW)", reserve.mw());
      double[] penalty = new double[day.periodCount()];
      for (int t = 0; t < penalty.length; t++) {
        double price = reserve.shortfallYuanPerMwh(t, day.penalties().reserveYuanPerMwh());
        penalty[t] = Double.isInfinite(price) ? -1 : price * hours;
      }
      series(node, "Shortfall penalty ($/MW)", Series.of(penalty));
    }
  }

  private void contingencies() {
    ObjectNode contingencies = root.putObject("Contingencies");
    day.rules()
        .contingencies()
        .listed()
        .forEach(
            contingency -> {
              ObjectNode node = contingencies.putObject(contingency.id());
              contingency.branches().forEach(node.withArray("Affected lines")::add);
              contingency.generators().forEach(node.withArray("Affected generators")::add);
            });
  }

  static void series(ObjectNode node, String field, Series series) {
    if (series.min() == series.max()) {
      node.put(field, series.at(0));
    } else {
      ArrayNode values = node.putArray(field);
      for (double value : series.toArray()) {
        values.add(value);
      }
    }
  }
}
