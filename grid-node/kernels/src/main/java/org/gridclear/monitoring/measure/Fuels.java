package org.gridclear.monitoring.measure;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The fuels that are known; names count whatever their case. */
public final class Fuels {
  private final Map<String, Fuel> byId = new HashMap<>();

  /** Some fuels. */
  public Fuels(List<Fuel> fuels) {
    fuels.forEach(fuel -> byId.put(fuel.id().toLowerCase(Locale.ROOT), fuel));
  }

  /** A fuel; nothing where it is not known. */
  public Optional<Fuel> of(String id) {
    return Optional.ofNullable(byId.get(id.toLowerCase(Locale.ROOT)));
  }

  /** Fuels of units that are not known; "" where all are. */
  public String unknown(MarketFacts facts) {
    TreeSet<String> unknown = new TreeSet<>();
    facts.units().stream()
        .map(MarketFacts.UnitFacts::fuel)
        .filter(fuel -> of(fuel).isEmpty())
        .forEach(unknown::add);
    return String.join(", ", unknown);
  }
}
