package org.gridclear.clearing.constraint;

import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.market.FlexibleLoad;

/** Price-sensitive load, which lowers the objective by its value (A-29, EQ-03). Model (21). */
final class FlexibleDemand {
  private FlexibleDemand() {}

  static void addTo(ClearingModel m) {
    for (int i = 0; i < m.flexibleLoads().size(); i++) {
      FlexibleLoad load = m.flexibleLoads().get(i);
      int bus = m.grid().index().bus(load.bus());
      for (int t = 0; t < m.periodCount(); t++) {
        m.flexible()
            .set(
                i,
                t,
                m.linear()
                    .addColumn(0, load.maxMw().at(t), -load.valueYuanPerMwh().at(t) * m.hours()));
        m.inject(bus, t, m.flexible().at(i, t), -1);
      }
    }
  }
}
