package org.gridclear.casetable;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.topology.Bridges;
import org.gridclear.network.topology.BusWeights;
import org.gridclear.network.topology.Incidence;

/** Which branches split the grid when they open, by the switching of every period. */
final class SplittingBranches {
  private final NetworkIndex index;
  private final boolean[][] inService;
  private final int[] firstAlike;
  private final Map<Integer, Bridges> ofSwitching = new HashMap<>();

  SplittingBranches(NetworkIndex index, boolean[][] inService) {
    this.index = index;
    this.inService = inService;
    this.firstAlike = new int[inService.length];
    for (int t = 0; t < firstAlike.length; t++) {
      while (!Arrays.equals(inService[firstAlike[t]], inService[t])) {
        firstAlike[t]++;
      }
    }
  }

  boolean splits(int t, int branch) {
    BusWeights weights = BusWeights.none(index.busCount());
    return ofSwitching
        .computeIfAbsent(
            firstAlike[t], period -> Bridges.of(new Incidence(index), inService[period], weights))
        .isBridge(branch);
  }
}
