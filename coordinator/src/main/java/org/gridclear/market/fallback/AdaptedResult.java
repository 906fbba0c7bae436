package org.gridclear.market.fallback;

import java.util.Arrays;
import java.util.List;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.CostParts;
import org.gridclear.clearing.result.Schedule;
import org.gridclear.market.Interchange;
import org.gridclear.market.MarketDay;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.rule.Reservoir;

/**
 * A result of before as one of today's case. Nothing was optimised, so it has no objective and no
 * bound; load that nobody serves is not cut, but left to the balance, which is said.
 */
final class AdaptedResult {
  private final ClearingCase today;
  private final MarketDay day;
  private final PastValues past;
  private final Adaptations notes;

  private AdaptedResult(ClearingCase today, PastValues past, Adaptations notes) {
    this.today = today;
    this.day = today.day();
    this.past = past;
    this.notes = notes;
  }

  static ClearingResult of(ClearingCase today, PastValues past, Adaptations notes) {
    return new AdaptedResult(today, past, notes).result();
  }

  private ClearingResult result() {
    double none = Double.NaN;
    return new ClearingResult(
        ClearingResult.Status.FEASIBLE,
        none,
        none,
        none,
        new CostParts(none, none, none, none, none, none, none),
        schedule(),
        AdaptedPrices.of(day, past, notes),
        losses(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        new ClearingResult.Statistics(
            "fallback", 0, 0, 0, 0, 0, false, ClearingResult.SearchEnd.WITHIN_GAP));
  }

  private Schedule schedule() {
    AdaptedUnits units = new AdaptedUnits(day, past, notes);
    AdaptedStorage storage = new AdaptedStorage(day, past, notes);
    return new Schedule(
        units.committed,
        units.starts,
        units.outputMw,
        units.reserveMw,
        units.profiledMw,
        storage.chargeMw,
        storage.dischargeMw,
        storage.levelMwh,
        storage.flexibleMw,
        new double[day.network().buses().size()][day.periodCount()],
        hvdc(),
        volumes(),
        new double[today.decidedReservoirs().size()][day.periodCount()],
        variables());
  }

  private double[][] hvdc() {
    today
        .decidedHvdc()
        .forEach(
            line ->
                notes.of(
                    "hvdc", line.line(), "has no power in results of before and carries 0 MW"));
    return new double[today.decidedHvdc().size()][day.periodCount()];
  }

  private double[][] volumes() {
    List<Reservoir> lakes = today.decidedReservoirs();
    double[][] volumes = new double[lakes.size()][day.periodCount()];
    for (int i = 0; i < volumes.length; i++) {
      Arrays.fill(volumes[i], lakes.get(i).initialMm3());
      notes.of(
          "reservoir", lakes.get(i).id(), "has no volume in results of before and keeps its own");
    }
    return volumes;
  }

  private double[][] variables() {
    day.rules()
        .variables()
        .forEach(
            each -> notes.of("variable", each.id(), "has no value in results of before and is 0"));
    return new double[day.rules().variables().size()][day.periodCount()];
  }

  private double[] losses() {
    double[] losses = past.of(ResultKind.BALANCE, List.of(), List.of(), "lossMw");
    for (int t = 0; t < losses.length; t++) {
      if (Double.isNaN(losses[t])) {
        notes.in(t, "system", "losses", "are not known of before and are taken as 0 MW");
        losses[t] = 0;
      }
    }
    return losses;
  }

  /**
   * What comes in and is not taken in a period, in MW; negative for what is missing. Shunts and
   * losses of HVDC lines are not in it.
   */
  static double excessMw(MarketDay day, ClearingResult result, int t) {
    Schedule schedule = result.schedule();
    double excess = -day.loadMw(t) - result.lossMw()[t];
    for (double[][] given :
        List.of(schedule.outputMw(), schedule.profiledMw(), schedule.dischargeMw())) {
      for (double[] each : given) {
        excess += each[t];
      }
    }
    for (double[][] taken : List.of(schedule.chargeMw(), schedule.flexibleMw())) {
      for (double[] each : taken) {
        excess -= each[t];
      }
    }
    for (Interchange interchange : day.interchanges()) {
      excess += interchange.importMw().at(t);
    }
    return excess;
  }
}
