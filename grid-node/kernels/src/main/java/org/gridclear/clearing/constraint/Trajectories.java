package org.gridclear.clearing.constraint;

import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.model.UnitTimes;

/**
 * Output while a unit starts and stops (B-06): {@code p_t = m⁰·d_t + p'_t + Σ_i start_i·v_(t−i) +
 * Σ_j stop_(m−j)·w_(t+j)}, where {@code d_t = u_t − Σ_(i<n) v_(t−i) − Σ_(j=1..m) w_(t+j)} says
 * whether the unit can be dispatched; limits, segments and reserve hang on {@code d} instead of
 * {@code u}. Model (28)–(29).
 */
public final class Trajectories {
  private Trajectories() {}

  /** Injects all output of a unit but what lies above its first breakpoint. */
  static void inject(ClearingModel m, int g, int t, int bus) {
    UnitTimes times = m.units().get(g);
    double first = times.offer(t).firstMw();
    int starting = times.startingPeriods(m.day().horizon());
    if (t < starting) {
      double mw = times.startMw()[times.startMw().length - starting + t];
      m.injectOfUnit(g, bus, t, m.on().at(g, t), mw);
      return;
    }
    double stoppingMw = times.stoppingMw(t, m.periodCount());
    if (!Double.isNaN(stoppingMw)) {
      m.injectOfUnit(g, bus, t, m.on().at(g, t), stoppingMw);
      return;
    }
    m.injectOfUnit(g, bus, t, m.on().at(g, t), first);
    for (int i = 0; i < times.startMw().length && i <= t; i++) {
      m.injectOfUnit(g, bus, t, m.start().at(g, t - i), times.startMw()[i] - first);
    }
    int steps = times.stopMw().length;
    for (int j = 1; j <= steps && t + j < m.periodCount(); j++) {
      m.injectOfUnit(g, bus, t, m.stop().at(g, t + j), times.stopMw()[steps - j] - first);
    }
  }
}
