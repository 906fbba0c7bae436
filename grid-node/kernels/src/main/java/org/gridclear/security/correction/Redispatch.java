package org.gridclear.security.correction;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.ClearingOptions.SecurityRounds;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.warmstart.WarmStart;
import org.gridclear.market.rule.ContingencySet;
import org.gridclear.market.rule.OperatingRules;
import org.gridclear.market.rule.SecurityCut;
import org.gridclear.solver.Basis;

/**
 * A case that varies a cleared one, dispatched and priced with the commitment of that: statuses
 * stay as they were as far as the data of the case leave them free, everything else is decided
 * anew. Cuts of an AC check stay in force and no new check is made.
 */
public final class Redispatch {
  private Redispatch() {}

  /**
   * Dispatches a case.
   *
   * @param changed the case, with the units and periods of the one that was cleared
   * @param kept what that was cleared to
   * @param near whether the change moves limits and loads alone: then the basis of the kept one is
   *     a few steps from the optimum, and else presolve of the program is quicker
   * @throws IllegalArgumentException if the case has other units or periods
   */
  public static ClearingOutcome of(
      ClearingCase changed,
      ClearingOptions options,
      ClearingResult kept,
      boolean near,
      ClearingContext context) {
    WarmStart given = Objects.requireNonNull(kept.start());
    WarmStart start = near ? given : rowsOf(given);
    boolean[][] on = kept.schedule().committed();
    return of(withCuts(changed, kept), options, on, context.startingFrom(start));
  }

  /**
   * Dispatches a case with the statuses of every unit and period.
   *
   * @throws IllegalArgumentException if the case has other units or periods
   */
  public static ClearingOutcome of(
      ClearingCase changed, ClearingOptions options, boolean[][] on, ClearingContext context) {
    int units = changed.day().thermalUnits().size();
    if (on.length != units || (units > 0 && on[0].length != changed.day().periodCount())) {
      throw new IllegalArgumentException("The commitment is that of a case with other units.");
    }
    return SecureClearing.clear(
        changed, options.withSecurity(SecurityRounds.NONE), context.withStatuses(on));
  }

  private static WarmStart rowsOf(WarmStart start) {
    return new WarmStart(
        start.committed(), start.rows(), Basis.NONE, Basis.NONE, start.cuts(), start.lossPoints());
  }

  /** The case with the cuts under which the other was cleared, but for outages that are no more. */
  private static ClearingCase withCuts(ClearingCase changed, ClearingResult kept) {
    if (kept.security() == null || kept.security().cuts().isEmpty()) {
      return changed;
    }
    Set<String> outages = new HashSet<>(Set.of(""));
    new ClearingGrid(changed).outages().forEach(outage -> outages.add(outage.id()));
    List<SecurityCut> cuts =
        kept.security().cuts().stream().filter(cut -> outages.contains(cut.outage())).toList();
    OperatingRules rules = changed.day().rules();
    ContingencySet held = rules.contingencies().withCuts(cuts);
    return changed.withDay(changed.day().withRules(rules.withContingencies(held)));
  }
}
