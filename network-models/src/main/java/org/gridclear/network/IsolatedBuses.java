package org.gridclear.network;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Isolated buses are out with everything on them: branches, generators and HVDC lines that end
 * there are out of service, loads and shunts there are left away.
 */
public final class IsolatedBuses {
  private IsolatedBuses() {}

  /** Hears of everything that is taken out though its file says that it is in service. */
  public interface Listener {
    /**
     * An element is taken out.
     *
     * @param kind kind of the element, such as {@code branch}
     * @param id its id
     * @param bus id of the isolated bus
     */
    void takenOut(String kind, String id, String bus);
  }

  /** The network without what is at isolated buses; the same if there is none. */
  public static Network takenOut(Network network, Listener listener) {
    Set<String> isolated =
        network.buses().stream()
            .filter(bus -> bus.type() == BusType.ISOLATED)
            .map(Bus::id)
            .collect(Collectors.toSet());
    if (isolated.isEmpty()) {
      return network;
    }
    return network
        .withBranches(
            network.branches().stream()
                .map(
                    b ->
                        b.inService() && out(isolated, listener, "branch", b.id(), b.from(), b.to())
                            ? b.withInService(false)
                            : b)
                .toList())
        .withGenerators(
            network.generators().stream()
                .map(
                    g ->
                        g.inService() && out(isolated, listener, "generator", g.id(), g.bus())
                            ? g.withInService(false)
                            : g)
                .toList())
        .withHvdcLines(
            network.hvdcLines().stream()
                .map(
                    h ->
                        h.inService()
                                && out(isolated, listener, "hvdc line", h.id(), h.from(), h.to())
                            ? h.withInService(false)
                            : h)
                .toList())
        .withLoads(
            network.loads().stream()
                .filter(load -> !out(isolated, listener, "load", load.id(), load.bus()))
                .toList())
        .withShunts(
            network.shunts().stream()
                .filter(shunt -> !out(isolated, listener, "shunt at", shunt.bus(), shunt.bus()))
                .toList());
  }

  private static boolean out(
      Set<String> isolated, Listener listener, String kind, String id, String... buses) {
    for (String bus : buses) {
      if (isolated.contains(bus)) {
        listener.takenOut(kind, id, bus);
        return true;
      }
    }
    return false;
  }
}
