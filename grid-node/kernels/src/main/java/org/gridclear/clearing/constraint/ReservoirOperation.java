package org.gridclear.clearing.constraint;

import java.util.List;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.model.ConstraintClass;
import org.gridclear.market.rule.Reservoir;
import org.gridclear.solver.Terms;

/**
 * Water (B-22, B-24): {@code V_t = V_(t−1) + κ·(inflow_t + Σ_up R_(t−delay) − R_t)}, {@code R = Σ_g
 * water·p_g/3600 + spill}, volumes within flood limits, releases and spillage within theirs, κ =
 * 3600·Δ/10⁶ million m³ per m³/s. Water that is missing or too much costs a penalty. Model
 * (38)–(41).
 */
final class ReservoirOperation implements ConstraintClass {
  private static final double M3_PER_MM3 = 1e6;

  /** An end level gives way rather than water is invented, though both cost the same. */
  private static final double END_SHARE = 1 - 1e-8;

  private static final double SECONDS_PER_H = 3600;

  @Override
  public void addTo(ClearingModel m) {
    List<Reservoir> reservoirs = m.reservoirs();
    for (int i = 0; i < reservoirs.size(); i++) {
      Reservoir reservoir = reservoirs.get(i);
      for (int t = 0; t < m.periodCount(); t++) {
        m.water()
            .volume()
            .set(i, t, m.linear().addColumn(reservoir.minMm3().at(t), reservoir.maxMm3().at(t), 0));
        m.water().spill().set(i, t, m.linear().addColumn(0, Double.POSITIVE_INFINITY, 0));
      }
    }
    for (int i = 0; i < reservoirs.size(); i++) {
      for (int t = 0; t < m.periodCount(); t++) {
        balance(m, i, t);
        release(m, i, t);
      }
      end(m, i);
    }
  }

  private static double mm3PerM3PerS(ClearingModel m) {
    return SECONDS_PER_H * m.hours() / M3_PER_MM3;
  }

  /** Release in m³/s as terms. */
  private static Terms addRelease(ClearingModel m, Terms terms, int i, int t, double factor) {
    Reservoir reservoir = m.reservoirs().get(i);
    for (String unit : reservoir.units()) {
      m.addOutput(terms, m.anyUnit(unit), t, factor * reservoir.m3PerMwh() / SECONDS_PER_H);
    }
    return terms.add(m.water().spill().at(i, t), factor);
  }

  private static void balance(ClearingModel m, int i, int t) {
    Reservoir reservoir = m.reservoirs().get(i);
    double kappa = mm3PerM3PerS(m);
    Terms terms = addRelease(m, new Terms().add(m.water().volume().at(i, t), 1), i, t, kappa);
    double right = kappa * reservoir.inflowM3PerS().at(t);
    if (t == 0) {
      right += reservoir.initialMm3();
    } else {
      terms.add(m.water().volume().at(i, t - 1), -1);
    }
    for (int up = 0; up < m.reservoirs().size(); up++) {
      Reservoir upper = m.reservoirs().get(up);
      if (upper.downstream().equals(reservoir.id())) {
        int delay = m.day().horizon().periodsFor(upper.delayHours());
        if (t >= delay) {
          addRelease(m, terms, up, t - delay, -kappa);
        } else {
          right += kappa * upper.releasedM3PerS(t - delay);
        }
      }
    }
    relax(m, terms, reservoir, "B-22", "water", t, reservoir.penaltyYuanPerMm3(), "million m³", 1);
    m.price("B-22", reservoir.id(), t, m.linear().equal(right, terms));
  }

  private static void relax(
      ClearingModel m,
      Terms terms,
      Reservoir reservoir,
      String row,
      String what,
      int t,
      double price,
      String unit,
      double size) {
    String element = "reservoir " + reservoir.id() + " " + what;
    terms.add(m.slack(row, element, t, unit, price * size), -1);
    terms.add(m.slack(row, element, t, unit, price * size), 1);
  }

  private static void release(ClearingModel m, int i, int t) {
    Reservoir reservoir = m.reservoirs().get(i);
    double least = reservoir.minReleaseM3PerS().at(t);
    double most = reservoir.maxReleaseM3PerS().at(t);
    double kappa = mm3PerM3PerS(m);
    if (least > 0 || Double.isFinite(most)) {
      Terms terms = addRelease(m, new Terms(), i, t, 1);
      relax(
          m, terms, reservoir, "B-22", "release", t, reservoir.penaltyYuanPerMm3(), "m³/s", kappa);
      m.price("B-22", reservoir.id() + " release", t, m.linear().addRow(least, most, terms));
    }
    double spill = reservoir.maxSpillM3PerS().at(t);
    if (Double.isFinite(spill) && m.inEffect(ConstraintFamily.SPILLAGE)) {
      int over =
          m.slack(
              "B-24",
              "reservoir " + reservoir.id() + " spillage",
              t,
              "m³/s",
              reservoir.penaltyYuanPerMm3() * kappa / 2);
      Terms terms = new Terms().add(m.water().spill().at(i, t), 1).add(over, -1);
      m.price("B-24", reservoir.id() + " spillage", t, m.linear().atMost(spill, terms));
    }
  }

  private static void end(ClearingModel m, int i) {
    Reservoir reservoir = m.reservoirs().get(i);
    int last = m.periodCount() - 1;
    if (reservoir.endMinMm3() > reservoir.minMm3().at(last)) {
      Terms terms = new Terms().add(m.water().volume().at(i, last), 1);
      terms.add(
          m.slack(
              "B-22",
              "reservoir " + reservoir.id() + " end level",
              last,
              "million m³",
              reservoir.penaltyYuanPerMm3() * END_SHARE),
          1);
      m.linear().atLeast(reservoir.endMinMm3(), terms);
    }
  }
}
