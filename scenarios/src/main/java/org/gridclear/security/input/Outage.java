package org.gridclear.security.input;

import org.gridclear.network.Contingency;
import org.gridclear.network.NetworkIndex;

/**
 * A contingency by numbers of the network's lists.
 *
 * @param id id of the contingency
 * @param branches branches that open
 * @param generators generators that trip
 * @param buses buses that are lost
 * @param hvdcLines HVDC lines that stop
 */
public record Outage(String id, int[] branches, int[] generators, int[] buses, int[] hvdcLines) {
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
        contingency.buses().stream().mapToInt(index::bus).toArray(),
        contingency.hvdcLines().stream().mapToInt(id -> hvdcLine(id, index)).toArray());
  }

  private static int hvdcLine(String id, NetworkIndex index) {
    for (int h = 0; h < index.network().hvdcLines().size(); h++) {
      if (index.network().hvdcLines().get(h).id().equals(id)) {
        return h;
      }
    }
    throw new IllegalArgumentException("The HVDC line (%s) is not in the network.".formatted(id));
  }

  /** The branch, if it is the outage of one branch and nothing else; else -1. */
  public int onlyBranch() {
    int others = generators.length + buses.length + hvdcLines.length;
    return branches.length == 1 && others == 0 ? branches[0] : -1;
  }
}
