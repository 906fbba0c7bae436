package org.gridclear.security.screening;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridclear.network.BusType;
import org.gridclear.network.Contingency;
import org.gridclear.network.Flowgate;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.input.Outage;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.input.ScreeningOptions.Method;
import org.gridclear.security.input.ScreeningOptions.Rows;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.result.Loading;
import org.gridclear.security.result.OutageResult;
import org.gridclear.security.result.OutageStatus;
import org.gridclear.security.result.ScreeningBlock;
import org.gridclear.synthetic.SyntheticGrids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of outages, on networks small enough to see it. */
// Rows: H-04, H-05, H-07
class ScreeningKernelTest {
  private static Map<String, OutageResult> byId(
      Network network, Method method, List<Contingency> contingencies) {
    NetworkIndex index = new NetworkIndex(network);
    List<Outage> outages = contingencies.stream().map(c -> Outage.of(c, index)).toList();
    ScreeningOptions options = ScreeningCases.options(method, false, Rows.HEAVY);
    return ScreeningCases.screen(network, outages, options).results().stream()
        .collect(Collectors.toMap(r -> contingencies.get(r.outage()).id(), Function.identity()));
  }

  private static List<Contingency> branches(Network network) {
    return network.branches().stream().map(b -> Contingency.ofBranch(b.id())).toList();
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void oneOfTwoParallelLinesPutsItsFlowOnTheOther(Method method) {
    Network network = Grids.twoLinesAndASpur(70);
    OutageResult result = byId(network, method, branches(network)).get("p1");
    assertEquals(OutageStatus.VIOLATED, result.status());
    assertEquals("p2", network.branches().get(result.worstDevice()).id());
    assertEquals(100 / 70.0, result.worstLoading(), method == Method.DC ? 1e-12 : 0.1);
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void aSpurThatOpensLosesItsLoadAndTheRestGoesOn(Method method) {
    Network network = Grids.twoLinesAndASpur(70);
    OutageResult result = byId(network, method, branches(network)).get("spur");
    assertEquals(OutageStatus.ISLANDED, result.status());
    assertEquals(1, result.lostBuses());
    assertEquals(40, result.lostLoadMw(), 1e-9);
    assertEquals(0, result.lostGenerationMw(), 1e-9);
    assertEquals(30 / 70.0, result.worstLoading(), method == Method.DC ? 1e-12 : 0.1);
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void ratingsOfZeroAreNoLimit(Method method) {
    Network network = Grids.twoLinesAndASpur(0);
    OutageResult result = byId(network, method, branches(network)).get("p1");
    assertEquals(OutageStatus.SECURE, result.status());
    assertEquals(-1, result.worstDevice());
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void violationsOfTheBaseCaseAreNotThoseOfAnOutageUnlessItMakesThemWorse(Method method) {
    Network network = Grids.twoLinesAndASpur(35);
    NetworkIndex index = new NetworkIndex(network);
    List<Outage> outages = branches(network).stream().map(c -> Outage.of(c, index)).toList();
    ScreeningOptions options = ScreeningCases.options(method, false, Rows.HEAVY);
    ScreeningModel model =
        new ScreeningModel(
            NetworkStructure.of(network), OperatingPoint.of(network), outages, options, null);
    assertEquals(3, model.base().violationCount());
    ScreeningBlock block = ScreeningKernel.screen(model, 0, outages.size(), () -> false);
    List<Loading> afterP1 = block.loadings().stream().filter(l -> l.outage() == 0).toList();
    assertEquals(List.of(Loading.Kind.WORSENED), afterP1.stream().map(Loading::kind).toList());
    assertEquals(0, block.loadings().stream().filter(l -> l.outage() == 2).count());
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void outagesThatLeaveTheSameNetworkAreComputedOnceAndLinked(Method method) {
    Network network = Grids.twoLinesAndASpur(70);
    Map<String, OutageResult> results =
        byId(
            network,
            method,
            List.of(
                Contingency.ofBranch("p1"),
                Contingency.ofBranch("spur"),
                new Contingency("again", List.of("p1"), List.of(), List.of()),
                Contingency.ofBus("c")));
    assertEquals(0, results.get("again").equivalentTo());
    assertEquals(-1, results.get("p1").equivalentTo());
    assertEquals(1, results.get("bus c").equivalentTo());
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void whatIsOutAlreadyIsSkippedWithItsReason(Method method) {
    Network network = ScreeningCases.network("ieee14");
    var branches = new java.util.ArrayList<>(network.branches());
    var b = branches.get(2);
    branches.set(
        2,
        new org.gridclear.network.Branch(
            b.id(),
            b.from(),
            b.to(),
            b.kind(),
            b.rPu(),
            b.xPu(),
            b.bPu(),
            b.tapRatio(),
            b.shiftDeg(),
            b.ratings(),
            false));
    OutageResult result =
        byId(network.withBranches(branches), method, List.of(Contingency.ofBranch("L3"))).get("L3");
    assertEquals(OutageStatus.SKIPPED, result.status());
    assertEquals(ScreeningKernel.NOTHING_TO_OPEN, result.text());
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void withoutItsOnlyGeneratorTheIslandIsDarkAndItsLoadIsMissing(Method method) {
    Network network = Grids.twoLinesAndASpur(70);
    OutageResult result = byId(network, method, List.of(Contingency.ofGenerator("g"))).get("g");
    assertEquals(OutageStatus.UNBALANCED, result.status());
    assertEquals(3, result.lostBuses());
    assertEquals(100, result.lostLoadMw(), 1e-9);
    assertEquals(100, result.missingMw(), 1e-9);
    assertTrue(result.text().contains("No running unit is left"), result.text());
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void everyOutageOfTheClassicNetworksHasExactlyOneStatus(Method method) {
    for (String name : List.of("ieee9", "ieee14", "ieee30", "ieee57", "ieee118", "ieee300")) {
      Network network = ScreeningCases.network(name);
      List<Outage> outages = new java.util.ArrayList<>(ScreeningCases.branches(network));
      outages.addAll(ScreeningCases.generators(network));
      outages.addAll(ScreeningCases.buses(network));
      ScreeningBlock block =
          ScreeningCases.screen(
              network, outages, ScreeningCases.options(method, method == Method.AC, Rows.HEAVY));
      int[] numbers = block.results().stream().mapToInt(OutageResult::outage).sorted().toArray();
      assertArrayEquals(
          java.util.stream.IntStream.range(0, outages.size()).toArray(), numbers, name);
      for (OutageResult result : block.results()) {
        boolean named =
            result.status() != OutageStatus.DIVERGED
                || (result.mismatchPu() > 0 && !result.text().isEmpty());
        assertTrue(named, () -> result.toString());
      }
    }
  }

  @Test
  void theSameOutagesGiveTheSameBits() {
    Network network = ScreeningCases.network("ieee118");
    List<Outage> outages = ScreeningCases.branches(network);
    ScreeningOptions options = ScreeningCases.options(Method.AC, true, Rows.HEAVY);
    assertEquals(
        ScreeningCases.screen(network, outages, options),
        ScreeningCases.screen(network, outages, options));
  }

  @Test
  void aCancelledScreenReturnsWhatIsDone() {
    Network network = ScreeningCases.network("ieee118");
    List<Outage> outages = ScreeningCases.branches(network);
    ScreeningModel model =
        new ScreeningModel(
            NetworkStructure.of(network),
            OperatingPoint.of(network),
            outages,
            ScreeningOptions.DEFAULT,
            null);
    int[] asked = new int[1];
    ScreeningBlock block = ScreeningKernel.screen(model, 0, outages.size(), () -> ++asked[0] > 3);
    assertEquals(24, block.results().size());
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void everyIslandHasItsOwnSlackAndDeadOnesStayDark(Method method) {
    Network network =
        new Grids()
            .bus("a", BusType.REFERENCE)
            .bus("b", BusType.PQ)
            .bus("c", BusType.PV)
            .bus("d", BusType.PQ)
            .bus("e", BusType.PQ)
            .bus("alone", BusType.ISOLATED)
            .branch("ab", "a", "b", 0.1, 100)
            .branch("ab2", "a", "b", 0.1, 100)
            .branch("cd", "c", "d", 0.1, 100)
            .branch("cd2", "c", "d", 0.1, 100)
            .generator("g1", "a", 50, 90)
            .generator("g2", "c", 30, 90)
            .load("b", 50)
            .load("d", 30)
            .load("e", 5)
            .network();
    Map<String, OutageResult> results = byId(network, method, branches(network));
    double tolerance = method == Method.DC ? 1e-12 : 0.1;
    assertEquals(0.5, results.get("ab").worstLoading(), tolerance);
    assertEquals(0.3, results.get("cd").worstLoading(), tolerance);
    assertTrue(results.values().stream().allMatch(r -> r.status() == OutageStatus.SECURE));
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void aNetworkOfOneBusHasABaseCaseAndItsBusCanBeLost(Method method) {
    Network network =
        new Grids().bus("a", BusType.REFERENCE).generator("g", "a", 10, 20).load("a", 10).network();
    OutageResult result = byId(network, method, List.of(Contingency.ofBus("a"))).get("bus a");
    assertEquals(OutageStatus.ISLANDED, result.status());
    assertEquals(10, result.lostLoadMw(), 1e-12);
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void withoutAReferenceBusTheFirstPvBusIsTaken(Method method) {
    Network network =
        new Grids()
            .bus("b", BusType.PV)
            .bus("a", BusType.PV)
            .branch("ab", "a", "b", 0.1, 100)
            .branch("ab2", "a", "b", 0.1, 100)
            .generator("small", "a", 10, 20)
            .generator("great", "b", 10, 500)
            .load("a", 60)
            .network();
    OutageResult result = byId(network, method, branches(network)).get("ab");
    assertEquals(0.5, result.worstLoading(), method == Method.DC ? 1e-12 : 0.15);
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void negativeAndZeroReactancesAreSolved(Method method) {
    Network network =
        new Grids()
            .bus("a", BusType.REFERENCE)
            .bus("b", BusType.PQ)
            .bus("c", BusType.PQ)
            .branch("ab", "a", "b", 0.2, 100)
            .branch("bc", "b", "c", -0.05, 100)
            .branch("ac", "a", "c", 0.2, 100)
            .branch("tie", "b", "c", 0, 100)
            .generator("g", "a", 50, 90)
            .load("c", 50)
            .network();
    Map<String, OutageResult> results = byId(network, method, branches(network));
    assertEquals(4, results.size());
    assertEquals(
        0, results.values().stream().filter(r -> r.status() == OutageStatus.SKIPPED).count());
    assertEquals(0.5, results.get("ab").worstLoading(), 0.15);
  }

  @Test
  void aBaseCaseWithoutSolutionSaysWhereItFails() {
    Network network =
        new Grids()
            .bus("a", BusType.REFERENCE)
            .bus("b", BusType.PQ)
            .branch("ab", "a", "b", 0.5, 100)
            .generator("g", "a", 900, 900)
            .load("b", 900)
            .network();
    ArithmeticException failure =
        assertThrows(
            ArithmeticException.class,
            () ->
                ScreeningCases.screen(
                    network,
                    ScreeningCases.branches(network),
                    ScreeningCases.options(Method.AC, false, Rows.HEAVY)));
    assertTrue(failure.getMessage().contains("bus "), failure.getMessage());
    assertTrue(failure.getMessage().contains("Mismatch left"), failure.getMessage());
  }

  @Test
  void severityIsThePerformanceIndexOfTheLoadings() {
    Network network = Grids.twoLinesAndASpur(70);
    OutageResult result = byId(network, Method.DC, branches(network)).get("p1");
    double expected =
        Arrays.stream(new double[] {100 / 70.0, 40 / 70.0}).map(r -> Math.pow(r, 8)).sum();
    assertEquals(expected, result.severity(), 1e-12 * expected);
    assertEquals(30, result.excessMw(), 1e-9);
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void flowgatesAreWatchedAsWeightedSumsWithTheirOwnLimit(Method method) {
    Network network =
        Grids.twoLinesAndASpur(500)
            .withFlowgates(
                List.of(
                    new Flowgate(
                        "gate",
                        List.of(new Flowgate.Term("p2", 1), new Flowgate.Term("spur", 0.5)),
                        110,
                        110)));
    NetworkIndex index = new NetworkIndex(network);
    List<Outage> outages = branches(network).stream().map(c -> Outage.of(c, index)).toList();
    ScreeningBlock block =
        ScreeningCases.screen(network, outages, ScreeningCases.options(method, false, Rows.HEAVY));
    List<Loading> gate = block.loadings().stream().filter(l -> l.device() == 3).toList();
    assertEquals(1, gate.size());
    assertEquals(0, gate.get(0).outage());
    assertEquals(Loading.Kind.NEW, gate.get(0).kind());
    assertEquals(120, gate.get(0).after(), method == Method.DC ? 1e-9 : 3);
    assertEquals(110, gate.get(0).limit(), 1e-9);
  }

  /** Near collapse: a plant beyond its limit at the set point, and above it at the limit. */
  @Test
  void outagesAreSolvedAsABaseCaseThatKeepsAPlantAtItsLimit() {
    Network network = SyntheticGrids.of(1710);
    OperatingPoint point = OperatingPoint.of(network);
    double[] mw = Arrays.stream(point.loadMw()).map(x -> x * 3.5).toArray();
    double[] mvar = Arrays.stream(point.loadMvar()).map(x -> x * 3.5).toArray();
    NetworkStructure structure = NetworkStructure.of(network);
    List<Outage> outages =
        branches(network).stream().map(c -> Outage.of(c, structure.index())).toList();
    ScreeningModel model =
        new ScreeningModel(
            structure,
            point.with(point.branchOn(), point.generatorOn(), mw, mvar),
            outages,
            ScreeningOptions.DEFAULT.with(Method.AC).withReactiveLimits(),
            null);
    assertTrue(model.base().text().contains("bus b8 is beyond a limit"), model.base().text());
    ScreeningBlock block = ScreeningKernel.screen(model, 0, outages.size(), () -> false);
    assertTrue(block.results().stream().anyMatch(r -> r.is(OutageStatus.VIOLATED)));
  }

  /** Their voltages come back from every outage with other last digits. */
  @Test
  void plantsThatHoldTheGreatestVoltageAllowedViolateNothing() {
    Network network = ScreeningCases.network("ieee118");
    Map<String, Double> set = new HashMap<>();
    network.generators().forEach(unit -> set.put(unit.bus(), unit.vSetPu()));
    Network tight =
        network.withBuses(
            network.buses().stream()
                .map(bus -> bus.withBand(0.5, set.getOrDefault(bus.id(), 2.0)))
                .toList());
    ScreeningOptions options = ScreeningCases.options(Method.AC, false, Rows.VIOLATIONS);
    List<Outage> outages = ScreeningCases.branches(tight);
    ScreeningBlock block = ScreeningCases.screen(tight, outages, options);
    assertEquals(outages.size(), block.results().size());
    assertEquals(List.of(), block.loadings());
    assertTrue(block.results().stream().allMatch(r -> r.excessPu() == 0));
  }
}
