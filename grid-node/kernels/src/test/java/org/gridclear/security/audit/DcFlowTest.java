package org.gridclear.security.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.gridclear.clearing.Days;
import org.gridclear.network.NetworkIndex;
import org.junit.jupiter.api.Test;

/** The auditor's own DC power flow against Ohm's and Kirchhoff's laws worked by hand. */
class DcFlowTest {
  private static NetworkIndex network(String branches) {
    return new NetworkIndex(
        Days.read(
                """
                {"horizon": {"periodCount": 1},
                 "network": {"baseMva": 100,
                   "buses": [{"id": "a", "type": "reference"}, {"id": "b"}, {"id": "c"}],
                   "branches": [%s]},
                 "thermalUnits": [{"id": "g", "bus": "a",
                   "offers": [{"mw": [0, 9], "yuanPerH": [0, 9]}]}],
                 "busLoads": [{"bus": "a", "mw": 1}]}
                """
                    .formatted(branches))
            .network());
  }

  private static String branch(String id, String from, String to, String more) {
    return "{\"id\": \"%s\", \"from\": \"%s\", \"to\": \"%s\", %s}".formatted(id, from, to, more);
  }

  private static DcFlow flow(NetworkIndex index, int... out) {
    boolean[] on = new boolean[index.branchCount()];
    Arrays.fill(on, true);
    Arrays.stream(out).forEach(l -> on[l] = false);
    return new DcFlow(index, on);
  }

  /** Reactances of 0.1, 0.2 and 0.3: 60 MW from a to c split 30 on each way, as 0.3 faces 0.3. */
  private static NetworkIndex ring() {
    return network(
        branch("ab", "a", "b", "\"xPu\": 0.1")
            + ","
            + branch("bc", "b", "c", "\"xPu\": 0.2")
            + ","
            + branch("ca", "c", "a", "\"xPu\": 0.3"));
  }

  @Test
  void powerSplitsByReactance() {
    DcFlow flow = flow(ring());
    assertArrayEquals(new double[] {30, 30, -30}, flow.flows(new double[] {60, 0, -60}), 1e-9);
    // From a to b: 0.1 faces 0.5, so five sixths go straight.
    assertArrayEquals(new double[] {50, -10, -10}, flow.flows(new double[] {60, -60, 0}), 1e-9);
  }

  @Test
  void whatABranchLeavesTheOthersTake() {
    DcFlow open = flow(ring(), 2);
    assertArrayEquals(new double[] {60, 60, 0}, open.flows(new double[] {60, 0, -60}), 1e-9);
    assertEquals(1, open.islands().count());
    DcFlow parted = flow(ring(), 1, 2);
    assertEquals(2, parted.islands().count());
    assertArrayEquals(new double[] {7, 0, 0}, parted.flows(new double[] {7, -7, 0}), 1e-9);
    assertArrayEquals(new double[3], parted.shiftFactors(1), 0);
  }

  /** Two branches side by side count with both susceptances; a tap ratio divides its own. */
  @Test
  void parallelBranchesShareByReactanceTimesRatio() {
    NetworkIndex index =
        network(
            branch("1", "a", "b", "\"xPu\": 0.1")
                + ","
                + branch("2", "a", "b", "\"xPu\": 0.1, \"tapRatio\": 2")
                + ","
                + branch("3", "b", "a", "\"xPu\": 0.1")
                + ","
                + branch("bc", "b", "c", "\"xPu\": 0.2"));
    double[] flows = flow(index).flows(new double[] {50, -50, 0});
    assertArrayEquals(new double[] {20, 10, -20, 0}, flows, 1e-9);
  }

  /** Around a ring of 0.6 p.u. an angle drives angle / 0.6 of the base against the shift. */
  @Test
  void aShifterDrivesAFlowAroundItsRing() {
    NetworkIndex index =
        network(
            branch("ab", "a", "b", "\"xPu\": 0.1, \"shiftDeg\": 6")
                + ","
                + branch("bc", "b", "c", "\"xPu\": 0.2")
                + ","
                + branch("ca", "c", "a", "\"xPu\": 0.3"));
    double round = -Math.toRadians(6) / 0.6 * 100;
    double[] flows = flow(index).flows(new double[3]);
    assertArrayEquals(new double[] {round, round, round}, flows, 1e-9);
  }

  /** Shift factors are what a MW from the ground to a bus changes, whatever flows already. */
  @Test
  void shiftFactorsAreDifferencesOfFlows() {
    NetworkIndex index = ring();
    DcFlow flow = flow(index);
    double[] injection = new Random(5).doubles(3, -50, 50).toArray();
    injection[0] = -injection[1] - injection[2];
    double[] before = flow.flows(injection);
    for (int bus = 0; bus < 3; bus++) {
      double[] more = injection.clone();
      more[bus] += 1;
      more[0] -= 1;
      double[] after = flow.flows(more);
      for (int l = 0; l < 3; l++) {
        double factor = flow.shiftFactors(l)[bus] - flow.shiftFactors(l)[0];
        assertEquals(after[l] - before[l], factor, 1e-9, "branch " + l + ", bus " + bus);
      }
    }
  }
}
