package org.gridclear.monitoring.impact;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ThermalUnit;

/**
 * What units would ask for at cost (AMB-39): units as they are with reference offers. Of a unit the
 * first source that has one counts.
 *
 * @param thermal units with commitment, by id
 * @param profiled units without commitment, by id
 */
public record ReferenceOffers(
    Map<String, ThermalUnit> thermal, Map<String, ProfiledUnit> profiled) {
  public ReferenceOffers {
    thermal = Map.copyOf(thermal);
    profiled = Map.copyOf(profiled);
  }

  /** The units of a case: their offers are the references. */
  public static ReferenceOffers of(MarketDay costs) {
    Map<String, ThermalUnit> thermal = new HashMap<>();
    Map<String, ProfiledUnit> profiled = new HashMap<>();
    costs.thermalUnits().forEach(unit -> thermal.put(unit.id(), unit));
    costs.profiledUnits().forEach(unit -> profiled.put(unit.id(), unit));
    return new ReferenceOffers(thermal, profiled);
  }

  /** These, and others for the units that are not among them. */
  public ReferenceOffers or(ReferenceOffers others) {
    Map<String, ThermalUnit> both = new HashMap<>(others.thermal);
    both.putAll(thermal);
    Map<String, ProfiledUnit> without = new HashMap<>(others.profiled);
    without.putAll(profiled);
    return new ReferenceOffers(both, without);
  }

  /** The reference of a unit with commitment. */
  public Optional<ThermalUnit> of(ThermalUnit unit) {
    return Optional.ofNullable(thermal.get(unit.id()));
  }

  /** The reference of a unit without commitment. */
  public Optional<ProfiledUnit> of(ProfiledUnit unit) {
    return Optional.ofNullable(profiled.get(unit.id()));
  }

  /** Units of a day that have no reference, in order. */
  public List<String> missing(MarketDay day) {
    Set<String> known = new HashSet<>(thermal.keySet());
    known.addAll(profiled.keySet());
    return Stream.concat(
            day.thermalUnits().stream().map(ThermalUnit::id),
            day.profiledUnits().stream().map(ProfiledUnit::id))
        .filter(id -> !known.contains(id))
        .toList();
  }
}
