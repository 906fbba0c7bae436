package org.gridclear.clearing.constraint;

import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.market.StorageUnit;
import org.gridclear.solver.Terms;

/**
 * Storage as in UnitCommitment.jl: level from period to period with losses and efficiencies, rates
 * between limits, and a binary where charging and discharging exclude each other or have a least
 * rate. Model (22)–(25).
 */
final class StorageOperation {
  private StorageOperation() {}

  static void addTo(ClearingModel m) {
    for (int i = 0; i < m.storageUnits().size(); i++) {
      StorageUnit unit = m.storageUnits().get(i);
      int bus = m.grid().index().bus(unit.bus());
      for (int t = 0; t < m.periodCount(); t++) {
        m.storage()
            .charge()
            .set(
                i,
                t,
                m.linear()
                    .addColumn(
                        0, unit.maxChargeMw().at(t), unit.chargeYuanPerMwh().at(t) * m.hours()));
        m.storage()
            .discharge()
            .set(
                i,
                t,
                m.linear()
                    .addColumn(
                        0,
                        unit.maxDischargeMw().at(t),
                        unit.dischargeYuanPerMwh().at(t) * m.hours()));
        m.inject(bus, t, m.storage().charge().at(i, t), -1);
        m.inject(bus, t, m.storage().discharge().at(i, t), 1);
        m.storage()
            .level()
            .set(i, t, m.linear().addColumn(unit.minLevelMwh().at(t), unit.maxLevelMwh().at(t), 0));
        modes(m, i, t, unit);
        transition(m, i, t, unit);
      }
      end(m, i, unit);
    }
  }

  private static void modes(ClearingModel m, int i, int t, StorageUnit unit) {
    boolean exclusive = !unit.simultaneous().get(t);
    if (exclusive || unit.minChargeMw().at(t) > 0) {
      m.storage().charging().set(i, t, m.linear().addBinary(0));
      rate(
          m,
          m.storage().charge().at(i, t),
          m.storage().charging().at(i, t),
          unit.minChargeMw().at(t),
          unit.maxChargeMw().at(t));
    }
    if (exclusive || unit.minDischargeMw().at(t) > 0) {
      m.storage().discharging().set(i, t, m.linear().addBinary(0));
      rate(
          m,
          m.storage().discharge().at(i, t),
          m.storage().discharging().at(i, t),
          unit.minDischargeMw().at(t),
          unit.maxDischargeMw().at(t));
    }
    if (exclusive) {
      m.linear()
          .atMost(
              1,
              new Terms()
                  .add(m.storage().charging().at(i, t), 1)
                  .add(m.storage().discharging().at(i, t), 1));
    }
  }

  private static void rate(ClearingModel m, int rate, int mode, double least, double most) {
    m.linear().atMost(0, new Terms().add(rate, 1).add(mode, -most));
    if (least > 0) {
      m.linear().atLeast(0, new Terms().add(rate, 1).add(mode, -least));
    } else {
      m.openedWays().way(mode, rate);
    }
  }

  private static void transition(ClearingModel m, int i, int t, StorageUnit unit) {
    double kept = 1 - unit.lossShare().at(t);
    Terms terms =
        new Terms()
            .add(m.storage().level().at(i, t), 1)
            .add(m.storage().charge().at(i, t), -m.hours() * unit.chargeEfficiency().at(t))
            .add(m.storage().discharge().at(i, t), m.hours() / unit.dischargeEfficiency().at(t));
    if (t > 0) {
      terms.add(m.storage().level().at(i, t - 1), -kept);
    }
    m.linear().equal(t == 0 ? kept * unit.initialLevelMwh() : 0, terms);
  }

  private static void end(ClearingModel m, int i, StorageUnit unit) {
    int last = m.storage().level().at(i, m.periodCount() - 1);
    if (!m.isElastic()) {
      m.linear().tighten(last, unit.endMinLevelMwh(), unit.endMaxLevelMwh());
      return;
    }
    double price = m.day().penalties().scheduleYuanPerMwh();
    int below =
        m.slack(
            "STORAGE", "storage " + unit.id() + " end level", m.periodCount() - 1, "MWh", price);
    int over =
        m.slack(
            "STORAGE", "storage " + unit.id() + " end level", m.periodCount() - 1, "MWh", price);
    m.linear().atLeast(unit.endMinLevelMwh(), new Terms().add(last, 1).add(below, 1));
    m.linear().atMost(unit.endMaxLevelMwh(), new Terms().add(last, 1).add(over, -1));
  }
}
