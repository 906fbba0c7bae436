package org.gridclear.security.powerflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gridclear.io.CaseFiles;
import org.gridclear.network.Branch;
import org.gridclear.network.Load;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.OperatingPoint;
import org.gridclear.numerics.AcPoint;
import org.gridclear.numerics.LossFactors;
import org.gridclear.numerics.VoltageSensitivities;
import org.gridclear.security.input.PowerFlowOptions;
import org.gridclear.security.input.PowerFlowOptions.Sharing;
import org.gridclear.security.input.PowerFlowOptions.Start;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** AC sensitivities against finite differences of whole power flows. */
// Rows: H-13
class SensitivitiesTest {
  private static final double STEP_MW = 0.05;
  private static final PowerFlowOptions OPTIONS =
      new PowerFlowOptions(Start.FILE, false, Sharing.REFERENCE, 1e-10);

  private static Network network(String name) {
    return CaseFiles.load(name, Path.of(""), Set.of()).network();
  }

  private static PowerFlowModel model(Network network) {
    return new PowerFlowModel(NetworkStructure.of(network), OperatingPoint.of(network));
  }

  private static AcPoint point(Network network) {
    PowerFlowModel model = model(network);
    return AcSensitivities.point(model, AcPowerFlow.solve(model, OPTIONS));
  }

  private static Network withLoad(Network n, String bus, double mw, double mvar) {
    List<Load> loads = new ArrayList<>(n.loads());
    loads.add(new Load("probe", bus, mw, mvar));
    return new Network(
        n.name(),
        n.baseMva(),
        n.buses(),
        n.branches(),
        n.generators(),
        loads,
        n.shunts(),
        n.hvdcLines(),
        n.flowgates());
  }

  private static double lossMw(Network network) {
    PowerFlowResult result = PowerFlowResult.ac(model(network), OPTIONS);
    double loss = 0;
    for (int l = 0; l < result.fromMw().length; l++) {
      loss += result.fromMw()[l] + result.toMw()[l];
    }
    return loss;
  }

  @ParameterizedTest
  @ValueSource(strings = {"ieee14", "ieee57", "ieee118"})
  void lossFactorsEqualFiniteDifferences(String name) {
    Network network = network(name);
    double[] factors = LossFactors.of(point(network));
    for (int bus = 0; bus < network.buses().size(); bus += 5) {
      String id = network.buses().get(bus).id();
      double more = lossMw(withLoad(network, id, -STEP_MW, 0));
      double less = lossMw(withLoad(network, id, STEP_MW, 0));
      assertEquals((more - less) / (2 * STEP_MW), factors[bus], 1e-5, name + " bus " + id);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ieee14", "ieee30", "ieee118"})
  void voltagesFollowReactiveInjectionsAsFiniteDifferencesSay(String name) {
    Network network = network(name);
    AcPoint point = point(network);
    VoltageSensitivities sensitivities = new VoltageSensitivities(point);
    NetworkIndex index = new NetworkIndex(network);
    int compared = 0;
    for (int bus = 0; bus < network.buses().size(); bus += 3) {
      String id = network.buses().get(bus).id();
      boolean held =
          network.generators().stream().anyMatch(g -> g.inService() && g.bus().equals(id));
      if (held) {
        continue;
      }
      double[] rise = sensitivities.toReactive(bus);
      double[] up =
          PowerFlowResult.ac(model(withLoad(network, id, 0, -STEP_MW)), OPTIONS).voltagePu();
      double[] down =
          PowerFlowResult.ac(model(withLoad(network, id, 0, STEP_MW)), OPTIONS).voltagePu();
      for (int b = 0; b < up.length; b++) {
        assertEquals((up[b] - down[b]) / (2 * STEP_MW), rise[b], 1e-6, id + " on " + b);
        compared++;
      }
    }
    assertTrue(compared > index.busCount());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ieee14", "ieee30", "ieee118"})
  void voltagesFollowTransformerRatiosAsFiniteDifferencesSay(String name) {
    Network network = network(name);
    VoltageSensitivities sensitivities = new VoltageSensitivities(point(network));
    double step = 1e-4;
    int compared = 0;
    for (int l = 0; l < network.branches().size(); l++) {
      if (network.branches().get(l).tapRatio() == 1) {
        continue;
      }
      double[] rise = sensitivities.toRatio(l);
      double[] up = PowerFlowResult.ac(model(withTap(network, l, step)), OPTIONS).voltagePu();
      double[] down = PowerFlowResult.ac(model(withTap(network, l, -step)), OPTIONS).voltagePu();
      for (int b = 0; b < up.length; b++) {
        assertEquals((up[b] - down[b]) / (2 * step), rise[b], 1e-4, l + " on " + b);
        compared++;
      }
    }
    assertTrue(compared > 0);
  }

  private static Network withTap(Network network, int l, double step) {
    List<Branch> branches = new ArrayList<>(network.branches());
    Branch b = branches.get(l);
    branches.set(
        l,
        new Branch(
            b.id(),
            b.from(),
            b.to(),
            b.kind(),
            b.rPu(),
            b.xPu(),
            b.bPu(),
            b.tapRatio() + step,
            b.shiftDeg(),
            b.ratings(),
            b.inService()));
    return network.withBranches(branches);
  }
}
