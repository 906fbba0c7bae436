package org.gridclear.security.powerflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.gridclear.io.CaseFiles;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.Generator;
import org.gridclear.network.Load;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.input.PowerFlowOptions;
import org.gridclear.security.input.PowerFlowOptions.Sharing;
import org.gridclear.security.input.PowerFlowOptions.Start;
import org.gridclear.synthetic.SyntheticGrids;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

// Rows: H-03
class AcPowerFlowTest {
  private static final Path NETWORKS = Path.of("../../../shared/data/networks");

  private static Network network(String source) {
    return CaseFiles.load(source, Path.of(""), Set.of()).network();
  }

  private static PowerFlowModel model(Network network) {
    return new PowerFlowModel(NetworkStructure.of(network), OperatingPoint.of(network));
  }

  private static PowerFlowOptions options(Start start, boolean limits, Sharing sharing) {
    return new PowerFlowOptions(start, limits, sharing, 1e-8);
  }

  /** The file gives the published solution with three digits; 57 and 300 are not solutions. */
  @ParameterizedTest
  @CsvSource("ieee14, 0.002, 0.05")
  void voltagesAreThePublishedOnes(String name, double tolerancePu, double toleranceDeg) {
    Network network = network(name);
    PowerFlowResult result =
        PowerFlowResult.ac(model(network), options(Start.FLAT, false, Sharing.REFERENCE));
    assertTrue(result.converged());
    for (int b = 0; b < network.buses().size(); b++) {
      Bus bus = network.buses().get(b);
      assertEquals(bus.vSetPu(), result.voltagePu()[b], tolerancePu, name + " bus " + bus.id());
      assertEquals(bus.angleDeg(), result.angleDeg()[b], toleranceDeg, name + " bus " + bus.id());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"case_ACTIVSg2000.m", "case9241pegase.m", "case_ACTIVSg10k.m"})
  void aFlatStartConvergesOnLargeNetworksToTheSolutionOfTheFile(String file) {
    Path path = NETWORKS.resolve(file);
    Assumptions.assumeTrue(Files.exists(path));
    PowerFlowModel model = model(network(path.toString()));
    PowerFlowResult flat = PowerFlowResult.ac(model, options(Start.FLAT, false, Sharing.REFERENCE));
    PowerFlowResult warm = PowerFlowResult.ac(model, options(Start.FILE, false, Sharing.REFERENCE));
    assertTrue(flat.converged() && warm.converged());
    for (int b = 0; b < flat.voltagePu().length; b++) {
      assertEquals(warm.voltagePu()[b], flat.voltagePu()[b], 1e-6);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ieee14", "ieee30", "ieee57", "ieee118", "ieee300"})
  void withReactiveLimitsEveryPlantHoldsItsVoltageOrStandsAtTheRightLimit(String name) {
    PowerFlowModel model = model(network(name));
    AcSolution solution = AcPowerFlow.solve(model, options(Start.FILE, true, Sharing.REFERENCE));
    assertTrue(solution.converged());
    var y = model.admittanceMatrix();
    double[] p = new double[model.size()];
    double[] q = new double[model.size()];
    y.power(solution.e(), solution.f(), p, q);
    for (int k = 0; k < model.size(); k++) {
      if (!model.regulating(k) || model.isReference(k)) {
        continue;
      }
      double generated = q[k] - model.reactivePu(k);
      double excess = Math.hypot(solution.e()[k], solution.f()[k]) - model.voltageSetPu(k);
      int side = solution.reactiveSide()[k];
      if (side == 0) {
        assertEquals(0, excess, 1e-9);
        assertTrue(generated <= model.reactiveMaxPu(k) + 1e-5);
        assertTrue(generated >= model.reactiveMinPu(k) - 1e-5);
      } else {
        double limit = side > 0 ? model.reactiveMaxPu(k) : model.reactiveMinPu(k);
        assertEquals(limit, generated, 1e-6);
        assertTrue(side * excess <= 1e-5, name + ": the limit helps nobody");
      }
    }
  }

  /** Its first round knows nothing of limits: what fails there fails the second time too. */
  @Test
  void whatFailsBeforeAnyPlantSwitchesIsNotTriedTwice() {
    Network network = network("ieee118");
    PowerFlowModel model = model(network);
    AcSolution before = AcPowerFlow.solve(model, options(Start.FILE, true, Sharing.REFERENCE));
    PowerFlowModel much =
        new PowerFlowModel(
            NetworkStructure.of(network), OperatingPoint.scaled(network, "much", 12));
    AcSolution[] failed = new AcSolution[2];
    for (int m = 0; m < failed.length; m++) {
      PowerFlowOptions options = options(Start.FILE, m > 0, Sharing.REFERENCE);
      failed[m] = AcPowerFlow.solveFrom(much, options, before, new double[model.size()]);
      assertFalse(failed[m].converged());
    }
    assertEquals(failed[0].factorisations(), failed[1].factorisations());
    assertEquals(failed[0].mismatchPu(), failed[1].mismatchPu());
    assertEquals(failed[0].text(), failed[1].text());
  }

  /** At low load plants hold one another's voltage in turn: switched all at once they never end. */
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.4})
  void reactiveLimitsThatMoveOneAnotherSettle(double share) {
    Path path = NETWORKS.resolve("case2869pegase.m");
    Assumptions.assumeTrue(Files.exists(path));
    Network network = network(path.toString());
    PowerFlowModel model =
        new PowerFlowModel(
            NetworkStructure.of(network), OperatingPoint.scaled(network, "low", share));
    AcSolution solution = AcPowerFlow.solve(model, options(Start.FILE, true, Sharing.HEADROOM));
    assertTrue(solution.converged(), solution.text());
    double[] p = new double[model.size()];
    double[] q = new double[model.size()];
    model.admittanceMatrix().power(solution.e(), solution.f(), p, q);
    for (int k = 0; k < model.size(); k++) {
      if (model.regulating(k) && !model.isReference(k)) {
        double generated = q[k] - model.reactivePu(k);
        assertTrue(generated <= model.reactiveMaxPu(k) + 1e-5);
        assertTrue(generated >= model.reactiveMinPu(k) - 1e-5);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ieee57", "ieee118"})
  void aSharedSlackLeavesTheReferenceAtItsOwnShare(String name) {
    PowerFlowModel model = model(network(name));
    AcSolution solution = AcPowerFlow.solve(model, options(Start.FILE, false, Sharing.HEADROOM));
    assertTrue(solution.converged());
    double moved = 0;
    for (int k = 0; k < model.size(); k++) {
      moved += solution.activeSpec()[k] - model.activePu(k);
    }
    boolean up = moved > 0;
    double[] share = Shares.of(model, Sharing.HEADROOM, 0, up);
    for (int k = 0; k < model.size(); k++) {
      double own = solution.activeSpec()[k] - model.activePu(k);
      assertEquals(moved * share[k], own, Math.abs(moved) * 0.02 + 1e-6, name + " at " + k);
    }
  }

  @Test
  void aSharedSlackSettlesThoughEveryShareIsBelowTheTolerance() {
    Network ring = ring(200);
    PowerFlowModel model = model(ring);
    for (double tolerancePu = 1e-2; tolerancePu > 1e-6; tolerancePu /= 1.5) {
      PowerFlowOptions options =
          new PowerFlowOptions(Start.FLAT, false, Sharing.HEADROOM, tolerancePu);
      AcSolution solution = AcPowerFlow.solve(model, options);
      assertTrue(solution.converged(), tolerancePu + ": " + solution.text());
    }
  }

  /** Plants near collapse: beyond a limit at their set point, and above it at the limit. */
  @ParameterizedTest
  @CsvSource({"1710, 3.5, b8", "1844, 2.5, b23"})
  void aPlantThatCanNeitherHoldItsVoltageNorLeaveItsLimitIsNamed(
      long seed, double loadScale, String bus) {
    Network network = SyntheticGrids.of(seed);
    OperatingPoint point = OperatingPoint.of(network);
    double[] mw = Arrays.stream(point.loadMw()).map(x -> x * loadScale).toArray();
    double[] mvar = Arrays.stream(point.loadMvar()).map(x -> x * loadScale).toArray();
    OperatingPoint heavy = point.with(point.branchOn(), point.generatorOn(), mw, mvar);
    AcSolution solution =
        AcPowerFlow.solve(
            new PowerFlowModel(NetworkStructure.of(network), heavy),
            options(Start.FILE, true, Sharing.REFERENCE));
    assertTrue(solution.text().contains("bus " + bus + " is beyond a limit"), solution.text());
  }

  private static Network ring(int size) {
    List<Bus> buses = new ArrayList<>();
    List<Branch> branches = new ArrayList<>();
    List<Generator> generators = new ArrayList<>();
    List<Load> loads = new ArrayList<>();
    for (int k = 0; k < size; k++) {
      String id = "b" + k;
      BusType type = k == 0 ? BusType.REFERENCE : BusType.PV;
      buses.add(new Bus(id, id, type, 110, "", 1, 0, 0.9, 1.1));
      double mw = 50 + k % 7;
      generators.add(new Generator("g" + k, id, "", mw, 0, -99, 99, 1, 0, 100, 0, 0, true, null));
      loads.add(new Load("d" + k, id, 50 + (k + 3) % 7, 10));
      branches.add(
          new Branch(
              "l" + k,
              id,
              "b" + (k + 1) % size,
              BranchKind.LINE,
              0.05,
              0.1,
              0,
              1,
              0,
              new Branch.Ratings(0, 0, 0),
              true));
    }
    return new Network(
        "ring", 100, buses, branches, generators, loads, List.of(), List.of(), List.of());
  }
}
