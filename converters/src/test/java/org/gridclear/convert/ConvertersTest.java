package org.gridclear.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.powsybl.cgmes.conformity.CgmesConformity1Catalog;
import com.powsybl.commons.datasource.ReadOnlyDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.powerflow.PowerFlowModel;
import org.gridclear.security.powerflow.PowerFlowResult;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** After a conversion the power flow counts, not the number of elements. */
// Rows: O-08
class ConvertersTest {
  private static final PowerFlowOptions EXACT =
      new PowerFlowOptions(
          PowerFlowOptions.Start.FILE, false, PowerFlowOptions.Sharing.REFERENCE, 1e-10);

  @TempDir Path folder;

  private CaseFiles.Loaded load(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
    return CaseFiles.load(name, folder, Set.of());
  }

  private static byte[] resource(String path) throws IOException {
    try (InputStream in = ConvertersTest.class.getResourceAsStream(path)) {
      assertNotNull(in, path);
      return in.readAllBytes();
    }
  }

  private static PowerFlowResult solve(Network network) {
    PowerFlowResult result =
        PowerFlowResult.ac(
            new PowerFlowModel(NetworkStructure.of(network), OperatingPoint.of(network)), EXACT);
    assertTrue(result.converged(), network.name() + " " + result.text());
    return result;
  }

  private static Network builtIn(String name) {
    return CaseFiles.load(name, Path.of(""), Set.of()).network();
  }

  /** The largest difference of voltages, in p.u. and radians, of buses of the same id. */
  private static double difference(Network a, Network b) {
    PowerFlowResult ra = solve(a);
    PowerFlowResult rb = solve(b);
    Map<String, double[]> voltages = new HashMap<>();
    for (int k = 0; k < a.buses().size(); k++) {
      voltages.put(a.buses().get(k).id(), new double[] {ra.voltagePu()[k], ra.angleDeg()[k]});
    }
    assertEquals(a.buses().size(), b.buses().size());
    double worst = 0;
    for (int k = 0; k < b.buses().size(); k++) {
      double[] other = voltages.get(b.buses().get(k).id());
      assertNotNull(other, b.buses().get(k).id());
      worst = Math.max(worst, Math.abs(other[0] - rb.voltagePu()[k]));
      worst = Math.max(worst, Math.toRadians(Math.abs(other[1] - rb.angleDeg()[k])));
    }
    return worst;
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 14, 30, 57, 118})
  void ieeeCdfHasThePowerFlowOfMatpowersCase(int buses) throws IOException {
    Network read = load("x.txt", resource("/ieee" + buses + "cdf.txt")).network();
    assertEquals(0, difference(builtIn("ieee" + buses), read), 1e-9);
  }

  /** MATPOWER's case300 leaves out the phase shift of 196-2040, and has it otherwise the same. */
  @Test
  void ieeeCdfOf300BusesHasThatOfMatpowerButForItsPhaseShifter() throws IOException {
    String text = new String(resource("/ieee300cdf.txt"), StandardCharsets.US_ASCII);
    assertTrue(text.contains(" -11.40 "));
    Network read =
        load("x.cdf", text.replace(" -11.40 ", "   0.00 ").getBytes(StandardCharsets.US_ASCII))
            .network();
    assertEquals(0, difference(builtIn("ieee300"), read), 1e-9);
    Network shifted = load("x.cdf", text.getBytes(StandardCharsets.US_ASCII)).network();
    assertEquals(
        -11.4,
        shifted.branches().stream()
            .filter(b -> b.shiftDeg() != 0)
            .findFirst()
            .orElseThrow()
            .shiftDeg(),
        1e-9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IEEE_14_bus.raw",
        "IEEE_14_bus_rev35.raw",
        "IEEE_14_bus_rev35.rawx",
        "IEEE_14_bus_nodeBreaker_rev35.raw"
      })
  void psseHasThePowerFlowOfMatpowersCase(String file) throws IOException {
    Network read = load("x" + file.substring(file.indexOf('.')), resource("/" + file)).network();
    assertEquals(0, difference(builtIn("ieee14"), read), 1e-9);
  }

  @Test
  void psseOfRevision32AndIsolatedBusesAreRead() throws IOException {
    solve(load("x.raw", resource("/ExampleVersion32.raw")).network());
    Network isolated = load("x.raw", resource("/IEEE_14_isolated_buses.raw")).network();
    assertEquals(16, isolated.buses().size());
    solve(isolated);
  }

  private String refusal(String name, byte[] bytes) {
    return assertThrows(InvalidInputException.class, () -> load(name, bytes)).issues().stream()
        .map(Issue::line)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void recordsThatPowSyBlDropsAreRefusedByName() throws IOException {
    String said = refusal("x.raw", resource("/IEEE_14_bus_completed.raw"));
    for (String record :
        new String[] {"multi-terminal DC line", "GNE device", "induction machine"}) {
      assertTrue(said.contains("ERROR FMT-03 x.raw: " + record), said);
    }
  }

  @Test
  void aBusThatIsOutWithABranchInServiceIsRefused() throws IOException {
    String text = new String(resource("/IEEE_14_bus.raw"), StandardCharsets.US_ASCII);
    String out = text.replace("14      ', 138.0000,1,", "14      ', 138.0000,4,");
    String said = refusal("x.raw", out.getBytes(StandardCharsets.US_ASCII));
    assertTrue(said.contains("bus 14, IDE = 4"), said);
  }

  @Test
  void aRevisionThatIsNotReadIsNamed() throws IOException {
    String said = refusal("x.raw", resource("/version-not-supported.raw"));
    assertTrue(said.contains("29 not supported") && said.contains("32, 33, 35"), said);
  }

  /** Cut between sections, each is a whole grid to its reader. */
  @ParameterizedTest
  @CsvSource({
    "/IEEE_14_bus.raw, BEGIN TRANSFORMER, Q, .raw",
    "/IEEE_14_bus.raw, END OF SWITCHED SHUNT, Q, .raw",
    "/ExampleVersion32.raw, BEGIN AREA, Q, .raw",
    "/IEEE_14_bus_rev35.raw, BEGIN TRANSFORMER, Q, .raw",
    "/ieee14cdf.txt, LOSS ZONES FOLLOWS, END OF DATA, .cdf",
    "/ieee14cdf.txt, END OF DATA, END OF DATA, .txt"
  })
  void aFileThatIsCutOffIsRefused(String file, String at, String missing, String ending)
      throws IOException {
    String text = new String(resource(file), StandardCharsets.US_ASCII);
    String cut = text.substring(0, text.lastIndexOf('\n', text.indexOf(at)) + 1);
    String said = refusal("x" + ending, cut.getBytes(StandardCharsets.US_ASCII));
    assertTrue(said.contains("FMT-02 x" + ending + ": document, " + missing), said);
    assertTrue(said.contains("cut off"), said);
  }

  @Test
  void aTitleIsNoLastRecord() throws IOException {
    List<String> lines =
        new String(resource("/IEEE_14_bus.raw"), StandardCharsets.US_ASCII).lines().toList();
    String cut =
        lines.get(0)
            + "\nQ - first quarter\n\n"
            + String.join("\n", lines.subList(3, lines.size() - 1));
    assertEquals("Q", lines.get(lines.size() - 1).strip());
    assertTrue(refusal("x.raw", cut.getBytes(StandardCharsets.US_ASCII)).contains("cut off"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.raw", "x.rawx", "x.uct", "x.cdf", "x.zip"})
  void rubbishIsRefusedWithAMessage(String name) {
    String said = refusal(name, "12, 4\nhello\n".getBytes(StandardCharsets.US_ASCII));
    assertTrue(said.contains("ERROR "), said);
  }

  /** Three nodes of 380 kV and one of 220 kV. */
  static String ucte() {
    return String.join(
        "\n",
        "##C 2007.05.01",
        "##N",
        "##ZFR",
        node("FFR1AA11", 3, 390, 0, 0, 0, 0),
        node("FFR2AA11", 0, 0, 300, 80, 0, 0),
        node("FFR3AA11", 2, 385, 50, 10, -200, 0),
        node("FFR4AA21", 0, 0, 120, 30, 0, 0),
        "##L",
        "FFR1AA11 FFR2AA11 1 0 1.5000 15.000 120.0000   2000",
        "FFR2AA11 FFR3AA11 1 0 2.0000 20.000 160.0000   1500",
        "FFR1AA11 FFR3AA11 1 0 1.0000 12.000 0.000000   1800",
        "##T",
        "FFR3AA11 FFR4AA21 1 0 400.0 231.0 300.0 0.5000 12.000 0.000000 0.0000   900",
        "");
  }

  /** A small file, and the same in p.u. of 100 MVA made by hand. */
  @Test
  void ucteHasThePowerFlowOfItsPhysicalValues() throws IOException {
    String text = ucte();
    Network read = load("x.uct", text.getBytes(StandardCharsets.US_ASCII)).network();
    double z380 = 380.0 * 380 / 100;
    double z220 = 220.0 * 220 / 100;
    // The impedance is at the voltage of the first node, 400 kV; seen from the other it is less.
    double seen = 231.0 * 231 / (400.0 * 400) / z220;
    double tap = 400.0 / 231.0 * 220 / 380;
    Network byHand =
        new Network(
            "hand",
            100,
            List.of(
                bus("FFR1AA11", BusType.REFERENCE, 390.0 / 380),
                bus("FFR2AA11", BusType.PQ, 1),
                bus("FFR3AA11", BusType.PV, 385.0 / 380),
                bus("FFR4AA21", BusType.PQ, 1)),
            List.of(
                branch("a", "FFR1AA11", "FFR2AA11", 1.5 / z380, 15 / z380, 120e-6 * z380, 1),
                branch("b", "FFR2AA11", "FFR3AA11", 2 / z380, 20 / z380, 160e-6 * z380, 1),
                branch("c", "FFR1AA11", "FFR3AA11", 1 / z380, 12 / z380, 0, 1),
                branch("t", "FFR3AA11", "FFR4AA21", 0.5 * seen, 12 * seen, 0, tap)),
            List.of(generator("FFR1AA11", 0, 390.0 / 380), generator("FFR3AA11", 200, 385.0 / 380)),
            List.of(
                new Load("2", "FFR2AA11", 300, 80),
                new Load("3", "FFR3AA11", 50, 10),
                new Load("4", "FFR4AA21", 120, 30)),
            List.of(),
            List.of(),
            List.of());
    assertEquals(0, difference(byHand, read), 1e-9);
    assertEquals(
        Math.sqrt(3) * 380 * 2, read.branches().get(0).ratings().normalMva(), 1e-6, "2000 A");
  }

  private static String node(
      String code, int type, double kv, double mw, double mvar, double genMw, double genMvar) {
    return "%-8s %-12s 0 %d %6s %7.2f %7.2f %7.1f %7.2f -1000.0 -9000.0 9000.00 -9000.0"
        .formatted(code, "", type, kv == 0 ? "" : "%.2f".formatted(kv), mw, mvar, genMw, genMvar);
  }

  private static Bus bus(String id, BusType type, double vPu) {
    return new Bus(id, id, type, id.charAt(6) == '1' ? 380 : 220, "FR", vPu, 0, 0.9, 1.1);
  }

  private static Branch branch(
      String id, String from, String to, double r, double x, double b, double tap) {
    BranchKind kind = tap == 1 ? BranchKind.LINE : BranchKind.TRANSFORMER;
    return new Branch(id, from, to, kind, r, x, b, tap, 0, Branch.Ratings.UNLIMITED, true);
  }

  private static Generator generator(String bus, double mw, double vPu) {
    return new Generator("G" + bus, bus, "", mw, 0, -9000, 9000, vPu, 0, 9000, 0, 0, true, null);
  }

  /** The file's own state variables are the oracle. */
  @Test
  void cgmesHasThePowerFlowOfItsStateVariables() throws IOException {
    for (ReadOnlyDataSource source :
        new ReadOnlyDataSource[] {
          CgmesConformity1Catalog.miniBusBranch().dataSource(),
          CgmesConformity1Catalog.miniNodeBreaker().dataSource()
        }) {
      Network read = load("mini.zip", zip(source)).network();
      PowerFlowResult result = solve(read);
      int reference = 0;
      while (read.buses().get(reference).type() != BusType.REFERENCE) {
        reference++;
      }
      double turn = result.angleDeg()[reference] - read.buses().get(reference).angleDeg();
      int compared = 0;
      for (int k = 0; k < read.buses().size(); k++) {
        Bus bus = read.buses().get(k);
        if (bus.angleDeg() != 0 && result.voltagePu()[k] > 0) {
          assertEquals(bus.vSetPu(), result.voltagePu()[k], 2e-5, bus.name());
          assertEquals(bus.angleDeg(), result.angleDeg()[k] - turn, 2e-4, bus.name());
          compared++;
        }
      }
      assertTrue(compared >= 9, compared + " buses compared");
    }
  }

  /**
   * Regulating taps are where the solution has them, and every folder's file of one name is read.
   */
  @Test
  void cgmesTakesTheTapsOfItsStateVariables() throws IOException {
    ReadOnlyDataSource source = CgmesConformity1Catalog.microGridBaseCaseBE().dataSource();
    CaseFiles.Loaded loaded = load("be.zip", zip(source, "%s/model.xml"));
    String said = loaded.log().issues().stream().map(Issue::line).collect(Collectors.joining("\n"));
    assertTrue(said.contains("phase tap changer = at 10, in the solution at 16"), said);
    assertTrue(said.contains("ratio tap changer = at 14, in the solution at 18"), said);
    Network read = loaded.network();
    PowerFlowResult result = solve(read);
    int first = indexOf(read, "BE-Busbar_5");
    int second = indexOf(read, "BE-Busbar_6");
    assertEquals(
        read.buses().get(second).angleDeg() - read.buses().get(first).angleDeg(),
        result.angleDeg()[second] - result.angleDeg()[first],
        0.01);
    assertEquals(read.buses().get(second).vSetPu(), result.voltagePu()[second], 2e-4);
  }

  private static int indexOf(Network network, String name) {
    return network.buses().stream().map(Bus::name).toList().indexOf(name);
  }

  @Test
  void theSlopeOfACompensatorIsSaid() throws IOException {
    ReadOnlyDataSource source = CgmesConformity1Catalog.microGridType4BE().dataSource();
    String said =
        load("type4.zip", zip(source, "%s")).log().issues().stream()
            .map(Issue::line)
            .collect(Collectors.joining("\n"));
    assertTrue(said.contains("slope = "), said);
  }

  /** Loads and machines without SSH would be of 0 MW, and the grid look like one at rest. */
  @ParameterizedTest
  @CsvSource({"_SSH_, 0 for 2 of EQ", "_NL_SSH_, 1 for 2 of EQ"})
  void cgmesWithoutTheSteadyStatesOfAnEquipmentFileIsRefused(String without, String said)
      throws IOException {
    ReadOnlyDataSource source = CgmesConformity1Catalog.microGridBaseCaseAssembled().dataSource();
    String refusal = refusal("be-nl.zip", zip(source, "%s", without));
    assertTrue(refusal.contains("SSH = " + said), refusal);
  }

  private static byte[] zip(ReadOnlyDataSource source) throws IOException {
    return zip(source, "profiles/%s");
  }

  private static byte[] zip(ReadOnlyDataSource source, String path) throws IOException {
    return zip(source, path, "none");
  }

  private static byte[] zip(ReadOnlyDataSource source, String path, String without)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : source.listNames(".*")) {
        if (name.contains(without)) {
          continue;
        }
        zip.putNextEntry(new ZipEntry(path.formatted(name)));
        try (InputStream in = source.newInputStream(name)) {
          in.transferTo(zip);
        }
      }
    }
    return bytes.toByteArray();
  }
}
