package org.gridclear.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gridclear.clearing.ClearingKernel;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.market.MarketDay;
import org.gridclear.solver.LinearSolver;
import org.jspecify.annotations.Nullable;

/**
 * A clearing at gap 0 beside its oracle: the same objective, a schedule that the oracle allows,
 * prices between the oracle's differences, explanations that are true, and an audit without
 * findings.
 *
 * @param result what the clearing found; null where it found nothing
 * @param disagreements in words; empty where the two agree
 */
public record Comparison(@Nullable ClearingResult result, List<String> disagreements) {
  private static final double OBJECTIVE_SHARE = 1e-6;
  private static final double FEASIBILITY_MW = 1e-6;
  private static final double PRICE_SHARE = 1e-4;
  private static final double PRICE_YUAN = 0.02;

  /** Marginal losses follow flows that are exact to a hundredth only. */
  private static final double LOSS_PRICE_SHARE = 5e-4;

  public Comparison {
    disagreements = List.copyOf(disagreements);
  }

  /** Options under which a clearing is exact: gap 0, and no flow over a limit that is let pass. */
  public static ClearingOptions exact(boolean losses) {
    ClearingOptions d = ClearingOptions.LOSSLESS;
    return new ClearingOptions(
        d.market(),
        0,
        d.nodesMax(),
        d.secondsMax(),
        d.solver(),
        d.formulation(),
        FEASIBILITY_MW,
        losses,
        d.ancillary(),
        d.strategy(),
        d.startFromBase(),
        d.security());
  }

  /** Clears a case and solves it with its oracle. */
  public static Comparison of(ClearingCase clearingCase, boolean losses, LinearSolver solver) {
    return of(clearingCase, exact(losses), solver);
  }

  /** Clears a case with options of one's own, of which the gap is to be 0. */
  public static Comparison of(
      ClearingCase clearingCase, ClearingOptions options, LinearSolver solver) {
    Oracle oracle = new Oracle(clearingCase, options.losses(), solver);
    Optional<Oracle.Point> best = oracle.best();
    ClearingOutcome outcome = ClearingKernel.clear(clearingCase, options, solver);
    if (!(outcome instanceof ClearingOutcome.Cleared cleared)) {
      return new Comparison(null, List.of("The clearing ends with " + outcome + "."));
    }
    ClearingResult result = cleared.result();
    if (best.isEmpty() && result.statistics().elastic()) {
      oracle = new Oracle(clearingCase, options.losses(), true, solver);
      return new Beside(clearingCase, options, oracle, result).compare(oracle.best());
    }
    return new Beside(clearingCase, options, oracle, result).compare(best);
  }

  /**
   * The same without the optimum: whether the oracle allows the schedule, and prices, explanations
   * and audit.
   */
  public static Comparison ofSchedule(
      ClearingCase clearingCase, boolean losses, LinearSolver solver) {
    ClearingOptions options = exact(losses);
    ClearingOutcome outcome = ClearingKernel.clear(clearingCase, options, solver);
    if (!(outcome instanceof ClearingOutcome.Cleared cleared)) {
      return new Comparison(null, List.of("The clearing ends with " + outcome + "."));
    }
    Oracle oracle = new Oracle(clearingCase, losses, solver);
    return new Beside(clearingCase, options, oracle, cleared.result()).compareSchedule();
  }

  /** What other formulations and the whole model find otherwise than a result. */
  public static List<String> formulations(
      ClearingCase clearingCase,
      ClearingOptions options,
      ClearingResult result,
      LinearSolver solver) {
    List<ClearingOptions> others = new ArrayList<>();
    for (ClearingOptions.Formulation formulation : ClearingOptions.Formulation.values()) {
      others.add(options.withFormulation(formulation));
    }
    others.add(options.withStrategy(ClearingOptions.Strategy.WHOLE_MODEL));
    List<String> found = new ArrayList<>();
    for (ClearingOptions other : others) {
      ClearingOutcome outcome = ClearingKernel.clear(clearingCase, other, solver);
      double yuan =
          outcome instanceof ClearingOutcome.Cleared cleared
              ? cleared.result().objectiveYuan()
              : Double.NaN;
      double tolerance = OBJECTIVE_SHARE * Math.max(1000, Math.abs(result.objectiveYuan()));
      if (!(Math.abs(yuan - result.objectiveYuan()) <= tolerance)) {
        found.add(
            "%s, %s: %s yuan instead of %s."
                .formatted(other.formulation(), other.strategy(), yuan, result.objectiveYuan()));
      }
    }
    return found;
  }

  /** One comparison. */
  private static final class Beside {
    private final MarketDay day;
    private final ClearingCase clearingCase;
    private final ClearingOptions options;
    private final Oracle oracle;
    private final ClearingResult result;
    private final List<String> disagreements = new ArrayList<>();

    Beside(
        ClearingCase clearingCase, ClearingOptions options, Oracle oracle, ClearingResult result) {
      this.day = clearingCase.day();
      this.clearingCase = clearingCase;
      this.options = options;
      this.oracle = oracle;
      this.result = result;
    }

    private void audit() {
      for (Finding finding : ClearingAuditor.audit(clearingCase, result)) {
        disagreements.add("The auditor objects: " + finding.line());
      }
    }

    Comparison compareSchedule() {
      audit();
      if (!result.statistics().elastic()) {
        double yuan = Math.abs(result.objectiveYuan());
        schedule(OBJECTIVE_SHARE * Math.max(1000, yuan) + lossErrorYuan());
      }
      return new Comparison(result, disagreements);
    }

    Comparison compare(Optional<Oracle.Point> best) {
      audit();
      boolean elastic = result.statistics().elastic();
      if (best.isEmpty() || elastic != oracle.program().isElastic()) {
        disagreements.add(
            "The oracle has %s schedule, the clearing relaxes %s."
                .formatted(
                    best.isPresent() ? "a" : "no", elastic ? "units' own rows" : "none of them"));
        return new Comparison(result, disagreements);
      }
      double yuan = best.get().objectiveYuan();
      double tolerance = OBJECTIVE_SHARE * Math.max(1000, Math.abs(yuan)) + lossErrorYuan();
      if (Math.abs(result.objectiveYuan() - yuan) > tolerance) {
        disagreements.add(
            "The clearing costs %s yuan, the oracle %s.".formatted(result.objectiveYuan(), yuan));
      }
      if (result.bestBoundYuan() > yuan + tolerance) {
        disagreements.add(
            "The bound %s lies above the oracle's %s.".formatted(result.bestBoundYuan(), yuan));
      }
      schedule(tolerance);
      return new Comparison(result, disagreements);
    }

    private double lossErrorYuan() {
      double[] greatest = new double[day.periodCount()];
      for (double[] prices : result.prices().lmpYuanPerMwh()) {
        for (int t = 0; t < greatest.length; t++) {
          greatest[t] = Math.max(greatest[t], Math.abs(prices[t]));
        }
      }
      return options.losses() ? oracle.lossErrorYuan(greatest, day.horizon().hoursPerPeriod()) : 0;
    }

    private void schedule(double tolerance) {
      Optional<Oracle.Point> at = oracle.at(result.schedule());
      if (at.isEmpty()) {
        disagreements.add("The schedule breaks a row of the oracle.");
      } else if (at.get().objectiveYuan() > result.objectiveYuan() + tolerance) {
        disagreements.add(
            "The schedule costs %s yuan, not %s."
                .formatted(at.get().objectiveYuan(), result.objectiveYuan()));
      } else {
        prices(at.get());
      }
    }

    private void prices(Oracle.Point at) {
      double hours = day.horizon().hoursPerPeriod();
      double base = day.network().baseMva();
      try (PriceIntervals intervals =
          new PriceIntervals(oracle, day.network().branches(), base, at)) {
        for (int t = 0; t < day.periodCount(); t++) {
          for (int b = 0; b < day.network().buses().size(); b++) {
            String bus = "LMP of bus " + day.network().buses().get(b).id();
            double lmp = result.prices().lmpYuanPerMwh()[b][t];
            double energy = result.prices().energyYuanPerMwh()[b][t];
            double size = Math.max(Math.abs(lmp), Math.abs(energy));
            check(bus, t, lmp, size, hours, intervals.ofLoad(b, t));
          }
          for (int r = 0; r < day.reserves().size(); r++) {
            if (oracle.rules().requirements[r][t] != null) {
              String name = "price of reserve " + day.reserves().get(r).id();
              double price = result.prices().reserveYuanPerMwh()[r][t];
              check(name, t, price, price, hours, intervals.ofRequirement(r, t));
            }
          }
        }
        disagreements.addAll(
            new ExplanationCheck(clearingCase, result, oracle, intervals).untruths());
      }
      components();
    }

    private void check(
        String what,
        int t,
        double price,
        double size,
        double hours,
        PriceIntervals.Interval interval) {
      double share = options.losses() ? LOSS_PRICE_SHARE : PRICE_SHARE;
      if (!interval.holds(price * hours, PRICE_YUAN + share * Math.abs(size))) {
        disagreements.add(
            "%s in period %d is %s, the differences say %s to %s."
                .formatted(what, t + 1, price, interval.below() / hours, interval.above() / hours));
      }
    }

    private void components() {
      double[][] lmp = result.prices().lmpYuanPerMwh();
      for (int b = 0; b < lmp.length; b++) {
        double[] sum = result.prices().energyYuanPerMwh()[b].clone();
        for (int t = 0; t < sum.length; t++) {
          sum[t] += result.prices().congestionYuanPerMwh()[b][t];
          sum[t] += result.prices().lossYuanPerMwh()[b][t];
          sum[t] -= lmp[b][t];
        }
        if (Arrays.stream(sum).map(Math::abs).max().orElse(0) > 1e-6) {
          disagreements.add("The parts of the LMP do not add up at bus " + b + ".");
        }
      }
    }
  }
}
