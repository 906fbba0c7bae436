package org.gridclear.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.powsybl.iidm.network.Network;
import com.powsybl.iidm.network.TopologyKind;
import com.powsybl.iidm.network.VoltageLevel;
import org.gridclear.validate.IssueLog;
import org.junit.jupiter.api.Test;

class IidmNetworkTest {
  /** A CGMES file with the mismatch of its solution is read with a load that nobody has. */
  @Test
  void aLoadThatOnlyBalancesTheSolutionIsTold() {
    Network source = Network.create("n", "test");
    VoltageLevel level =
        source
            .newSubstation()
            .setId("S")
            .add()
            .newVoltageLevel()
            .setId("V")
            .setNominalV(400)
            .setTopologyKind(TopologyKind.BUS_BREAKER)
            .add();
    level.getBusBreakerView().newBus().setId("B").add();
    level.newLoad().setId("town").setBus("B").setP0(600).setQ0(0).add();
    level.newLoad().setId("rest").setBus("B").setP0(-200).setQ0(0).setFictitious(true).add();
    IssueLog log = new IssueLog("case.zip");
    org.gridclear.network.Network read = new IidmNetwork(source, Convention.IIDM, log).convert("n");
    assertEquals(
        400, read.loads().stream().mapToDouble(org.gridclear.network.Load::pMw).sum(), 1e-9);
    assertTrue(
        log.issues().stream()
            .anyMatch(i -> i.field().equals("fictitious") && i.toString().contains("rest")));
    assertTrue(log.issues().stream().noneMatch(i -> i.toString().contains("town")));
  }
}
