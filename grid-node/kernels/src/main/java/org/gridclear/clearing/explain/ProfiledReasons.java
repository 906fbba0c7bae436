package org.gridclear.clearing.explain;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.clearing.audit.ResourceShares;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.network.NetworkIndex;

/** Why a unit that follows a forecast gives what it gives. */
final class ProfiledReasons {
  private static final double ROOM_MW = 1e-3;

  private ProfiledReasons() {}

  /** The explanation of profiled unit {@code i} in period {@code t}, both from 0. */
  static UnitExplanation of(ClearingCase clearingCase, ClearingResult result, int i, int t) {
    MarketDay day = clearingCase.day();
    ProfiledUnit unit = day.profiledUnits().get(i);
    double mw = result.schedule().profiledMw()[i][t];
    double most = unit.maxMw().at(t);
    double least = unit.minMw().at(t);
    double price = unit.priceYuanPerMwh().at(t);
    double lmp =
        result.prices().lmpYuanPerMwh()[new NetworkIndex(day.network()).bus(unit.bus())][t];
    List<ResourceShares.Share> shares =
        new ResourceShares(clearingCase, result).ofOutput(unit.id(), t);
    double worth = lmp - shares.stream().mapToDouble(ResourceShares.Share::yuanPerMwh).sum();
    String currency = day.currency();
    List<String> reasons = new ArrayList<>();
    if (most - least < ROOM_MW) {
      reasons.add("Its output is given by the data, %.2f MW.".formatted(most));
    } else if (mw >= most - ROOM_MW) {
      reasons.add("It gives all of its forecast, %.2f MW.".formatted(most));
    } else {
      reasons.add(
          "It gives %.2f MW less than its forecast of %.2f MW: its MWh costs %.2f %s, output there is worth %.2f."
              .formatted(most - mw, most, price, currency, worth));
      if (mw <= least + ROOM_MW) {
        reasons.add("It is at its least output, %.2f MW.".formatted(least));
      }
    }
    for (ResourceShares.Share share : shares) {
      reasons.add(
          "Constraint %s (%s) adds %.4f %s/MWh to the price that its output needs."
              .formatted(share.element(), share.constraint(), share.yuanPerMwh(), currency));
    }
    double mwh = mw * day.horizon().hoursPerPeriod();
    boolean on = mw > ROOM_MW;
    double next = mw < most - ROOM_MW ? price : Double.NaN;
    return new UnitExplanation(
        on, mw, lmp, next, t, t + 1, lmp * mwh, price * mwh, List.copyOf(reasons));
  }
}
