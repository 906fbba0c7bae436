package org.gridclear.security.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.audit.ScreeningAudit;
import org.gridclear.security.input.Outage;
import org.gridclear.security.input.PowerFlowOptions.Sharing;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.input.ScreeningOptions.Method;
import org.gridclear.security.input.ScreeningOptions.Rows;
import org.gridclear.synthetic.SyntheticGrids;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every outage, and as many of several devices, of random networks, solved anew. */
// Rows: H-07
class RandomOutagesTest {
  private static final int NETWORKS = Integer.getInteger("gridclear.networks", 6);

  @ParameterizedTest
  @CsvSource({
    "DC, REFERENCE, HEADROOM, false",
    "DC, HEADROOM, HEADROOM, false",
    "DC, LISTED, LISTED, false",
    "DC, HEADROOM, REFERENCE, false",
    "AC, REFERENCE, HEADROOM, false",
    "AC, HEADROOM, HEADROOM, false",
    "AC, LISTED, REFERENCE, false",
    "AC, REFERENCE, LISTED, false",
    "AC, REFERENCE, HEADROOM, true",
    "AC, HEADROOM, LISTED, true"
  })
  void outagesOfEveryKindEqualTheNetworkThatIsLeft(
      Method method, Sharing slack, Sharing sharing, boolean reactiveLimits) {
    ScreeningOptions d = ScreeningOptions.DEFAULT;
    ScreeningOptions options =
        new ScreeningOptions(
            method,
            d.start(),
            reactiveLimits,
            slack,
            sharing,
            d.rating(),
            1e-7,
            d.heavyShare(),
            d.worsenedShare(),
            d.severityExponent(),
            Rows.ALL);
    List<String> differences = new ArrayList<>();
    double worst = 0;
    int compared = 0;
    int islanded = 0;
    int unbalanced = 0;
    for (long seed = 0; seed < NETWORKS; seed++) {
      Network network = SyntheticGrids.of(seed);
      NetworkIndex index = new NetworkIndex(network);
      List<Outage> outages =
          SyntheticGrids.outages(network, seed).stream().map(c -> Outage.of(c, index)).toList();
      ScreeningAudit audit;
      try {
        audit = ScreeningAudit.of(network, OperatingPoint.of(network), outages, options);
      } catch (ArithmeticException e) {
        continue; // no base case
      }
      long number = seed;
      audit.differences().forEach(text -> differences.add(number + " " + text));
      worst = Math.max(worst, audit.worstPu());
      worst = Math.max(worst, audit.limitExcessPu() - 1e-4);
      compared += audit.outages();
      islanded += audit.islanded();
      unbalanced += audit.unbalanced();
    }
    assertEquals(List.of(), differences);
    assertTrue(worst <= 1e-4, "flows differ by " + worst);
    assertTrue(compared > 50 * NETWORKS && islanded > 0 && unbalanced > 0);
  }
}
