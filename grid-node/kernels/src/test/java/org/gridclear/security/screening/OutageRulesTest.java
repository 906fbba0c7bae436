package org.gridclear.security.screening;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.gridclear.network.BusType;
import org.gridclear.network.Contingency;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.input.Outage;
import org.gridclear.security.input.PowerFlowOptions.Sharing;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.input.ScreeningOptions.Method;
import org.gridclear.security.input.ScreeningOptions.Rows;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.result.OutageResult;
import org.gridclear.security.result.OutageStatus;
import org.gridclear.security.result.ScreeningBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of outages, on networks whose answers are known by hand or by an own Newton. */
// Rows: H-05
class OutageRulesTest {
  private static final double[] WIDE = {-300, 300};

  /** What an outage leaves: its result and the flow of every branch, 0 where it carries none. */
  private record After(OutageResult result, double[] flow) {}

  private static After after(
      Network network, OperatingPoint point, Contingency outage, ScreeningOptions options) {
    List<Outage> outages = List.of(Outage.of(outage, new NetworkIndex(network)));
    ScreeningModel model =
        new ScreeningModel(NetworkStructure.of(network), point, outages, options, null);
    ScreeningBlock block = ScreeningKernel.screen(model, 0, 1, () -> false);
    double[] flow = new double[network.branches().size()];
    block.loadings().stream()
        .filter(loading -> loading.device() < flow.length)
        .forEach(loading -> flow[loading.device()] = Math.abs(loading.after()));
    return new After(block.results().get(0), flow);
  }

  private static After after(Network network, Contingency outage, ScreeningOptions options) {
    return after(network, OperatingPoint.of(network), outage, options);
  }

  private static ScreeningOptions options(Method method, Sharing slack, boolean reactiveLimits) {
    return options(method, slack, ScreeningOptions.DEFAULT.outageSharing(), reactiveLimits);
  }

  private static ScreeningOptions options(
      Method method, Sharing slack, Sharing sharing, boolean reactiveLimits) {
    ScreeningOptions d = ScreeningOptions.DEFAULT;
    return new ScreeningOptions(
        method,
        d.start(),
        reactiveLimits,
        slack,
        sharing,
        d.rating(),
        1e-8,
        d.heavyShare(),
        d.worsenedShare(),
        d.severityExponent(),
        Rows.ALL);
  }

  private static ScreeningOptions options(Method method) {
    return options(method, Sharing.REFERENCE, false);
  }

  /** Four buses with two plants, and a spur of three with a small one. */
  private static Network surplusOnASpur() {
    return new Grids()
        .bus("1", BusType.REFERENCE)
        .bus("2", BusType.PV)
        .bus("3", BusType.PQ)
        .bus("4", BusType.PQ)
        .bus("5", BusType.PQ)
        .bus("6", BusType.PQ)
        .bus("7", BusType.PV)
        .line("1", "2", 0.01, 0.08, 0.04, 200)
        .line("1", "3", 0.02, 0.12, 0.05, 200)
        .line("2", "4", 0.015, 0.1, 0.04, 200)
        .line("3", "4", 0.01, 0.07, 0.02, 200)
        .line("4", "5", 0.02, 0.15, 0.03, 200)
        .line("3", "5", 0.02, 0.16, 0.03, 200)
        .line("5", "6", 0.01, 0.09, 0.02, 200)
        .line("6", "7", 0.02, 0.1, 0.02, 200)
        .unit("1", 100, WIDE, 1.02, new double[] {0, 400})
        .unit("2", 80, WIDE, 1.01, new double[] {0, 400})
        .unit("7", 60, WIDE, 1, new double[] {0, 80})
        .load("2", 50, 20)
        .load("3", 90, 30)
        .load("4", 60, 25)
        .load("5", 40, 10)
        .load("6", 25, 8)
        .load("7", 5, 1)
        .network();
  }

  @Test
  void theReferencesOnlyUnitTripsWithItsOutputAndItsVoltageAndAnotherPlantIsReference() {
    Contingency trip = Contingency.ofGenerator("G1");
    After after = after(surplusOnASpur(), trip, options(Method.AC));
    assertEquals(133.665, after.result.lostGenerationMw(), 1e-3);
    assertEquals(61.568, after.flow[0], 1e-3);
    assertTrue(after.result.text().contains("The reference is bus 2"), after.result.text());
    assertEquals(OutageStatus.SECURE, after.result.status());
    ScreeningOptions byReference = options(Method.AC, Sharing.REFERENCE, Sharing.REFERENCE, false);
    assertEquals(64.283, after(surplusOnASpur(), trip, byReference).flow[0], 1e-3);
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void thePartThatKeepsTheSystemLivesAndTheChoiceIsShown(Method method) {
    After after = after(surplusOnASpur(), Contingency.ofBus("5"), options(method));
    assertEquals(OutageStatus.ISLANDED, after.result.status());
    assertEquals(3, after.result.lostBuses());
    assertEquals(70, after.result.lostLoadMw(), 1e-6);
    assertTrue(after.result.text().startsWith("The part of bus 1 lives: 4 buses"));
    assertArrayEquals(new double[4], Arrays.copyOfRange(after.flow, 4, 8));
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void aGreaterPartWithoutUnitsLosesItsLoad(Method method) {
    Grids grids = new Grids().bus("1", BusType.REFERENCE).bus("2", BusType.PV);
    for (String bus : List.of("3", "4", "5", "6")) {
      grids.bus(bus, BusType.PQ).load(bus, 10, 3);
    }
    Network network =
        grids
            .line("1", "2", 0.01, 0.08, 0, 200)
            .line("2", "3", 0.01, 0.08, 0, 200)
            .line("3", "4", 0.01, 0.1, 0, 200)
            .line("4", "5", 0.01, 0.1, 0, 200)
            .line("5", "6", 0.01, 0.1, 0, 200)
            .line("6", "3", 0.01, 0.1, 0, 200)
            .unit("1", 30, WIDE, 1.02, new double[] {0, 400})
            .unit("2", 40, WIDE, 1.01, new double[] {0, 400})
            .load("1", 10, 2)
            .load("2", 20, 5)
            .network();
    After after = after(network, Contingency.ofBranch("L2"), options(method));
    assertEquals(OutageStatus.ISLANDED, after.result.status());
    assertEquals(4, after.result.lostBuses());
    assertEquals(40, after.result.lostLoadMw(), 1e-9);
    assertEquals(0, after.result.missingMw(), 0);
  }

  private static Grids ring(boolean spur) {
    Grids grids =
        new Grids()
            .bus("1", BusType.REFERENCE)
            .bus("2", BusType.PV)
            .bus("3", BusType.PQ)
            .bus("4", BusType.PQ)
            .bus("5", BusType.PQ);
    return (spur ? grids.bus("6", BusType.PQ).load("6", 10, 2) : grids)
        .line("1", "2", 0.01, 0.08, 0.04, 200)
        .line("1", "3", 0.02, 0.12, 0.05, 200)
        .line("2", "4", 0.015, 0.1, 0.04, 200)
        .line("3", "4", 0.01, 0.07, 0.02, 200)
        .line("4", "5", 0.02, 0.15, 0.03, 200)
        .line("3", "5", 0.02, 0.16, 0.03, 200)
        .unit("1", 100, WIDE, 1.02, new double[] {0, 400})
        .unit("2", 80, WIDE, 1.01, new double[] {0, 400})
        .load("2", 50, 20)
        .load("3", 90, 30)
        .load("4", 60, 25)
        .load("5", 40, 10);
  }

  @Test
  void anHvdcLineThatLosesAnEndCarriesNothingAtTheOther() {
    Network network = ring(false).hvdc("3", "5", 30, 1, 0.02).network();
    After after = after(network, Contingency.ofBus("3"), options(Method.DC));
    assertEquals(40, after.flow[4], 1e-9);
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void anHvdcLineThatStopsLosesBothEndsTogether(Method method) {
    Network with = ring(false).hvdc("3", "5", 30, 1, 0.02).network();
    After stopped = after(with, Contingency.ofHvdcLine("H1"), options(method));
    Network without = ring(false).network();
    // 30 MW leave bus 3 and 28.4 arrive, so 1.6 MW less are needed: shared by room downward
    double[] down = {161.6, 80};
    double[] mw = new double[2];
    Arrays.setAll(mw, g -> down[g] - 1.6 * down[g] / (down[0] + down[1]));
    After expected = after(without, Contingency.ofBranch("none"), method, mw);
    assertArrayEquals(expected.flow, stopped.flow, method == Method.DC ? 1e-9 : 0.5);
    assertEquals(OutageStatus.SECURE, stopped.result.status());
  }

  /** Base flows of a network at given outputs, as those after an outage of nothing that matters. */
  private static After after(Network network, Contingency none, Method method, double[] mw) {
    OperatingPoint file = OperatingPoint.of(network);
    OperatingPoint point =
        new OperatingPoint(
            "given", file.branchOn(), file.generatorOn(), mw, file.loadMw(), file.loadMvar());
    ScreeningModel model =
        new ScreeningModel(
            NetworkStructure.of(network),
            point,
            List.of(),
            ScreeningCases.options(method, false, Rows.ALL),
            null);
    double[] flow = new double[network.branches().size()];
    for (int l = 0; l < flow.length; l++) {
      flow[l] = model.baseFlowMva(l);
    }
    return new After(OutageResult.skipped(0, none.id()), flow);
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void anHvdcLineToABusWithoutAnyUnitCarriesNothing(Method method) {
    Network dead = ring(true).hvdc("3", "6", 12, 0, 0).network();
    Network none = ring(true).network();
    double[] expected = after(none, Contingency.ofBranch("L1"), options(method)).flow;
    double[] flow = after(dead, Contingency.ofBranch("L1"), options(method)).flow;
    assertArrayEquals(expected, flow, 1e-9);
  }

  @Test
  void aLimitIsTakenAwayOnceWhereAUnitTripsAtIt() {
    Network network =
        new Grids()
            .bus("1", BusType.REFERENCE)
            .bus("2", BusType.PV, 0.975)
            .line("1", "2", 0.1, 0.1, 0, 100)
            .unit("1", 0, WIDE, 1, new double[] {0, 150})
            .unit("2", 50, new double[] {-10, 20}, 1, new double[] {0, 120})
            .load("2", 30, 0)
            .network();
    After after =
        after(network, Contingency.ofGenerator("G2"), options(Method.AC, Sharing.REFERENCE, true));
    assertEquals(OutageStatus.VIOLATED, after.result.status());
    assertEquals(30.974, after.flow[0], 1e-3);
    assertEquals(2, after.result.worstDevice(), "bus 2");
    assertEquals(0.975 - 0.968546, after.result.excessPu(), 1e-6);
    double loading = (1.0375 - 0.968546) / 0.0625;
    assertEquals(loading, after.result.worstLoading(), 1e-4);
    double index = Math.pow(loading, 8) + Math.pow(0.30974, 8);
    assertEquals(index, after.result.severity(), 1e-2);
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void aTrippedUnitLosesItsShareOfTheSlackToo(Method method) {
    Network network =
        new Grids()
            .bus("1", BusType.REFERENCE)
            .bus("2", BusType.PV)
            .bus("3", BusType.PQ)
            .line("1", "3", 0, 0.1, 0, 200)
            .line("2", "3", 0, 0.1, 0, 200)
            .unit("1", 30, WIDE, 1, new double[] {0, 130})
            .unit("2", 30, WIDE, 1, new double[] {0, 130})
            .load("3", 100, 0)
            .network();
    for (String unit : List.of("G1", "G2")) {
      After after =
          after(network, Contingency.ofGenerator(unit), options(method, Sharing.HEADROOM, false));
      assertEquals(50, after.result.lostGenerationMw(), 1e-6);
      double[] expected = unit.equals("G1") ? new double[] {0, 100} : new double[] {100, 0};
      assertArrayEquals(expected, after.flow, method == Method.DC ? 1e-9 : 6);
    }
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void aReferenceThatIsCutOffLosesWhatItReallyGave(Method method) {
    Network network =
        new Grids()
            .bus("1", BusType.REFERENCE)
            .bus("2", BusType.PV)
            .bus("3", BusType.PV)
            .bus("4", BusType.PQ)
            .line("1", "4", 0, 0.1, 0, 200)
            .line("2", "4", 0, 0.1, 0, 200)
            .line("3", "4", 0, 0.1, 0, 200)
            .line("2", "3", 0, 0.1, 0, 200)
            .unit("1", 0, WIDE, 1, new double[] {0, 150})
            .unit("2", 20, WIDE, 1, new double[] {0, 120})
            .unit("3", 20, WIDE, 1, new double[] {0, 120})
            .load("2", 20, 0)
            .load("3", 60, 0)
            .load("4", 20, 0)
            .network();
    After after = after(network, Contingency.ofBranch("L1"), options(method));
    assertEquals(60, after.result.lostGenerationMw(), 1e-6);
    double tolerance = method == Method.DC ? 1e-9 : 0.5;
    assertEquals(50 / 3.0, after.flow[1], tolerance);
    assertEquals(10 / 3.0, after.flow[2], tolerance);
    assertEquals(40 / 3.0, after.flow[3], tolerance);
  }

  @Test
  void aScaledSnapshotKeepsLowerLimits() {
    Network network =
        new Grids()
            .bus("1", BusType.REFERENCE)
            .bus("2", BusType.PV)
            .bus("3", BusType.PQ)
            .line("1", "3", 0, 0.1, 0, 200)
            .line("2", "3", 0, 0.1, 0, 200)
            .line("1", "2", 0, 0.1, 0, 200)
            .unit("1", 50, WIDE, 1, new double[] {0, 130})
            .unit("2", 50, WIDE, 1, new double[] {45, 130})
            .load("3", 100, 0)
            .network();
    OperatingPoint point = OperatingPoint.scaled(network, "0.8", 0.8);
    assertArrayEquals(new double[] {40, 45}, point.generatorMw(), 1e-12);
    ScreeningModel model =
        new ScreeningModel(
            NetworkStructure.of(network), point, List.of(), options(Method.DC), null);
    assertEquals(10 / 3.0, model.baseFlowMva(2), 1e-9);
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void moreLostThanAllRoomIsUnbalancedWithWhatIsMissing(Method method) {
    Network network =
        new Grids()
            .bus("1", BusType.REFERENCE)
            .bus("2", BusType.PV)
            .bus("3", BusType.PQ)
            .line("1", "2", 0.001, 0.1, 0, 0)
            .line("1", "3", 0.001, 0.1, 0, 0)
            .line("2", "3", 0.001, 0.1, 0, 0)
            .unit("1", 90, WIDE, 1, new double[] {0, 100})
            .unit("2", 100, WIDE, 1, new double[] {0, 100})
            .load("3", 190, 20)
            .network();
    After after = after(network, Contingency.ofGenerator("G2"), options(method));
    assertEquals(OutageStatus.UNBALANCED, after.result.status());
    assertEquals(90, after.result.missingMw(), method == Method.DC ? 1e-9 : 0.3);
    assertTrue(after.result.text().contains("MW are missing"), after.result.text());
  }

  @Test
  void aBusWhoseLastUnitTripsIsHeldAtTheSetPointOfTheOneBeforeIt() {
    Network network =
        new Grids()
            .bus("1", BusType.REFERENCE)
            .bus("2", BusType.PV)
            .bus("3", BusType.PQ)
            .line("1", "2", 0.01, 0.1, 0, 200)
            .line("2", "3", 0.01, 0.1, 0, 200)
            .unit("1", 50, WIDE, 1, new double[] {0, 130})
            .unit("2", 30, WIDE, 1.01, new double[] {0, 100})
            .unit("2", 0, WIDE, 1.03, new double[] {0, 100})
            .load("3", 80, 20)
            .network();
    double both = after(network, Contingency.ofBranch("L2"), options(Method.AC)).flow[0];
    Network alone = network.withGenerators(network.generators().subList(0, 2));
    double first = after(alone, Contingency.ofBranch("L2"), options(Method.AC)).flow[0];
    Contingency joint = new Contingency("joint", List.of("L2"), List.of("G3"), List.of());
    assertEquals(first, after(network, joint, options(Method.AC)).flow[0], 0.01);
    assertTrue(Math.abs(both - first) > 1);
  }
}
