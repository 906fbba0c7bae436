package org.gridclear.oracle.program;

import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.market.Commitment;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.AncillaryCapability;
import org.gridclear.market.rule.AncillaryService;
import org.gridclear.market.rule.RangeKind;
import org.gridclear.market.rule.ReserveOffer;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.market.rule.Trajectory;
import org.jspecify.annotations.Nullable;

/** Limits and ramps of a thermal unit with its reserve: rows (12), (13), (15) to (18), (43). */
public final class LimitRows {
  private final ClearingCase clearingCase;
  private final MarketDay day;
  private final Program program;
  private final Decisions decisions;
  private final int g;
  private final ThermalUnit unit;
  private final double hours;

  public LimitRows(ClearingCase clearingCase, Program program, Decisions decisions, int g) {
    this.clearingCase = clearingCase;
    this.day = clearingCase.day();
    this.program = program;
    this.decisions = decisions;
    this.g = g;
    this.unit = day.thermalUnits().get(g);
    this.hours = day.horizon().hoursPerPeriod();
  }

  public void add() {
    for (int t = 0; t < day.periodCount(); t++) {
      for (int p = 0; p < decisions.reserveMw.length; p++) {
        decisions.reserveMw[p][g][t] = reserve(Decisions.products(day).get(p), t);
      }
      limits(t);
      if (clearingCase.inEffect(ConstraintFamily.RAMPS)) {
        startAndStop(t);
        ramps(t);
      }
    }
  }

  private @Nullable ReserveOffer offer(String product) {
    return day.rules().reserveOffers().stream()
        .filter(each -> each.unit().equals(unit.id()) && each.product().equals(product))
        .findFirst()
        .orElse(null);
  }

  /** (43) and what the reserve costs. */
  private Expression reserve(ReserveProduct product, int t) {
    ReserveOffer offer = offer(product.id());
    boolean mayGive = offer != null || unit.reserves().contains(product.id());
    if (!mayGive || !(clearingCase.clears(product.kind()) || awarded(product))) {
      return Expression.ZERO;
    }
    Expression mw = program.slack(offer == null ? 0 : offer.yuanPerMwh(t) * hours);
    double mostMw = unit.pMaxMw().at(t);
    mostMw = offer == null ? mostMw : Math.min(mostMw, offer.maxMw().at(t));
    boolean up = product.direction() == ReserveProduct.Direction.UP;
    double perHour = up ? unit.rampUpMwPerH() : unit.rampDownMwPerH();
    mostMw = product.minutes() > 0 ? Math.min(mostMw, perHour * product.minutes() / 60) : mostMw;
    mostMw = Math.min(mostMw, regulatedMw(product));
    if (product.kind() == ReserveProduct.Kind.NON_SPINNING) {
      program.atMost(mw, mayStart(t).times(Math.min(mostMw, startMw(t))));
    } else {
      program.atMost(mw, decisions.ready[g][t].times(mostMw));
    }
    return mw;
  }

  /** What a unit gives by AGC in the minutes of a product, or in a period. */
  private double regulatedMw(ReserveProduct product) {
    double minutes = product.minutes() > 0 ? product.minutes() : 60 * hours;
    double mostMw = Double.POSITIVE_INFINITY;
    for (AncillaryCapability each : day.rules().capabilities()) {
      boolean own =
          each.unit().equals(unit.id())
              && product.service() == AncillaryService.SECONDARY_REGULATION;
      mostMw = own ? Math.min(mostMw, each.regulatingMwPerMin() * minutes) : mostMw;
    }
    return mostMw;
  }

  private boolean awarded(ReserveProduct product) {
    return day.rules().ranges().stream()
        .anyMatch(r -> r.kind() == RangeKind.AWARD && r.item().equals(product.id()));
  }

  /** 1 where a unit is off and could start: not by data, not within its down time. */
  private Expression mayStart(int t) {
    boolean times = clearingCase.inEffect(ConstraintFamily.MIN_UP_DOWN);
    boolean off = unit.initial() != null && !unit.initial().on();
    double rest = off ? unit.minDownHours() - unit.stateBefore().hours() : 0;
    if (unit.commitment().get(t) == Commitment.OFF
        || UnitRows.tooLate(clearingCase, unit, t)
        || (times && t < day.horizon().periodsFor(rest))) {
      return Expression.ZERO;
    }
    Expression idle = Expression.constant(1).minus(decisions.on[g][t]);
    int down = times ? day.horizon().periodsFor(unit.minDownHours()) : 0;
    for (int stop = Math.max(0, t - down + 1); stop <= t; stop++) {
      idle = idle.minus(decisions.stops[g][stop]);
    }
    return idle;
  }

  /** Greatest output in a period of a start, not under the least output. */
  private double startMw(int t) {
    return Math.max(unit.startRampMw(), leastMw(t));
  }

  /** Greatest output in period {@code t} before a stop, not under the least output. */
  private double stopMw(int t) {
    return Math.max(unit.stopRampMw(), leastMw(Math.max(0, t)));
  }

  private double leastMw(int t) {
    return Math.max(unit.pMinMw().at(t), unit.offer(t).firstMw());
  }

  /** Spinning reserve and regulation in one direction. */
  private Expression held(ReserveProduct.Direction direction, boolean rampedOnly, int t) {
    Expression sum = Expression.ZERO;
    for (int p = 0; p < decisions.reserveMw.length; p++) {
      ReserveProduct product = Decisions.products(day).get(p);
      boolean counts =
          product.direction() == direction
              && product.kind() != ReserveProduct.Kind.NON_SPINNING
              && (!rampedOnly || product.minutes() == 0);
      sum = counts ? sum.plus(decisions.reserveMw[p][g][t]) : sum;
    }
    return sum;
  }

  private Expression up(int t) {
    return held(ReserveProduct.Direction.UP, false, t);
  }

  private Expression down(int t) {
    return held(ReserveProduct.Direction.DOWN, false, t);
  }

  private Expression rampedUp(int t) {
    return held(ReserveProduct.Direction.UP, true, t);
  }

  private Expression rampedDown(int t) {
    return held(ReserveProduct.Direction.DOWN, true, t);
  }

  /** Output above the first breakpoint, without what a trajectory fixes. */
  private Expression above(int t) {
    return decisions.dispatchedMw[g][t].plus(-unit.offer(t).firstMw(), decisions.ready[g][t]);
  }

  /** (12), (13) without a start or stop, and (15). */
  private void limits(int t) {
    OfferCurve offer = unit.offer(t);
    double room = unit.pMaxMw().at(t) - offer.firstMw();
    program.atMost(above(t).plus(up(t)), decisions.ready[g][t].times(room));
    double least = Math.max(0, unit.pMinMw().at(t) - offer.firstMw());
    Expression kept = above(t).minus(down(t)).plus(program.way(hours));
    program.atMost(decisions.ready[g][t].times(least), kept);
  }

  /** (12), (13): what a start leaves, and what the last period before a stop may have. */
  private void startAndStop(int t) {
    OfferCurve offer = unit.offer(t);
    Trajectory curve = UnitRows.trajectory(clearingCase, unit);
    double mostMw = unit.pMaxMw().at(t);
    double room = mostMw - offer.firstMw();
    Expression used = above(t).plus(up(t));
    if (curve.startMw().isEmpty()) {
      double lost = Math.max(0, mostMw - startMw(t));
      program.atMost(used.plus(lost, decisions.starts[g][t]), decisions.ready[g][t].times(room));
    }
    boolean last = t + 1 == day.periodCount();
    if (curve.stopMw().isEmpty() && (!last || unit.stopAfterPeriods() == 1)) {
      double lost = Math.max(0, mostMw - stopMw(t));
      Expression stops = last ? decisions.on[g][t] : decisions.stops[g][t + 1];
      program.atMost(used.plus(lost, stops), decisions.ready[g][t].times(room));
    }
    boolean on = unit.initial() != null && unit.initial().on();
    if (curve.stopMw().isEmpty() && t == 0 && on) {
      double excess = unit.stateBefore().powerMw() - stopMw(-1);
      // Where (18) holds, it says the same.
      if (excess > 1e-9 && (steady() || curve.inEffect())) {
        program.atMost(decisions.stops[g][0].times(excess).minus(program.way(hours)), 0);
      }
    }
  }

  private boolean steady() {
    return unit.offers().stream().allMatch(o -> o.firstMw() == unit.offer(0).firstMw());
  }

  /** (16) to (18). */
  private void ramps(int t) {
    if (t == 0 && unit.initial() == null) {
      return;
    }
    double up = unit.rampUpMwPerH() * hours;
    double down = unit.rampDownMwPerH() * hours;
    Trajectory curve = UnitRows.trajectory(clearingCase, unit);
    boolean on = unit.initial() != null && unit.initial().on();
    boolean wasReady = on && unit.stateBefore().hours() > curve.startMw().size() * hours + 1e-9;
    if (steady()) {
      double above = wasReady ? unit.stateBefore().powerMw() - unit.offer(0).firstMw() : 0;
      above = curve.inEffect() ? Math.max(0, above) : above;
      Expression before = t > 0 ? above(t - 1) : Expression.constant(above);
      program.atMost(above(t).plus(rampedUp(t)).minus(before).minus(program.way(hours)), up);
      program.atMost(before.minus(above(t)).plus(rampedDown(t)).minus(program.way(hours)), down);
      return;
    }
    Expression before =
        t > 0
            ? decisions.dispatchedMw[g][t - 1]
            : Expression.constant(wasReady ? unit.stateBefore().powerMw() : 0);
    Expression ran = t > 0 ? decisions.on[g][t - 1] : Expression.constant(on ? 1 : 0);
    Expression risen =
        decisions.dispatchedMw[g][t].plus(rampedUp(t)).minus(before).minus(program.way(hours));
    Expression fallen =
        before.minus(decisions.dispatchedMw[g][t]).plus(rampedDown(t)).minus(program.way(hours));
    if (curve.inEffect()) {
      Expression was = t > 0 ? decisions.ready[g][t - 1] : Expression.constant(wasReady ? 1 : 0);
      double first = unit.offer(t).firstMw();
      double firstBefore = unit.offer(Math.max(0, t - 1)).firstMw();
      program.atMost(risen.plus(first, was), up + first);
      program.atMost(fallen.plus(firstBefore, decisions.ready[g][t]), down + firstBefore);
      return;
    }
    program.atMost(risen, ran.times(up).plus(startMw(t), decisions.starts[g][t]));
    program.atMost(
        fallen, decisions.on[g][t].times(down).plus(stopMw(t - 1), decisions.stops[g][t]));
  }
}
