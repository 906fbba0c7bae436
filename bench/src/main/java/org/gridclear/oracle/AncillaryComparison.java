package org.gridclear.oracle;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridclear.clearing.AncillaryAuction;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.Schedule;
import org.gridclear.market.MarketDay;
import org.gridclear.solver.LinearSolver;

/**
 * Energy and then reserve by itself, beside two oracles: the first knows no reserve and says what
 * energy costs, the second is held at the energy schedule and says what reserve costs on top.
 */
public final class AncillaryComparison {
  private static final double SHARE = 1e-6;

  /** What reserve at the price of a shortfall makes of a hair. */
  private static final double WIDE_SHARE = 1e-4;

  private static final double PRICE_YUAN = 0.02;
  private static final double PRICE_SHARE = 1e-4;

  private final ClearingCase clearingCase;
  private final ClearingCase energyOnly;
  private final ClearingOptions options;
  private final LinearSolver solver;
  private final List<String> disagreements = new ArrayList<>();
  private boolean elastic;

  private AncillaryComparison(
      ClearingCase clearingCase, ClearingOptions options, LinearSolver solver) {
    this.clearingCase = clearingCase;
    this.options = options.withAncillary(ClearingOptions.Ancillary.SEPARATE);
    this.solver = solver;
    Set<ConstraintFamily> off =
        EnumSet.of(
            ConstraintFamily.RESERVE,
            ConstraintFamily.ZONAL_RESERVE,
            ConstraintFamily.UNIT_RESERVE);
    off.addAll(clearingCase.switchedOff());
    this.energyOnly = new ClearingCase(clearingCase.name(), clearingCase.day(), off);
  }

  /** Clears energy, then reserve, and compares both; without losses. */
  public static Comparison of(
      ClearingCase clearingCase, ClearingOptions options, LinearSolver solver) {
    return new AncillaryComparison(clearingCase, options, solver).compare();
  }

  private Comparison compare() {
    ClearingOutcome outcome =
        AncillaryAuction.clear(clearingCase, options, ClearingContext.of(solver));
    if (!(outcome instanceof ClearingOutcome.Cleared cleared)) {
      return new Comparison(null, List.of("The clearing ends with " + outcome + "."));
    }
    ClearingResult result = cleared.result();
    for (Finding finding :
        ClearingAuditor.audit(clearingCase, result, ClearingOptions.Ancillary.SEPARATE)) {
      disagreements.add("The auditor objects: " + finding.line());
    }
    Oracle energy = new Oracle(energyOnly, false, solver);
    Optional<Oracle.Point> best = energy.best();
    elastic = result.statistics().elastic();
    if (best.isEmpty() || elastic) {
      if (best.isPresent() || !elastic) {
        disagreements.add("Only one of oracle and clearing has a schedule.");
      }
      return new Comparison(result, disagreements);
    }
    beside(result, energy, best.get());
    return new Comparison(result, disagreements);
  }

  /** Energy, then reserve on what it leaves, each beside its own program. */
  private void beside(ClearingResult result, Oracle energy, Oracle.Point best) {
    Oracle whole = new Oracle(clearingCase, false, solver);
    Optional<Oracle.Point> wide = whole.atEnergy(result.schedule());
    Optional<Oracle.Point> narrow =
        wide.flatMap(point -> whole.atEnergyNarrow(result.schedule(), point));
    Optional<Oracle.Point> held = narrow.or(() -> wide);
    Optional<Oracle.Point> at = whole.at(result.schedule());
    Optional<Oracle.Point> energyAt = energy.at(withoutReserve(result));
    if (held.isEmpty() || at.isEmpty() || energyAt.isEmpty()) {
      disagreements.add("The schedule breaks a row of the oracle.");
      return;
    }
    atMost("energy", energyAt.get().objectiveYuan(), best.objectiveYuan());
    double heldYuan = held.get().objectiveYuan();
    double share = narrow.isPresent() ? SHARE : WIDE_SHARE;
    double heldTolerance = share * Math.max(1000, Math.abs(heldYuan)) + hairYuan();
    if (Math.abs(result.objectiveYuan() - heldYuan) > heldTolerance) {
      String text = "energy and reserve: %s yuan, the oracle has %s.";
      disagreements.add(text.formatted(result.objectiveYuan(), heldYuan));
    }
    atMost("the schedule", at.get().objectiveYuan(), result.objectiveYuan());
    if (disagreements.isEmpty()) {
      prices(result, energy, energyAt.get(), whole, held.get());
    }
  }

  private static Schedule withoutReserve(ClearingResult result) {
    double[][][] none = new double[result.schedule().reserveMw().length][][];
    for (int p = 0; p < none.length; p++) {
      int units = result.schedule().outputMw().length;
      none[p] = new double[units][units == 0 ? 0 : result.schedule().outputMw()[0].length];
    }
    return result.schedule().withReserve(none);
  }

  /** What reserve made of the hair of a schedule is worth at most. */
  private double hairYuan() {
    MarketDay day = clearingCase.day();
    double yuanPerMw = day.penalties().reserveYuanPerMwh() * day.horizon().hoursPerPeriod();
    return 2 * Oracle.NARROW_WINDOW_MW * yuanPerMw * day.reserves().size() * day.periodCount();
  }

  private void same(String what, double yuan, double right, double share) {
    if (Math.abs(yuan - right) > share * Math.max(1000, Math.abs(right))) {
      disagreements.add("%s: %s yuan, the oracle has %s.".formatted(what, yuan, right));
    }
  }

  /** Pins have a little room, so a pinned schedule may cost less, and not more. */
  private void atMost(String what, double yuan, double right) {
    same(what, Math.max(yuan, right), right, SHARE);
  }

  private void prices(
      ClearingResult result,
      Oracle energy,
      Oracle.Point energyAt,
      Oracle whole,
      Oracle.Point held) {
    MarketDay day = clearingCase.day();
    double hours = day.horizon().hoursPerPeriod();
    double base = day.network().baseMva();
    try (PriceIntervals lmps =
            new PriceIntervals(energy, day.network().branches(), base, energyAt);
        PriceIntervals auction = new PriceIntervals(whole, day.network().branches(), base, held)) {
      auction.holdOutputs(held);
      for (int t = 0; t < day.periodCount(); t++) {
        for (int b = 0; b < day.network().buses().size(); b++) {
          double lmp = result.prices().lmpYuanPerMwh()[b][t];
          check("LMP of bus " + b, t, lmp, hours, lmps.ofLoad(b, t));
        }
        for (int r = 0; r < day.reserves().size(); r++) {
          if (whole.rules().requirements[r][t] != null) {
            double price = result.prices().reserveYuanPerMwh()[r][t];
            String name = "price of reserve " + day.reserves().get(r).id();
            check(name, t, price, hours, auction.ofRequirement(r, t));
          }
        }
      }
    }
  }

  private void check(
      String what, int t, double price, double hours, PriceIntervals.Interval interval) {
    double share = PRICE_SHARE + PriceIntervals.HELD_SHARE;
    if (!interval.holds(price * hours, PRICE_YUAN + share * Math.abs(price))) {
      disagreements.add(
          "%s in period %d is %s, the differences say %s to %s."
              .formatted(what, t + 1, price, interval.below() / hours, interval.above() / hours));
    }
  }
}
