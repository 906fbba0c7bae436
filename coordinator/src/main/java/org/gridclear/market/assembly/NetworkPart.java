package org.gridclear.market.assembly;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What may stand as the network version has it, where that is asked for by name. */
public enum NetworkPart {
  /** Loads of buses. */
  LOADS,
  /** Forecasts of units that follow wind, sun or water. */
  RENEWABLES,
  /** Schedules of interchanges. */
  TIE_LINES,
  /** State of units and levels of storages before the first period. */
  STATE,
  /** Which units, storages and loads are in the market. */
  REGISTRY,
  /** Offers. */
  OFFERS;

  /** Name in commands. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The parts of names.
   *
   * @throws IllegalArgumentException if one is none
   */
  public static Set<NetworkPart> of(Collection<String> labels) {
    Set<NetworkPart> parts = EnumSet.noneOf(NetworkPart.class);
    for (String label : labels) {
      parts.add(
          Arrays.stream(values())
              .filter(part -> part.label().equals(label))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "'%s' is no part of a network version; give of loads, renewables, tie-lines, state, registry, offers."
                              .formatted(label))));
    }
    return parts;
  }
}
