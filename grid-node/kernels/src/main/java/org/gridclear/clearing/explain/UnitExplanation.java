package org.gridclear.clearing.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.clearing.audit.ResourceShares;
import org.gridclear.clearing.audit.UnitPath;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.ConstraintPrice;
import org.gridclear.market.Commitment;
import org.gridclear.market.InitialState;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.StartCategory;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.network.NetworkIndex;

/**
 * Why a unit is on or off in a period, and why at this output.
 *
 * @param on whether it is on
 * @param outputMw its output
 * @param lmpYuanPerMwh price at its bus
 * @param nextYuanPerMwh what its next MWh would cost, NaN where there is none
 * @param runFrom first period of the run of equal status around the period
 * @param runTo one past the last
 * @param runIncomeYuan energy income at LMP over that run (what it would earn at its best, if off)
 * @param runCostYuan energy, no-load and start cost over that run (likewise)
 * @param reasons in words, the decisive one first
 */
public record UnitExplanation(
    boolean on,
    double outputMw,
    double lmpYuanPerMwh,
    double nextYuanPerMwh,
    int runFrom,
    int runTo,
    double runIncomeYuan,
    double runCostYuan,
    List<String> reasons) {
  private static final double ROOM_MW = 1e-3;
  private static final double EXACT = 1e-6;

  public UnitExplanation {
    reasons = List.copyOf(reasons);
  }

  /**
   * Explains a unit, thermal or with a forecast, in a period counted from 0; the run of one with a
   * forecast is the period.
   *
   * @throws IllegalArgumentException if the day has no such unit
   */
  public static UnitExplanation of(
      ClearingCase clearingCase, ClearingResult result, String unit, int period) {
    MarketDay day = clearingCase.day();
    for (int g = 0; g < day.thermalUnits().size(); g++) {
      if (day.thermalUnits().get(g).id().equals(unit)) {
        return of(clearingCase, result, g, period);
      }
    }
    for (int i = 0; i < day.profiledUnits().size(); i++) {
      if (day.profiledUnits().get(i).id().equals(unit)) {
        return ProfiledReasons.of(clearingCase, result, i, period);
      }
    }
    throw new IllegalArgumentException("There is no unit '%s'.".formatted(unit));
  }

  /** The bus of each unit that can be explained, by the unit's id, in the order of the day. */
  public static Map<String, String> busOfUnit(MarketDay day) {
    Map<String, String> busOfUnit = new LinkedHashMap<>();
    day.thermalUnits().forEach(unit -> busOfUnit.put(unit.id(), unit.bus()));
    day.profiledUnits().forEach(unit -> busOfUnit.put(unit.id(), unit.bus()));
    return busOfUnit;
  }

  /** Explains a thermal unit, by its number, in a period counted from 0. */
  public static UnitExplanation of(
      ClearingCase clearingCase, ClearingResult result, int g, int period) {
    return new Reader(clearingCase, result, g, period).explain();
  }

  /** Reads the reasons out of a result. */
  private static final class Reader {
    private final ClearingCase clearingCase;
    private final ClearingResult result;
    private final int g;
    private final int t;
    private final ThermalUnit unit;
    private final boolean[] on;
    private final double[] mw;
    private final double[] lmp;
    private final double hours;
    private final List<String> reasons = new ArrayList<>();
    private final UnitPath path;
    private final ResourceShares resources;
    private int from;
    private int to;
    private double income;
    private double cost;

    Reader(ClearingCase clearingCase, ClearingResult result, int g, int t) {
      MarketDay day = clearingCase.day();
      this.clearingCase = clearingCase;
      this.result = result;
      this.path = new UnitPath(clearingCase, result, g);
      this.resources = new ResourceShares(clearingCase, result);
      this.g = g;
      this.t = t;
      this.unit = day.thermalUnits().get(g);
      this.on = result.schedule().committed()[g];
      this.mw = result.schedule().outputMw()[g];
      this.lmp = result.prices().lmpYuanPerMwh()[new NetworkIndex(day.network()).bus(unit.bus())];
      this.hours = day.horizon().hoursPerPeriod();
    }

    UnitExplanation explain() {
      from = t;
      to = t + 1;
      while (from > 0 && on[from - 1] == on[t]) {
        from--;
      }
      while (to < on.length && on[to] == on[t]) {
        to++;
      }
      money();
      status();
      if (on[t]) {
        output();
      }
      constraints();
      double next = on[t] ? PriceExplanation.nextYuanPerMwh(unit.offer(t), mw[t]) : Double.NaN;
      return new UnitExplanation(on[t], mw[t], lmp[t], next, from, to, income, cost, reasons);
    }

    private void money() {
      for (int p = from; p < to; p++) {
        double output = on[t] ? mw[p] : bestMw(unit.offer(p), lmp[p], unit.pMaxMw().at(p));
        income += lmp[p] * output * hours;
        cost += costYuanPerH(unit.offer(p), output) * hours;
      }
      boolean starts = !on[t] || from > 0 || (unit.initial() != null && !unit.initial().on());
      if (starts) {
        cost += startYuan();
      }
    }

    /**
     * Cost of the start of the run by the time off before it; for a unit that is off, of one now.
     */
    private double startYuan() {
      int start = on[t] ? from : t;
      int off = start;
      while (off > 0 && !on[off - 1]) {
        off--;
      }
      InitialState initial = unit.initial();
      double before = off == 0 && initial != null && !initial.on() ? initial.hours() : 0;
      double offHours = (start - off) * hours + before;
      double yuan = unit.startCategories().get(0).costYuan();
      for (StartCategory category : unit.startCategories()) {
        yuan = category.offHours() <= offHours + EXACT ? category.costYuan() : yuan;
      }
      return yuan;
    }

    private static double bestMw(OfferCurve offer, double lmp, double most) {
      double best = offer.firstMw();
      for (int k = 0; k < offer.segmentCount() && offer.priceYuanPerMwh(k) < lmp; k++) {
        best = Math.min(most, offer.mw().get(k + 1));
      }
      return best;
    }

    private static double costYuanPerH(OfferCurve offer, double mw) {
      double cost = offer.firstYuanPerH();
      for (int k = 0; k < offer.segmentCount(); k++) {
        double part = Math.min(mw, offer.mw().get(k + 1)) - offer.mw().get(k);
        cost += Math.max(0, part) * offer.priceYuanPerMwh(k);
      }
      return cost;
    }

    private void status() {
      Commitment given = unit.commitment().get(t);
      if (given == Commitment.KEPT_OFF) {
        reasons.add("An earlier run decided that it is off (B-07).");
      } else if (given != Commitment.FREE) {
        reasons.add("Its status is given by the data: " + given + " (B-07).");
      }
      double lead = clearingCase.day().rules().leadHours(unit.id());
      if (!on[t] && given == Commitment.FREE && t * hours < lead - 1e-9) {
        reasons.add(
            "A start must be ordered %.1f h before it, and none was ordered before the first period (C-01)."
                .formatted(lead));
      }
      times();
      worth(income - cost);
    }

    /** Times that keep it on or off. */
    private void times() {
      if (unit.initial() != null && from == 0 && unit.initial().on() == on[t]) {
        double need = on[t] ? unit.minUpHours() : unit.minDownHours();
        double left = need - unit.initial().hours();
        if (t * hours < left) {
          reasons.add(
              "It must stay %s for %.2f h more from the start of the day (B-04)."
                  .formatted(on[t] ? "on" : "off", left));
        }
      }
      double length = (to - from) * hours;
      double least = on[t] ? unit.minUpHours() : unit.minDownHours();
      if (least > 0 && length <= least + 1e-6 && from > 0) {
        reasons.add(
            "Its minimum %s time of %.1f h makes the run this long (B-04)."
                .formatted(on[t] ? "up" : "down", least));
      }
    }

    /** Whether its run pays, or would pay. */
    private void worth(double gain) {
      if (on[t] && gain >= 0) {
        reasons.add("Its run earns %s more than it costs at LMP.".formatted(money("%.0f", gain)));
      } else if (on[t]) {
        reasons.add(
            ("Its run costs %s more than it earns at LMP: it is on for what prices do not"
                    + " show, such as minimum output, times, or reserve and status named below.")
                .formatted(money("%.0f", -gain)));
        reasons.addAll(ReserveNeed.of(clearingCase, result, g, from, to));
      } else if (gain <= 0) {
        reasons.add(
            "Even at its best it would lose %s at LMP, start included."
                .formatted(money("%.0f", -gain)));
      } else {
        reasons.add(
            ("At LMP it would earn %s, but prices would fall with it on: its minimum output"
                    + " of %.1f MW is a block that the load did not need.")
                .formatted(money("%.0f", gain), unit.offer(t).firstMw()));
      }
    }

    private void output() {
      double least = path.leastMw(t) + path.downMw(t);
      double[] zone = path.zoneMw(t, ROOM_MW);
      OfferCurve offer = unit.offer(t);
      double next = PriceExplanation.nextYuanPerMwh(offer, mw[t]);
      if (!path.ready(t)) {
        reasons.add("A start or stop curve gives its output (B-06).");
      } else if (mw[t] <= least + ROOM_MW) {
        reasons.add(
            path.downMw(t) > ROOM_MW
                ? "It is at its least output and %.2f MW of downward reserve."
                    .formatted(path.downMw(t))
                : "It is at its least output, %.2f MW.".formatted(least));
      } else if (mw[t] + path.upMw(t) >= path.mostMw(t) - ROOM_MW) {
        reasons.add(
            path.upMw(t) > ROOM_MW
                ? "It is at its greatest output less %.2f MW of reserve.".formatted(path.upMw(t))
                : "It is at its greatest output, %.2f MW.".formatted(path.mostMw(t)));
      } else if (mw[t] >= offer.lastMw() - ROOM_MW) {
        reasons.add("It gives all that it offers, %.2f MW.".formatted(offer.lastMw()));
      } else if (zone[0] >= mw[t] - ROOM_MW || zone[1] <= mw[t] + ROOM_MW) {
        reasons.add("It stands at the edge of a band that it must not stay in (B-11, B-12).");
      } else if (path.riseRoomMw(t) < ROOM_MW || path.fallRoomMw(t + 1) < ROOM_MW) {
        reasons.add("Its ramp holds it from rising further (B-03).");
      } else if (path.fallRoomMw(t) < ROOM_MW || path.riseRoomMw(t + 1) < ROOM_MW) {
        reasons.add("Its ramp holds it from falling further (B-03).");
      } else if (Math.abs(next - worth()) <= EXACT * Math.max(1, Math.abs(next))) {
        reasons.add(
            "It is at the margin: its next MWh costs %s, which is what output is worth."
                .formatted(money("%.4f", next)));
      } else {
        reasons.add(
            "It is between two segments: the next MWh costs %s, output is worth %.4f."
                .formatted(money("%.4f", next), worth()));
      }
    }

    private String money(String format, double value) {
      return format.formatted(value) + " " + clearingCase.day().currency();
    }

    /** The price less what the rows that output takes part in add to it. */
    private double worth() {
      return lmp[t]
          - resources.ofOutput(unit.id(), t).stream()
              .mapToDouble(ResourceShares.Share::yuanPerMwh)
              .sum();
    }

    private void constraints() {
      for (ResourceShares.Share share : resources.ofOutput(unit.id(), t)) {
        reasons.add(
            "Constraint %s (%s) adds %s/MWh to the price that its output needs."
                .formatted(share.element(), share.constraint(), money("%.4f", share.yuanPerMwh())));
      }
      for (ConstraintPrice price : result.shadowPrices()) {
        for (RangeConstraint range : clearingCase.day().rules().ranges()) {
          if (range.id().equals(price.element())
              && range.kind().row().equals(price.constraint())
              && resources.ofStatus(range, price, unit.id(), t)) {
            reasons.add(
                "Constraint %s (%s, %s) on its status binds at %s per %s."
                    .formatted(
                        range.id(),
                        price.constraint(),
                        range.scope().label(),
                        money("%.2f", price.yuanPerUnit()),
                        range.kind().unit()));
          }
        }
      }
    }
  }
}
