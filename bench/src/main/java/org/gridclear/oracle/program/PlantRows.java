package org.gridclear.oracle.program;

import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.rule.HvdcSchedule;

/**
 * Units without commitment, price-sensitive load, storage and HVDC: rows (20) to (25), (35) to
 * (37).
 */
public final class PlantRows {
  private final ClearingCase clearingCase;
  private final MarketDay day;
  private final Program program;
  private final Decisions decisions;
  private final int periods;
  private final double hours;

  public PlantRows(ClearingCase clearingCase, Program program, Decisions decisions) {
    this.clearingCase = clearingCase;
    this.day = clearingCase.day();
    this.program = program;
    this.decisions = decisions;
    this.periods = day.periodCount();
    this.hours = day.horizon().hoursPerPeriod();
  }

  public void add() {
    for (int i = 0; i < day.profiledUnits().size(); i++) {
      ProfiledUnit unit = day.profiledUnits().get(i);
      for (int t = 0; t < periods; t++) {
        double least = unit.minMw().at(t);
        decisions.profiledMw[i][t] = program.column(least, Math.max(least, unit.maxMw().at(t)));
        program.cost(unit.priceYuanPerMwh().at(t) * hours, decisions.profiledMw[i][t]);
      }
    }
    for (int i = 0; i < day.flexibleLoads().size(); i++) {
      FlexibleLoad load = day.flexibleLoads().get(i);
      for (int t = 0; t < periods; t++) {
        decisions.flexibleMw[i][t] = program.column(0, load.maxMw().at(t));
        program.cost(-load.valueYuanPerMwh().at(t) * hours, decisions.flexibleMw[i][t]);
      }
    }
    for (int i = 0; i < day.storageUnits().size(); i++) {
      storage(i, day.storageUnits().get(i));
    }
    for (int i = 0; i < clearingCase.decidedHvdc().size(); i++) {
      hvdc(i, clearingCase.decidedHvdc().get(i));
    }
  }

  private void storage(int i, StorageUnit unit) {
    Expression level = Expression.constant(unit.initialLevelMwh());
    for (int t = 0; t < periods; t++) {
      Expression charges = program.binary();
      Expression discharges = program.binary();
      Expression charge = rate(charges, unit.minChargeMw().at(t), unit.maxChargeMw().at(t));
      Expression discharge =
          rate(discharges, unit.minDischargeMw().at(t), unit.maxDischargeMw().at(t));
      if (unit.minChargeMw().at(t) == 0) {
        decisions.ways.add(new Decisions.Way(charges, charge));
      }
      if (unit.minDischargeMw().at(t) == 0) {
        decisions.ways.add(new Decisions.Way(discharges, discharge));
      }
      if (!unit.simultaneous().get(t)) {
        program.atMost(charges.plus(discharges), 1);
      }
      program.cost(unit.chargeYuanPerMwh().at(t) * hours, charge);
      program.cost(unit.dischargeYuanPerMwh().at(t) * hours, discharge);
      Expression next = program.column(unit.minLevelMwh().at(t), unit.maxLevelMwh().at(t));
      program.equal(
          next,
          level
              .times(1 - unit.lossShare().at(t))
              .plus(hours * unit.chargeEfficiency().at(t), charge)
              .plus(-hours / unit.dischargeEfficiency().at(t), discharge));
      level = next;
      decisions.chargeMw[i][t] = charge;
      decisions.dischargeMw[i][t] = discharge;
      decisions.levelMwh[i][t] = next;
    }
    program.atLeast(level.plus(program.way(1)), unit.endMinLevelMwh());
    program.atMost(level.minus(program.way(1)), unit.endMaxLevelMwh());
  }

  /** (24): nothing, or between a least and a greatest rate. */
  private Expression rate(Expression runs, double least, double most) {
    Expression mw = program.slack(0);
    program.atMost(mw, runs.times(most));
    program.atMost(runs.times(least), mw);
    return mw;
  }

  /** A line sends one way at a time, so that it cannot burn energy (35); ramp and changes. */
  private void hvdc(int i, HvdcSchedule line) {
    Expression before = Expression.constant(line.initialMw());
    Expression[] changed = new Expression[periods];
    for (int t = 0; t < periods; t++) {
      double mostForward = Math.max(0, line.maxMw().at(t));
      double mostBackward = Math.max(0, -line.minMw().at(t));
      Expression forward = program.slack(0);
      Expression backward = program.slack(0);
      Expression sends = program.binary();
      program.atMost(forward, sends.times(mostForward));
      program.atMost(backward.plus(mostBackward, sends), mostBackward);
      Expression mw = forward.minus(backward);
      program.within(line.minMw().at(t), mw, line.maxMw().at(t));
      Expression change = mw.minus(before);
      double ramp = line.rampMwPerH() * hours;
      program.within(-ramp, change.plus(program.way(hours)).minus(program.way(hours)), ramp);
      double reach = mostForward + mostBackward + Math.abs(line.initialMw());
      for (int other = 0; other < periods; other++) {
        reach += Math.abs(line.maxMw().at(other)) + Math.abs(line.minMw().at(other));
      }
      changed[t] = program.binary();
      program.atMost(change, changed[t].times(reach));
      program.atMost(change.times(-1), changed[t].times(reach));
      decisions.ways.add(new Decisions.Way(sends, mw));
      decisions.changes.add(new Decisions.Way(changed[t], change));
      decisions.hvdcForwardMw[i][t] = forward;
      decisions.hvdcBackwardMw[i][t] = backward;
      decisions.hvdcMw[i][t] = mw;
      before = mw;
    }
    changesPerDay(line, changed);
  }

  private void changesPerDay(HvdcSchedule line, Expression[] changed) {
    int most = line.changesPerDayMax();
    for (int d = 0; most >= 0 && d <= day.horizon().dayOf(periods - 1); d++) {
      boolean first = d == day.horizon().dayOf(0);
      Expression count = Expression.constant(first ? line.changesOfDay() : 0);
      for (int t = 0; t < periods; t++) {
        count = day.horizon().dayOf(t) == d ? count.plus(changed[t]) : count;
      }
      program.atMost(count.minus(program.way(1)), most);
    }
  }
}
