package org.gridclear.security.input;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.network.Contingency;
import org.gridclear.network.Network;
import org.jspecify.annotations.Nullable;

/**
 * Which outages a check takes: those of a list, those in a scope, both, or none (H-06, H-07). Where
 * neither is named it is every branch.
 *
 * @param listed outages of a list; null where none was given
 * @param scopeAsked whether types of device were named, or none of them for the base case alone
 * @param scope devices that fail one by one
 */
public record OutageChoice(
    @Nullable List<Contingency> listed, boolean scopeAsked, OutageScope scope) {

  /**
   * The outages in a network: those of the list first.
   *
   * @throws IllegalArgumentException if none is left though some are asked for, or if zones and
   *     voltages are to choose among the devices of no scope
   */
  public List<Contingency> of(Network network) {
    boolean baseAlone = scopeAsked && scope.kinds().isEmpty();
    boolean scoped = (listed == null || scopeAsked) && !baseAlone;
    if (!scoped && scope.isNarrowed()) {
      throw new IllegalArgumentException(
          "A voltage range and zones choose among the devices of a scope, and none is asked for:"
              + " name its types of device, or leave them out.");
    }
    List<Contingency> chosen = new ArrayList<>(listed == null ? List.of() : listed);
    if (scoped) {
      chosen.addAll(scope.contingencies(network));
    }
    if (chosen.isEmpty() && !baseAlone) {
      throw new IllegalArgumentException(
          "No outage is in scope: the network has none of the wanted type, voltage and zone in"
              + " service.");
    }
    return chosen;
  }
}
