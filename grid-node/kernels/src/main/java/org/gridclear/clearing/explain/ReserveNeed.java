package org.gridclear.clearing.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gridclear.clearing.audit.UnitPath;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.model.RequiredReserve;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ReserveRequirement;

/** Reserve requirements that the other units do not meet in the schedule without one of them. */
final class ReserveNeed {
  private static final double ROOM_MW = 1e-3;

  private ReserveNeed() {}

  /**
   * What unit {@code g} gives of each such requirement, in words, in the first period of {@code
   * from} to {@code to} (one past the last) in which it is needed.
   */
  static List<String> of(
      ClearingCase clearingCase, ClearingResult result, int g, int from, int to) {
    MarketDay day = clearingCase.day();
    List<String> products =
        new UnitPath(clearingCase, result, g)
            .products().stream().map(product -> product.id()).toList();
    List<String> needs = new ArrayList<>();
    for (ReserveRequirement requirement : day.reserves()) {
      ConstraintFamily family = RequiredReserve.family(requirement);
      Set<Integer> members = RequiredReserve.members(day, requirement);
      int p = products.indexOf(requirement.product());
      boolean cleared =
          clearingCase.inEffect(family)
              && clearingCase.clears(day.rules().product(requirement.product()).kind());
      for (int t = from; cleared && p >= 0 && members.contains(g) && t < to; t++) {
        double[][] givenMw = result.schedule().reserveMw()[p];
        double needMw = RequiredReserve.mw(clearingCase, requirement, t);
        double othersMw = 0;
        for (int other = 0; other < givenMw.length; other++) {
          othersMw += other != g && members.contains(other) ? givenMw[other][t] : 0;
        }
        if (givenMw[g][t] > ROOM_MW && othersMw < needMw - ROOM_MW) {
          needs.add(
              "In period %d reserve %s (%s, %s) needs %.2f MW: it gives %.2f, all others %.2f."
                  .formatted(
                      t + 1,
                      requirement.id(),
                      family.id(),
                      requirement.scope().label(),
                      needMw,
                      givenMw[g][t],
                      othersMw));
          break;
        }
      }
    }
    return needs;
  }
}
