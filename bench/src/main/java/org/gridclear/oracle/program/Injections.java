package org.gridclear.oracle.program;

import java.util.Arrays;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.market.BusLoad;
import org.gridclear.market.Interchange;
import org.gridclear.market.MarketDay;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Shunt;
import org.gridclear.quantity.Series;

/** What every bus gives the grid in a period, load not served and power not absorbed included. */
final class Injections {
  private final ClearingCase clearingCase;
  private final MarketDay day;
  private final Program program;
  private final Decisions decisions;

  Injections(ClearingCase clearingCase, Program program, Decisions decisions) {
    this.clearingCase = clearingCase;
    this.day = clearingCase.day();
    this.program = program;
    this.decisions = decisions;
  }

  Expression[] at(int t, Grid grid) {
    Expression[] mw = new Expression[day.network().buses().size()];
    Arrays.fill(mw, Expression.ZERO);
    double[] fixedMw = fixedMw(mw, t);
    for (int g = 0; g < day.thermalUnits().size(); g++) {
      give(mw, day.thermalUnits().get(g).bus(), 1, decisions.outputMw[g][t]);
    }
    for (int i = 0; i < day.profiledUnits().size(); i++) {
      give(mw, day.profiledUnits().get(i).bus(), 1, decisions.profiledMw[i][t]);
    }
    for (int i = 0; i < day.storageUnits().size(); i++) {
      give(mw, day.storageUnits().get(i).bus(), 1, decisions.dischargeMw[i][t]);
      give(mw, day.storageUnits().get(i).bus(), -1, decisions.chargeMw[i][t]);
    }
    for (int i = 0; i < day.flexibleLoads().size(); i++) {
      give(mw, day.flexibleLoads().get(i).bus(), -1, decisions.flexibleMw[i][t]);
    }
    for (int i = 0; i < clearingCase.decidedHvdc().size(); i++) {
      decidedHvdc(mw, i, t);
    }
    imbalance(mw, fixedMw, t, grid);
    return mw;
  }

  /** Adds what no one decides, and returns it. */
  private double[] fixedMw(Expression[] mw, int t) {
    for (BusLoad load : day.busLoads()) {
      give(mw, load.bus(), -1, Expression.constant(load.mw().at(t)));
    }
    for (Interchange each : day.interchanges()) {
      give(mw, each.bus(), 1, Expression.constant(each.importMw().at(t)));
    }
    for (Shunt shunt : day.network().shunts()) {
      give(mw, shunt.bus(), -1, Expression.constant(shunt.gMw()));
    }
    for (HvdcLine line : day.network().hvdcLines()) {
      boolean decided =
          clearingCase.decidedHvdc().stream().anyMatch(each -> each.line().equals(line.id()));
      if (decided) {
        give(mw, line.to(), -1, Expression.constant(line.lossFixedMw()));
      } else if (line.inService()) {
        give(mw, line.from(), -1, Expression.constant(line.pFromMw()));
        give(mw, line.to(), 1, Expression.constant(line.pToMw()));
      }
    }
    return Arrays.stream(mw).mapToDouble(Expression::constant).toArray();
  }

  private void give(Expression[] mw, String bus, double factor, Expression power) {
    int b = 0;
    while (!day.network().buses().get(b).id().equals(bus)) {
      b++;
    }
    mw[b] = mw[b].plus(factor, power);
  }

  /** What arrives is what is sent less the share lost, in either direction. */
  private void decidedHvdc(Expression[] mw, int i, int t) {
    String id = clearingCase.decidedHvdc().get(i).line();
    for (HvdcLine line : day.network().hvdcLines()) {
      if (line.id().equals(id)) {
        double arrives = 1 - line.lossShare();
        give(mw, line.from(), -1, decisions.hvdcForwardMw[i][t]);
        give(mw, line.from(), arrives, decisions.hvdcBackwardMw[i][t]);
        give(mw, line.to(), arrives, decisions.hvdcForwardMw[i][t]);
        give(mw, line.to(), -1, decisions.hvdcBackwardMw[i][t]);
      }
    }
  }

  /**
   * Load is shed at its own bus, in an elastic program other draws as well; surplus is absorbed in
   * shares of load.
   */
  private void imbalance(Expression[] mw, double[] fixedMw, int t, Grid grid) {
    double[] load = grid.loads(t);
    double[] share = grid.loadShares(t);
    double[] ofIsland = new double[grid.islands()];
    Series ofDay = day.penalties().balanceByPeriod();
    double yuanPerMwh = ofDay == null ? day.penalties().balanceYuanPerMwh() : ofDay.at(t);
    double penaltyYuan = yuanPerMwh * day.horizon().hoursPerPeriod();
    Expression[] surplus = new Expression[grid.islands()];
    Arrays.setAll(surplus, island -> program.slack(penaltyYuan));
    for (int b = 0; b < mw.length; b++) {
      ofIsland[grid.island(b)] += load[b];
    }
    for (int b = 0; b < mw.length; b++) {
      double drawnMw = program.isElastic() ? Math.max(load[b], -fixedMw[b]) : load[b];
      Expression shed = program.column(0, drawnMw);
      program.cost(penaltyYuan, shed);
      decisions.shedMw[b][t] = shed;
      int island = grid.island(b);
      boolean first = ofIsland[island] == 0 && isFirst(grid, b);
      double part = ofIsland[island] > 0 ? share[b] : first ? 1 : 0;
      mw[b] = mw[b].plus(shed).plus(-part, surplus[island]);
    }
  }

  private static boolean isFirst(Grid grid, int bus) {
    for (int b = 0; b < bus; b++) {
      if (grid.island(b) == grid.island(bus)) {
        return false;
      }
    }
    return true;
  }
}
