package org.gridclear.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.gridclear.audit.OutageAudit;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.scenario.resolved.Outage;
import org.gridclear.scenario.resolved.ScreeningOptions.Method;
import org.gridclear.scenario.resolved.ScreeningOptions.Rows;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Screened outages against a power flow of the network that is really left. */
class OutageAuditTest {
  private static final double RATING_MVA = 50_000;
  private static final Path NETWORKS = Path.of("../../../shared/data/networks");

  @ParameterizedTest
  @ValueSource(strings = {"ieee14", "ieee30", "ieee118", "ieee300"})
  void dcFlowsAfterEveryOutageEqualThoseOfTheNetworkThatIsLeft(String name) {
    Network network = ScreeningCases.rated(ScreeningCases.network(name), RATING_MVA);
    OutageAudit audit = new OutageAudit(network, OperatingPoint.of(network), false);
    compare(network, all(network), Method.DC, audit::dc, 1e-7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ieee14", "ieee57", "ieee118", "ieee300"})
  void acFlowsAfterEveryOutageEqualThoseOfTheNetworkThatIsLeft(String name) {
    Network network = ScreeningCases.rated(ScreeningCases.network(name), RATING_MVA);
    OutageAudit audit = new OutageAudit(network, OperatingPoint.of(network), true);
    compare(network, all(network), Method.AC, audit::ac, 1e-2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"case_ACTIVSg2000.m", "case2869pegase.m"})
  void seededOutagesOfLargerNetworksEqualThoseOfTheNetworkThatIsLeft(String file) {
    Path path = NETWORKS.resolve(file);
    Assumptions.assumeTrue(Files.exists(path));
    Network network = ScreeningCases.rated(ScreeningCases.network(path.toString()), RATING_MVA);
    List<Outage> branches = ScreeningCases.branches(network);
    SplittableRandom random = new SplittableRandom(11);
    List<Outage> sample = new ArrayList<>();
    for (int k = 0; k < 100; k++) {
      sample.add(branches.get(random.nextInt(branches.size())));
    }
    OutageAudit audit = new OutageAudit(network, OperatingPoint.of(network), true);
    compare(network, sample.subList(0, 40), Method.AC, audit::ac, 1e-2);
    compare(network, sample, Method.DC, audit::dc, 1e-7);
  }

  private static List<Outage> all(Network network) {
    List<Outage> outages = new ArrayList<>(ScreeningCases.branches(network));
    outages.addAll(ScreeningCases.generators(network));
    outages.addAll(ScreeningCases.buses(network));
    return outages;
  }

  private static void compare(
      Network network,
      List<Outage> outages,
      Method method,
      Function<Outage, OutageAudit.Finding> solve,
      double toleranceMva) {
    ScreeningBlock block =
        ScreeningCases.screen(network, outages, ScreeningCases.options(method, false, Rows.ALL));
    OutageAudit.Finding[] findings = new OutageAudit.Finding[outages.size()];
    int compared = 0;
    for (OutageResult result : block.results()) {
      OutageAudit.Finding finding = solve.apply(outages.get(result.outage()));
      findings[result.outage()] = finding;
      String id = outages.get(result.outage()).id();
      if (result.status() == OutageStatus.SKIPPED) {
        continue;
      }
      assertEquals(finding.lostBuses(), result.lostBuses(), id);
      assertEquals(finding.lostLoadMw(), result.lostLoadMw(), 1e-6, id);
      assertEquals(finding.lostGenerationMw(), result.lostGenerationMw(), 1e-6, id);
      assertEquals(
          finding.lostBuses() > 0 && result.status() != OutageStatus.DIVERGED,
          result.status() == OutageStatus.ISLANDED,
          id);
      if (result.status() == OutageStatus.DIVERGED) {
        assertTrue(!(finding.mismatchPu() < 1e-6), id + " has a solution: " + result);
      }
    }
    for (Loading loading : block.loadings()) {
      if (loading.device() >= network.branches().size()) {
        continue;
      }
      OutageAudit.Finding finding = findings[loading.outage()];
      assertEquals(
          Math.abs(finding.flow()[loading.device()]),
          Math.abs(loading.after()),
          toleranceMva,
          outages.get(loading.outage()).id() + " on " + loading.device());
      compared++;
    }
    assertTrue(compared > 100, "only " + compared + " flows were compared");
  }
}
