package org.gridclear.study;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gridclear.market.MarketDay;
import org.gridclear.network.Branch;
import org.gridclear.network.Bus;

/**
 * Which elements a change applies to: all that match every given property. An empty text, an absent
 * zone, or an infinite bound, is a property that is not given.
 *
 * @param id id of the one element meant
 * @param bus id of a bus
 * @param zone name of a zone; the zone of buses without one is named ""
 * @param fuel fuel or technology
 * @param kvMin least nominal voltage of both ends of a branch
 * @param mvaMin least rating of a branch, or capacity of a unit
 */
public record Target(
    String id, String bus, Optional<String> zone, String fuel, double kvMin, double mvaMin) {
  /** Everything. */
  public static final Target ALL =
      new Target("", "", Optional.empty(), "", Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);

  /** Looks up what a {@link Target} asks of the buses of a network. */
  static final class Places {
    private final Map<String, Bus> buses = new HashMap<>();

    Places(MarketDay day) {
      day.network().buses().forEach(bus -> buses.put(bus.id(), bus));
    }

    Bus bus(String id) {
      return Objects.requireNonNull(buses.get(id));
    }
  }

  /** Whether an element at a bus is meant. */
  boolean matches(String elementId, String busId, String elementFuel, double mw, Places places) {
    return (id.isEmpty() || id.equals(elementId))
        && (bus.isEmpty() || bus.equals(busId))
        && zone.map(name -> name.equals(places.bus(busId).zone())).orElse(true)
        && (fuel.isEmpty() || fuel.equalsIgnoreCase(elementFuel))
        && mw >= mvaMin;
  }

  /** Whether a branch is meant; a zone counts when one of its ends lies in it. */
  boolean matches(Branch branch, Places places) {
    Bus from = places.bus(branch.from());
    Bus to = places.bus(branch.to());
    return (id.isEmpty() || id.equals(branch.id()))
        && (bus.isEmpty() || bus.equals(branch.from()) || bus.equals(branch.to()))
        && zone.map(name -> name.equals(from.zone()) || name.equals(to.zone())).orElse(true)
        && Math.min(from.baseKv(), to.baseKv()) >= kvMin
        && branch.ratings().normalMva() >= mvaMin;
  }
}
