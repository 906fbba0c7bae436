package org.gridclear.clearing.flow;

import java.util.HashMap;
import java.util.Map;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.market.rule.SecurityCut;

/** Cuts that a case is given, and cuts that it hands on, by the names of their elements. */
public final class HandedCuts {
  private final ClearingGrid grid;
  private final Map<String, Integer> elements = new HashMap<>();
  private final Map<String, Integer> outages = new HashMap<>();

  /** Names of the elements of a case. */
  public HandedCuts(ClearingCase clearingCase) {
    this.grid = new ClearingGrid(clearingCase);
    for (int e = 0; e < grid.monitored().size(); e++) {
      ClearingGrid.Monitored element = grid.monitored().get(e);
      elements.put(element.isFlowgate() + " " + element.id(), e);
    }
    outages.put("", -1);
    for (int k = 0; k < grid.outages().size(); k++) {
      outages.put(grid.outages().get(k).id(), k);
    }
  }

  /**
   * Corrections of the cuts of a case that are in effect; of several for one row the tightest, and
   * of equally tight ones at the greatest penalty.
   *
   * @throws IllegalArgumentException if an element has no limit that a cut could tighten
   */
  public static FlowOffsets of(ClearingCase clearingCase) {
    var given = clearingCase.day().rules().contingencies().cuts();
    if (given.stream().noneMatch(SecurityCut::inEffect)) {
      return FlowOffsets.NONE;
    }
    HandedCuts names = new HandedCuts(clearingCase);
    Map<FlowRowKey, FlowOffsets.Cut> cuts = new HashMap<>();
    given.stream()
        .filter(SecurityCut::inEffect)
        .forEach(
            cut ->
                cuts.merge(
                    names.key(cut),
                    new FlowOffsets.Cut(
                        cut.offsetMw(), cut.limitMw(), cut.forward(), cut.penaltyYuanPerMwh()),
                    (a, b) -> names.tighter(cut, a, b)));
    return new FlowOffsets(cuts);
  }

  private FlowOffsets.Cut tighter(SecurityCut cut, FlowOffsets.Cut a, FlowOffsets.Cut b) {
    if (a.forward() != b.forward()) {
      throw new IllegalArgumentException(
          "The %s is given in both directions: keep one.".formatted(cut.name()));
    }
    int order = Double.compare(a.mostMw(), b.mostMw());
    FlowOffsets.Cut tight = order > 0 ? b : a;
    return order == 0 ? tight.atLeastAt(b.penaltyYuanPerMwh()) : tight;
  }

  private FlowRowKey key(SecurityCut cut) {
    Integer element = elements.get(cut.flowgate() + " " + cut.element());
    Integer outage = outages.get(cut.outage());
    if (element == null || outage == null) {
      throw new IllegalArgumentException(
          ("The %s has no row that it could tighten: its element has no limit, or its outage or"
                  + " its family is switched off. Switch the cut off.")
              .formatted(cut.name()));
    }
    return new FlowRowKey(element, outage, cut.period());
  }

  /** A correction by name. */
  public SecurityCut named(int round, FlowRowKey key, FlowOffsets.Cut cut) {
    ClearingGrid.Monitored element = grid.monitored().get(key.element());
    return new SecurityCut(
        round,
        element.isFlowgate(),
        element.id(),
        key.outage() < 0 ? "" : grid.outages().get(key.outage()).id(),
        key.period(),
        cut.forward(),
        cut.offsetMw(),
        cut.limitMw(),
        cut.penaltyYuanPerMwh(),
        true);
  }
}
