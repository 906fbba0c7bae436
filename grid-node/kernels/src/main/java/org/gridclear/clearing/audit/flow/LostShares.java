package org.gridclear.clearing.audit.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.FlowResult;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.network.Branch;
import org.gridclear.network.Contingency;
import org.gridclear.network.NetworkIndex;

/**
 * Flows after outages of units and buses, of (44), with their buses really cut off: what is lost is
 * made up by the units that the data do not hold off, in proportion to their upper limits.
 */
public final class LostShares {
  private final MarketDay day;
  private final NetworkIndex index;
  private final Topologies topologies;
  private final Map<FlowResult, double[]> known = new HashMap<>();

  /** Of a day and its grids. */
  public LostShares(MarketDay day, NetworkIndex index, Topologies topologies) {
    this.day = day;
    this.index = index;
    this.topologies = topologies;
  }

  /** The listed outage of units or buses alone of this name. */
  public Optional<Contingency> of(String outage) {
    return day.rules().contingencies().listed().stream()
        .filter(each -> each.id().equals(outage))
        .filter(each -> each.branches().isEmpty())
        .filter(each -> !each.generators().isEmpty() || !each.buses().isEmpty())
        .findFirst();
  }

  /** Branches that a lost bus takes with it. */
  public List<String> opened(Contingency outage) {
    List<String> opened = new ArrayList<>();
    for (Branch branch : day.network().branches()) {
      if (outage.buses().contains(branch.from()) || outage.buses().contains(branch.to())) {
        opened.add(branch.id());
      }
    }
    return opened;
  }

  /** Shift factors of a flow for what makes up a lost MW, as one factor. */
  private double madeUp(double[] factors, Contingency outage, int t) {
    double sum = 0;
    double weighted = 0;
    for (ThermalUnit unit : day.thermalUnits()) {
      double weight = weight(unit, outage, t);
      sum += weight;
      weighted += weight * factors[index.bus(unit.bus())];
    }
    return weighted / sum;
  }

  /**
   * Injections after an outage: what is lost is taken out, and made up by the others.
   *
   * @param injection those before
   * @return empty where nobody is left to make it up
   */
  public Optional<double[]> injections(
      Contingency outage, double[] injection, ClearingResult result, int t) {
    double[] after = injection.clone();
    double lostMw = 0;
    for (String unit : Set.copyOf(outage.generators())) {
      int bus = index.bus(busOf(unit));
      after[bus] -= outputMw(result, unit, t);
      lostMw += outage.buses().contains(busOf(unit)) ? 0 : outputMw(result, unit, t);
    }
    for (String bus : outage.buses()) {
      lostMw += injection[index.bus(bus)];
      after[index.bus(bus)] = 0;
    }
    double sum = 0;
    for (ThermalUnit unit : day.thermalUnits()) {
      sum += weight(unit, outage, t);
    }
    for (ThermalUnit unit : day.thermalUnits()) {
      after[index.bus(unit.bus())] += sum > 0 ? lostMw * weight(unit, outage, t) / sum : 0;
    }
    return sum > 0 ? Optional.of(after) : Optional.empty();
  }

  private double outputMw(ClearingResult result, String id, int t) {
    for (int g = 0; g < day.thermalUnits().size(); g++) {
      if (day.thermalUnits().get(g).id().equals(id)) {
        return result.schedule().outputMw()[g][t];
      }
    }
    for (int i = 0; i < day.profiledUnits().size(); i++) {
      if (day.profiledUnits().get(i).id().equals(id)) {
        return result.schedule().profiledMw()[i][t];
      }
    }
    return 0;
  }

  private static double weight(ThermalUnit unit, Contingency outage, int t) {
    boolean gives =
        !outage.generators().contains(unit.id())
            && !outage.buses().contains(unit.bus())
            && !unit.commitment().get(t).isOff();
    return gives ? unit.pMaxMw().at(t) : 0;
  }

  /** Shift factors of injections that stay: one at a lost bus is made up elsewhere. */
  public double[] left(double[] factors, Contingency outage, int t) {
    double[] left = factors.clone();
    double madeUp = madeUp(factors, outage, t);
    outage.buses().forEach(bus -> left[index.bus(bus)] = madeUp);
    return left;
  }

  /**
   * What a MW of a unit adds to a flow because it is lost with an outage, beside what its bus adds.
   */
  public double ofUnit(FlowResult flow, String unit) {
    Contingency outage = flow.outage().isEmpty() ? null : of(flow.outage()).orElse(null);
    String bus = outage == null || !outage.generators().contains(unit) ? "" : busOf(unit);
    Set<String> lost = outage == null ? Set.of() : new HashSet<>(outage.buses());
    if (outage == null || bus.isEmpty() || lost.contains(bus)) {
      return 0;
    }
    double[] factors = known.computeIfAbsent(flow, key -> topologies.factors(key, opened(outage)));
    return madeUp(factors, outage, flow.period()) - factors[index.bus(bus)];
  }

  private String busOf(String id) {
    return day.thermalUnits().stream()
        .filter(unit -> unit.id().equals(id))
        .map(ThermalUnit::bus)
        .findFirst()
        .or(
            () ->
                day.profiledUnits().stream()
                    .filter(unit -> unit.id().equals(id))
                    .map(ProfiledUnit::bus)
                    .findFirst())
        .orElse("");
  }
}
