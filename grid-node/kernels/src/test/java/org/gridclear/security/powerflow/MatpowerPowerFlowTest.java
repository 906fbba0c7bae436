package org.gridclear.security.powerflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gridclear.io.CaseFiles;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.OperatingPoint;
import org.gridclear.numerics.ShiftFactors;
import org.gridclear.security.audit.MatpowerPowerFlow;
import org.gridclear.security.audit.MatpowerRows;
import org.gridclear.security.input.PowerFlowOptions;
import org.gridclear.security.input.PowerFlowOptions.Sharing;
import org.gridclear.security.input.PowerFlowOptions.Start;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** MATPOWER's rules for power flows, against a power flow of the rows themselves. */
// Rows: A-04, H-03
class MatpowerPowerFlowTest {
  private static final Path NETWORKS = Path.of("../../../shared/data/networks");

  private static final String RING =
      """
      function mpc = ring
      mpc.version = '2';
      mpc.baseMVA = 100;
      mpc.bus = [
        1 3 0  0  0 0 1 1 0 230 1 1.1 0.9;
        2 2 50 20 0 0 1 1 0 230 1 1.1 0.9;
        3 1 90 30 5 9 1 1 0 230 1 1.1 0.9;
        4 1 60 25 0 0 1 1 0 230 1 1.1 0.9;
        5 1 40 10 0 0 1 1 0 230 1 1.1 0.9;
        6 1 7  3  0 0 1 1 0 230 1 1.1 0.9;
      ];
      mpc.gen = [
        1 100 0 300 -300 1.02 100 1 400 0;
        2 80  0 300 -300 1.01 100 1 400 0;
      ];
      mpc.branch = [
        1 2 0.01  0.08 0.04 200 200 200 0    0  1 -360 360;
        1 3 0.02  0.12 0.05 200 200 200 0    0  1 -360 360;
        2 4 0.015 0.1  0.04 200 200 200 0.98 4  1 -360 360;
        3 4 0.01  0.07 0.02 200 200 200 0    0  1 -360 360;
        4 5 0.02  0.15 0.03 200 200 200 0    0  1 -360 360;
        3 5 0.02  0.16 0.03 200 200 200 0    0  1 -360 360;
        5 6 0.01  0.05 0.02 200 200 200 0    0  1 -360 360;
        3 6 0.01  0.06 0.02 200 200 200 0    0  1 -360 360;
      ];
      """;

  @TempDir Path folder;

  private static String with(String from, String to) {
    assertTrue(RING.contains(from), from);
    return RING.replace(from, to);
  }

  static Stream<List<String>> cases() {
    String dcLine = RING + "mpc.dcline = [3 5 1 %s 0 0 %s -100 100 -50 50 -50 50 1 0.02];\n";
    return Stream.of(
        List.of("as it is", RING),
        List.of("isolated bus", with("6 1 7", "6 4 7")),
        List.of("isolated bus with a unit", isolatedUnit()),
        List.of("reference without a unit", with("1.02 100 1", "1.02 100 0")),
        List.of("two references", with("2 2 50", "2 3 50")),
        List.of(
            "two references at two angles", with("2 2 50 20 0 0 1 1 0", "2 3 50 20 0 0 1 1 -3.5")),
        List.of("reference at an angle", with("1 3 0  0  0 0 1 1 0", "1 3 0  0  0 0 1 1 17.5")),
        List.of("two set points", with("400 0;\n];", "400 0;\n 2 30 0 9 -9 1.04 100 1 40 0;\n];")),
        List.of(
            "the last unit does not run",
            with("400 0;\n];", "400 0;\n 2 30 0 9 -9 1.04 100 0 40 0;\n];")),
        List.of("unit at a PQ bus", with("400 0;\n];", "400 0;\n 4 9 7 9 -9 1.04 100 1 40 0;\n];")),
        List.of("PV bus without a unit", with("3 1 90", "3 2 90")),
        List.of("DC line", dcLine.formatted("30 28.4", "1.0 1.01")),
        List.of("DC line backwards", dcLine.formatted("-30 -30.4", "1.0 1.0")),
        List.of("DC line with a wrong PT", dcLine.formatted("30 77", "1.0 1.0")),
        List.of(
            "DC line at a plant",
            RING + "mpc.dcline = [2 5 1 9 8 0 0 .99 1 0 9 -5 5 -5 5 0 0.1];\n"),
        List.of(
            "DC line at a reference",
            RING + "mpc.dcline = [1 6 1 9 8 0 0 .99 1 0 9 -5 5 -5 5 0 0.1];\n"),
        List.of(
            "DC line out of service",
            RING + "mpc.dcline = [3 5 0 30 28 0 0 1 1 0 99 -5 5 -5 5 0 0];\n"),
        List.of(
            "infinite limits", RING.replace("300 -300", "Inf -Inf").replace("400 0", "Inf -Inf")),
        List.of("dispatchable load", with("2 80  0 300", "2 -30 0 300").replace("400 0", "0 -60")));
  }

  private static String isolatedUnit() {
    return with("400 0;\n];", "400 0;\n 6 40 5 9 -9 1.04 100 1 40 0;\n];")
        .replace("6 1 7", "6 4 7");
  }

  private Network network(String text) throws IOException {
    Files.writeString(folder.resolve("ring.m"), text);
    return CaseFiles.load("ring.m", folder, Set.of()).network();
  }

  private static PowerFlowResult ac(Network network) {
    return PowerFlowResult.ac(
        new PowerFlowModel(NetworkStructure.of(network), OperatingPoint.of(network)),
        new PowerFlowOptions(Start.FILE, false, Sharing.REFERENCE, 1e-10));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void anAcPowerFlowFollowsMatpowersRules(List<String> given) throws IOException {
    MatpowerPowerFlow oracle = new MatpowerPowerFlow(MatpowerRows.of(given.get(1)));
    assertTrue(oracle.converged(), given.get(0));
    same(oracle, network(given.get(1)), 1e-8, given.get(0));
  }

  private static void same(
      MatpowerPowerFlow oracle, Network network, double tolerancePu, String text) {
    PowerFlowResult result = ac(network);
    assertTrue(result.converged(), text + ": " + result.text());
    for (int b = 0; b < network.buses().size(); b++) {
      String bus = text + " bus " + network.buses().get(b).id();
      assertEquals(oracle.voltagePu(b), result.voltagePu()[b], tolerancePu, bus);
      if (oracle.voltagePu(b) > 0) {
        double turns = Math.rint((oracle.angleDeg(b) - result.angleDeg()[b]) / 360);
        assertEquals(oracle.angleDeg(b), result.angleDeg()[b] + 360 * turns, 60 * tolerancePu, bus);
      }
    }
    for (int l = 0; l < network.branches().size(); l++) {
      double[] flow = oracle.flow(l);
      double mva = tolerancePu * network.baseMva();
      assertEquals(flow[0], result.fromMw()[l], mva, text);
      assertEquals(flow[1], result.fromMvar()[l], mva, text);
      assertEquals(flow[2], result.toMw()[l], mva, text);
      assertEquals(flow[3], result.toMvar()[l], mva, text);
    }
  }

  @Test
  void whatIsAtAnIsolatedBusTakesNoPart() throws IOException {
    Network network = network(isolatedUnit());
    PowerFlowResult result = ac(network);
    assertEquals(0, result.fromMw()[6]);
    assertEquals(0, result.fromMw()[7]);
    assertEquals(0, result.voltagePu()[5]);
    assertEquals(1, result.islands());
    assertTrue(network.loads().stream().noneMatch(load -> load.bus().equals("6")));
    assertTrue(network.generators().stream().noneMatch(g -> g.bus().equals("6") && g.inService()));
  }

  /** With lossless data the DC flows are found by hand: two references share by their angles. */
  @Test
  void dcAnglesStartAtThoseOfTheReferences() throws IOException {
    String text =
        """
        function mpc = two
        mpc.version = '2';
        mpc.baseMVA = 100;
        mpc.bus = [
          1 3 0   0 0 0 1 1 10 230 1 1.1 0.9;
          2 3 0   0 0 0 1 1 4  230 1 1.1 0.9;
          3 1 100 0 0 0 1 1 0  230 1 1.1 0.9;
        ];
        mpc.gen = [1 10 0 9 -9 1 100 1 99 0; 2 10 0 9 -9 1 100 1 99 0];
        mpc.branch = [
          1 3 0 0.1 0 0 0 0 0 0 1 -360 360;
          2 3 0 0.1 0 0 0 0 0 0 1 -360 360;
        ];
        """;
    Network network = network(text);
    PowerFlowModel model =
        new PowerFlowModel(NetworkStructure.of(network), OperatingPoint.of(network));
    PowerFlowResult result =
        PowerFlowResult.dc(model, new PowerFlowOptions(Start.FILE, false, Sharing.REFERENCE, 1e-8));
    double difference = 100 * Math.toRadians(6) / 0.1;
    assertEquals(50 + difference / 2, result.fromMw()[0], 1e-9);
    assertEquals(50 - difference / 2, result.fromMw()[1], 1e-9);
    assertEquals(10, result.angleDeg()[0], 1e-12);
    assertEquals(4, result.angleDeg()[1], 1e-9);
    assertEquals(7 - Math.toDegrees(0.05), result.angleDeg()[2], 1e-9);
    assertEquals(50 + difference / 2, result.injectionMw()[0], 1e-9);
    DcPowerFlow flow = new DcPowerFlow(model, Sharing.REFERENCE);
    int second = model.position(1);
    assertEquals(0.5 - difference / 200, flow.net()[second], 1e-12);
    assertEquals(flow.net()[second] - model.activePu(second), flow.shared()[second], 1e-12);
    PowerFlowResult shared =
        PowerFlowResult.dc(model, new PowerFlowOptions(Start.FILE, false, Sharing.HEADROOM, 1e-8));
    assertEquals(50, shared.fromMw()[0], 1e-9);
  }

  @Test
  void susceptancesThatCancelHaveNoDcFlowAndTheBusIsNamed() throws IOException {
    Network network =
        network(
            """
            function mpc = none
            mpc.version = '2';
            mpc.baseMVA = 100;
            mpc.bus = [
              1  3 0  0 0 0 1 1 0 230 1 1.1 0.9;
              20 1 10 0 0 0 1 1 0 230 1 1.1 0.9;
              30 1 40 0 0 0 1 1 0 230 1 1.1 0.9;
            ];
            mpc.gen = [1 50 0 9 -9 1 100 1 99 0];
            mpc.branch = [
              1  20 0 0.1  0 0 0 0 0 0 1 -360 360;
              20 30 0 0.1  0 0 0 0 0 0 1 -360 360;
              20 30 0 -0.1 0 0 0 0 0 0 1 -360 360;
            ];
            """);
    PowerFlowResult result =
        PowerFlowResult.dc(
            new PowerFlowModel(NetworkStructure.of(network), OperatingPoint.of(network)),
            new PowerFlowOptions(Start.FILE, false, Sharing.REFERENCE, 1e-8));
    assertFalse(result.converged());
    assertTrue(result.text().contains("at bus 30"), result.text());
    boolean[] all = {true, true, true};
    NetworkIndex index = new NetworkIndex(network);
    ArithmeticException none =
        assertThrows(ArithmeticException.class, () -> new ShiftFactors(index, all));
    assertTrue(none.getMessage().contains("at bus 30"), none.getMessage());
  }

  /** Half way between its two outputs the curve allows 20 Mvar, not the 300 of the flat limit. */
  @Test
  void reactiveLimitsFollowTheCapabilityCurve() throws IOException {
    String curve = "2 80  0 300 -300 1.01 100 1 400 0 60 100 -30 30 -10 10";
    Network network =
        network(
            with("2 80  0 300 -300 1.01 100 1 400 0", curve)
                .replace("1.02 100 1 400 0;", "1.02 100 1 400 0 0 0 0 0 0 0;")
                .replace("2 2 50 20", "2 2 50 95"));
    PowerFlowResult result =
        PowerFlowResult.ac(
            new PowerFlowModel(NetworkStructure.of(network), OperatingPoint.of(network)),
            new PowerFlowOptions(Start.FILE, true, Sharing.REFERENCE, 1e-10));
    assertTrue(result.converged());
    assertEquals(1, result.reactiveSide()[1]);
    assertEquals(20 - 95, result.injectionMvar()[1], 1e-6);
  }

  @Test
  void aConverterGivesUpItsVoltageAtItsReactiveLimit() throws IOException {
    Network network =
        network(RING + "mpc.dcline = [3 5 1 30 28.4 0 0 1.0 1.05 -100 100 -50 50 -6 6 1 0.02];\n");
    PowerFlowResult result =
        PowerFlowResult.ac(
            new PowerFlowModel(NetworkStructure.of(network), OperatingPoint.of(network)),
            new PowerFlowOptions(Start.FILE, true, Sharing.REFERENCE, 1e-10));
    assertTrue(result.converged());
    assertEquals(1, result.reactiveSide()[4]);
    assertEquals(6 - 10, result.injectionMvar()[4], 1e-6);
  }

  @Test
  void aDcLineWithADeadEndCarriesNothing() throws IOException {
    String cut =
        with("5 6 0.01  0.05 0.02 200 200 200 0    0  1", "5 6 .01 .05 0 0 0 0 0 0 0")
            .replace("3 6 0.01  0.06 0.02 200 200 200 0    0  1", "3 6 .01 .06 0 0 0 0 0 0 0");
    Network network = network(cut + "mpc.dcline = [3 6 1 12 12 0 0 1 1 -9 50 -5 5 -5 5 0 0];\n");
    PowerFlowResult result = ac(network);
    assertEquals(0, result.voltagePu()[5]);
    assertEquals(-90, result.injectionMw()[2], 1e-6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"case300.m", "matpower/case3120sp.m", "matpower/case141.m"})
  void realFilesGiveWhatTheirRowsGive(String file) throws IOException {
    Path path = NETWORKS.resolve(file);
    Assumptions.assumeTrue(Files.exists(path), file + " is not beside the project");
    MatpowerPowerFlow oracle = new MatpowerPowerFlow(MatpowerRows.of(Files.readString(path)));
    assertTrue(oracle.converged());
    same(oracle, CaseFiles.load(path.toString(), Path.of(""), Set.of()).network(), 1e-6, file);
  }
}
