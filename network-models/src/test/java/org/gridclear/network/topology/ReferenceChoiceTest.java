package org.gridclear.network.topology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.junit.jupiter.api.Test;

class ReferenceChoiceTest {
  private static List<Bus> buses(BusType... types) {
    return IntStream.range(0, types.length)
        .mapToObj(b -> Bus.of("b" + b, "").with(types[b]))
        .toList();
  }

  private static int[] choose(List<Bus> buses, boolean[] runs, double[] capacity) {
    return ReferenceChoice.of(buses, new int[buses.size()], 1, runs, capacity);
  }

  @Test
  void theFirstReferenceWithARunningUnitIsTaken() {
    List<Bus> buses =
        buses(BusType.PV, BusType.REFERENCE, BusType.REFERENCE, BusType.REFERENCE, BusType.PQ);
    boolean[] runs = {true, false, true, true, true};
    assertArrayEquals(new int[] {2}, choose(buses, runs, new double[] {9, 0, 1, 5, 20}));
  }

  @Test
  void aReferenceWithoutRunningUnitGivesWayToTheFirstPvBusWithOneHoweverSmall() {
    List<Bus> buses =
        buses(BusType.REFERENCE, BusType.PQ, BusType.PV, BusType.PV, BusType.PV, BusType.ISOLATED);
    boolean[] runs = {false, true, false, true, true, true};
    assertArrayEquals(new int[] {3}, choose(buses, runs, new double[] {0, 9, 0, 1, 50, 99}));
  }

  @Test
  void amongPqBusesTheGreatestRunningCapacityIsTakenAndTheFirstOfEqualOnes() {
    List<Bus> buses = buses(BusType.REFERENCE, BusType.PQ, BusType.PQ, BusType.PQ);
    boolean[] runs = {false, true, true, true};
    assertArrayEquals(new int[] {2}, choose(buses, runs, new double[] {0, 5, 7, 7}));
  }

  @Test
  void whereNoUnitRunsThereIsNone() {
    List<Bus> buses = buses(BusType.REFERENCE, BusType.PV, BusType.PV, BusType.ISOLATED);
    boolean[] runs = {false, false, true, true};
    assertArrayEquals(
        new int[] {-1, 2, -1},
        ReferenceChoice.of(buses, new int[] {0, 0, 1, 2}, 3, runs, new double[4]));
  }

  @Test
  void busesThatTakeNoPartAreNoReference() {
    List<Bus> buses = buses(BusType.REFERENCE, BusType.PV);
    assertArrayEquals(
        new int[] {1},
        ReferenceChoice.of(buses, new int[] {-1, 0}, 1, new boolean[] {true, true}, new double[2]));
  }
}
