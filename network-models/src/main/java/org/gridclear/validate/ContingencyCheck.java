package org.gridclear.validate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridclear.market.MarketDay;
import org.gridclear.market.StorageUnit;
import org.gridclear.network.Branch;
import org.gridclear.network.Bus;
import org.gridclear.network.Contingency;
import org.gridclear.network.Generator;
import org.gridclear.network.HvdcLine;

/**
 * Checks the listed contingencies of a day: that what they take out exists, and what of them the
 * clearing does not count. Those of one kind are one warning.
 */
final class ContingencyCheck {
  private final MarketDay day;
  private final IssueLog log;
  private final Set<String> branches;
  private final Set<String> units;
  private final Set<String> buses;
  private final Set<String> hvdcLines;

  ContingencyCheck(MarketDay day, Set<String> units, IssueLog log) {
    this.day = day;
    this.log = log;
    this.branches = ids(day.network().branches().stream().map(Branch::id));
    this.buses = ids(day.network().buses().stream().map(Bus::id));
    this.hvdcLines = ids(day.network().hvdcLines().stream().map(HvdcLine::id));
    this.units = new HashSet<>(units);
    day.storageUnits().stream().map(StorageUnit::id).forEach(this.units::add);
    day.network().generators().stream().map(Generator::id).forEach(this.units::add);
  }

  private static Set<String> ids(Stream<String> stream) {
    return stream.collect(Collectors.toSet());
  }

  void run() {
    List<Contingency> without = new ArrayList<>();
    List<Contingency> inPart = new ArrayList<>();
    for (Contingency contingency : day.rules().contingencies().listed()) {
      ofBranch(contingency);
      exist(contingency, "branches", Contingency::branches, branches);
      exist(contingency, "generators", Contingency::generators, units);
      exist(contingency, "buses", Contingency::buses, buses);
      exist(contingency, "hvdcLines", Contingency::hvdcLines, hvdcLines);
      if (contingency.branches().isEmpty()) {
        without.add(contingency);
      } else if (!others(contingency).isEmpty()) {
        inPart.add(contingency);
      }
    }
    warn(without, "Its rows in the clearing come from rounds of the AC check alone");
    warn(inPart, "The clearing counts its branches alone");
  }

  /** The outage of a branch has the branch's id, and counts once. */
  private void ofBranch(Contingency contingency) {
    String id = contingency.id();
    boolean taken = day.rules().contingencies().everyBranch() && branches.contains(id);
    boolean itself = others(contingency).isEmpty() && contingency.branches().equals(List.of(id));
    if (taken && !itself) {
      String advice = "The outage of the branch %s has this id, and would not count: give another.";
      log.add(Rule.ID_UNIQUE, "contingency " + id, "id", id, advice.formatted(id));
    }
  }

  private void exist(
      Contingency contingency,
      String field,
      Function<Contingency, List<String>> of,
      Set<String> known) {
    of.apply(contingency)
        .forEach(id -> log.reference("contingency " + contingency.id(), field, id, known));
  }

  private static String others(Contingency contingency) {
    List<String> parts = new ArrayList<>();
    part(parts, "generators", contingency.generators());
    part(parts, "buses", contingency.buses());
    part(parts, "hvdcLines", contingency.hvdcLines());
    return String.join(", ", parts);
  }

  private static void part(List<String> parts, String field, List<String> ids) {
    if (!ids.isEmpty()) {
      parts.add(field + " " + ids);
    }
  }

  private void warn(List<Contingency> contingencies, String what) {
    if (contingencies.isEmpty()) {
      return;
    }
    Contingency first = contingencies.get(0);
    int more = contingencies.size() - 1;
    log.add(
        Rule.CONTINGENCY_CLEARED,
        "contingency " + first.id() + (more > 0 ? " and %d more".formatted(more) : ""),
        "outage",
        others(first).isEmpty() ? "nothing" : others(first),
        what
            + ": the AC check (--security-rounds) and gridclear screen judge outages of units,"
            + " buses and HVDC lines.");
  }
}
