package org.gridclear.security.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridclear.io.CaseFiles;
import org.gridclear.network.Branch;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.powerflow.DcPowerFlow;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.powerflow.PowerFlowModel;
import org.gridclear.security.result.Monitored;
import org.gridclear.solver.Deadline;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every pair of outages of small networks, against equations written down and solved anew. */
class PairScreeningTest {
  private static final double WORSENED = 0.01;

  /** Comparisons nearer than this to their limit may go either way. */
  private static final double CLOSE = 1e-8;

  private static Network network(String name) {
    var loaded = CaseFiles.load(name, Path.of(""), Set.of());
    return ((CaseFiles.Content.OnlyNetwork) loaded.content()).network();
  }

  /** Ratings a little above the flows, some below them, some branches without, some off. */
  private static Network varied(Network network, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    DcPowerFlow flows = base(network);
    double mva = network.baseMva();
    List<Branch> branches = new ArrayList<>();
    for (int l = 0; l < network.branches().size(); l++) {
      double flow = Math.abs(flows.flowPu(l)) * mva;
      double rating = random.nextInt(8) == 0 ? 0 : 3 + flow * (0.97 + 1.2 * random.nextDouble());
      branches.add(
          network.branches().get(l).withRatings(new Branch.Ratings(rating, rating, rating)));
    }
    return network.withBranches(branches);
  }

  private static DcPowerFlow base(Network network) {
    NetworkStructure structure = NetworkStructure.of(network);
    PowerFlowModel model = new PowerFlowModel(structure, OperatingPoint.of(network));
    return new DcPowerFlow(model, ScreeningOptions.DEFAULT.baseSharing());
  }

  @ParameterizedTest
  @CsvSource({"ieee14, 1", "ieee14, 2", "ieee30, 3", "ieee30, 4", "ieee30, 5"})
  void everyPairEqualsTheNetworkThatIsLeft(String name, long seed) {
    Network network = varied(network(name), seed);
    DcPowerFlow base = base(network);
    Monitored monitored = new Monitored(base.model(), ScreeningOptions.DEFAULT, null);
    int[] all = IntStream.range(0, network.branches().size()).toArray();
    PairResult result = PairScreening.screen(base, monitored, all, WORSENED, Deadline.never());
    BruteForce brute = new BruteForce(base, monitored, WORSENED, CLOSE);
    brute.run();
    assertEquals(brute.pairs, result.pairs());
    assertEquals(brute.bridges, bridges(result));
    assertEquals(brute.bridgePairs, result.bridgePairs());
    assertEquals(brute.cutPairs, cutPairs(result), "what two outages cut off");
    assertEquals(List.of(), result.unsolved());
    assertEquals(
        result.pairs(),
        result.screened() + result.bridgePairs() + result.cutPairs().size(),
        "every pair is in one group");
    TreeMap<String, Double> found = new TreeMap<>();
    for (PairOverload o : result.overloads()) {
      String key = "%d %d %d %s".formatted(o.first(), o.second(), o.branch(), o.isNew());
      found.put(key, o.loading());
      assertTrue(brute.sure.containsKey(key) || brute.close.contains(key), key + " is none");
    }
    assertTrue(brute.sure.size() > 20, "the test has overloads to find");
    brute.sure.forEach((key, loading) -> assertEquals(loading, found.get(key), 1e-8, key));
  }

  private static Set<Integer> bridges(PairResult result) {
    return result.bridges().stream().map(CutOff::first).collect(Collectors.toSet());
  }

  private static Set<String> cutPairs(PairResult result) {
    return result.cutPairs().stream()
        .map(cut -> cut.first() + " " + cut.second() + ": " + cut.buses())
        .collect(Collectors.toSet());
  }

  /** A ring with a tail: any two of the ring cut, the tail alone does. */
  @ParameterizedTest
  @ValueSource(ints = {3, 6})
  void aRingIsCutByAnyTwoOfIt(int ring) {
    Network like = network("ieee14");
    Branch line = like.branches().get(0);
    List<Branch> branches = new ArrayList<>();
    for (int b = 0; b < ring; b++) {
      branches.add(between(like, line, "R" + b, b, (b + 1) % ring));
    }
    branches.add(between(like, line, "T", 0, ring));
    Network network = like.withBranches(branches);
    DcPowerFlow base = base(network);
    PairResult result =
        PairScreening.screen(
            base,
            new Monitored(base.model(), ScreeningOptions.DEFAULT, null),
            IntStream.rangeClosed(0, ring).toArray(),
            WORSENED,
            Deadline.never());
    assertEquals(Set.of(ring), bridges(result));
    assertEquals(ring, result.bridgePairs());
    assertEquals(ring * (ring - 1) / 2, result.cutPairs().size());
    assertEquals(0, result.screened());
  }

  private static Branch between(Network network, Branch like, String id, int from, int to) {
    return new Branch(
        id,
        network.buses().get(from).id(),
        network.buses().get(to).id(),
        like.kind(),
        like.rPu(),
        like.xPu(),
        0,
        1,
        0,
        like.ratings(),
        true);
  }

  /** Two lines whose reactances cancel beside a third: without two others nothing is defined. */
  @ParameterizedTest
  @ValueSource(doubles = {-0.1})
  void equationsWithoutASolutionAreSaid(double xPu) {
    Network like = network("ieee14");
    Branch line = like.branches().get(0);
    List<Branch> branches = new ArrayList<>();
    for (double x : new double[] {0.1, xPu, 0.2, 0.3}) {
      Branch one = between(like, line, "L" + branches.size(), 0, 1);
      branches.add(
          new Branch(
              one.id(), one.from(), one.to(), one.kind(), 0, x, 0, 1, 0, one.ratings(), true));
    }
    Network network = like.withBranches(branches);
    DcPowerFlow base = base(network);
    PairResult result =
        PairScreening.screen(
            base,
            new Monitored(base.model(), ScreeningOptions.DEFAULT, null),
            new int[] {0, 1, 2, 3},
            WORSENED,
            Deadline.never());
    assertEquals(1, result.unsolved().size());
    assertEquals(2, result.unsolved().get(0)[0]);
    assertEquals(3, result.unsolved().get(0)[1]);
    assertEquals(5, result.screened());
  }
}
