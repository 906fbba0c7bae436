package org.gridclear.security.sensitivity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gridclear.clearing.input.ElementFilter;
import org.gridclear.io.CaseFiles;
import org.gridclear.json.Json;
import org.gridclear.network.Flowgate;
import org.gridclear.network.Load;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.input.PowerFlowOptions;
import org.gridclear.security.input.SensitivityQuestion;
import org.gridclear.security.input.SensitivityQuestion.By;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.powerflow.PowerFlowModel;
import org.gridclear.security.powerflow.PowerFlowResult;
import org.gridclear.security.result.Monitored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sensitivities of chosen devices to chosen groups are what solving twice shows (H-10 to H-13). */
// Rows: H-10, H-11, H-12, H-13, H-15
class SensitivityKernelTest {
  private static final PowerFlowOptions OPTIONS =
      new PowerFlowOptions(
          PowerFlowOptions.Start.FILE, false, PowerFlowOptions.Sharing.REFERENCE, 1e-9);
  private static final double STEP = 0.1;

  /** IEEE 14 with a flowgate of two lines. */
  private static Network network() {
    Network network = CaseFiles.load("ieee14", Path.of(""), Set.of()).network();
    List<Flowgate.Term> terms = List.of(new Flowgate.Term("L3", 1), new Flowgate.Term("L4", 0.5));
    return network.withFlowgates(List.of(new Flowgate("gate", terms, 100, 100)));
  }

  private static ElementFilter ids(String... ids) {
    return new ElementFilter(List.of(ids), List.of(), List.of(), 0, ElementFilter.ALL.kvMax());
  }

  private static ElementFilter kind(String kind) {
    return new ElementFilter(List.of(), List.of(kind), List.of(), 0, ElementFilter.ALL.kvMax());
  }

  private static List<Sensitivity> rows(
      Network network, ElementFilter devices, By by, ElementFilter elements, String... opened) {
    return answer(network, devices, by, elements, opened).rows();
  }

  private static SensitivityKernel.Answer answer(
      Network network, ElementFilter devices, By by, ElementFilter elements, String... opened) {
    return SensitivityKernel.answer(
        NetworkStructure.of(network),
        OperatingPoint.of(network),
        new SensitivityQuestion(devices, List.of(by), elements, List.of(opened), 0, OPTIONS));
  }

  private static PowerFlowResult solved(Network network, boolean ac, String... opened) {
    OperatingPoint of = OperatingPoint.of(network);
    boolean[] on = of.branchOn().clone();
    for (String branch : opened) {
      on[new NetworkIndex(network).branch(branch)] = false;
    }
    OperatingPoint point = of.with(on, of.generatorOn(), of.loadMw(), of.loadMvar());
    PowerFlowModel model = new PowerFlowModel(NetworkStructure.of(network), point);
    return ac ? PowerFlowResult.ac(model, OPTIONS) : PowerFlowResult.dc(model, OPTIONS);
  }

  private static Network drawing(Network network, String bus, double mw, double mvar) {
    List<Load> loads = new ArrayList<>(network.loads());
    loads.add(new Load("probe", bus, mw, mvar));
    return network.withLoads(loads);
  }

  private static double flowMw(Network network, PowerFlowResult result, Sensitivity row) {
    NetworkIndex index = new NetworkIndex(network);
    if (row.deviceKind() != Monitored.Kind.FLOWGATE) {
      return result.fromMw()[index.branch(row.device())];
    }
    double flow = 0;
    for (Flowgate.Term term : network.flowgates().get(0).terms()) {
      flow += term.weight() * result.fromMw()[index.branch(term.branch())];
    }
    return flow;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "L5"})
  void flowsFollowLoadsUnitsAndBusesAsSolvingTwiceSays(String opened) {
    Network network = network();
    String[] out = opened.isEmpty() ? new String[0] : new String[] {opened};
    PowerFlowResult before = solved(network, false, out);
    int compared = 0;
    for (By by : List.of(By.LOAD, By.BUS, By.GENERATOR)) {
      for (Sensitivity row : rows(network, ElementFilter.ALL, by, ElementFilter.ALL, out)) {
        String bus =
            by == By.GENERATOR
                ? network.generators().stream()
                    .filter(g -> g.id().equals(row.element()))
                    .findFirst()
                    .orElseThrow()
                    .bus()
                : row.element();
        double mw = by == By.LOAD ? STEP : -STEP;
        PowerFlowResult after = solved(drawing(network, bus, mw, 0), false, out);
        double moved = flowMw(network, after, row) - flowMw(network, before, row);
        assertEquals(moved / STEP, row.factor(), 1e-6, row.toString());
        compared++;
      }
    }
    assertTrue(compared > 21 * 14, "compared " + compared);
  }

  /** The table of a chosen outage: each device takes its share of what the branch carried. */
  @ParameterizedTest
  @ValueSource(strings = {"L1", "L5", "L7"})
  void theTableOfAnOutageIsWhatOpeningTheBranchDoes(String branch) {
    Network network = network();
    PowerFlowResult before = solved(network, false);
    PowerFlowResult after = solved(network, false, branch);
    double carried = before.fromMw()[new NetworkIndex(network).branch(branch)];
    List<Sensitivity> rows = rows(network, ElementFilter.ALL, By.OUTAGE, ids(branch));
    assertEquals(20, rows.size());
    for (Sensitivity row : rows) {
      double moved = flowMw(network, after, row) - flowMw(network, before, row);
      assertEquals(moved, row.factor() * carried, 1e-6, row.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "L5"})
  void voltagesFollowReactivePowerAndTapsAsSolvingTwiceSays(String opened) {
    Network network = network();
    NetworkIndex index = new NetworkIndex(network);
    String[] out = opened.isEmpty() ? new String[0] : new String[] {opened};
    for (Sensitivity row : rows(network, kind("bus"), By.REACTIVE, ids("9"), out)) {
      int b = index.bus(row.device());
      double up = solved(drawing(network, "9", 0, -STEP), true, out).voltagePu()[b];
      double down = solved(drawing(network, "9", 0, STEP), true, out).voltagePu()[b];
      assertEquals((up - down) / (2 * STEP), row.factor(), 1e-6, row.toString());
    }
    assertEquals(14 * 3, rows(network, kind("bus"), By.TAP, ElementFilter.ALL, out).size());
  }

  @Test
  void filtersChooseDevicesAndElements() {
    Network network = network();
    assertEquals(
        List.of("L1"),
        rows(network, ids("L1"), By.GENERATOR, ids("G2")).stream()
            .map(Sensitivity::device)
            .toList());
    long gates = rows(network, kind("flowgate"), By.LOAD, ElementFilter.ALL).size();
    assertEquals(network.loads().size(), gates);
  }

  @Test
  void whatCannotBeAnsweredIsRefused() {
    Network network = network();
    refused("no device 'L99'", () -> rows(network, ids("L99"), By.BUS, ElementFilter.ALL));
    refused("no element 'G99'", () -> rows(network, ids("L1"), By.GENERATOR, ids("G2", "G99")));
    refused("Nothing is chosen", () -> rows(network, ids("L1"), By.GENERATOR, ids("G99")));
    refused("No bus is chosen", () -> rows(network, ids("L1"), By.TAP, ElementFilter.ALL));
    refused("no opened branch", () -> rows(network, ids("L1"), By.BUS, ElementFilter.ALL, "L99"));
  }

  /** Bus 8 hangs on one branch, so its outage has no factors: it is listed, not left out. */
  @Test
  void anOutageThatSplitsTheGridIsListed() {
    Network network = network();
    SensitivityKernel.Answer all = answer(network, ElementFilter.ALL, By.OUTAGE, ElementFilter.ALL);
    Set<String> answered =
        all.rows().stream().map(Sensitivity::element).collect(java.util.stream.Collectors.toSet());
    List<String> hanging =
        network.branches().stream()
            .filter(branch -> branch.from().equals("8") || branch.to().equals("8"))
            .map(org.gridclear.network.Branch::id)
            .toList();
    assertEquals(1, hanging.size());
    assertEquals(hanging, all.splitting());
    assertEquals(network.branches().size() - 1, answered.size());
  }

  @Test
  void anUnknownKindOrZoneAmongKnownOnesIsRefused() {
    Network network = network();
    String zone = network.buses().get(0).zone();
    double most = ElementFilter.ALL.kvMax();
    ElementFilter kinds =
        new ElementFilter(List.of(), List.of("line", "tranformer"), List.of(), 0, most);
    ElementFilter zones =
        new ElementFilter(List.of(), List.of(), List.of(zone, "Nowhere"), 0, most);
    refused("'tranformer'", () -> rows(network, kinds, By.BUS, ElementFilter.ALL));
    refused("zone 'Nowhere'", () -> rows(network, zones, By.BUS, ElementFilter.ALL));
    refused("zone 'Nowhere'", () -> rows(network, ElementFilter.ALL, By.BUS, zones));
  }

  /** 20 branches and a flowgate by 14 buses at every operating point. */
  @Test
  void rowsOfAllOperatingPointsCountTogether() {
    Network network = network();
    SensitivityQuestion question =
        new SensitivityQuestion(
            ElementFilter.ALL, List.of(By.BUS), ElementFilter.ALL, List.of(), 0, OPTIONS);
    int rows = 21 * 14;
    int most = SensitivityKernel.ROWS_IN_ALL_MAX / rows;
    SensitivityKernel.check(network, question, most);
    refused(
        "%d rows at each of %d operating points".formatted(rows, most + 1),
        () -> SensitivityKernel.check(network, question, most + 1));
  }

  private static void refused(String part, org.junit.jupiter.api.function.Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(part), message);
  }

  /** The name of the answer is a hash of the question, so equal questions have equal bytes. */
  @Test
  void aQuestionHasTheSameBytesWhateverTheOrderOfItsGroups() {
    List<byte[]> bytes = new ArrayList<>();
    for (List<By> by : List.of(List.of(By.TAP, By.BUS), List.of(By.BUS, By.TAP, By.BUS))) {
      SensitivityQuestion question =
          new SensitivityQuestion(
              ElementFilter.ALL, by, ElementFilter.ALL, List.of(), 0.01, OPTIONS);
      byte[] packed = Json.MAPPER.writeValueAsBytes(question);
      assertEquals(question, Json.MAPPER.readValue(packed, SensitivityQuestion.class));
      bytes.add(packed);
    }
    assertArrayEquals(bytes.get(0), bytes.get(1));
  }
}
