package org.gridclear.security.screening;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.security.input.Outage;
import org.gridclear.security.powerflow.PowerFlowModel;
import org.gridclear.security.result.OutageEffect;

/**
 * A list of outages with what each takes out of one topology, and which of them leave the same
 * network behind: those are computed once.
 */
final class PreparedOutages {
  private final OutageEffect[] effects;
  private final int[] equivalentTo;

  PreparedOutages(PowerFlowModel model, SolvedUnits units, List<Outage> outages) {
    this.effects = new OutageEffect[outages.size()];
    this.equivalentTo = new int[outages.size()];
    EffectFinder finder = new EffectFinder(model, units);
    Map<String, Integer> first = new HashMap<>();
    for (int o = 0; o < effects.length; o++) {
      OutageEffect effect = finder.find(outages.get(o));
      effects[o] = effect;
      equivalentTo[o] = -1;
      Integer earlier = effect.nothing() ? null : first.putIfAbsent(key(effect), o);
      if (earlier != null) {
        equivalentTo[o] = earlier;
      }
    }
  }

  /** The same for outages that leave the same branches, buses and generators. */
  private static String key(OutageEffect effect) {
    if (effect.changesNoBalance() && effect.open().length == 1) {
      return "l" + effect.open()[0];
    }
    return sorted(effect.open())
        + sorted(effect.lost())
        + sorted(effect.generators())
        + sorted(effect.hvdcLines())
        + effect.darkLoadPu();
  }

  private static String sorted(int[] values) {
    int[] copy = values.clone();
    Arrays.sort(copy);
    return Arrays.toString(copy);
  }

  OutageEffect effect(int o) {
    return effects[o];
  }

  /** An earlier outage that leaves the same network; -1 if there is none. */
  int equivalentTo(int o) {
    return equivalentTo[o];
  }
}
