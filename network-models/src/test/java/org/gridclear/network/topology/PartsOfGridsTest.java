package org.gridclear.network.topology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.SmallGrids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which buses an outage cuts off, on grids so small that every rule of {@link SplitPart} decides.
 */
// Rows: H-12
class PartsOfGridsTest {
  private static int[] cutOff(NetworkIndex grid, BusWeights weights, int branch, int reference) {
    boolean[] on = new boolean[grid.branchCount()];
    Arrays.fill(on, true);
    int[] cut = Bridges.of(new Incidence(grid), on, weights).cutOff(branch, reference);
    Arrays.sort(cut);
    return cut;
  }

  /** A chain 0-1-2-3: line 1 joins its halves. */
  private static NetworkIndex chain() {
    return new NetworkIndex(SmallGrids.of(4, new int[] {0, 1}, new int[] {1, 2}, new int[] {2, 3}));
  }

  @Test
  void theHalfWithARunningUnitLivesHoweverLittleItServes() {
    BusWeights weights = BusWeights.none(4);
    weights.addUnit(3, 0);
    weights.addLoad(0, 50);
    assertArrayEquals(new int[] {0, 1}, cutOff(chain(), weights, 1, 0));
  }

  @Test
  void theHalfThatServesMoreLoadLives() {
    BusWeights weights = BusWeights.none(4);
    weights.addUnit(0, 100);
    weights.addLoad(1, 30); // serves 30 of a capacity of 100
    weights.addUnit(2, 40);
    weights.addLoad(3, 90); // serves 40 of a load of 90
    assertArrayEquals(new int[] {0, 1}, cutOff(chain(), weights, 1, 0));
    weights.removeUnit(2, 40);
    weights.addUnit(2, 29.9);
    assertArrayEquals(new int[] {2, 3}, cutOff(chain(), weights, 1, 0));
  }

  @Test
  void ofEqualHalvesTheOneWithMoreBusesLivesThenTheReferencesThenTheFirst() {
    BusWeights none = BusWeights.none(4);
    assertArrayEquals(new int[] {0}, cutOff(chain(), none, 0, 0));
    assertArrayEquals(new int[] {3}, cutOff(chain(), none, 2, 3));
    assertArrayEquals(new int[] {2, 3}, cutOff(chain(), none, 1, 1));
    assertArrayEquals(new int[] {0, 1}, cutOff(chain(), none, 1, 2));
  }

  @Test
  void aUnitThatIsTakenAwayAgainLeavesNothing() {
    BusWeights weights = BusWeights.none(1);
    weights.addUnit(0, 12.5);
    weights.addUnit(0, 0.25);
    weights.removeUnit(0, 12.5);
    assertEquals(1, weights.units()[0]);
    assertEquals(250_000, weights.capacityW()[0]);
    weights.removeUnit(0, 0.25);
    assertEquals(0, weights.units()[0]);
    assertEquals(0, weights.capacityW()[0]);
  }

  @ParameterizedTest
  @CsvSource({
    "12.3456784, 12345678",
    "12.3456786, 12345679",
    "-3, 0",
    "0, 0",
    "1e9, 1000000000000000",
    "Infinity, 1000000000000000"
  })
  void powersAreWholeWattsAndNeverNegative(double mw, long watts) {
    BusWeights weights = BusWeights.none(2);
    weights.addLoad(1, mw);
    weights.addUnit(1, mw);
    assertArrayEquals(new long[] {0, watts}, weights.loadW());
    assertArrayEquals(new long[] {0, watts}, weights.capacityW());
  }

  @Test
  void partsAddUpAndComeApartAgain() {
    BusWeights weights = BusWeights.none(3);
    weights.addUnit(0, 5);
    weights.addLoad(1, 3);
    weights.addUnit(2, 2);
    weights.addUnit(2, 2);
    SplitPart all =
        SplitPart.EMPTY.with(weights, 0, false).with(weights, 1, true).with(weights, 2, false);
    assertEquals(new SplitPart(3, 9_000_000, 3_000_000, 3, true), all);
    assertEquals(3_000_000, all.servedW());
    SplitPart second = SplitPart.EMPTY.with(weights, 1, true);
    assertEquals(new SplitPart(3, 9_000_000, 0, 2, false), all.without(second));
    SplitPart last = SplitPart.EMPTY.with(weights, 2, false);
    assertEquals(new SplitPart(1, 5_000_000, 3_000_000, 2, true), all.without(last));
  }

  @Test
  void theRulesOfWhoLivesComeInTheirOrder() {
    List<SplitPart> best =
        List.of(
            new SplitPart(1, 10, 10, 1, false),
            new SplitPart(5, 9, 99, 9, true),
            new SplitPart(1, 99, 9, 8, true),
            new SplitPart(1, 9, 9, 8, false),
            new SplitPart(0, 20, 20, 99, true),
            new SplitPart(0, 0, 20, 5, true));
    for (int i = 0; i < best.size(); i++) {
      for (int j = 0; j < best.size(); j++) {
        int order = best.get(i).against(best.get(j));
        assertEquals(Integer.signum(j - i), Integer.signum(order), i + " against " + j);
      }
    }
  }

  @Test
  void bridgesOfRandomGridsAreTheLinesWhoseOutageSplitsAndCutOffWhatDoesNotLive() {
    int bridgesSeen = 0;
    for (long seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int buses = 2 + random.nextInt(7);
      NetworkIndex grid = new NetworkIndex(SmallGrids.random(random, buses, random.nextInt(4)));
      boolean[] on = new boolean[grid.branchCount()];
      for (int l = 0; l < on.length; l++) {
        on[l] = random.nextInt(12) > 0;
      }
      BusWeights weights = weights(random, buses);
      Bridges bridges = Bridges.of(new Incidence(grid), on, weights);
      Islands before = Islands.of(grid, on);
      for (int l = 0; l < on.length; l++) {
        boolean[] left = on.clone();
        left[l] = false;
        Islands after = Islands.of(grid, left);
        boolean splits = after.count() > before.count();
        assertEquals(splits, bridges.isBridge(l), "seed " + seed + " line " + l);
        for (int reference = 0; splits && reference < buses; reference++) {
          int island = before.of(reference);
          if (island == before.of(grid.from(l))) {
            List<List<Integer>> parts = parts(after, b -> before.of(b) == island, buses);
            Set<Integer> lost = lost(parts, weights, reference, false);
            assertEquals(lost, set(bridges.cutOff(l, reference)), "seed " + seed + " line " + l);
            bridgesSeen++;
          }
        }
      }
    }
    assertTrue(bridgesSeen > 1000, bridgesSeen + " bridges");
  }

  @Test
  void severalOutagesOfRandomGridsCutOffAllButThePartThatLives() {
    for (long seed = 0; seed < 3000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int buses = 2 + random.nextInt(9);
      NetworkIndex grid = new NetworkIndex(SmallGrids.random(random, buses, random.nextInt(6)));
      boolean[] on = new boolean[grid.branchCount()];
      Arrays.fill(on, true);
      BusWeights weights = weights(random, buses);
      int reference = random.nextInt(buses);
      IslandedParts search = new IslandedParts(new Incidence(grid), on, weights);
      IslandedParts.Island island = island(weights, buses, reference);
      for (int again = 0; again < 3; again++) { // a search leaves nothing behind for the next
        int[] busOut = random.ints(random.nextInt(3), 0, buses).distinct().toArray();
        boolean[] out = new boolean[on.length];
        boolean[] left = on.clone();
        Set<Integer> ends = new TreeSet<>();
        for (int l = 0; l < out.length; l++) {
          int from = grid.from(l);
          int to = grid.to(l);
          boolean atBus = Arrays.stream(busOut).anyMatch(b -> b == from || b == to);
          out[l] = atBus || random.nextInt(3) == 0;
          left[l] = !out[l];
          if (out[l]) {
            ends.addAll(List.of(from, to).stream().distinct().toList());
          }
        }
        if (ends.isEmpty()) {
          continue;
        }
        int[] found =
            search.find(out, busOut, ends.stream().mapToInt(Integer::intValue).toArray(), island);
        Islands after = Islands.of(grid, left);
        List<List<Integer>> parts =
            parts(after, b -> Arrays.stream(busOut).noneMatch(o -> o == b), buses);
        Set<Integer> lost = lost(parts, weights, reference, true);
        Arrays.stream(busOut).forEach(lost::add);
        assertEquals(lost, set(found), "seed " + seed + " search " + again);
        assertEquals(found.length, Arrays.stream(found).distinct().count());
      }
    }
  }

  private static IslandedParts.Island island(BusWeights weights, int buses, int reference) {
    SplitPart whole = SplitPart.EMPTY;
    for (int b = 0; b < buses; b++) {
      whole = whole.with(weights, b, b == reference);
    }
    return new IslandedParts.Island(whole, reference, IntStream.range(0, buses).toArray());
  }

  /** Few values, so that parts are often alike. */
  private static BusWeights weights(SplittableRandom random, int buses) {
    BusWeights weights = BusWeights.none(buses);
    for (int b = 0; b < buses; b++) {
      if (random.nextInt(3) == 0) {
        weights.addUnit(b, random.nextInt(3) * 10);
      }
      weights.addLoad(b, random.nextInt(3) * 10);
    }
    return weights;
  }

  private static List<List<Integer>> parts(
      Islands islands, java.util.function.IntPredicate counts, int buses) {
    List<List<Integer>> parts = new ArrayList<>();
    for (int i = 0; i < islands.count(); i++) {
      int island = i;
      List<Integer> part =
          IntStream.range(0, buses)
              .filter(b -> islands.of(b) == island && counts.test(b))
              .boxed()
              .toList();
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return parts;
  }

  /** All buses but those of the part that lives, by the rule as it is documented. */
  private static Set<Integer> lost(
      List<List<Integer>> parts, BusWeights weights, int reference, boolean unitNeeded) {
    Comparator<List<Integer>> rule =
        Comparator.comparing((List<Integer> part) -> units(part, weights) > 0)
            .thenComparing(
                part -> Math.min(sum(part, weights.loadW()), sum(part, weights.capacityW())))
            .thenComparing(List::size)
            .thenComparing(part -> part.contains(reference))
            .thenComparing(part -> -part.get(0));
    List<Integer> best = parts.stream().max(rule).orElse(List.of());
    boolean lives = !unitNeeded || units(best, weights) > 0;
    return parts.stream()
        .filter(part -> !lives || part != best)
        .flatMap(List::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static int units(List<Integer> part, BusWeights weights) {
    return part.stream().mapToInt(b -> weights.units()[b]).sum();
  }

  private static long sum(List<Integer> part, long[] watts) {
    return part.stream().mapToLong(b -> watts[b]).sum();
  }

  private static Set<Integer> set(int[] buses) {
    return Arrays.stream(buses).boxed().collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void parallelLinesLoopsAndLinesThatAreOutAreNoBridges() {
    NetworkIndex grid =
        new NetworkIndex(
            SmallGrids.of(
                3,
                new int[] {0, 1},
                new int[] {1, 0},
                new int[] {1, 1},
                new int[] {1, 2},
                new int[] {0, 2}));
    boolean[] on = {true, true, true, true, false};
    Bridges bridges = Bridges.of(new Incidence(grid), on, BusWeights.none(3));
    assertFalse(bridges.isBridge(0));
    assertFalse(bridges.isBridge(1));
    assertFalse(bridges.isBridge(2));
    assertTrue(bridges.isBridge(3));
    assertFalse(bridges.isBridge(4));
  }

  @Test
  void ofPartsThatAreAlikeWithoutTheReferenceTheOneWithTheFirstBusLives() {
    // 0-3-4-1-2: the reference 4 goes out; 0 and 3 are as many as 1 and 2, and have the first bus
    NetworkIndex grid =
        new NetworkIndex(
            SmallGrids.of(
                5, new int[] {0, 3}, new int[] {3, 4}, new int[] {4, 1}, new int[] {1, 2}));
    BusWeights weights = BusWeights.none(5);
    weights.addUnit(3, 10);
    weights.addUnit(2, 10);
    IslandedParts search = new IslandedParts(new Incidence(grid), allOn(4), weights);
    boolean[] out = {false, true, true, false};
    int[] found = search.find(out, new int[] {4}, new int[] {1, 3, 4}, island(weights, 5, 4));
    assertEquals(Set.of(1, 2, 4), set(found));
  }

  @Test
  void aChainOfAHundredLinesIsBridgesAllAlong() {
    int[][] ends = new int[100][];
    Arrays.setAll(ends, l -> new int[] {l, l + 1});
    NetworkIndex grid = new NetworkIndex(SmallGrids.of(101, ends));
    for (int l = 0; l < 100; l++) {
      int[] smaller =
          l < 50
              ? IntStream.rangeClosed(0, l).toArray()
              : IntStream.rangeClosed(l + 1, 100).toArray();
      assertArrayEquals(smaller, cutOff(grid, BusWeights.none(101), l, 0), "line " + l);
    }
    IslandedParts search = new IslandedParts(new Incidence(grid), allOn(100), oneUnit(101, 100));
    boolean[] out = new boolean[100];
    out[99] = true;
    int[] found =
        search.find(out, new int[0], new int[] {99, 100}, island(oneUnit(101, 100), 101, 0));
    assertEquals(100, found.length); // more than the search has room for at first
  }

  private static boolean[] allOn(int branches) {
    boolean[] on = new boolean[branches];
    Arrays.fill(on, true);
    return on;
  }

  private static BusWeights oneUnit(int buses, int at) {
    BusWeights weights = BusWeights.none(buses);
    weights.addUnit(at, 1);
    return weights;
  }
}
