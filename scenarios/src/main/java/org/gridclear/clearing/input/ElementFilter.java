package org.gridclear.clearing.input;

import java.util.List;

/**
 * Which devices or elements are meant; what is empty leaves all.
 *
 * @param ids ids
 * @param kinds kinds, such as line, transformer, flowgate, bus
 * @param zones zones; of a branch, that of either end
 * @param kvMin least nominal voltage
 * @param kvMax greatest nominal voltage
 */
public record ElementFilter(
    List<String> ids, List<String> kinds, List<String> zones, double kvMin, double kvMax) {
  /** Everything. */
  public static final ElementFilter ALL =
      new ElementFilter(List.of(), List.of(), List.of(), 0, Double.MAX_VALUE);

  public ElementFilter {
    ids = List.copyOf(ids);
    kinds = List.copyOf(kinds);
    zones = List.copyOf(zones);
    if (!(kvMin <= kvMax)) {
      throw new IllegalArgumentException(
          "The voltage range (%s..%s kV) has no values.".formatted(kvMin, kvMax));
    }
  }

  /** Whether an element is meant, with the zones and voltages of its ends. */
  public boolean takes(String id, String kind, List<String> zonesOfEnds, double kv) {
    return (ids.isEmpty() || ids.contains(id))
        && (kinds.isEmpty() || kinds.stream().anyMatch(kind::equalsIgnoreCase))
        && (zones.isEmpty() || zonesOfEnds.stream().anyMatch(zones::contains))
        && kv >= kvMin
        && kv <= kvMax;
  }
}
