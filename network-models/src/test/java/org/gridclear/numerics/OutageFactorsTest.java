package org.gridclear.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.gridclear.io.CaseFiles;
import org.gridclear.network.Flowgate;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.topology.Bridges;
import org.gridclear.network.topology.BusWeights;
import org.gridclear.network.topology.Incidence;
import org.gridclear.network.topology.Islands;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// Rows: H-12
class OutageFactorsTest {
  private static Network network(String name) {
    return CaseFiles.load(name, Path.of(""), Set.of()).network();
  }

  private static boolean[] inService(Network network) {
    boolean[] on = new boolean[network.branches().size()];
    for (int l = 0; l < on.length; l++) {
      on[l] = network.branches().get(l).inService();
    }
    return on;
  }

  @ParameterizedTest
  @ValueSource(strings = {"ieee14", "ieee57", "ieee118"})
  void flowsAfterAnOutageAreFlowsBeforePlusFactorTimesLostFlow(String name) {
    Network network = network(name);
    NetworkIndex index = new NetworkIndex(network);
    boolean[] on = inService(network);
    double[] injection = new double[index.busCount()];
    for (int b = 0; b < injection.length; b++) {
      injection[b] = Math.sin(b + 1.0) * 20;
    }
    ShiftFactors factors = new ShiftFactors(index, on);
    OutageFactors outages = new OutageFactors(index, factors);
    double[] before = factors.flowsMw(injection);
    int compared = 0;
    for (int k = 0; k < on.length; k++) {
      double[] column = outages.of(k).orElse(null);
      if (column == null) {
        continue;
      }
      boolean[] after = on.clone();
      after[k] = false;
      double[] solved = new ShiftFactors(index, after).flowsMw(injection);
      for (int l = 0; l < on.length; l++) {
        assertEquals(solved[l], before[l] + column[l] * before[k], 1e-7, k + " on " + l);
        compared++;
      }
    }
    assertTrue(compared > on.length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ieee14", "ieee57", "ieee118", "ieee300"})
  void bridgesAreTheBranchesWhoseOutageMakesAnotherIsland(String name) {
    Network network = network(name);
    NetworkIndex index = new NetworkIndex(network);
    boolean[] on = inService(network);
    Bridges bridges = Bridges.of(new Incidence(index), on, BusWeights.none(index.busCount()));
    OutageFactors outages = new OutageFactors(index, new ShiftFactors(index, on));
    int islands = Islands.of(index, on).count();
    for (int k = 0; k < on.length; k++) {
      boolean[] after = on.clone();
      after[k] = false;
      Islands split = Islands.of(index, after);
      assertEquals(on[k] && split.count() > islands, bridges.isBridge(k), "branch " + k);
      if (bridges.isBridge(k)) {
        assertTrue(outages.of(k).isEmpty());
        int[] cut = bridges.cutOff(k, index.referenceBus());
        int island = split.of(cut[0]);
        long size =
            java.util.stream.IntStream.range(0, index.busCount())
                .filter(b -> split.of(b) == island)
                .count();
        assertEquals(size, cut.length);
        assertTrue(Arrays.stream(cut).allMatch(b -> split.of(b) == island));
        assertTrue(cut.length <= index.busCount() - cut.length);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = "ieee14")
  void flowgateFactorsAreTheWeightedSumOfTheirBranches(String name) {
    Network network = network(name);
    NetworkIndex index = new NetworkIndex(network);
    ShiftFactors factors = new ShiftFactors(index, inService(network));
    Flowgate gate =
        new Flowgate(
            "g", List.of(new Flowgate.Term("L1", 1), new Flowgate.Term("L2", -0.5)), 100, 100);
    double[] row = factors.row(gate);
    for (int b = 0; b < row.length; b++) {
      assertEquals(factors.row(0)[b] - 0.5 * factors.row(1)[b], row[b], 1e-12);
    }
  }
}
