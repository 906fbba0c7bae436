package org.gridclear.security.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gridclear.clearing.input.ElementFilter;
import org.gridclear.json.Json;
import org.gridclear.json.JsonFields;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.Contingency;
import org.gridclear.network.Flowgate;
import org.gridclear.network.Generator;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Load;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.input.OutageScope.Kind;
import org.gridclear.security.input.SensitivityQuestion.By;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.IssueLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which devices a screening takes out and watches, on a grid of three voltages and two zones. */
// Rows: H-06, H-07, A-25
class ScreeningInputTest {
  private static final Network GRID =
      new Network(
          "grid",
          100,
          List.of(bus("a", 500, "north"), bus("b", 220, "north"), bus("c", 110, "south")),
          List.of(
              branch("ab", "a", "b", BranchKind.TRANSFORMER, true),
              branch("bc", "b", "c", BranchKind.LINE, true),
              branch("ac", "a", "c", BranchKind.LINE, true),
              branch("out", "a", "c", BranchKind.LINE, false)),
          List.of(
              Generator.of("ga", "a"),
              Generator.of("gc", "c"),
              Generator.of("gout", "c").withInService(false)),
          List.of(new Load("l", "c", 100, 20)),
          List.of(),
          List.of(
              new HvdcLine("d", "b", "c", 0, 0, 1, 0, 0, true),
              new HvdcLine("dout", "b", "c", 0, 0, 1, 0, 0, false)),
          List.of(new Flowgate("f", List.of(new Flowgate.Term("ab", 1)), 9, 9)));

  private static Bus bus(String id, double kv, String zone) {
    return new Bus(id, id, BusType.PQ, kv, zone, 1, 0, 0.9, 1.1);
  }

  private static Branch branch(String id, String from, String to, BranchKind kind, boolean on) {
    return new Branch(id, from, to, kind, 0, 0.1, 0, 1, 0, Branch.Ratings.UNLIMITED, on);
  }

  private static String outages(String kinds, double least, double most, String... zones) {
    OutageScope scope = new OutageScope(OutageScope.kinds(kinds), least, most, Set.of(zones));
    return String.join(" ", scope.contingencies(GRID).stream().map(Contingency::id).toList());
  }

  @Test
  void everyDeviceInServiceIsTakenOutByItsType() {
    double all = Double.POSITIVE_INFINITY;
    assertEquals("ab bc ac", outages("branches", 0, all));
    assertEquals("bc ac", outages("lines", 0, all));
    assertEquals("ab", outages("transformers", 0, all));
    assertEquals("ga gc", outages("generators", 0, all));
    assertEquals("bus a bus b bus c", outages("buses", 0, all));
    assertEquals("dc line d", outages("hvdc", 0, all));
    assertEquals("ab bc ac ga gc bus a bus b bus c dc line d", outages("ALL", 0, all));
    assertEquals(EnumSet.noneOf(Kind.class), OutageScope.kinds("cables"));
    assertEquals(
        OutageScope.BRANCHES.contingencies(GRID),
        new OutageScope(OutageScope.kinds("branches"), 0, all, Set.of()).contingencies(GRID));
  }

  @Test
  void aBranchIsInScopeByEitherEndAndOthersByTheirBus() {
    assertEquals("ab ac ga bus a", outages("all", 220.1, 500));
    assertEquals("ab bc bus b dc line d", outages("all", 220, 220));
    assertEquals("bc ac gc bus c dc line d", outages("all", 0, 219.9));
    assertEquals("", outages("all", 500.1, 1e9));
    assertEquals("bc ac gc bus c dc line d", outages("all", 0, 1e9, "south"));
    assertEquals("ab bc ac ga bus a bus b dc line d", outages("all", 0, 1e9, "north", "west"));
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "NaN, 1", "1, NaN"})
  void aRangeOfVoltageWithoutValuesIsRefused(double least, double most) {
    assertEquals(
        "The voltage range (%s..%s kV) has no values.".formatted(least, most),
        assertThrows(
                IllegalArgumentException.class,
                () -> new OutageScope(Set.of(), least, most, Set.of()))
            .getMessage());
  }

  @Test
  void branchesThenFlowgatesThenBusesAreWatched() {
    OutageScope scope = new OutageScope(Set.of(), 500, 500, Set.of());
    assertArrayEquals(
        new boolean[] {true, false, true, true, true, true, false, false}, scope.watched(GRID));
    assertNull(OutageScope.watched(ElementFilter.ALL, GRID));
    ElementFilter south = new ElementFilter(List.of(), List.of(), List.of("south"), 0, 1e9);
    assertArrayEquals(
        new boolean[] {false, true, true, true, true, false, false, true},
        OutageScope.watched(south, GRID));
  }

  @Test
  void aFlowgateAloneIsNothingToWatch() {
    assertEquals(
        "No branch and no bus of 0.0..9.0 kV in any zone would be watched: widen the range or the"
            + " zones.",
        assertThrows(
                IllegalArgumentException.class,
                () -> new OutageScope(Set.of(), 0, 9, Set.of()).watched(GRID))
            .getMessage());
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> new OutageScope(Set.of(), 0, 9, Set.of("z", "y")).watched(GRID))
            .getMessage()
            .contains(" in [y, z] would"));
  }

  @Test
  void anOutageIsLookedUpByTheNumbersOfTheNetwork() {
    NetworkIndex index = new NetworkIndex(GRID);
    Outage outage =
        Outage.of(
            new Contingency(
                "k", List.of("ac", "ab"), List.of("gc"), List.of("b"), List.of("dout", "d")),
            index);
    assertEquals("k", outage.id());
    assertArrayEquals(new int[] {2, 0}, outage.branches());
    assertArrayEquals(new int[] {1}, outage.generators());
    assertArrayEquals(new int[] {1}, outage.buses());
    assertArrayEquals(new int[] {1, 0}, outage.hvdcLines());
    assertEquals(-1, outage.onlyBranch());
    assertEquals(1, Outage.of(Contingency.ofBranch("bc"), index).onlyBranch());
    assertEquals(-1, Outage.of(Contingency.ofGenerator("ga"), index).onlyBranch());
    for (Contingency more :
        List.of(
            new Contingency("k", List.of("bc"), List.of("ga"), List.of()),
            new Contingency("k", List.of("bc"), List.of(), List.of("a")),
            new Contingency("k", List.of("bc"), List.of(), List.of(), List.of("d")),
            new Contingency("k", List.of("bc", "ac"), List.of(), List.of()))) {
      assertEquals(-1, Outage.of(more, index).onlyBranch());
    }
    assertEquals(
        "The HVDC line (x) is not in the network.",
        assertThrows(
                IllegalArgumentException.class, () -> Outage.of(Contingency.ofHvdcLine("x"), index))
            .getMessage());
  }

  @Test
  void aRatingThatIsNotGivenIsTheNormalOne() {
    Branch.Ratings all = new Branch.Ratings(1, 2, 3);
    Branch.Ratings normal = new Branch.Ratings(1, 0, 0);
    assertEquals(1, ScreeningOptions.Rating.NORMAL.of(all));
    assertEquals(2, ScreeningOptions.Rating.SHORT_TERM.of(all));
    assertEquals(3, ScreeningOptions.Rating.EMERGENCY.of(all));
    assertEquals(1, ScreeningOptions.Rating.SHORT_TERM.of(normal));
    assertEquals(1, ScreeningOptions.Rating.EMERGENCY.of(normal));
    assertEquals(0, ScreeningOptions.Rating.EMERGENCY.of(Branch.Ratings.UNLIMITED));
  }

  private static ScreeningOptions options(
      double tolerance, double heavy, double worsened, int exponent) {
    ScreeningOptions d = ScreeningOptions.DEFAULT;
    return new ScreeningOptions(
        d.method(),
        d.start(),
        d.reactiveLimits(),
        d.baseSharing(),
        d.outageSharing(),
        d.rating(),
        tolerance,
        heavy,
        worsened,
        exponent,
        d.rows());
  }

  @Test
  void optionsLieWithinTheirBounds() {
    options(1e-9, 0.01, 0, 1);
    options(1e-2, 1, 1, 20);
    assertRefused("The tolerancePu (9.9E-10) must lie in 1.0E-9..0.01.", 9.9e-10, 1, 0, 1);
    assertRefused("The tolerancePu (0.011) must lie in 1.0E-9..0.01.", 0.011, 1, 0, 1);
    assertRefused("The heavyShare (0.009) must lie in 0.01..1.0.", 1e-5, 0.009, 0, 1);
    assertRefused("The heavyShare (1.01) must lie in 0.01..1.0.", 1e-5, 1.01, 0, 1);
    assertRefused("The worsenedShare (-0.1) must lie in 0.0..1.0.", 1e-5, 1, -0.1, 1);
    assertRefused("The worsenedShare (1.1) must lie in 0.0..1.0.", 1e-5, 1, 1.1, 1);
    assertRefused("The severityExponent (0.0) must lie in 1.0..20.0.", 1e-5, 1, 0, 0);
    assertRefused("The severityExponent (21.0) must lie in 1.0..20.0.", 1e-5, 1, 0, 21);
    assertRefused("The tolerancePu (NaN) must lie in 1.0E-9..0.01.", Double.NaN, 1, 0, 1);
  }

  private static void assertRefused(
      String message, double tolerance, double heavy, double worsened, int exponent) {
    assertEquals(
        message,
        assertThrows(
                IllegalArgumentException.class, () -> options(tolerance, heavy, worsened, exponent))
            .getMessage());
  }

  @Test
  void theBaseCaseIsSolvedAtLeastAsExactlyAsItsOutages() {
    assertEquals(1e-8, options(1e-5, 1, 0, 4).base().tolerancePu());
    assertEquals(2e-9, options(2e-9, 1, 0, 4).base().tolerancePu());
    ScreeningOptions changed =
        ScreeningOptions.DEFAULT
            .with(ScreeningOptions.Method.AC)
            .withReactiveLimits()
            .listing(ScreeningOptions.Rows.ALL);
    assertEquals(ScreeningOptions.Method.AC, changed.method());
    assertTrue(changed.reactiveLimits());
    assertTrue(changed.base().reactiveLimits());
    assertEquals(ScreeningOptions.Rows.ALL, changed.rows());
    assertFalse(ScreeningOptions.DEFAULT.reactiveLimits());
  }

  @ParameterizedTest
  @CsvSource({"1e-10, true", "1e-2, true", "9.9e-11, false", "0.0101, false", "NaN, false"})
  void theToleranceOfAPowerFlowLiesWithinItsBounds(double tolerance, boolean taken) {
    PowerFlowOptions d = PowerFlowOptions.DEFAULT;
    boolean refused = false;
    try {
      new PowerFlowOptions(d.start(), false, d.sharing(), tolerance);
    } catch (IllegalArgumentException e) {
      refused =
          e.getMessage()
              .equals("The tolerancePu (%s) must lie in 1e-10..1e-2.".formatted(tolerance));
    }
    assertEquals(!taken, refused);
  }

  @Test
  void aPlanTakesAllCasesOrThoseThatItNames() {
    ScreeningPlan all =
        new ScreeningPlan(
            ScreeningOptions.DEFAULT, List.of(), List.of(), ElementFilter.ALL, List.of(), 0, 1);
    ScreeningPlan some =
        new ScreeningPlan(
            ScreeningOptions.DEFAULT, List.of(), List.of(), ElementFilter.ALL, List.of("x"), 0, 1);
    assertTrue(all.includes("y"));
    assertTrue(some.includes("x"));
    assertFalse(some.includes("y"));
    assertNull(all.watched(GRID));
  }

  // Questions of sensitivity.

  private static List<String> issues(IssueLog log) {
    return log.issues().stream()
        .map(issue -> issue.field() + " | " + issue.value() + " | " + issue.advice())
        .toList();
  }

  private static SensitivityQuestion question(String json, IssueLog log) {
    return SensitivityReader.read(
        new JsonFields(Json.MAPPER.readTree(json), "sensitivities", log), log);
  }

  @Test
  void aQuestionHasTheFieldsOfItsRequest() {
    IssueLog log = new IssueLog("request");
    assertEquals(
        new SensitivityQuestion(
            new ElementFilter(List.of("ab"), List.of("line"), List.of("north"), 110, 500),
            List.of(By.GENERATOR, By.OUTAGE),
            new ElementFilter(List.of("ga"), List.of(), List.of("south"), 1, 2),
            List.of("bc"),
            0.25,
            new PowerFlowOptions(
                PowerFlowOptions.Start.FLAT, true, PowerFlowOptions.Sharing.HEADROOM, 1e-4)),
        question(
            """
            {"devices": ["ab"], "deviceKinds": ["line"], "deviceZones": ["north"],
             "deviceKvMin": 110, "deviceKvMax": 500, "by": ["outage", "generator", "outage"],
             "elements": ["ga"], "elementZones": ["south"], "elementKvMin": 1, "elementKvMax": 2,
             "opened": ["bc"], "leastShare": 0.25, "start": "flat", "reactiveLimits": true,
             "slack": "headroom", "tolerancePu": 1e-4}
            """,
            log));
    assertEquals(List.of(), issues(log));
  }

  @ParameterizedTest
  @CsvSource({
    "generator, 0.01",
    "load, 0.01",
    "bus, 0.01",
    "outage, 0.01",
    "reactive, 0",
    "tap, 0"
  })
  void smallSensitivitiesOfFlowsAreLeftOutAndNoneOfVoltages(String by, double least) {
    SensitivityQuestion asked =
        question("{\"by\": [\"%s\"]}".formatted(by), new IssueLog("request"));
    assertEquals(least, asked.leastShare());
    assertEquals(ElementFilter.ALL, asked.devices());
    assertEquals(1e-6, asked.options().tolerancePu());
    assertEquals(least == 0, asked.by().get(0).ofVoltage());
    assertEquals(least == 0 ? "p.u." : "MW", asked.by().get(0).unit().split("/", -1)[0]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{}; Say what moves the devices: generator, load, bus, reactive, tap or outage.",
        "{\"by\": [\"bus\"], \"leastShare\": -0.1}; The least sensitivity (-0.1) must be 0 or"
            + " more.",
        "{\"by\": [\"bus\"], \"deviceKvMin\": 2, \"deviceKvMax\": 1}; The voltage range (2.0..1.0"
            + " kV) has no values.",
        "{\"by\": [\"bus\"], \"tolerancePu\": 1}; The tolerancePu (1.0) must lie in 1e-10..1e-2."
      })
  void whatAQuestionCannotHaveIsRefused(String json, String advice) {
    IssueLog log = new IssueLog("request");
    assertNull(question(json, log));
    assertEquals(advice, log.issues().get(log.issues().size() - 1).advice());
  }

  // Snapshots.

  @TempDir Path folder;

  private List<OperatingPoint> snapshots(String csv) throws IOException {
    Path file = folder.resolve("snapshots.csv");
    Files.writeString(file, csv);
    return SnapshotReader.read(file.toString(), GRID);
  }

  private static List<Double> loads(List<OperatingPoint> points) {
    List<Double> loads = new ArrayList<>();
    points.forEach(point -> loads.add(point.loadMw()[0]));
    return loads;
  }

  @Test
  void snapshotsAreTheNetworksADaysOrThoseOfAFile() throws IOException {
    assertEquals(List.of(100.0), loads(SnapshotReader.read(null, GRID)));
    assertEquals(1, SnapshotReader.read("1", GRID).size());
    assertEquals(
        List.of("00:00", "08:00", "16:00"),
        SnapshotReader.read("03", GRID).stream().map(OperatingPoint::name).toList());
    List<OperatingPoint> read = snapshots(" snapshot , loadShare \nlow, 0.5\n\n high ,1.25\n");
    assertEquals(List.of("low", "high"), read.stream().map(OperatingPoint::name).toList());
    assertEquals(List.of(50.0, 125.0), loads(read));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3", "+2", "1000000000", "00"})
  void aNumberOfSnapshotsIsAboveNothing(String count) {
    assertEquals(
        count + " snapshots: give a number from 1 to 999999999, or a CSV file.",
        assertThrows(IllegalArgumentException.class, () -> SnapshotReader.read(count, GRID))
            .getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "snapshot,share|a,1; line 1 |  | The header is snapshot,loadShare.",
        "''; line 1 |  | The header is snapshot,loadShare.",
        "snapshot,loadShare; document | snapshot | List at least one.",
        "snapshot,loadShare|a,1|b,0; line 3 | loadShare | Give a name and a number above 0 and"
            + " below 100.",
        "snapshot,loadShare|a,1|b,100; line 3 | loadShare | Give a name and a number above 0 and"
            + " below 100.",
        "snapshot,loadShare|a,1|b,NaN; line 3 | loadShare | Give a name and a number above 0 and"
            + " below 100.",
        "snapshot,loadShare|a,1|b; line 3 | loadShare | Give a name and a number above 0 and below"
            + " 100.",
        "snapshot,loadShare|a,1||a,2; line 4 | snapshot | Give each its own name."
      })
  void aFileOfSnapshotsThatCannotBeUsedIsRefusedByLine(String lines, String issue) {
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> snapshots(lines.replace('|', '\n')));
    assertEquals(
        issue,
        refused.issues().get(0).element()
            + " | "
            + refused.issues().get(0).field()
            + " | "
            + refused.issues().get(0).advice());
  }
}
