package org.gridclear.report.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Places of buses: branches are short, buses apart, parts beside each other, always the same. */
class NetworkLayoutTest {
  /** A mesh of side × side buses, and beside it a line of three. */
  private static int[][] mesh(int side) {
    List<int[]> ends = new ArrayList<>();
    for (int r = 0; r < side; r++) {
      for (int c = 0; c < side; c++) {
        int bus = r * side + c;
        if (c + 1 < side) {
          ends.add(new int[] {bus, bus + 1});
        }
        if (r + 1 < side) {
          ends.add(new int[] {bus, bus + side});
        }
      }
    }
    int first = side * side;
    ends.add(new int[] {first, first + 1});
    ends.add(new int[] {first + 1, first + 2});
    return ends.toArray(int[][]::new);
  }

  private static double distance(double[][] places, int a, int b) {
    return Math.hypot(places[0][a] - places[0][b], places[1][a] - places[1][b]);
  }

  @Test
  void aMeshIsUnfolded() {
    int side = 20;
    int buses = side * side + 3;
    int[][] ends = mesh(side);
    double[][] places = NetworkLayout.of(buses, ends);
    double[] lengths =
        Arrays.stream(ends).mapToDouble(pair -> distance(places, pair[0], pair[1])).toArray();
    double mean = Arrays.stream(lengths).average().orElseThrow();
    double longest = Arrays.stream(lengths).max().orElseThrow();
    assertTrue(longest < 3 * mean, "longest %.2f of mean %.2f".formatted(longest, mean));
    double across = distance(places, 0, side * side - 1);
    assertTrue(across > 0.6 * Math.sqrt(2) * side * mean, "across %.2f".formatted(across));
    double least = Double.POSITIVE_INFINITY;
    for (int a = 0; a < buses; a++) {
      for (int b = 0; b < a; b++) {
        least = Math.min(least, distance(places, a, b));
      }
    }
    assertTrue(least > 0.1 * mean, "least %.3f of mean %.2f".formatted(least, mean));
  }

  @Test
  void theSameNetworkHasTheSamePlacesAndOddOnesHaveThemToo() {
    int[][] ends = mesh(5);
    double[][] once = NetworkLayout.of(28, ends);
    assertArrayEquals(once, NetworkLayout.of(28, ends));
    double[][] alone = NetworkLayout.of(3, new int[0][]);
    assertTrue(distance(alone, 0, 1) > 0.5 && distance(alone, 1, 2) > 0.5);
    int[][] doubled = {{0, 1}, {0, 1}, {1, 1}};
    for (double[] axis : NetworkLayout.of(2, doubled)) {
      assertTrue(Arrays.stream(axis).allMatch(Double::isFinite));
    }
  }
}
