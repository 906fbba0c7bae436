package org.gridclear.clearing.audit.flow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.FlowResult;
import org.gridclear.market.MarketDay;
import org.gridclear.network.Contingency;
import org.gridclear.network.NetworkIndex;
import org.gridclear.security.audit.DcFlow;

/**
 * Flows with an outage really made: branches opened, buses cut off, what is lost made up by the
 * others.
 */
public final class OutageFlows {
  private static final int SAMPLED = 12;

  private final MarketDay day;
  private final ClearingResult result;
  private final Topologies topologies;
  private final LostShares lost;
  private final Set<String> sampled = new HashSet<>();
  private final Map<String, Optional<double[]>> known = new HashMap<>();
  private double[] injectionOfKnown = {};

  /** Of a result and the grids of its day. */
  public OutageFlows(
      MarketDay day, ClearingResult result, NetworkIndex index, Topologies topologies) {
    this.day = day;
    this.result = result;
    this.topologies = topologies;
    this.lost = new LostShares(day, index, topologies);
    List<String> outages = result.flows().stream().map(FlowResult::outage).distinct().toList();
    int step = Math.max(1, outages.size() / SAMPLED);
    for (int k = 0; k < outages.size(); k += step) {
      sampled.add(outages.get(k));
    }
  }

  /**
   * Whether a flow that a result reports is counted again: in the intact grid, where it sets a
   * price or is over its limit, and after a sample of the outages.
   */
  public boolean counts(FlowResult flow) {
    return flow.outage().isEmpty()
        || flow.binding()
        || flow.overloadMw() > 0
        || sampled.contains(flow.outage());
  }

  /**
   * The flow of every branch; empty where the outage splits the grid and so has no row.
   *
   * @param outage the contingency; "" for the intact grid
   * @param injection injections of every bus before it, losses drawn
   */
  public Optional<double[]> of(String outage, double[] injection, int t) {
    if (injection != injectionOfKnown) {
      known.clear();
      injectionOfKnown = injection;
    }
    return known.computeIfAbsent(outage, each -> made(each, injection, t));
  }

  private Optional<double[]> made(String outage, double[] injection, int t) {
    if (outage.isEmpty()) {
      return Optional.of(topologies.of(t).flows(injection));
    }
    Optional<Contingency> power = lost.of(outage);
    if (power.isPresent()) {
      DcFlow after = topologies.of(t, lost.opened(power.get()));
      return lost.injections(power.get(), injection, result, t).map(after::flows);
    }
    List<String> branches =
        day.rules().contingencies().listed().stream()
            .filter(each -> each.id().equals(outage))
            .findFirst()
            .map(Contingency::branches)
            .orElse(List.of(outage));
    DcFlow after = topologies.of(t, topologies.inService(t, branches));
    boolean whole = after.islands().count() == topologies.of(t).islands().count();
    return whole ? Optional.of(after.flows(injection)) : Optional.empty();
  }
}
