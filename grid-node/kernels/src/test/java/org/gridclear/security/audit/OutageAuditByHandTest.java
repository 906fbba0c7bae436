package org.gridclear.security.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gridclear.clearing.Days;
import org.gridclear.network.Contingency;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.audit.OutageAudit.Finding;
import org.gridclear.security.input.Outage;
import org.gridclear.security.input.ScreeningOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What outages leave of a chain a – b – c, worked by hand in DC: units g at a (50 of 100 MW) and h
 * at b (20 of 60), loads of 30 at b and 40 at c.
 */
class OutageAuditByHandTest {
  private static final Network NETWORK =
      Days.read(
              """
              {"horizon": {"periodCount": 1},
               "network": {"baseMva": 100,
                 "buses": [{"id": "a", "type": "reference"}, {"id": "b", "type": "pv"},
                   {"id": "c", "type": "pq"}],
                 "branches": [{"id": "ab", "from": "a", "to": "b", "xPu": 0.1},
                   {"id": "bc", "from": "b", "to": "c", "xPu": 0.2}],
                 "generators": [
                   {"id": "g", "bus": "a", "pMw": 50, "pMinMw": 0, "pMaxMw": 100},
                   {"id": "h", "bus": "b", "pMw": 20, "pMinMw": 0, "pMaxMw": 60}],
                 "loads": [{"id": "lb", "bus": "b", "pMw": 30}, {"id": "lc", "bus": "c", "pMw": 40}]},
               "thermalUnits": [{"id": "u", "bus": "a",
                 "offers": [{"mw": [0, 9], "yuanPerH": [0, 9]}]}],
               "busLoads": [{"bus": "a", "mw": 1}]}
              """)
          .network();

  private static Contingency contingency(
      @Nullable String branches, @Nullable String generators, @Nullable String buses) {
    return new Contingency("o", list(branches), list(generators), list(buses), List.of());
  }

  private static List<String> list(@Nullable String ids) {
    return ids == null ? List.of() : List.of(ids.split(" ", -1));
  }

  private static final OutageAudit AUDIT =
      new OutageAudit(NETWORK, OperatingPoint.of(NETWORK), ScreeningOptions.DEFAULT, new double[0]);

  private static Outage outage(
      @Nullable String branches, @Nullable String generators, @Nullable String buses) {
    return Outage.of(contingency(branches, generators, buses), new NetworkIndex(NETWORK));
  }

  private static void leaves(
      Outage outage, double[] flows, int buses, double loadMw, double lostMw, double missingMw) {
    Finding found = AUDIT.after(outage, new double[0]);
    assertArrayEquals(flows, found.flow(), 1e-9);
    assertEquals(buses, found.lostBuses());
    assertEquals(loadMw, found.lostLoadMw(), 1e-9);
    assertEquals(lostMw, found.lostGenerationMw(), 1e-9);
    assertEquals(missingMw, found.missingMw(), 1e-9);
  }

  @Test
  void beforeAnOutageTheScheduleFlows() {
    assertEquals(0, AUDIT.baseMissingMw(), 1e-9);
    assertArrayEquals(new double[] {50, 40}, AUDIT.before(new double[0]).flow(), 1e-9);
    assertFalse(AUDIT.takesAnything(outage(null, null, null)));
    assertTrue(AUDIT.takesAnything(outage(null, "h", null)));
  }

  @Test
  void theUnitThatIsLeftGivesWhatIsLost() {
    leaves(outage(null, "h", null), new double[] {70, 40}, 0, 0, 20, 0);
  }

  /** h has room for 40 of the 50 MW; what it cannot give is missing, and flows are of all. */
  @Test
  void whatGoesBeyondTheRoomIsMissing() {
    Finding found = AUDIT.after(outage(null, "g", null), new double[0]);
    assertEquals(10, found.missingMw(), 1e-9);
    assertEquals(50, found.lostGenerationMw(), 1e-9);
    assertArrayEquals(new double[] {0, 40}, found.flow(), 1e-9);
  }

  /** 40 MW of load fewer: both go down by what they have above their least, 50 to 20. */
  @Test
  void aLoadThatIsCutOffIsTakenOffBothUnits() {
    double g = 50 - 40 * 50.0 / 70;
    leaves(outage("bc", null, null), new double[] {g, 0}, 1, 40, 0, 0);
    leaves(outage(null, null, "c"), new double[] {g, 0}, 1, 40, 0, 0);
  }

  /** b and c with h and 70 MW serve 60, a with g serves nothing: a is the part that goes dark. */
  @Test
  void thePartThatServesMoreLives() {
    leaves(outage("ab", null, null), new double[] {0, 40}, 1, 0, 50, 10);
  }

  /** The network that is left may be none. */
  @Test
  void whereNoUnitIsLeftEverythingIsDark() {
    leaves(outage(null, "g h", null), new double[2], 3, 70, 70, 70);
    leaves(outage(null, null, "a b c"), new double[2], 3, 70, 70, 0);
  }
}
