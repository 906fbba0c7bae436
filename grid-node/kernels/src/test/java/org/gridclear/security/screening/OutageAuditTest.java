package org.gridclear.security.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.audit.ScreeningAudit;
import org.gridclear.security.input.Outage;
import org.gridclear.security.input.ScreeningOptions.Method;
import org.gridclear.security.input.ScreeningOptions.Rows;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Screened outages against a power flow of the network that is really left. */
class OutageAuditTest {
  private static final Path NETWORKS = Path.of("../../../shared/data/networks");

  @ParameterizedTest
  @ValueSource(strings = {"ieee14", "ieee30", "ieee118", "ieee300"})
  void dcOutagesEqualTheNetworkThatIsLeft(String name) {
    Network network = ScreeningCases.network(name);
    compare(network, all(network), Method.DC, 1e-9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ieee14", "ieee57", "ieee118", "ieee300"})
  void acOutagesEqualTheNetworkThatIsLeft(String name) {
    Network network = ScreeningCases.network(name);
    compare(network, all(network), Method.AC, 1e-4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"case_ACTIVSg2000.m", "case2869pegase.m"})
  void seededOutagesOfLargerNetworksEqualTheNetworkThatIsLeft(String file) {
    Path path = NETWORKS.resolve(file);
    Assumptions.assumeTrue(Files.exists(path));
    Network network = ScreeningCases.network(path.toString());
    List<Outage> all = all(network);
    SplittableRandom random = new SplittableRandom(11);
    List<Outage> sample = new ArrayList<>();
    for (int k = 0; k < 60; k++) {
      sample.add(all.get(random.nextInt(all.size())));
    }
    compare(network, sample.subList(0, 25), Method.AC, 1e-4);
    compare(network, sample, Method.DC, 1e-9);
  }

  private static List<Outage> all(Network network) {
    List<Outage> outages = new ArrayList<>(ScreeningCases.branches(network));
    outages.addAll(ScreeningCases.generators(network));
    outages.addAll(ScreeningCases.buses(network));
    return outages;
  }

  private static void compare(
      Network network, List<Outage> outages, Method method, double tolerancePu) {
    ScreeningAudit audit =
        ScreeningAudit.of(
            network,
            OperatingPoint.of(network),
            outages,
            ScreeningCases.options(method, false, Rows.ALL));
    assertEquals(List.of(), audit.differences());
    assertTrue(audit.worstPu() <= tolerancePu, "flows differ by " + audit.worstPu());
    assertTrue(audit.outages() > 20 && audit.islanded() > 0);
  }
}
