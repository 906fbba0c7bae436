package org.gridclear.monitoring.impact;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.json.Json;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.monitoring.conduct.ConductTest;
import org.gridclear.monitoring.conduct.ConductThresholds;
import org.gridclear.monitoring.conduct.ImpactTest;
import org.gridclear.study.CaseOverlay;
import org.gridclear.study.StudyDefinition;
import org.gridclear.study.UnitOffers;

/**
 * A test of conduct and impact (EQ-14): a case for each owner whose offers fail the conduct test,
 * with its failing offers at reference; and one of the whole market at reference (AMB-37).
 *
 * @param day the day as it is offered
 * @param references what units would ask for at cost
 * @param ownerOfUnit owners of units; one that is not there is tested by no case
 * @param conduct thresholds of conduct
 * @param impact thresholds of impact
 */
public record ImpactPlan(
    MarketDay day,
    ReferenceOffers references,
    Map<String, String> ownerOfUnit,
    ConductThresholds conduct,
    ImpactTest impact) {
  /** The case of the whole market at reference. */
  public static final String MARKET = "market at reference";

  /** The case with the offers of the owners that failed both tests at reference. */
  public static final String MITIGATED = "mitigated";

  public ImpactPlan {
    ownerOfUnit = Map.copyOf(ownerOfUnit);
  }

  /** The failures of each owner that has any; units without an owner or reference have none. */
  public SortedMap<String, List<ConductTest.Failure>> failures() {
    SortedMap<String, List<ConductTest.Failure>> failures = new TreeMap<>();
    int periods = day.periodCount();
    for (ThermalUnit unit : day.thermalUnits()) {
      references
          .of(unit)
          .ifPresent(of -> put(failures, ConductTest.of(unit, of, conduct, periods)));
    }
    for (ProfiledUnit unit : day.profiledUnits()) {
      references
          .of(unit)
          .ifPresent(of -> put(failures, ConductTest.of(unit, of, conduct, periods)));
    }
    return failures;
  }

  private void put(
      SortedMap<String, List<ConductTest.Failure>> failures, List<ConductTest.Failure> of) {
    for (ConductTest.Failure failure : of) {
      Optional.ofNullable(ownerOfUnit.get(failure.unit()))
          .ifPresent(
              owner -> failures.computeIfAbsent(owner, none -> new ArrayList<>()).add(failure));
    }
  }

  /** Units that have a reference and no owner, and those that have no reference: not tested. */
  public Set<String> untested() {
    Set<String> units = new LinkedHashSet<>(references.missing(day));
    day.thermalUnits().stream()
        .map(ThermalUnit::id)
        .filter(id -> !ownerOfUnit.containsKey(id))
        .forEach(units::add);
    day.profiledUnits().stream()
        .map(ProfiledUnit::id)
        .filter(id -> !ownerOfUnit.containsKey(id))
        .forEach(units::add);
    return units;
  }

  /** How many units have an owner and a reference. */
  int tested() {
    return all().size() - untested().size();
  }

  /** The base, a case for each failing owner, and the whole market at reference. */
  public StudyDefinition study(ClearingOptions options) {
    List<CaseOverlay> cases = new ArrayList<>();
    cases.add(CaseOverlay.base());
    failures().forEach((owner, failing) -> cases.add(overlay(owner, units(failing))));
    cases.add(overlay(MARKET, all()));
    return of(cases, options);
  }

  /**
   * The final run: the failing offers of some owners at reference.
   *
   * @param owners owners that failed both tests
   */
  public StudyDefinition mitigated(ClearingOptions options, Set<String> owners) {
    return of(List.of(CaseOverlay.base(), mitigation(owners)), options);
  }

  /** The changes of the final run. */
  public CaseOverlay mitigation(Set<String> owners) {
    Set<String> units = new LinkedHashSet<>();
    failures()
        .forEach(
            (owner, failing) -> {
              if (owners.contains(owner)) {
                units.addAll(units(failing));
              }
            });
    return overlay(MITIGATED, units);
  }

  private StudyDefinition of(List<CaseOverlay> cases, ClearingOptions options) {
    return new StudyDefinition(
        day.name() + " impact", day, options, cases, Optional.empty(), List.of());
  }

  private static Set<String> units(List<ConductTest.Failure> failing) {
    Set<String> units = new LinkedHashSet<>();
    failing.forEach(failure -> units.add(failure.unit()));
    return units;
  }

  private Set<String> all() {
    Set<String> units = new LinkedHashSet<>();
    day.thermalUnits().forEach(unit -> units.add(unit.id()));
    day.profiledUnits().forEach(unit -> units.add(unit.id()));
    return units;
  }

  private CaseOverlay overlay(String name, Set<String> units) {
    List<Map<String, Object>> changes = new ArrayList<>();
    for (ThermalUnit unit : day.thermalUnits()) {
      if (units.contains(unit.id())) {
        references.of(unit).ifPresent(of -> changes.add(UnitOffers.change(of)));
      }
    }
    for (ProfiledUnit unit : day.profiledUnits()) {
      if (units.contains(unit.id())) {
        references.of(unit).ifPresent(of -> changes.add(UnitOffers.change(of, day.periodCount())));
      }
    }
    return new CaseOverlay(name, Json.MAPPER.writeValueAsString(changes));
  }
}
