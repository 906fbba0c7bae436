package org.gridclear.network.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridclear.io.CaseFiles;
import org.gridclear.network.NetworkIndex;
import org.junit.jupiter.api.Test;

class IslandedPartsTest {
  private static final NetworkIndex INDEX =
      new NetworkIndex(CaseFiles.load("ieee118", Path.of(""), Set.of()).network());

  private static BusWeights weights(SplittableRandom random) {
    BusWeights weights = BusWeights.none(INDEX.busCount());
    for (int b = 0; b < INDEX.busCount(); b++) {
      if (random.nextInt(12) == 0) {
        weights.addUnit(b, random.nextInt(3) * 40);
      }
      weights.addLoad(b, random.nextInt(3) * 10);
    }
    return weights;
  }

  private static IslandedParts.Island island(BusWeights weights) {
    SplitPart whole = SplitPart.EMPTY;
    for (int b = 0; b < INDEX.busCount(); b++) {
      whole = whole.with(weights, b, b == INDEX.referenceBus());
    }
    return new IslandedParts.Island(
        whole, INDEX.referenceBus(), IntStream.range(0, INDEX.busCount()).toArray());
  }

  @Test
  void whatSeveralOutagesCutOffIsAllButThePartThatLives() {
    boolean[] on = new boolean[INDEX.branchCount()];
    Arrays.fill(on, true);
    for (long seed = 0; seed < 400; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      BusWeights weights = weights(random);
      IslandedParts cutOff = new IslandedParts(new Incidence(INDEX), on, weights);
      int[] branches = random.ints(1 + random.nextInt(24), 0, on.length).distinct().toArray();
      int[] buses = random.ints(random.nextInt(3), 0, INDEX.busCount()).distinct().toArray();
      boolean[] out = new boolean[on.length];
      boolean[] left = on.clone();
      Set<Integer> ends = new TreeSet<>();
      for (int l = 0; l < on.length; l++) {
        int from = INDEX.from(l);
        int to = INDEX.to(l);
        int number = l;
        boolean atBus = Arrays.stream(buses).anyMatch(b -> b == from || b == to);
        if (atBus || Arrays.stream(branches).anyMatch(k -> k == number)) {
          out[l] = true;
          left[l] = false;
          ends.addAll(Set.of(from, to));
        }
      }
      int[] seeds = ends.stream().mapToInt(Integer::intValue).toArray();
      Set<Integer> found =
          Arrays.stream(cutOff.find(out, buses, seeds, island(weights)))
              .boxed()
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(allButTheLiving(left, buses, weights), found, "seed " + seed);
    }
  }

  /** The rule once more, part by part over the whole network. */
  private static Set<Integer> allButTheLiving(boolean[] left, int[] out, BusWeights weights) {
    Islands islands = Islands.of(INDEX, left);
    Set<Integer> all = new TreeSet<>();
    Map<Integer, List<Integer>> parts = new TreeMap<>();
    for (int b = 0; b < INDEX.busCount(); b++) {
      int bus = b;
      all.add(b);
      if (Arrays.stream(out).noneMatch(o -> o == bus)) {
        parts.computeIfAbsent(islands.of(b), key -> new ArrayList<>()).add(b);
      }
    }
    Comparator<List<Integer>> order =
        Comparator.comparing((List<Integer> p) -> p.stream().anyMatch(b -> weights.units()[b] > 0))
            .thenComparingLong(
                p ->
                    Math.min(
                        p.stream().mapToLong(b -> weights.loadW()[b]).sum(),
                        p.stream().mapToLong(b -> weights.capacityW()[b]).sum()))
            .thenComparingInt(List::size)
            .thenComparing(p -> p.contains(INDEX.referenceBus()))
            .thenComparingInt(p -> -p.get(0));
    List<Integer> best = parts.values().stream().max(order).orElse(List.of());
    if (best.stream().anyMatch(b -> weights.units()[b] > 0)) {
      all.removeAll(best);
    }
    return all;
  }
}
