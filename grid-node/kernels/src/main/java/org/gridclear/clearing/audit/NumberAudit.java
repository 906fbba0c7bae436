package org.gridclear.clearing.audit;

import java.util.List;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.ConstraintPrice;
import org.gridclear.clearing.result.CostParts;
import org.gridclear.clearing.result.FlowResult;
import org.gridclear.clearing.result.Prices;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.clearing.result.Schedule;

/**
 * Checks that what is a number is one: a comparison with what is none holds neither way, so that no
 * other check would see it.
 */
final class NumberAudit {
  private final List<Finding> findings;

  NumberAudit(List<Finding> findings) {
    this.findings = findings;
  }

  /**
   * Runs the checks.
   *
   * @param priced whether costs and prices belong to the schedule
   */
  void run(ClearingResult result, boolean priced) {
    schedule(result.schedule());
    row("losses", result.lossMw());
    for (Relaxation each : result.relaxations()) {
      finite("relaxation of " + each.element(), each.period(), each.amount());
      finite("penalty of " + each.element(), each.period(), each.penaltyYuan());
    }
    if (priced) {
      prices(result.prices());
      costs(result);
      result.flows().forEach(this::flow);
      for (ConstraintPrice price : result.shadowPrices()) {
        finite("shadow price of " + price.element(), price.period(), price.yuanPerUnit());
      }
    }
  }

  private void schedule(Schedule schedule) {
    table("output of thermal units", schedule.outputMw());
    for (double[][] product : schedule.reserveMw()) {
      table("reserve", product);
    }
    table("output of profiled units", schedule.profiledMw());
    table("charging", schedule.chargeMw());
    table("discharging", schedule.dischargeMw());
    table("level", schedule.levelMwh());
    table("price-sensitive load", schedule.flexibleMw());
    table("load not served", schedule.shedMw());
    table("HVDC lines", schedule.hvdcMw());
    table("volume", schedule.volumeMm3());
    table("spillage", schedule.spillM3PerS());
    table("variables", schedule.variables());
  }

  private void prices(Prices prices) {
    table("LMP", prices.lmpYuanPerMwh());
    table("energy price", prices.energyYuanPerMwh());
    table("congestion price", prices.congestionYuanPerMwh());
    table("loss price", prices.lossYuanPerMwh());
    table("reserve price", prices.reserveYuanPerMwh());
  }

  /** A search that ends early may have proved nothing: its bound is minus infinity. */
  private void costs(ClearingResult result) {
    CostParts costs = result.costs();
    finite("objective", -1, result.objectiveYuan());
    finite("linear relaxation", -1, result.lpYuan());
    finite("bound", -1, Math.max(-Double.MAX_VALUE, result.bestBoundYuan()));
    finite("energy cost", -1, costs.energyYuan());
    finite("start cost", -1, costs.startYuan());
    finite("cost of profiled units", -1, costs.profiledYuan());
    finite("cost of storage", -1, costs.storageYuan());
    finite("cost of reserve", -1, costs.ancillaryYuan());
    finite("value of demand", -1, costs.demandValueYuan());
    finite("penalties", -1, costs.penaltyYuan());
  }

  /** The limit of a flow may be infinite against the direction that is limited. */
  private void flow(FlowResult flow) {
    String element = "flow of " + flow.element();
    finite(element, flow.period(), flow.flowMw());
    finite(element, flow.period(), flow.shadowPriceYuanPerMwh());
    finite(element, flow.period(), flow.overloadMw());
    finite(element, flow.period(), Math.min(Double.MAX_VALUE, flow.limitMw()));
  }

  private void table(String what, double[][] rows) {
    for (double[] row : rows) {
      row(what, row);
    }
  }

  private void row(String what, double[] values) {
    for (int t = 0; t < values.length; t++) {
      finite(what, t, values[t]);
    }
  }

  private void finite(String what, int t, double value) {
    if (!Double.isFinite(value)) {
      findings.add(new Finding("number", what, t, value + " is none"));
    }
  }
}
