package org.gridclear.work;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.CostParts;
import org.gridclear.clearing.result.FlowResult;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.clearing.result.SecurityReport;
import org.gridclear.market.MarketDay;
import org.gridclear.network.NetworkIndex;
import org.gridclear.security.verification.AuditExtent;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a cleared case that a comparison needs.
 *
 * @param status OPTIMAL, FEASIBLE or TIME_LIMITED
 * @param ended why the search ended
 * @param objectiveYuan objective
 * @param bestBoundYuan proved lower bound
 * @param gap relative gap between the two
 * @param costs parts of the objective
 * @param servedLoadMwh fixed and price-sensitive load served
 * @param shedLoadMwh fixed load not served
 * @param flexibleLoadMwh price-sensitive load served
 * @param curtailedMwh renewable forecast not used
 * @param unitHours hours of thermal units on
 * @param starts starts of thermal units
 * @param lmpMinYuanPerMwh least LMP of any bus and period
 * @param lmpMeanYuanPerMwh load-weighted mean LMP (EQ-02)
 * @param lmpMaxYuanPerMwh greatest LMP of any bus and period
 * @param bindingElements ids of branches and flowgates that set a price in some period; a branch
 *     and a flowgate of one id are two
 * @param congestionRentYuan Σ shadow price × flow (EQ-15)
 * @param lmpMeanByPeriod load-weighted mean LMP of each period
 * @param loadMwByPeriod fixed load of each period
 * @param auditFindings what the auditor objects to; empty if the case passed
 * @param relaxations what could not be met
 * @param outcomeHash hash of schedule, prices and objective: equal bits, equal hash
 * @param solver which solver
 * @param security the AC check, null where none was asked for
 * @param securityAudit how much of that check was solved again, null where there was none
 */
public record CaseSummary(
    String status,
    ClearingResult.SearchEnd ended,
    double objectiveYuan,
    double bestBoundYuan,
    double gap,
    CostParts costs,
    double servedLoadMwh,
    double shedLoadMwh,
    double flexibleLoadMwh,
    double curtailedMwh,
    double unitHours,
    int starts,
    double lmpMinYuanPerMwh,
    double lmpMeanYuanPerMwh,
    double lmpMaxYuanPerMwh,
    List<String> bindingElements,
    double congestionRentYuan,
    double[] lmpMeanByPeriod,
    double[] loadMwByPeriod,
    List<String> auditFindings,
    List<Relaxation> relaxations,
    String outcomeHash,
    String solver,
    @Nullable SecurityReport security,
    @Nullable AuditExtent securityAudit)
    implements UnitSummary {

  /**
   * Sums a result up.
   *
   * @param securityAudit how much of its AC check was solved again, null where there was none
   */
  public static CaseSummary of(
      MarketDay day,
      ClearingResult result,
      List<Finding> findings,
      @Nullable AuditExtent securityAudit) {
    return new Summing(day, result).summary(findings, securityAudit);
  }

  private static final class Summing {
    private final MarketDay day;
    private final ClearingResult result;
    private final double hours;
    private final int periods;

    Summing(MarketDay day, ClearingResult result) {
      this.day = day;
      this.result = result;
      this.hours = day.horizon().hoursPerPeriod();
      this.periods = day.periodCount();
    }

    CaseSummary summary(List<Finding> findings, @Nullable AuditExtent securityAudit) {
      double shed = sum(result.schedule().shedMw()) * hours;
      double load = 0;
      double[] loadByPeriod = new double[periods];
      for (int t = 0; t < periods; t++) {
        loadByPeriod[t] = day.loadMw(t);
        load += loadByPeriod[t] * hours;
      }
      double forecast = day.profiledUnits().stream().mapToDouble(unit -> unit.maxMw().sum()).sum();
      double[] meanByPeriod = lmpMeans();
      Extremes extremes = new Extremes(result.prices().lmpYuanPerMwh());
      return new CaseSummary(
          result.status().name(),
          result.statistics().ended(),
          result.objectiveYuan(),
          result.bestBoundYuan(),
          result.gap(),
          result.costs(),
          load - shed + sum(result.schedule().flexibleMw()) * hours,
          shed,
          sum(result.schedule().flexibleMw()) * hours,
          Math.max(0, forecast - sum(result.schedule().profiledMw())) * hours,
          count(result.schedule().committed()) * hours,
          count(result.schedule().starts()),
          extremes.min,
          weightedMean(meanByPeriod, loadByPeriod),
          extremes.max,
          bindingElements(),
          result.flows().stream()
                  .mapToDouble(f -> f.shadowPriceYuanPerMwh() * Math.abs(f.flowMw()))
                  .sum()
              * hours,
          meanByPeriod,
          loadByPeriod,
          findings.stream().map(Finding::line).toList(),
          result.relaxations(),
          hash(),
          result.statistics().solver(),
          result.security(),
          securityAudit);
    }

    private List<String> bindingElements() {
      Set<Limited> elements = new LinkedHashSet<>();
      result.flows().stream()
          .filter(FlowResult::binding)
          .forEach(flow -> elements.add(new Limited(flow.ofFlowgate(), flow.element())));
      return elements.stream().map(Limited::id).toList();
    }

    private record Limited(boolean flowgate, String id) {}

    /** Load-weighted mean of each period; plain mean where there is no load. */
    private double[] lmpMeans() {
      NetworkIndex index = new NetworkIndex(day.network());
      double[][] lmp = result.prices().lmpYuanPerMwh();
      double[] mean = new double[periods];
      for (int t = 0; t < periods; t++) {
        double weighted = 0;
        double weight = 0;
        for (var load : day.busLoads()) {
          weighted += lmp[index.bus(load.bus())][t] * load.mw().at(t);
          weight += load.mw().at(t);
        }
        for (int b = 0; b < lmp.length && weight == 0; b++) {
          mean[t] += lmp[b][t] / lmp.length;
        }
        mean[t] = weight == 0 ? mean[t] : weighted / weight;
      }
      return mean;
    }

    private static double weightedMean(double[] values, double[] weights) {
      double sum = 0;
      double weight = 0;
      for (int t = 0; t < values.length; t++) {
        sum += values[t] * weights[t];
        weight += weights[t];
      }
      return weight == 0 ? java.util.Arrays.stream(values).average().orElse(0) : sum / weight;
    }

    private static double sum(double[][] table) {
      double sum = 0;
      for (double[] row : table) {
        for (double value : row) {
          sum += value;
        }
      }
      return sum;
    }

    private static int count(boolean[][] table) {
      int count = 0;
      for (boolean[] row : table) {
        for (boolean value : row) {
          count += value ? 1 : 0;
        }
      }
      return count;
    }

    private String hash() {
      var schedule = result.schedule();
      Hashes hashes =
          new Hashes()
              .add(result.status().name())
              .add(result.objectiveYuan())
              .add(result.bestBoundYuan())
              .add(schedule.committed())
              .add(schedule.outputMw())
              .add(schedule.profiledMw())
              .add(schedule.chargeMw())
              .add(schedule.dischargeMw())
              .add(schedule.flexibleMw())
              .add(schedule.shedMw());
      for (double[][] product : schedule.reserveMw()) {
        hashes.add(product);
      }
      if (schedule.variables().length > 0) {
        hashes.add(schedule.variables());
      }
      return hashes
          .add(result.prices().lmpYuanPerMwh())
          .add(schedule.hvdcMw())
          .add(schedule.volumeMm3())
          .add(schedule.spillM3PerS())
          .add(result.prices().reserveYuanPerMwh())
          .hex();
    }
  }

  /** Least and greatest value of a table. */
  private static final class Extremes {
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    Extremes(double[][] table) {
      for (double[] row : table) {
        for (double value : row) {
          min = Math.min(min, value);
          max = Math.max(max, value);
        }
      }
    }
  }
}
