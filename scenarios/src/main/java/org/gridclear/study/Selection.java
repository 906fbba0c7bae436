package org.gridclear.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.network.Branch;
import org.gridclear.network.Bus;

/** What of a day a {@link Target} selects, and why it selects nothing where it does. */
final class Selection {
  private static final int LISTED_MAX = 8;

  private final MarketDay day;
  private final Target.Places places;

  Selection(MarketDay day) {
    this.day = day;
    this.places = new Target.Places(day);
  }

  /** Buses with a fixed load. */
  List<String> loads(Target target) {
    return day.busLoads().stream()
        .map(load -> load.bus())
        .filter(bus -> target.matches(bus, bus, "", 0, places))
        .toList();
  }

  /** Units with a commitment. */
  List<String> thermal(Target target) {
    List<String> ids = new ArrayList<>();
    for (ThermalUnit u : day.thermalUnits()) {
      if (target.matches(u.id(), u.bus(), u.fuel(), u.pMaxMw().max(), places)) {
        ids.add(u.id());
      }
    }
    return ids;
  }

  /** Units without a commitment. */
  List<String> profiled(Target target) {
    List<String> ids = new ArrayList<>();
    for (ProfiledUnit u : day.profiledUnits()) {
      if (target.matches(u.id(), u.bus(), u.fuel(), u.maxMw().max(), places)) {
        ids.add(u.id());
      }
    }
    return ids;
  }

  /** Units with a commitment, then those without. */
  List<String> units(Target target) {
    List<String> ids = new ArrayList<>(thermal(target));
    ids.addAll(profiled(target));
    return ids;
  }

  /** Branches in service. */
  List<String> branches(Target target) {
    return day.network().branches().stream()
        .filter(branch -> branch.inService() && target.matches(branch, places))
        .map(Branch::id)
        .toList();
  }

  /** The properties that were asked for, and the values that there are of each. */
  String whyNothing(Target target, boolean ofBranches) {
    List<String> parts = new ArrayList<>();
    if (!target.id().isEmpty()) {
      parts.add("'%s' is of another kind or out of service".formatted(target.id()));
    }
    target.zone().ifPresent(zone -> parts.add("zone '%s': %s".formatted(zone, zones())));
    if (!target.bus().isEmpty()) {
      parts.add("bus %s has none".formatted(target.bus()));
    }
    if (!target.fuel().isEmpty()) {
      parts.add("fuel '%s': there are %s".formatted(target.fuel(), counted(fuels())));
    }
    if (target.kvMin() > Target.ALL.kvMin()) {
      parts.add(
          "kvMin %s: base voltages are %s kV"
              .formatted(
                  text(target.kvMin()),
                  range(day.network().buses().stream().mapToDouble(Bus::baseKv))));
    }
    if (target.mvaMin() > Target.ALL.mvaMin()) {
      parts.add(
          ofBranches
              ? "mvaMin %s: ratings are %s MVA, 0 for unlimited"
                  .formatted(
                      text(target.mvaMin()),
                      range(
                          day.network().branches().stream()
                              .mapToDouble(branch -> branch.ratings().normalMva())))
              : "mwMin %s: capacities are %s MW"
                  .formatted(text(target.mvaMin()), range(capacities())));
    }
    return parts.isEmpty()
        ? "The base has none of its kind."
        : "Nothing has all of it: " + String.join("; ", parts) + ".";
  }

  private DoubleStream capacities() {
    return DoubleStream.concat(
        day.thermalUnits().stream().mapToDouble(unit -> unit.pMaxMw().max()),
        day.profiledUnits().stream().mapToDouble(unit -> unit.maxMw().max()));
  }

  private Collection<String> fuels() {
    List<String> fuels = new ArrayList<>();
    day.thermalUnits().forEach(unit -> fuels.add(unit.fuel()));
    day.profiledUnits().forEach(unit -> fuels.add(unit.fuel()));
    return fuels;
  }

  private String zones() {
    return "buses by zone are " + counted(day.network().buses().stream().map(Bus::zone).toList());
  }

  private static String counted(Collection<String> values) {
    Map<String, Integer> counts = new TreeMap<>();
    values.forEach(value -> counts.merge(value, 1, Integer::sum));
    List<String> parts =
        counts.entrySet().stream()
            .limit(LISTED_MAX)
            .map(entry -> "'%s' (%d)".formatted(entry.getKey(), entry.getValue()))
            .toList();
    String more = counts.size() > LISTED_MAX ? ", …" : "";
    return parts.isEmpty() ? "none" : String.join(", ", parts) + more;
  }

  private static String range(DoubleStream values) {
    var statistics = values.summaryStatistics();
    if (statistics.getCount() == 0) {
      return "absent";
    }
    return statistics.getMin() == statistics.getMax()
        ? "all " + text(statistics.getMin())
        : text(statistics.getMin()) + " to " + text(statistics.getMax());
  }

  private static String text(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.valueOf(value);
  }
}
