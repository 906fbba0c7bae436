package org.gridclear.network;

import static org.gridclear.quantity.RecordChanges.apart;
import static org.gridclear.quantity.RecordChanges.only;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Elements of a network: what they compute, and that a copy changes what it says alone. */
class NetworkValuesTest {
  private static final Bus A =
      new Bus("a", "Ash", BusType.REFERENCE, 220, "n", 1, 2, 0.9, 1.1, "l");
  private static final Bus B = new Bus("b", "Birch", BusType.PQ, 110, "s", 3, 4, 0.8, 1.2, "m");
  private static final Bus DARK = new Bus("d", "d", BusType.ISOLATED, 1, "", 1, 0, 0.9, 1.1);
  private static final Branch LINE =
      new Branch(
          "ab", "a", "b", BranchKind.LINE, 1, 2, 3, 4, 5, new Branch.Ratings(100, 110, 120), true);
  private static final HvdcLine DC = new HvdcLine("dc", "a", "b", 50, -40, 60, 2, 0.1, true);
  private static final Generator UNIT =
      new Generator("g", "a", "gas", 30, 2, -20, 25, 1.01, 10, 100, 5, 6, true, null);
  private static final Network NETWORK =
      new Network(
          "n",
          100,
          List.of(A, B, DARK),
          List.of(LINE),
          List.of(UNIT, Generator.of("x", "d")),
          List.of(new Load("la", "a", 7, 8), new Load("ld", "d", 9, 10)),
          List.of(new Shunt("b", 1, 2), new Shunt("d", 3, 4)),
          List.of(DC),
          List.of(new Flowgate("f", List.of(new Flowgate.Term("ab", 1)), 70, 80)));

  @ParameterizedTest
  @CsvSource({
    "0.1, 1, 10",
    "0.1, 2, 5",
    "-0.1, 1, -10",
    "0, 1, 1e6",
    "9e-7, 1, 1e6",
    "-9e-7, 2, 5e5",
    "1e-6, 1, 1e6"
  })
  void aFlowPerRadianIsOneByReactanceAndTap(double xPu, double tap, double susceptance) {
    Branch branch =
        new Branch(
            "l", "a", "b", BranchKind.LINE, 0, xPu, 0, tap, 0, Branch.Ratings.UNLIMITED, true);
    assertEquals(susceptance, branch.susceptancePu(), 1e-9 * Math.abs(susceptance));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 5, 5",
    "10, 5, 45",
    "20, 5, 125",
    "10, 0, 100",
    "15, 0, 150",
    "20, 0, 200",
    "35, 0, 500",
    "50, 0, 800",
    "60, 0, 1000",
    "0, 0, 0"
  })
  void aCostIsAPolynomialOrLiesOnStraightLinesThatGoOn(double mw, double constant, double cost) {
    GeneratorCost polynomial =
        new GeneratorCost(1, 2, List.of(5.0, 2.0, 0.2), List.of(), List.of());
    GeneratorCost points =
        new GeneratorCost(1, 2, List.of(), List.of(10.0, 20.0, 50.0), List.of(100.0, 200.0, 800.0));
    assertEquals(cost, (constant == 5 ? polynomial : points).at(mw), 1e-9);
    assertEquals(9, new GeneratorCost(0, 0, List.of(), List.of(3.0), List.of(9.0)).at(mw));
  }

  /** At 10 MW from −20 to 30 Mvar, at 50 MW from −4 to 10: between and beyond on the lines. */
  @ParameterizedTest
  @CsvSource({"10, -20, 25", "30, -12, 20", "50, -4, 10", "60, 0, 5", "0, -20, 25", "20, -16, 25"})
  void reactiveLimitsDependOnOutputWithinThoseOfTheUnit(double mw, double least, double most) {
    Generator.Capability curve = new Generator.Capability(10, -20, 30, 50, -4, 10);
    Generator unit =
        new Generator(
            "g",
            "a",
            "",
            0,
            0,
            -20,
            25,
            1,
            0,
            100,
            0,
            0,
            true,
            null,
            curve,
            null,
            Generator.Machine.UNKNOWN);
    assertEquals(least, unit.qMinMvarAt(mw), 1e-9);
    assertEquals(most, unit.qMaxMvarAt(mw), 1e-9);
    assertEquals(-20, UNIT.qMinMvarAt(mw));
    assertEquals(25, UNIT.qMaxMvarAt(mw));
  }

  @ParameterizedTest
  @CsvSource({"30, 70, 20", "5, 95, 0", "120, 0, 110", "10, 90, 0", "100, 0, 90"})
  void roomEndsAtTheLimits(double mw, double up, double down) {
    OperatingPoint point = OperatingPoint.of(NETWORK);
    assertEquals(up, UNIT.roomUpMw(mw));
    assertEquals(up, point.roomUpMw(0, UNIT, mw));
    assertEquals(down, point.roomDownMw(0, UNIT, mw));
    OperatingPoint now = point.withOutputLimits(new double[] {20, 0}, new double[] {50, 0});
    assertEquals(Math.max(0, 50 - mw), now.roomUpMw(0, UNIT, mw));
    assertEquals(Math.max(0, mw - 20), now.roomDownMw(0, UNIT, mw));
  }

  @Test
  void anHvdcLineLosesItsShareOfWhatIsSentFromEitherEnd() {
    assertEquals(43, DC.pToMw(), 1e-12, "50 - 2 - 0.1 * 50");
    assertEquals(50, DC.leavingMw(50));
    assertEquals(43, DC.arrivingMw(50), 1e-12);
    assertEquals(-36, DC.leavingMw(-40), 1e-12, "40 sent at b, 36 arrive at a");
    assertEquals(-42, DC.arrivingMw(-40), 1e-12);
    assertEquals(0, DC.leavingMw(0));
    assertEquals(-2, DC.arrivingMw(0));
  }

  @Test
  void aCopyChangesWhatItSays() {
    apart(LINE);
    only(LINE, LINE.withRatings(new Branch.Ratings(1, 2, 3)), "ratings");
    only(LINE, LINE.withInService(false), "inService");
    apart(A);
    only(A, A.startingAt(5, 6), "vSetPu", "angleDeg");
    assertEquals(5, A.startingAt(5, 6).vSetPu());
    only(A, A.withBand(7, 8), "vMinPu", "vMaxPu");
    assertEquals(7, A.withBand(7, 8).vMinPu());
    only(A, A.with(BusType.PQ), "type");
    apart(DC, "toEnd");
    only(DC, DC.withInService(false), "inService");
    apart(UNIT, "reactiveCost");
    only(UNIT, UNIT.withInService(false), "inService");
    only(NETWORK, NETWORK.withBranches(List.of()), "branches");
    only(NETWORK, NETWORK.withGenerators(List.of()), "generators");
    only(NETWORK, NETWORK.withFlowgates(List.of()), "flowgates");
    only(NETWORK, NETWORK.withBuses(List.of()), "buses");
    only(NETWORK, NETWORK.withLoads(List.of()), "loads");
    only(NETWORK, NETWORK.withShunts(List.of()), "shunts");
    only(NETWORK, NETWORK.withHvdcLines(List.of()), "hvdcLines");
    only(NETWORK, NETWORK.withName("x"), "name");
  }

  @Test
  void aCopyOfAnOperatingPointChangesWhatItSays() {
    OperatingPoint point = OperatingPoint.of(NETWORK);
    double[] one = {1};
    double[] two = {2};
    only(point, point.withHvdc(one, two), "hvdcFromMw", "hvdcToMw");
    assertEquals(1, point.withHvdc(one, two).hvdcFromMw(0, DC));
    assertEquals(2, point.withHvdc(one, two).hvdcToMw(0, DC));
    assertEquals(List.of(50.0, 43.0), List.of(point.hvdcFromMw(0, DC), point.hvdcToMw(0, DC)));
    only(point, point.withLimits(one, two), "normalMva", "emergencyMva");
    only(point, point.withOutputLimits(one, two), "outputMinMw", "outputMaxMw");
    only(point, point.withGateLimits(one, two), "gateMw", "gateReverseMw");
    Flowgate gate = NETWORK.flowgates().get(0);
    assertEquals(List.of(70.0, 80.0), List.of(point.gateMw(0, gate), point.gateReverseMw(0, gate)));
    assertEquals(2, point.withGateLimits(one, two).gateReverseMw(0, gate));
    only(
        point,
        point.with(new boolean[] {false}, new boolean[] {false}, one, two),
        "branchOn",
        "generatorOn",
        "loadMw",
        "loadMvar");
    assertArrayEquals(one, point.with(new boolean[1], new boolean[1], one, two).loadMw());
  }

  /** 30 MW of 10 to 100: half is 15, a tenth stays at 10, four times ends at 100. */
  @ParameterizedTest
  @CsvSource({"1, 30, 7, 8", "0.5, 15, 3.5, 4", "0.1, 10, 0.7, 0.8", "4, 100, 28, 32"})
  void aScaledPointKeepsOutputsWithinTheirLimits(
      double share, double mw, double loadMw, double loadMvar) {
    OperatingPoint point = OperatingPoint.scaled(NETWORK, "s", share);
    assertEquals(mw, point.generatorMw()[0], 1e-12);
    assertEquals(loadMw, point.loadMw()[0], 1e-12);
    assertEquals(loadMvar, point.loadMvar()[0], 1e-12);
  }

  @Test
  void aUnitBelowItsLimitIsNotLiftedAbove() {
    Generator low = new Generator("g", "a", "", 4, 0, 0, 0, 1, 10, 100, 0, 0, true, null);
    Network network = NETWORK.withGenerators(List.of(low));
    assertEquals(4, OperatingPoint.scaled(network, "s", 0.5).generatorMw()[0]);
    assertEquals(8, OperatingPoint.scaled(network, "s", 2).generatorMw()[0]);
  }

  @Test
  void whatIsAtAnIsolatedBusIsOutAndSaid() {
    Network with =
        NETWORK.withBranches(
            List.of(
                LINE,
                new Branch(
                    "bd",
                    "b",
                    "d",
                    BranchKind.LINE,
                    0,
                    1,
                    0,
                    1,
                    0,
                    Branch.Ratings.UNLIMITED,
                    true)));
    List<String> said = new ArrayList<>();
    Network out =
        IsolatedBuses.takenOut(with, (kind, id, bus) -> said.add(kind + " " + id + " " + bus));
    assertEquals(List.of("branch bd d", "generator x d", "load ld d", "shunt at d d"), said);
    assertEquals(List.of(true, false), out.branches().stream().map(Branch::inService).toList());
    assertEquals(
        List.of(true, false), out.generators().stream().map(Generator::inService).toList());
    assertEquals(List.of("la"), out.loads().stream().map(Load::id).toList());
    assertEquals(List.of("b"), out.shunts().stream().map(Shunt::bus).toList());
    Network whole = NETWORK.withBuses(List.of(A, B, DARK.with(BusType.PQ)));
    assertSame(whole, IsolatedBuses.takenOut(whole, (kind, id, bus) -> said.add(kind)));
    assertEquals(4, said.size());
  }

  @ParameterizedTest
  @CsvSource({"ab, ab", "a-b, ab", "b-a, ab", "Ash-b, ab", "Birch-Ash, ab", "a-c, a-c", "a, a"})
  void aBranchIsMeantByItsIdOrItsEnds(String text, String id) {
    assertEquals(id, new BranchNames(NETWORK).idOf(text));
  }

  @Test
  void endsOfSeveralBranchesAreRefusedAndAnIdComesFirst() {
    Branch second =
        new Branch("x", "b", "a", BranchKind.LINE, 0, 1, 0, 1, 0, Branch.Ratings.UNLIMITED, true);
    BranchNames names = new BranchNames(NETWORK.withBranches(List.of(LINE, second)));
    String said =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> names.idOf("a-b")).getMessage());
    assertEquals("2 branches join 'a-b': give the id, one of ab, x.", said);
    Branch named =
        new Branch("a-b", "a", "b", BranchKind.LINE, 0, 1, 0, 1, 0, Branch.Ratings.UNLIMITED, true);
    assertEquals("a-b", new BranchNames(NETWORK.withBranches(List.of(LINE, named))).idOf("a-b"));
  }

  @Test
  void changedLimitsTakeTheirOwnPlaceOrNone() {
    double none = Double.POSITIVE_INFINITY;
    Network changed =
        DeviceLimit.applyTo(
            NETWORK,
            List.of(
                new DeviceLimit(
                    "ab", DeviceLimit.Kind.BRANCH, 1.0, null, none, null, null, null, null),
                new DeviceLimit(
                    "f", DeviceLimit.Kind.FLOWGATE, null, null, null, null, 9.0, null, null),
                new DeviceLimit("a", DeviceLimit.Kind.BUS, null, null, null, null, null, none, 1.3),
                new DeviceLimit(
                    "f", DeviceLimit.Kind.BUS, null, null, null, 5.0, null, null, null)));
    assertEquals(new Branch.Ratings(1, 110, 0), changed.branches().get(0).ratings());
    assertEquals(70, changed.flowgates().get(0).limitMw());
    assertEquals(9, changed.flowgates().get(0).reverseLimitMw());
    assertEquals(0, changed.buses().get(0).vMinPu());
    assertEquals(1.3, changed.buses().get(0).vMaxPu());
    assertEquals(B, changed.buses().get(1));
  }

  /** Where the limit after outages is only the normal one, it follows that. */
  @Test
  void limitsOfAMomentFollowOrStay() {
    DeviceLimit limit =
        new DeviceLimit("ab", DeviceLimit.Kind.BRANCH, 30.0, null, null, null, null, null, null);
    OperatingPoint both =
        OperatingPoint.of(NETWORK).withLimits(new double[] {50}, new double[] {50});
    Branch plain = LINE.withRatings(new Branch.Ratings(50, 0, 0));
    Network without = NETWORK.withBranches(List.of(plain));
    assertEquals(30, DeviceLimit.applyTo(both, without, List.of(limit)).emergencyMva()[0]);
    assertEquals(30, DeviceLimit.applyTo(both, without, List.of(limit)).normalMva()[0]);
    assertEquals(50, DeviceLimit.applyTo(both, NETWORK, List.of(limit)).emergencyMva()[0]);
    OperatingPoint apart =
        OperatingPoint.of(NETWORK).withLimits(new double[] {50}, new double[] {60});
    assertEquals(60, DeviceLimit.applyTo(apart, without, List.of(limit)).emergencyMva()[0]);
    OperatingPoint ofNetwork = OperatingPoint.of(NETWORK);
    assertEquals(0, DeviceLimit.applyTo(ofNetwork, NETWORK, List.of(limit)).normalMva().length);
  }

  @Test
  void theFirstReferenceIsTheReferenceElseTheFirstBus() {
    assertEquals(0, new NetworkIndex(NETWORK.withBuses(List.of(B, DARK, A))).bus("b"));
    assertEquals(2, new NetworkIndex(NETWORK.withBuses(List.of(B, DARK, A))).referenceBus());
    List<Bus> two = List.of(B.with(BusType.PV), B2, A);
    assertEquals(1, new NetworkIndex(NETWORK.withBuses(two)).referenceBus());
    NetworkIndex none = new NetworkIndex(NETWORK.withBuses(List.of(B, A.with(BusType.PV))));
    assertEquals(0, none.referenceBus());
    assertEquals(List.of(1, 0), List.of(none.from(0), none.to(0)));
    assertThrows(IllegalArgumentException.class, () -> none.bus("ab"));
    assertThrows(IllegalArgumentException.class, () -> none.branch("a"));
    assertThrows(IllegalArgumentException.class, () -> none.generator("a"));
  }

  private static final Bus B2 = new Bus("b2", "", BusType.REFERENCE, 1, "", 1, 0, 0.9, 1.1);
}
