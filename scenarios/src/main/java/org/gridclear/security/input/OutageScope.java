package org.gridclear.security.input;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.clearing.input.ElementFilter;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Bus;
import org.gridclear.network.Contingency;
import org.gridclear.network.Generator;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.jspecify.annotations.Nullable;

/**
 * Which devices are meant, by type, nominal voltage and zone (H-06, A-25). A branch or HVDC line is
 * in a zone or voltage range if one of its ends is.
 *
 * @param kinds types of device
 * @param kvMin least nominal voltage
 * @param kvMax greatest nominal voltage
 * @param zones names of zones; empty for all
 */
public record OutageScope(Set<Kind> kinds, double kvMin, double kvMax, Set<String> zones) {
  /** Types of device. */
  public enum Kind {
    LINES,
    TRANSFORMERS,
    GENERATORS,
    BUSES,
    HVDC
  }

  /** Every line and transformer. */
  public static final OutageScope BRANCHES =
      new OutageScope(
          EnumSet.of(Kind.LINES, Kind.TRANSFORMERS), 0, Double.POSITIVE_INFINITY, Set.of());

  public OutageScope {
    kinds = Set.copyOf(kinds);
    zones = Set.copyOf(zones);
    if (!(kvMin <= kvMax)) {
      throw new IllegalArgumentException(
          "The voltage range (%s..%s kV) has no values.".formatted(kvMin, kvMax));
    }
  }

  /** The types that a word means; none if it is not known. */
  public static Set<Kind> kinds(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "branches" -> EnumSet.of(Kind.LINES, Kind.TRANSFORMERS);
      case "lines" -> EnumSet.of(Kind.LINES);
      case "transformers" -> EnumSet.of(Kind.TRANSFORMERS);
      case "generators" -> EnumSet.of(Kind.GENERATORS);
      case "buses" -> EnumSet.of(Kind.BUSES);
      case "hvdc" -> EnumSet.of(Kind.HVDC);
      case "all" -> EnumSet.allOf(Kind.class);
      default -> EnumSet.noneOf(Kind.class);
    };
  }

  /** Whether voltage or zones leave devices out. */
  boolean isNarrowed() {
    return kvMin > 0 || kvMax < Double.POSITIVE_INFINITY || !zones.isEmpty();
  }

  private boolean holds(Bus bus) {
    return bus.baseKv() >= kvMin
        && bus.baseKv() <= kvMax
        && (zones.isEmpty() || zones.contains(bus.zone()));
  }

  private boolean holds(Branch branch, NetworkIndex index) {
    Kind kind = branch.kind() == BranchKind.LINE ? Kind.LINES : Kind.TRANSFORMERS;
    List<Bus> buses = index.network().buses();
    return kinds.contains(kind)
        && (holds(buses.get(index.bus(branch.from()))) || holds(buses.get(index.bus(branch.to()))));
  }

  /** The outage of every device in scope that is in service, one by one (H-07). */
  public List<Contingency> contingencies(Network network) {
    NetworkIndex index = new NetworkIndex(network);
    List<Contingency> contingencies = new ArrayList<>();
    for (Branch branch : network.branches()) {
      if (branch.inService() && holds(branch, index)) {
        contingencies.add(Contingency.ofBranch(branch.id()));
      }
    }
    for (Generator generator : network.generators()) {
      boolean in = kinds.contains(Kind.GENERATORS) && generator.inService();
      if (in && holds(network.buses().get(index.bus(generator.bus())))) {
        contingencies.add(Contingency.ofGenerator(generator.id()));
      }
    }
    for (Bus bus : network.buses()) {
      if (kinds.contains(Kind.BUSES) && holds(bus)) {
        contingencies.add(Contingency.ofBus(bus.id()));
      }
    }
    for (HvdcLine line : network.hvdcLines()) {
      boolean in = kinds.contains(Kind.HVDC) && line.inService();
      Bus from = network.buses().get(index.bus(line.from()));
      Bus to = network.buses().get(index.bus(line.to()));
      if (in && (holds(from) || holds(to))) {
        contingencies.add(Contingency.ofHvdcLine(line.id()));
      }
    }
    return contingencies;
  }

  /**
   * Devices whose limits are watched, as a study or a request has them; null for all.
   *
   * @throws IllegalArgumentException if no branch and no bus is left
   */
  public static boolean @Nullable [] watched(ElementFilter watch, Network network) {
    return watch.equals(ElementFilter.ALL)
        ? null
        : new OutageScope(BRANCHES.kinds(), watch.kvMin(), watch.kvMax(), Set.copyOf(watch.zones()))
            .watched(network);
  }

  /**
   * Devices whose limits are watched: branches, then flowgates, then buses, as they are in the
   * network's lists. Flowgates have no voltage or zone and are always watched; the types of the
   * scope do not matter.
   *
   * @throws IllegalArgumentException if no branch and no bus is left
   */
  public boolean[] watched(Network network) {
    NetworkIndex index = new NetworkIndex(network);
    OutageScope all =
        new OutageScope(EnumSet.of(Kind.LINES, Kind.TRANSFORMERS), kvMin, kvMax, zones);
    int branchCount = network.branches().size();
    int gateCount = network.flowgates().size();
    boolean[] watched = new boolean[branchCount + gateCount + network.buses().size()];
    for (int l = 0; l < branchCount; l++) {
      watched[l] = all.holds(network.branches().get(l), index);
    }
    for (int g = 0; g < gateCount; g++) {
      watched[branchCount + g] = true;
    }
    for (int b = 0; b < network.buses().size(); b++) {
      watched[branchCount + gateCount + b] = holds(network.buses().get(b));
    }
    boolean any = false;
    for (int d = 0; d < watched.length; d++) {
      any |= watched[d] && (d < branchCount || d >= branchCount + gateCount);
    }
    if (!any) {
      throw new IllegalArgumentException(
          "No branch and no bus of %s..%s kV in %s would be watched: widen the range or the zones."
              .formatted(kvMin, kvMax, zones.isEmpty() ? "any zone" : new TreeSet<>(zones)));
    }
    return watched;
  }
}
