package org.gridclear.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridclear.market.MarketDay;
import org.gridclear.table.Table;
import org.gridclear.work.CaseAlarms;

/**
 * Two runs beside each other (D-10, D-12, E-09, F-09, GAP-11). Cases are matched by name, a single
 * one of each side whatever its name; everything in them by id and by time, never by position.
 *
 * @param alarms cases whose results need a person's eye before they are compared: not audited, not
 *     secure, load not served
 * @param gaps what could not be compared at all, and why
 * @param remarks what is to be known of the comparison: other spans of time, other money, what one
 *     side alone has
 * @param tables overview, figures, commitment, then the quantities, then what one side alone has
 */
public record RunComparison(
    List<String> alarms, List<String> gaps, List<String> remarks, List<Table> tables) {
  /** What the tolerance of flows and of reduced costs leaves open of a price. */
  private static final double PRICE_TOLERANCE_YUAN_PER_MWH = 1e-3;

  public RunComparison {
    alarms = List.copyOf(alarms);
    gaps = List.copyOf(gaps);
    remarks = List.copyOf(remarks);
    tables = List.copyOf(tables);
  }

  /** Compares the cases of two runs; those without a result are not among them. */
  public static RunComparison of(List<ComparedCase> a, List<ComparedCase> b) {
    double toleranceMw =
        Stream.concat(a.stream(), b.stream())
            .mapToDouble(each -> each.options().feasibilityMw())
            .max()
            .orElse(0);
    ComparisonTables tables = new ComparisonTables(toleranceMw, PRICE_TOLERANCE_YUAN_PER_MWH);
    List<String> alarms = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    remarks.add(
        "Differences up to %s MW and %s %s/MWh are within the tolerance of the solver: none."
            .formatted(toleranceMw, PRICE_TOLERANCE_YUAN_PER_MWH, currency(a, b)));
    losses(a, b).ifPresent(remarks::add);
    alarms("A", a, alarms);
    alarms("B", b, alarms);
    if (a.size() == 1 && b.size() == 1) {
      new CasePair(a.get(0), b.get(0), tables, gaps, remarks).compare();
      return new RunComparison(alarms, gaps, remarks, tables.all(currency(a, b)));
    }
    Map<String, ComparedCase> rest = new LinkedHashMap<>();
    b.forEach(each -> rest.put(each.name(), each));
    for (ComparedCase each : a) {
      ComparedCase other = rest.remove(each.name());
      if (other == null) {
        tables.only.add(each.name(), "case", each.name(), "A");
        gaps.add("Case %s is in A alone.".formatted(each.name()));
      } else {
        new CasePair(each, other, tables, gaps, remarks).compare();
      }
    }
    for (String name : rest.keySet()) {
      tables.only.add(name, "case", name, "B");
      gaps.add("Case %s is in B alone.".formatted(name));
    }
    return new RunComparison(alarms, gaps, remarks, tables.all(currency(a, b)));
  }

  /** That runs differ in whether they knew losses, where they do. */
  private static Optional<String> losses(List<ComparedCase> a, List<ComparedCase> b) {
    Set<Boolean> ofA = a.stream().map(each -> each.options().losses()).collect(Collectors.toSet());
    Set<Boolean> ofB = b.stream().map(each -> each.options().losses()).collect(Collectors.toSet());
    return ofA.equals(ofB)
        ? Optional.empty()
        : Optional.of(
            "%s was cleared with losses, %s without: output, costs and prices differ by that, too."
                .formatted(ofA.contains(true) ? "A" : "B", ofA.contains(true) ? "B" : "A"));
  }

  /** What all cases count money in; no name where they differ. */
  private static String currency(List<ComparedCase> a, List<ComparedCase> b) {
    List<String> names =
        Stream.concat(a.stream(), b.stream())
            .map(each -> each.day().currency())
            .distinct()
            .toList();
    return names.size() == 1 ? names.get(0) : MarketDay.CURRENCY_UNITS;
  }

  private static void alarms(String side, List<ComparedCase> cases, List<String> alarms) {
    for (ComparedCase each : cases) {
      CaseAlarms.of(each.summary())
          .forEach(alarm -> alarms.add("%s, case %s: %s".formatted(side, each.name(), alarm)));
    }
  }

  /** The same with more that could not be compared. */
  public RunComparison withGaps(List<String> more) {
    List<String> all = new ArrayList<>(more);
    all.addAll(gaps);
    return new RunComparison(alarms, all, remarks, tables);
  }

  /** Whether all was compared and no result needs a person's eye. */
  public boolean clean() {
    return alarms.isEmpty() && gaps.isEmpty();
  }

  /**
   * The table of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Table table(String name) {
    return tables.stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no table '%s'. %s"
                        .formatted(
                            name,
                            org.gridclear.validate.NearestName.advice(
                                name, tables.stream().map(Table::name).toList()))));
  }
}
