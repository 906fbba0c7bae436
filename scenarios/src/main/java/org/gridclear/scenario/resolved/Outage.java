package org.gridclear.scenario.resolved;

import org.gridclear.network.Contingency;
import org.gridclear.network.NetworkIndex;

/**
 * A contingency by numbers of the network's lists.
 *
 * @param id id of the contingency
 * @param branches branches that open
 * @param generators generators that trip
 * @param buses buses that are lost
 */
public record Outage(String id, int[] branches, int[] generators, int[] buses) {
  /**
   * Looks the elements of a contingency up.
   *
   * @throws IllegalArgumentException if the network has no such element
   */
  public static Outage of(Contingency contingency, NetworkIndex index) {
    return new Outage(
        contingency.id(),
        contingency.branches().stream().mapToInt(index::branch).toArray(),
        contingency.generators().stream().mapToInt(index::generator).toArray(),
        contingency.buses().stream().mapToInt(index::bus).toArray());
  }

  /** The branch, if it is the outage of one branch and nothing else; else -1. */
  public int onlyBranch() {
    boolean only = branches.length == 1 && generators.length == 0 && buses.length == 0;
    return only ? branches[0] : -1;
  }
}
