package org.gridclear.clearing.constraint;

import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.market.ProfiledUnit;

/** Units without commitment between their minimum and their forecast. Model (20). */
final class ProfiledOutput {
  private ProfiledOutput() {}

  static void addTo(ClearingModel m) {
    for (int i = 0; i < m.profiledUnits().size(); i++) {
      ProfiledUnit unit = m.profiledUnits().get(i);
      int bus = m.grid().index().bus(unit.bus());
      for (int t = 0; t < m.periodCount(); t++) {
        m.profiled()
            .set(
                i,
                t,
                m.linear()
                    .addColumn(
                        unit.minMw().at(t),
                        Math.max(unit.minMw().at(t), unit.maxMw().at(t)),
                        unit.priceYuanPerMwh().at(t) * m.hours()));
        m.inject(bus, t, m.profiled().at(i, t), 1);
      }
    }
  }
}
