package org.gridclear.security.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.gridclear.network.Generator;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.audit.ScreeningAudit;
import org.gridclear.security.input.Outage;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.input.ScreeningOptions.Method;
import org.gridclear.security.input.ScreeningOptions.Rows;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.result.Loading;
import org.gridclear.security.result.OutageResult;
import org.gridclear.security.result.ScreeningBlock;
import org.gridclear.synthetic.SyntheticGrids;
import org.junit.jupiter.api.Test;

/** Outages after which plants reach their reactive limits and leave them again. */
class SwitchingOutagesTest {
  private static final int NETWORKS = Integer.getInteger("gridclear.networks", 6);

  @Test
  void outagesThatSwitchPlantsEqualTheNetworkThatIsLeft() {
    List<String> differences = new ArrayList<>();
    double worst = 0;
    int switching = 0;
    for (long seed = 500; seed < 500 + NETWORKS; seed++) {
      Network network = narrow(SyntheticGrids.of(seed), seed);
      List<Outage> outages = outages(network, seed);
      ScreeningOptions options = ScreeningCases.options(Method.AC, true, Rows.ALL);
      try {
        switching += switching(network, outages);
        ScreeningAudit audit =
            ScreeningAudit.of(network, OperatingPoint.of(network), outages, options);
        long number = seed;
        audit.differences().forEach(text -> differences.add(number + " " + text));
        worst = Math.max(worst, Math.max(audit.worstPu(), audit.limitExcessPu() - 1e-4));
      } catch (ArithmeticException e) {
        continue; // no base case
      }
    }
    assertEquals(List.of(), differences);
    assertTrue(worst <= 1e-4, "flows differ by " + worst);
    assertTrue(switching > 20 * NETWORKS, "only " + switching + " outages switch");
  }

  @Test
  void anOutageIsTheSameWhicheverGoBesideIt() {
    Network network = narrow(ScreeningCases.network("ieee118"), 3);
    List<Outage> outages = outages(network, 3);
    for (boolean limits : new boolean[] {false, true}) {
      ScreeningOptions options = ScreeningCases.options(Method.AC, limits, Rows.OVER_AND_HEAVY);
      ScreeningModel model =
          new ScreeningModel(
              NetworkStructure.of(network), OperatingPoint.of(network), outages, options, null);
      ScreeningBlock together = ScreeningKernel.screen(model, 0, outages.size(), () -> false);
      List<OutageResult> single = new ArrayList<>();
      List<Loading> loadings = new ArrayList<>();
      for (int o = outages.size() - 1; o >= 0; o--) {
        ScreeningBlock one = ScreeningKernel.screen(model, o, o + 1, () -> false);
        single.addAll(one.results());
        loadings.addAll(one.loadings());
      }
      single.sort(Comparator.comparingInt(OutageResult::outage));
      loadings.sort(Comparator.comparingInt(Loading::outage));
      assertEquals(texts(single), texts(together.results()));
      assertEquals(loadings, together.loadings());
    }
  }

  /** All but the performance index, whose sum depends on which rows are left out beside it. */
  private static List<String> texts(List<OutageResult> results) {
    return results.stream()
        .map(
            r ->
                "%d %s %d %d %s %s %s %d"
                    .formatted(
                        r.outage(),
                        r.status(),
                        r.violations(),
                        r.worstDevice(),
                        r.worstLoading(),
                        r.excessPu(),
                        r.mismatchPu(),
                        r.iterations()))
        .toList();
  }

  /** How many outages come out otherwise than without limits. */
  private static int switching(Network network, List<Outage> outages) {
    ScreeningBlock with =
        ScreeningCases.screen(
            network, outages, ScreeningCases.options(Method.AC, true, Rows.VIOLATIONS));
    ScreeningBlock without =
        ScreeningCases.screen(
            network, outages, ScreeningCases.options(Method.AC, false, Rows.VIOLATIONS));
    int count = 0;
    for (int m = 0; m < with.results().size(); m++) {
      double there = without.results().get(m).severity();
      count += Math.abs(with.results().get(m).severity() - there) > 1e-4 * there ? 1 : 0;
    }
    return count;
  }

  private static List<Outage> outages(Network network, long seed) {
    NetworkIndex index = new NetworkIndex(network);
    return SyntheticGrids.outages(network, seed).stream().map(c -> Outage.of(c, index)).toList();
  }

  /** The same network whose plants have narrow reactive ranges of their own. */
  private static Network narrow(Network network, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Generator> units = new ArrayList<>();
    for (Generator unit : network.generators()) {
      double share = 0.05 + 0.4 * random.nextDouble();
      units.add(
          new Generator(
              unit.id(),
              unit.bus(),
              unit.fuel(),
              unit.pMw(),
              unit.qMvar(),
              share * unit.qMinMvar(),
              share * unit.qMaxMvar(),
              unit.vSetPu(),
              unit.pMinMw(),
              unit.pMaxMw(),
              unit.ramp10Mw(),
              unit.participation(),
              unit.inService(),
              unit.cost()));
    }
    return network.withGenerators(units);
  }
}
