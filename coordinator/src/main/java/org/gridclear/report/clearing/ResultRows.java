package org.gridclear.report.clearing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gridclear.market.MarketDay;
import org.gridclear.network.Bus;
import org.gridclear.network.BusNames;
import org.gridclear.table.StoredTable;
import org.gridclear.validate.UnknownNameException;

/** Which rows of a table of results meet a query; what a table cannot be asked is refused. */
final class ResultRows implements Predicate<Object[]> {
  /** Tables whose elements are branches, or flowgates or buses where their kind says so. */
  private static final Set<String> ELEMENTS = Set.of("flows", "security-violations");

  private static final String VOLTAGE = "VOLTAGE";

  /** Kinds of violations, and constraints of flows, whose elements are flowgates. */
  private static final Set<String> GATES = Set.of("FLOWGATE", "B-18");

  private final MarketDay day;
  private final StoredTable table;
  private final Map<String, String> zoneOfBus = new HashMap<>();
  private final Map<String, List<String>> busesOfBranch = new HashMap<>();
  private final Map<String, List<String>> busesOfGate = new HashMap<>();
  private final Map<String, List<String>> busesOfLine = new HashMap<>();
  private final Map<String, String> busOfUnit = new HashMap<>();
  private Predicate<Object[]> wanted = row -> true;

  ResultRows(MarketDay day, StoredTable table, ResultQuery query) {
    this.day = day;
    this.table = table;
    for (Bus bus : day.network().buses()) {
      zoneOfBus.put(bus.id(), bus.zone());
    }
    day.network()
        .branches()
        .forEach(branch -> busesOfBranch.put(branch.id(), List.of(branch.from(), branch.to())));
    day.network()
        .flowgates()
        .forEach(
            gate ->
                busesOfGate.put(
                    gate.id(),
                    gate.terms().stream()
                        .flatMap(
                            term ->
                                Objects.requireNonNull(busesOfBranch.get(term.branch())).stream())
                        .distinct()
                        .toList()));
    day.network()
        .hvdcLines()
        .forEach(line -> busesOfLine.put(line.id(), List.of(line.from(), line.to())));
    day.thermalUnits().forEach(unit -> busOfUnit.put(unit.id(), unit.bus()));
    day.profiledUnits().forEach(unit -> busOfUnit.put(unit.id(), unit.bus()));
    day.storageUnits().forEach(unit -> busOfUnit.put(unit.id(), unit.bus()));
    zone(query.zone());
    bus(query.bus());
    unit(query.unit());
    period(query.period());
  }

  @Override
  public boolean test(Object[] row) {
    return wanted.test(row);
  }

  private void zone(String zone) {
    if (zone == null) {
      return;
    }
    int own = table.indexOf("zone");
    Set<String> known = new TreeSet<>(own >= 0 ? texts(own) : zoneOfBus.values());
    if (!known.contains(zone)) {
      throw new UnknownNameException("zone", zone, known);
    }
    if (own >= 0) {
      wanted = wanted.and(row -> zone.equals(row[own]));
    } else {
      Function<Object[], List<String>> buses = buses("zone");
      wanted =
          wanted.and(
              row -> buses.apply(row).stream().anyMatch(bus -> zone.equals(zoneOfBus.get(bus))));
    }
  }

  private Set<String> texts(int column) {
    Set<String> texts = new TreeSet<>();
    try (StoredTable.Lines lines = table.lines()) {
      lines.forEachRemaining(row -> texts.add((String) row[column]));
    }
    return texts;
  }

  private void bus(String text) {
    if (text == null) {
      return;
    }
    String id = new BusNames(day.network()).idOf(text);
    if (!zoneOfBus.containsKey(id)) {
      throw new UnknownNameException("bus", text, new TreeSet<>(zoneOfBus.keySet()));
    }
    Function<Object[], List<String>> buses = buses("bus");
    wanted = wanted.and(row -> buses.apply(row).contains(id));
  }

  /** At which buses a row is: its own, its unit's, or those that its branches or line join. */
  private Function<Object[], List<String>> buses(String filter) {
    int bus = table.indexOf("bus");
    int element = ELEMENTS.contains(table.name()) ? table.indexOf("element") : -1;
    int line = table.indexOf("line");
    if (bus >= 0) {
      return row -> List.of((String) row[bus]);
    }
    if (unitColumn() >= 0) {
      return row -> List.of(busOfUnit.getOrDefault((String) row[unitColumn()], ""));
    }
    if (element >= 0) {
      return row -> busesOfElement((String) row[element], kind(row));
    }
    if (line >= 0) {
      return row -> busesOfLine.getOrDefault((String) row[line], List.of());
    }
    throw new IllegalArgumentException(
        "%s: the rows of %s are at no bus.".formatted(filter, table.name()));
  }

  /** What the element of a row is: a kind of a violation, or the constraint of a flow. */
  private String kind(Object[] row) {
    int at = Math.max(table.indexOf("kind"), table.indexOf("constraint"));
    return at < 0 ? "" : (String) row[at];
  }

  private List<String> busesOfElement(String element, String kind) {
    if (kind.equals(VOLTAGE)) {
      return List.of(element);
    }
    boolean gate = GATES.contains(kind) || !busesOfBranch.containsKey(element);
    List<String> buses = (gate ? busesOfGate : busesOfBranch).get(element);
    if (buses == null) {
      throw new IllegalArgumentException(
          "zone, bus: %s of %s is neither a branch nor a flowgate of the case: ask without them."
              .formatted(element, table.name()));
    }
    return buses;
  }

  /** The column that names a unit; one behind others says what a row is measured in. */
  private int unitColumn() {
    String first = table.columns().get(0).name();
    return first.equals("unit") || first.equals("storage") ? 0 : -1;
  }

  private void unit(String unit) {
    if (unit == null) {
      return;
    }
    if (!busOfUnit.containsKey(unit)) {
      throw new UnknownNameException("unit", unit, new TreeSet<>(busOfUnit.keySet()));
    }
    int at = unitColumn();
    if (at < 0) {
      throw new IllegalArgumentException(
          "unit: the rows of %s are of no unit.".formatted(table.name()));
    }
    wanted = wanted.and(row -> unit.equals(row[at]));
  }

  private void period(String text) {
    if (text == null) {
      return;
    }
    int at = table.indexOf("period");
    if (at < 0) {
      throw new IllegalArgumentException(
          "period: the rows of %s are of no period.".formatted(table.name()));
    }
    long period = day.horizon().periodOf(text) + 1L;
    wanted = wanted.and(row -> row[at] != null && (long) row[at] == period);
  }
}
