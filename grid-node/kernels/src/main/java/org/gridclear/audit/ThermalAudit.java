package org.gridclear.audit;

import java.util.List;
import java.util.Set;
import org.gridclear.clearing.ClearingResult;
import org.gridclear.market.Commitment;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.constraint.ReserveProduct;
import org.gridclear.network.NetworkIndex;
import org.gridclear.scenario.resolved.ClearingCase;
import org.gridclear.scenario.resolved.ConstraintFamily;

/** Checks one thermal unit: status, times, limits, ramps, and that its output suits its price. */
final class ThermalAudit {
  private final ClearingCase clearingCase;
  private final ClearingResult result;
  private final ThermalUnit unit;
  private final boolean[] on;
  private final double[] mw;
  private final double[] reserveMw;
  private final double[] downMw;
  private final FixedOutput fixedOutput;
  private final boolean[] fixed;
  private final boolean underRules;
  private final double[] lmp;
  private final boolean excused;
  private final List<Finding> findings;
  private final int periods;
  private final double hours;
  private final double rampUpMw;
  private final double rampDownMw;
  private final boolean ramps;
  private final boolean steady;

  ThermalAudit(
      ClearingCase clearingCase,
      ClearingResult result,
      int g,
      Set<String> relaxed,
      List<Finding> findings) {
    this.clearingCase = clearingCase;
    this.result = result;
    this.unit = clearingCase.day().thermalUnits().get(g);
    this.on = result.schedule().committed()[g];
    this.mw = result.schedule().outputMw()[g];
    this.periods = clearingCase.day().periodCount();
    this.hours = clearingCase.day().horizon().hoursPerPeriod();
    this.reserveMw = new double[periods];
    this.downMw = new double[periods];
    List<String> products = RulesAudit.products(clearingCase.day());
    for (int p = 0; p < products.size(); p++) {
      ReserveProduct product = clearingCase.day().rules().product(products.get(p));
      for (int t = 0; t < periods; t++) {
        double held = result.schedule().reserveMw()[p][g][t];
        if (product.kind() == ReserveProduct.Kind.NON_SPINNING) {
          continue;
        }
        (product.direction() == ReserveProduct.Direction.UP ? reserveMw : downMw)[t] += held;
      }
    }
    this.fixedOutput = new FixedOutput(clearingCase, unit, on);
    this.fixed = fixedOutput.fixed();
    this.underRules = RulesAudit.covers(clearingCase.day(), unit.id());
    int bus = new NetworkIndex(clearingCase.day().network()).bus(unit.bus());
    this.lmp = result.prices().lmpYuanPerMwh()[bus];
    this.excused = relaxed.stream().anyMatch(name -> name.startsWith("unit " + unit.id()));
    this.findings = findings;
    this.rampUpMw = unit.rampUpMwPerH() * hours;
    this.rampDownMw = unit.rampDownMwPerH() * hours;
    this.ramps = clearingCase.inEffect(ConstraintFamily.RAMPS);
    this.steady = unit.offers().stream().allMatch(o -> o.firstMw() == unit.offer(0).firstMw());
  }

  void run() {
    if (excused) {
      return;
    }
    for (int t = 0; t < periods; t++) {
      status(t);
      limits(t);
      if (ramps) {
        ramps(t);
      }
      if (!underRules) {
        price(t);
      }
    }
    if (clearingCase.inEffect(ConstraintFamily.MIN_UP_DOWN)) {
      times();
    }
    if (clearingCase.inEffect(ConstraintFamily.STARTS_MAX)) {
      starts();
    }
  }

  private void report(String check, int t, String text) {
    findings.add(new Finding(check, "unit " + unit.id(), t, text));
  }

  private boolean onBefore(int t) {
    return t > 0 ? on[t - 1] : unit.initial() == null ? on[0] : unit.initial().on();
  }

  private void status(int t) {
    Commitment given = unit.commitment().get(t);
    if (given != Commitment.FREE && on[t] != (given == Commitment.ON)) {
      report(
          "given status", t, "the data say " + given + ", the schedule " + (on[t] ? "on" : "off"));
    }
    boolean starts = result.schedule().starts()[indexOfUnit()][t];
    if (starts != (on[t] && !onBefore(t))) {
      report("starts", t, "the start flag is " + starts);
    }
  }

  private int indexOfUnit() {
    return clearingCase.day().thermalUnits().indexOf(unit);
  }

  private void limits(int t) {
    if (!on[t]) {
      if (Math.abs(mw[t]) > ClearingAuditor.MW || reserveMw[t] > ClearingAuditor.MW) {
        report("off means no power", t, mw[t] + " MW, reserve " + reserveMw[t] + " MW");
      }
      return;
    }
    if (fixed[t]) {
      if (Math.abs(mw[t] - fixedOutput.mw(t)) > ClearingAuditor.MW
          || reserveMw[t] + downMw[t] > 0) {
        report("trajectory", t, "%s MW, curve %s".formatted(mw[t], fixedOutput.mw(t)));
      }
      return;
    }
    double least = Math.max(unit.pMinMw().at(t), unit.offer(t).firstMw()) + downMw[t];
    if (mw[t] < least - ClearingAuditor.MW) {
      report("lower limit", t, mw[t] + " MW, least " + least);
    }
    double most = mostMw(t);
    if (mw[t] + reserveMw[t] > most + ClearingAuditor.MW) {
      report(
          "upper limit",
          t,
          "%s MW and %s MW reserve, most %s".formatted(mw[t], reserveMw[t], most));
    }
  }

  private boolean hasTrajectory() {
    return clearingCase.inEffect(ConstraintFamily.TRAJECTORIES)
        && clearingCase.day().rules().trajectories().stream()
            .anyMatch(each -> each.unit().equals(unit.id()) && each.inEffect());
  }

  /** Upper limit of output and reserve in a period in which the unit is on. */
  private double mostMw(int t) {
    double most = unit.pMaxMw().at(t);
    double first = unit.offer(t).firstMw();
    if (ramps && !onBefore(t) && !hasTrajectory()) {
      most = Math.min(most, Math.max(first, unit.startRampMw()));
    }
    if (ramps && t + 1 < periods && !on[t + 1] && !hasTrajectory()) {
      most = Math.min(most, Math.max(first, unit.stopRampMw()));
    }
    return most;
  }

  /** Room to rise from the period before, in MW; negative if the ramp is broken. */
  private double riseRoomMw(int t) {
    if (!ramps || (t == 0 && unit.initial() == null)) {
      return Double.POSITIVE_INFINITY;
    }
    double now = mw[t] + reserveMw[t];
    double before = t == 0 ? (unit.initial().on() ? unit.initial().powerMw() : 0) : mw[t - 1];
    if (!steady && !hasTrajectory()) {
      return before + (onBefore(t) ? rampUpMw : unit.startRampMw()) - now;
    }
    return rampUpMw + above(onBefore(t), before, Math.max(0, t - 1)) - above(on[t], now, t);
  }

  /** Room to fall from the period before, in MW; negative if the ramp is broken. */
  private double fallRoomMw(int t) {
    if (!ramps || (t == 0 && unit.initial() == null)) {
      return Double.POSITIVE_INFINITY;
    }
    double before = t == 0 ? (unit.initial().on() ? unit.initial().powerMw() : 0) : mw[t - 1];
    if (!steady && !hasTrajectory()) {
      return mw[t] + (on[t] ? rampDownMw : unit.stopRampMw()) - before;
    }
    return rampDownMw - above(onBefore(t), before, Math.max(0, t - 1)) + above(on[t], mw[t], t);
  }

  private double above(boolean running, double power, int t) {
    return running && !(hasTrajectory() && power < unit.offer(t).firstMw())
        ? power - unit.offer(t).firstMw()
        : 0;
  }

  private void ramps(int t) {
    if (fixed[t] || (t > 0 && fixed[t - 1])) {
      return;
    }
    if (riseRoomMw(t) < -ClearingAuditor.MW) {
      report("ramp up", t, "broken by %s MW".formatted(-riseRoomMw(t)));
    }
    if (fallRoomMw(t) < -ClearingAuditor.MW) {
      report("ramp down", t, "broken by %s MW".formatted(-fallRoomMw(t)));
    }
  }

  private void times() {
    double inState = unit.initial() == null ? Double.POSITIVE_INFINITY : unit.initial().hours();
    for (int t = 0; t < periods; t++) {
      if (on[t] != onBefore(t)) {
        double need = onBefore(t) ? unit.minUpHours() : unit.minDownHours();
        if (inState < need - 1e-6) {
          report(
              onBefore(t) ? "minimum up time" : "minimum down time",
              t,
              "changed after %s h, least %s h".formatted(inState, need));
        }
        inState = 0;
      }
      inState += hours;
    }
  }

  private void starts() {
    if (unit.maxStartsPerDay() < 0) {
      return;
    }
    int[] perDay = new int[clearingCase.day().horizon().dayOf(periods - 1) + 1];
    for (int t = 0; t < periods; t++) {
      perDay[clearingCase.day().horizon().dayOf(t)] += on[t] && !onBefore(t) ? 1 : 0;
    }
    for (int count : perDay) {
      if (count > unit.maxStartsPerDay()) {
        report("starts per day", -1, count + " starts, most " + unit.maxStartsPerDay());
      }
    }
  }

  /**
   * A unit that could rise must not be paid more than its next MWh costs, and one that could fall
   * not less than its last one costs.
   */
  private void price(int t) {
    if (!on[t]) {
      return;
    }
    double room = 10 * ClearingAuditor.MW;
    double tolerance = 1e-3 * Math.max(1, Math.abs(lmp[t]));
    boolean canRise =
        mw[t] + reserveMw[t] < mostMw(t) - room
            && riseRoomMw(t) > room
            && (t + 1 >= periods || fallRoomMw(t + 1) > room);
    boolean canFall =
        mw[t] - downMw[t] > Math.max(unit.pMinMw().at(t), unit.offer(t).firstMw()) + room
            && fallRoomMw(t) > room
            && (t + 1 >= periods || riseRoomMw(t + 1) > room);
    double nextCost = marginalYuanPerMwh(t, mw[t] + room / 2);
    double lastCost = marginalYuanPerMwh(t, mw[t] - room / 2);
    if (canRise && lmp[t] > nextCost + tolerance) {
      report(
          "output suits price", t, "LMP %s, but the next MWh costs %s".formatted(lmp[t], nextCost));
    }
    if (canFall && lmp[t] < lastCost - tolerance) {
      report(
          "output suits price", t, "LMP %s, but the last MWh costs %s".formatted(lmp[t], lastCost));
    }
  }

  private double marginalYuanPerMwh(int t, double power) {
    OfferCurve offer = unit.offer(t);
    int k = 0;
    while (k < offer.segmentCount() - 1 && power > offer.mw().get(k + 1)) {
      k++;
    }
    return offer.segmentCount() == 0 ? lmp[t] : offer.priceYuanPerMwh(k);
  }
}
