package org.gridclear.scenario;

import java.util.HashMap;
import java.util.Map;
import org.gridclear.market.MarketDay;
import org.gridclear.network.Branch;
import org.gridclear.network.Bus;

/**
 * Which elements a change applies to: all that match every given property. An empty text, or an
 * infinite bound, is a property that is not given.
 *
 * @param id id of the one element meant
 * @param bus id of a bus
 * @param zone name of a zone
 * @param fuel fuel or technology
 * @param kvMin least nominal voltage of both ends of a branch
 * @param mvaMin least rating of a branch, or capacity of a unit
 */
public record Target(String id, String bus, String zone, String fuel, double kvMin, double mvaMin) {
  /** Everything. */
  public static final Target ALL =
      new Target("", "", "", "", Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);

  /** Looks up what a {@link Target} asks of the buses of a network. */
  static final class Places {
    private final Map<String, Bus> buses = new HashMap<>();

    Places(MarketDay day) {
      day.network().buses().forEach(bus -> buses.put(bus.id(), bus));
    }

    Bus bus(String id) {
      return buses.get(id);
    }
  }

  /** Whether an element at a bus is meant. */
  boolean matches(String elementId, String busId, String elementFuel, double mw, Places places) {
    return (id.isEmpty() || id.equals(elementId))
        && (bus.isEmpty() || bus.equals(busId))
        && (zone.isEmpty() || zone.equals(places.bus(busId).zone()))
        && (fuel.isEmpty() || fuel.equalsIgnoreCase(elementFuel))
        && mw >= mvaMin;
  }

  /** Whether a branch is meant; a zone counts when one of its ends lies in it. */
  boolean matches(Branch branch, Places places) {
    Bus from = places.bus(branch.from());
    Bus to = places.bus(branch.to());
    return (id.isEmpty() || id.equals(branch.id()))
        && (bus.isEmpty() || bus.equals(branch.from()) || bus.equals(branch.to()))
        && (zone.isEmpty() || zone.equals(from.zone()) || zone.equals(to.zone()))
        && Math.min(from.baseKv(), to.baseKv()) >= kvMin
        && branch.ratings().normalMva() >= mvaMin;
  }
}
