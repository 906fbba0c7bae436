package org.gridclear.clearing.constraint;

import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.solver.Terms;

/**
 * Power balance of every island in every period (B-14): decided injections plus load not served
 * less power not absorbed equal the fixed demand and the losses: {@code Σ P − Loss = 0}. Load is
 * shed at its own bus; surplus is absorbed in proportion to load. Model (26).
 */
final class PowerBalance {
  private PowerBalance() {}

  static void addTo(ClearingModel m) {
    Terms[][] terms = new Terms[m.periodCount()][];
    for (int t = 0; t < m.periodCount(); t++) {
      terms[t] = new Terms[m.grid().islandCount(t)];
      for (int i = 0; i < terms[t].length; i++) {
        terms[t][i] = new Terms();
      }
    }
    for (ClearingModel.InjectionColumn injection : m.injections()) {
      int t = injection.period();
      terms[t][m.grid().island(t, injection.bus())].add(injection.column(), injection.mwPerUnit());
    }
    for (int t = 0; t < m.periodCount(); t++) {
      double penalty = m.day().penalties().balanceYuanPerMwh(t) * m.hours();
      double[] demand = new double[terms[t].length];
      double[] load = new double[terms[t].length];
      for (int b = 0; b < m.grid().index().busCount(); b++) {
        int island = m.grid().island(t, b);
        demand[island] -= m.grid().fixedInjectionMw(b, t);
        load[island] += Math.max(0, m.grid().loadMw(b, t));
        shed(m, b, t, penalty, terms[t][island]);
      }
      for (int i = 0; i < terms[t].length; i++) {
        surplus(m, i, t, penalty, load[i], terms[t][i]);
        if (m.hasLosses()) {
          m.loss().set(t, i, m.linear().addColumn(0, Double.POSITIVE_INFINITY, 0));
          terms[t][i].add(m.loss().at(t, i), -1);
          lossNotServed(m, i, t, terms[t][i]);
        }
        m.balanceRow().set(t, i, m.linear().equal(demand[i], terms[t][i]));
      }
    }
  }

  /**
   * Load that is not served. Where no schedule exists, other draws that no one decides may be left
   * unserved as well: shunts, exports, fixed losses and schedules of HVDC lines.
   */
  private static void shed(ClearingModel m, int bus, int t, double penalty, Terms balance) {
    double loadMw = Math.max(0, m.grid().loadMw(bus, t));
    double drawnMw = m.isElastic() ? -m.grid().fixedInjectionMw(bus, t) : 0;
    double mostMw = Math.max(loadMw, drawnMw);
    if (mostMw <= 0) {
      return;
    }
    String what = drawnMw > loadMw ? "load and other fixed draws" : "load";
    String id = m.grid().index().network().buses().get(bus).id();
    String element = what + " not served at bus " + id;
    int column = m.slack("B-14", element, t, "MW", penalty);
    m.linear().tighten(column, 0, mostMw);
    m.shed().set(bus, t, column);
    m.inject(bus, t, column, 1);
    balance.add(column, 1);
  }

  /**
   * Phase shifters drive a flow round a loop that loses power where nothing runs and no load is
   * left to shed; dearer than load, so that load gives way first.
   */
  private static void lossNotServed(ClearingModel m, int island, int t, Terms balance) {
    if (m.day().network().branches().stream().allMatch(branch -> branch.shiftDeg() == 0)) {
      return;
    }
    String element = "losses not served, " + name(m, island, t);
    double penalty = m.day().penalties().scheduleYuanPerMwh() * m.hours();
    int column = m.slack("B-14", element, t, "MW", penalty);
    balance.add(column, 1);
    m.linear().atMost(0, new Terms().add(column, 1).add(m.loss().at(t, island), -1));
    for (int b = 0; b < m.grid().index().busCount(); b++) {
      double share = m.grid().lossShare(b, t);
      if (m.grid().island(t, b) == island && share > 0) {
        m.inject(b, t, column, share);
      }
    }
  }

  private static String name(ClearingModel m, int island, int t) {
    return m.grid().islandCount(t) == 1 ? "system" : "island " + (island + 1);
  }

  private static void surplus(
      ClearingModel m, int island, int t, double penalty, double loadMw, Terms balance) {
    String name = name(m, island, t);
    int column = m.slack("B-14", "generation not absorbed, " + name, t, "MW", penalty);
    balance.add(column, -1);
    for (int b = 0; b < m.grid().index().busCount(); b++) {
      double busLoadMw = m.grid().loadMw(b, t);
      if (loadMw > 0 && m.grid().island(t, b) == island && busLoadMw > 0) {
        m.inject(b, t, column, -busLoadMw / loadMw);
      }
    }
    if (loadMw <= 0) {
      // Nothing tells the buses of the island apart; its first bus takes the surplus.
      for (int b = 0; b < m.grid().index().busCount(); b++) {
        if (m.grid().island(t, b) == island) {
          m.inject(b, t, column, -1);
          return;
        }
      }
    }
  }
}
