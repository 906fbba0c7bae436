package org.gridclear.io.pandapower;

import static org.gridclear.json.Documents.assertErrors;
import static org.gridclear.json.Documents.errors;
import static org.gridclear.json.Documents.notices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.json.Json;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.Generator;
import org.gridclear.network.GeneratorCost;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Load;
import org.gridclear.network.Network;
import org.gridclear.network.Shunt;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * Elements of pandapower by the formulas of its documentation, with numbers by hand: a base of 10
 * MVA, buses of 100 kV (1000 Ω) and 20 kV (40 Ω).
 */
// Rows: A-11
class PandapowerElementsTest {
  private static final double NONE = Double.POSITIVE_INFINITY;

  private final IssueLog log = new IssueLog("net.json");
  private final ObjectNode body = Json.MAPPER.createObjectNode();

  PandapowerElementsTest() {
    body.put("sn_mva", 10);
    body.put("f_hz", 50);
    body.put("name", "net");
    table(
        "bus",
        "name vn_kv type zone in_service min_vm_pu max_vm_pu",
        "['h', 100, 'b', 'north', true, 0.95, 1.05]",
        "['l', 20, 'b', null, true, 0.9, 1.1]",
        "['m', 20, 'b', null, true, 0.9, 1.1]");
  }

  /** A table as to_json writes it: rows are numbered from 0; quotes are single ones here. */
  private void table(String name, String columns, String... rows) {
    List<String> index = new ArrayList<>();
    for (int r = 0; r < rows.length; r++) {
      index.add(String.valueOf(r));
    }
    String split =
        "{'columns': ['%s'], 'index': [%s], 'data': [%s]}"
            .formatted(
                columns.replace(" ", "', '"), String.join(", ", index), String.join(", ", rows));
    ObjectNode frame = Json.MAPPER.createObjectNode();
    frame.put("_class", "DataFrame");
    frame.put("_object", split.replace('\'', '"'));
    body.set(name, frame);
  }

  private Network read() {
    Frames frames = new Frames(body, log);
    Network network = new Elements(frames, log).network("net");
    frames.noticeRest();
    return network;
  }

  private Branch onlyBranch() {
    Network network = read();
    assertEquals(1, network.branches().size());
    return network.branches().get(0);
  }

  private static void assertShunts(Network network, Object... busAndValues) {
    assertEquals(busAndValues.length / 3, network.shunts().size(), network.shunts().toString());
    for (int k = 0; k < network.shunts().size(); k++) {
      Shunt shunt = network.shunts().get(k);
      assertEquals(busAndValues[3 * k], shunt.bus());
      assertEquals(((Number) busAndValues[3 * k + 1]).doubleValue(), shunt.gMw(), 1e-9);
      assertEquals(((Number) busAndValues[3 * k + 2]).doubleValue(), shunt.bMvar(), 1e-9);
    }
  }

  @Test
  void busesKeepNamesZonesAndBandsAndStartAtTheResults() {
    table("res_bus", "vm_pu va_degree", "[1.01, 0]", "[0.98, -3.5]", "[null, null]");
    table("ext_grid", "bus vm_pu va_degree in_service", "[0, 1.02, 7.5, true]");
    assertEquals(
        List.of(
            new Bus("0", "h", BusType.REFERENCE, 100, "north", 1.01, 7.5, 0.95, 1.05),
            new Bus("1", "l", BusType.PQ, 20, "", 0.98, -3.5, 0.9, 1.1),
            new Bus("2", "m", BusType.PQ, 20, "", 1, 0, 0.9, 1.1)),
        read().buses());
    assertErrors(log);
  }

  @Test
  void aBusThatIsOutIsIsolatedAndOneWithoutABandHasTheUsualOne() {
    table(
        "bus",
        "name vn_kv type zone in_service min_vm_pu",
        "[null, 100, 'b', null, false, 0.95]",
        "['l', 20, 'b', null, true, null]");
    List<Bus> buses = read().buses();
    assertEquals(BusType.ISOLATED, buses.get(0).type());
    assertEquals("0", buses.get(0).name());
    assertEquals(0.95, buses.get(0).vMinPu());
    assertEquals(1.1, buses.get(0).vMaxPu());
    assertEquals(0.9, buses.get(1).vMinPu());
    assertTrue(
        notices(log, Rule.TAKEN_AS)
            .contains("TAKEN_AS | bus 0 and 1 more | max_vm_pu | not given | It is taken as 1.1."));
  }

  private static final String LINE =
      "from_bus to_bus length_km r_ohm_per_km x_ohm_per_km c_nf_per_km g_us_per_km max_i_ka df"
          + " parallel in_service";

  @Test
  void aLineIsPerUnitOfItsVoltageAndAsManyAsAreParallel() {
    table("line", LINE, "[1, 2, 5, 0.4, 0.8, 200, 0, 0.5, 0.8, 2, true]");
    Branch line = onlyBranch();
    assertEquals("line 0", line.id());
    assertEquals("1", line.from());
    assertEquals("2", line.to());
    assertEquals(BranchKind.LINE, line.kind());
    assertEquals(0.025, line.rPu(), 1e-12); // 2 Ω in two, of 40 Ω
    assertEquals(0.05, line.xPu(), 1e-12);
    // 2π·50·200 nF/km · 5 km · 2 are 0.628 mS, of 25 mS
    assertEquals(2 * Math.PI * 50 * 200e-9 * 5 * 2 * 40, line.bPu(), 1e-12);
    assertEquals(Math.sqrt(3) * 20 * 0.5 * 0.8 * 2, line.ratings().normalMva(), 1e-9);
    assertEquals(line.ratings().normalMva(), line.ratings().emergencyMva());
    assertEquals(1, line.tapRatio());
    assertTrue(line.inService());
  }

  @Test
  void theConductanceOfALineIsAShuntAtEitherEnd() {
    table("line", LINE, "[1, 2, 5, 0.4, 0.8, 0, 100, 0.5, 1, 2, true]");
    // 100 µS/km · 5 km · 2 are 1 mS: 0.4 MW at 20 kV
    assertShunts(read(), "1", 0.2, 0, "2", 0.2, 0);
    table("line", LINE, "[1, 2, 5, 0.4, 0.8, 0, 100, 0.5, 1, 2, false]");
    assertShunts(read());
  }

  @Test
  void aLineThatEndsWhereItBeginsIsLeftOut() {
    table("line", LINE, "[1, 1, 5, 0.4, 0.8, 0, 0, 0.5, 1, 1, true]");
    assertEquals(List.of(), read().branches());
    assertErrors(log);
  }

  private static final String TRAFO =
      "hv_bus lv_bus sn_mva vn_hv_kv vn_lv_kv vk_percent vkr_percent pfe_kw i0_percent shift_degree"
          + " tap_side tap_pos tap_neutral tap_step_percent tap_step_degree tap_changer_type"
          + " parallel df in_service";

  private void transformer(String... tail) {
    table("trafo", TRAFO, "[0, 1, 25, 110, 21, 10, 6, 0, 0, 150, " + String.join(", ", tail) + "]");
  }

  @Test
  void aTransformerIsPerUnitOfItsLowVoltageSide() {
    transformer("null", "0", "0", "0", "0", "'Ratio'", "2", "0.9", "true");
    Branch trafo = onlyBranch();
    double base = 1.1025 * 10 / 25; // (21/20)² on 10 of 25 MVA
    assertEquals("0", trafo.from());
    assertEquals("1", trafo.to());
    assertEquals(BranchKind.TRANSFORMER, trafo.kind());
    assertEquals(0.06 * base / 2, trafo.rPu(), 1e-12);
    assertEquals(0.08 * base / 2, trafo.xPu(), 1e-12); // √(10² − 6²)
    assertEquals(0, trafo.bPu(), 1e-15);
    assertEquals(110 / 21.0 * 20 / 100, trafo.tapRatio(), 1e-12);
    assertEquals(150, trafo.shiftDeg());
    assertEquals(25 * 0.9 * 2, trafo.ratings().normalMva(), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({
    "hv, 3, 1, 2.5, 0, Ratio, 1.05, 150", // two steps of 2.5 %
    "lv, 3, 1, 2.5, 0, Ratio, 0.9523809523809523, 150",
    "hv, -1, 1, 2.5, 0, ratio, 0.95, 150",
    "hv, 3, 1, 5, 90, Symmetrical, 1.004987562112089, 155.71059313749964", // 1 + 0.1 j
    "lv, 3, 1, 5, 90, Symmetrical, 0.9950371902099892, 144.28940686250036",
    "hv, 3, 1, 0, 1.5, Ideal, 1, 153",
    "lv, 3, 1, 0, 1.5, Ideal, 1, 147",
    "hv, 3, 1, 50, 0, Ideal, 1, 210", // 2·asin(1 / 2)
    "hv, 3, 1, 2.5, 0, None, 1, 150",
    "hv, 1, 1, 2.5, 0, Ratio, 1, 150"
  })
  void aTapMovesTheRatioOrTheAngleOfItsSide(
      String side,
      int position,
      int neutral,
      String percent,
      String degree,
      String type,
      double ratio,
      double shift) {
    transformer(
        "'" + side + "'",
        String.valueOf(position),
        String.valueOf(neutral),
        percent,
        degree,
        "'" + type + "'",
        "1",
        "1",
        "true");
    Branch trafo = onlyBranch();
    assertEquals(110 / 21.0 * 20 / 100 * ratio, trafo.tapRatio(), 1e-12);
    assertEquals(shift, trafo.shiftDeg(), 1e-9);
    assertErrors(log);
  }

  @Test
  void aTapThatIsNotKnownIsRefused() {
    transformer("'mv'", "1", "0", "2.5", "0", "'Ratio'", "1", "1", "true");
    read();
    transformer("'hv'", "1", "0", "2.5", "0", "'Tabular'", "1", "1", "true");
    read();
    assertErrors(
        log,
        "FIELD_TYPE | trafo 0 | tap_side | mv | Use hv or lv.",
        "FIELD_TYPE | trafo 0 | tap_changer_type | Tabular | Use Ratio, Symmetrical, Ideal.");
  }

  @ParameterizedTest
  @CsvSource({"true, 1, 153", "false, 1.05, 150"})
  void anOlderFileSaysWhetherItsTapShiftsPhases(String shifter, double ratio, double shift) {
    table(
        "trafo",
        "hv_bus lv_bus sn_mva vn_hv_kv vn_lv_kv vk_percent vkr_percent shift_degree tap_side"
            + " tap_pos tap_neutral tap_step_percent tap_step_degree tap_phase_shifter",
        "[0, 1, 25, 110, 21, 10, 6, 150, 'hv', 2, 0, 2.5, %s, %s]"
            .formatted(shifter.equals("true") ? "1.5" : "0", shifter));
    Branch trafo = onlyBranch();
    assertEquals(110 / 21.0 * 20 / 100 * ratio, trafo.tapRatio(), 1e-12);
    assertEquals(shift, trafo.shiftDeg(), 1e-9);
  }

  @Test
  void theMagnetisingBranchLiesInTheMiddleOfTheSeriesImpedance() {
    table(
        "trafo",
        "hv_bus lv_bus sn_mva vn_hv_kv vn_lv_kv vk_percent vkr_percent pfe_kw i0_percent",
        "[0, 1, 10, 100, 20, 10, 6, 300, 5]");
    Network network = read();
    Branch trafo = network.branches().get(0);
    // 0.3 MW and √(0.5² − 0.3²) = 0.4 Mvar drawn: y = 0.03 − 0.04 j; z = 0.06 + 0.08 j
    // y z / 4 = (0.0018 + 0.0032 + (0.0024 − 0.0024) j) / 4 = 0.00125
    assertEquals(0.06 * 1.00125, trafo.rPu(), 1e-12);
    assertEquals(0.08 * 1.00125, trafo.xPu(), 1e-12);
    assertEquals(-0.04 / 1.00125, trafo.bPu(), 1e-12);
    assertShunts(network, "0", 0.15 / 1.00125, 0, "1", 0.15 / 1.00125, 0);
  }

  /** Two-port admittances of a T with half of z on either side of 1/y, by its impedances. */
  private static double[] tee(double r, double x, double g, double b) {
    double y2 = g * g + b * b;
    double[] across = {g / y2, -b / y2};
    double[] own = {r / 2 + across[0], x / 2 + across[1]};
    // Y = Z⁻¹ of the symmetric Z = (own across; across own): own/det and −across/det
    double[] det = {
      own[0] * own[0] - own[1] * own[1] - across[0] * across[0] + across[1] * across[1],
      2 * own[0] * own[1] - 2 * across[0] * across[1]
    };
    double d2 = det[0] * det[0] + det[1] * det[1];
    return new double[] {
      (own[0] * det[0] + own[1] * det[1]) / d2,
      (own[1] * det[0] - own[0] * det[1]) / d2,
      -(across[0] * det[0] + across[1] * det[1]) / d2,
      -(across[1] * det[0] - across[0] * det[1]) / d2
    };
  }

  @Test
  void aTransformerWithItsMagnetisingBranchIsTheTwoPortOfATee() {
    table(
        "trafo",
        "hv_bus lv_bus sn_mva vn_hv_kv vn_lv_kv vk_percent vkr_percent pfe_kw i0_percent parallel",
        "[0, 1, 10, 120, 20, 20, 5, 800, 30, 2]");
    Network network = read();
    Branch trafo = network.branches().get(0);
    // two in parallel of z = 0.05 + 0.194 j and y = 0.08 − 0.289 j each
    double x = Math.sqrt(0.2 * 0.2 - 0.05 * 0.05);
    double b = -Math.sqrt(0.3 * 0.3 - 0.08 * 0.08);
    double[] expected = tee(0.05 / 2, x / 2, 0.08 * 2, b * 2);
    double z2 = trafo.rPu() * trafo.rPu() + trafo.xPu() * trafo.xPu();
    double ownG = network.shunts().get(1).gMw() / 10 + trafo.rPu() / z2;
    double ownB = trafo.bPu() / 2 - trafo.xPu() / z2;
    assertEquals(expected[0], ownG, 1e-9);
    assertEquals(expected[1], ownB, 1e-9);
    assertEquals(expected[2], -trafo.rPu() / z2, 1e-9);
    assertEquals(expected[3], trafo.xPu() / z2, 1e-9);
    // at the side of the ratio of 1.2 the same conductance is that of a higher voltage
    assertEquals(1.2, trafo.tapRatio(), 1e-12);
    assertEquals(network.shunts().get(1).gMw() / 1.44, network.shunts().get(0).gMw(), 1e-12);
    assertEquals(20, trafo.ratings().normalMva());
  }

  @Test
  void whatALineLeavesOutIsNoneOrOne() {
    table(
        "line",
        "from_bus to_bus length_km r_ohm_per_km x_ohm_per_km max_loading_percent",
        "[1, 2, 2, 0.4, 0.8, 100]",
        "[1, 2, 2, 0.4, 0.8, 80]");
    Network network = read();
    assertEquals(
        new Branch(
            "line 0",
            "1",
            "2",
            BranchKind.LINE,
            0.02,
            0.04,
            0,
            1,
            0,
            Branch.Ratings.UNLIMITED,
            true),
        network.branches().get(0));
    assertShunts(network);
    assertEquals(
        List.of(
            "TAKEN_AS | line 1 | max_loading_percent | 80.0"
                + " | The rating is the full current or power."),
        notices(log, Rule.TAKEN_AS));
  }

  @ParameterizedTest
  @CsvSource({
    "gf_pu, 0.5, 0, 0, 0",
    "bf_pu, 0, 0.5, 0, 0",
    "gt_pu, 0, 0, 0.5, 0",
    "bt_pu, 0, 0, 0, 0.5"
  })
  void eachAdmittanceOfAnImpedanceIsOneOfItsOwnEnd(
      String column, double gf, double bf, double gt, double bt) {
    table(
        "impedance",
        "from_bus to_bus rft_pu xft_pu rtf_pu xtf_pu sn_mva in_service " + column,
        "[1, 2, 0.02, 0.06, 0.02, 0.06, 5, true, 0.1]",
        "[1, 2, 0.02, 0.06, 0.02, 0.06, 5, true, 0]",
        "[1, 2, 0.02, 0.06, 0.02, 0.06, 5, false, 0.1]");
    assertShunts(read(), "1", gf, bf, "2", gt, bt);
  }

  @Test
  void aResistanceAboveTheImpedanceIsRefused() {
    table(
        "trafo",
        "hv_bus lv_bus sn_mva vn_hv_kv vn_lv_kv vk_percent vkr_percent",
        "[0, 1, 10, 100, 20, 10, 10]");
    assertEquals(0, onlyBranch().xPu());
    assertErrors(log);
    table(
        "trafo",
        "hv_bus lv_bus sn_mva vn_hv_kv vn_lv_kv vk_percent vkr_percent",
        "[0, 1, 10, 100, 20, 10, 11]");
    read();
    assertErrors(log, "LIMITS_ORDERED | trafo 0 | vkr_percent | 11.0 | It is part of vk_percent.");
  }

  @Test
  void anImpedanceIsPerUnitOfItsOwnPower() {
    table(
        "impedance",
        "from_bus to_bus rft_pu xft_pu rtf_pu xtf_pu sn_mva gf_pu bf_pu gt_pu bt_pu",
        "[1, 2, 0.02, 0.06, 0.02, 0.06, 5, 0.001, 0.002, 0.003, 0.004]");
    Network network = read();
    assertEquals(
        List.of(
            new Branch(
                "impedance 0",
                "1",
                "2",
                BranchKind.LINE,
                0.04,
                0.12,
                0,
                1,
                0,
                Branch.Ratings.UNLIMITED,
                true)),
        network.branches());
    assertShunts(network, "1", 0.005, 0.01, "2", 0.015, 0.02);
    assertErrors(log);
    table(
        "impedance",
        "from_bus to_bus rft_pu xft_pu rtf_pu xtf_pu sn_mva",
        "[1, 2, 0.02, 0.06, 0.03, 0.07, 5]");
    read();
    String advice = " | An impedance that differs by direction has no model here.";
    assertErrors(
        log,
        "FIELD_KNOWN | impedance 0 | rtf_pu | 0.03" + advice,
        "FIELD_KNOWN | impedance 0 | xtf_pu | 0.07" + advice);
  }

  @Test
  void loadsAreConstantPowerAndConstantImpedance() {
    table(
        "load",
        "bus p_mw q_mvar const_z_p_percent const_z_q_percent const_i_p_percent scaling in_service",
        "[1, 10, 4, 30, 25, 20, 2, true]",
        "[2, 5, 1, 100, 100, 0, 1, true]",
        "[2, 7, 1, 0, 0, 0, 1, false]");
    Network network = read();
    assertEquals(List.of(new Load("load 0", "1", 14, 6)), network.loads());
    assertShunts(network, "1", 6, -2, "2", 5, -1);
    assertEquals(
        List.of("TAKEN_AS | load 0 | const_i_p_percent | 20.0 | It is taken as constant power."),
        notices(log, Rule.TAKEN_AS));
  }

  @Test
  void anOlderShareOfConstantImpedanceIsThatOfBothPowers() {
    table("load", "bus p_mw q_mvar const_z_percent", "[1, 10, 4, 50]");
    Network network = read();
    assertEquals(List.of(new Load("load 0", "1", 5, 2)), network.loads());
    assertShunts(network, "1", 5, -2);
  }

  @Test
  void storageMotorsAndWardsDrawWhatTheyDraw() {
    table("storage", "bus p_mw q_mvar scaling", "[1, 3, 1, 2]");
    table(
        "motor",
        "bus pn_mech_mw efficiency_percent loading_percent scaling cos_phi",
        "[2, 8, 80, 50, 1.2, 0.8]");
    table("ward", "bus ps_mw qs_mvar pz_mw qz_mvar", "[1, 1.5, 0.5, 2.5, 0.75]");
    Network network = read();
    List<Load> loads = network.loads();
    assertEquals(new Load("storage 0", "1", 6, 2), loads.get(0));
    assertEquals("2", loads.get(1).bus());
    assertEquals(6, loads.get(1).pMw(), 1e-9); // 8 / 0.8 · 0.5 · 1.2
    assertEquals(4.5, loads.get(1).qMvar(), 1e-9); // tan of a 3-4-5 triangle
    assertEquals(new Load("ward 0", "1", 1.5, 0.5), loads.get(2));
    assertShunts(network, "1", 2.5, -0.75);
  }

  @Test
  void aShuntIsOfItsRatedVoltageAndItsSteps() {
    table(
        "shunt",
        "bus p_mw q_mvar vn_kv step in_service",
        "[1, 0.1, -0.5, 10, 3, true]",
        "[2, 0.1, 0.5, null, 1, true]");
    assertShunts(read(), "1", 1.2, 6, "2", 0.1, -0.5); // (20/10)² · 3
  }

  @Test
  void machinesAreGridsThenGeneratorsThenStaticOnes() {
    table("ext_grid", "bus vm_pu in_service", "[0, 1.02, true]");
    table(
        "gen",
        "bus p_mw vm_pu min_q_mvar max_q_mvar min_p_mw max_p_mw scaling slack slack_weight type",
        "[1, 10, 1.01, -5, 6, 2, 30, 0.5, false, 0.25, 'sync']",
        "[2, 20, 0.99, -1e9, 1e9, null, null, 1, true, 0, null]");
    table("sgen", "bus p_mw q_mvar scaling", "[1, 4, 1, 0.5]", "[1, -3, 0, 1]");
    table("poly_cost", "et element cp0_eur cp1_eur_per_mw cp2_eur_per_mw2", "['gen', 0, 5, 6, 7]");
    Network network = read();
    GeneratorCost cost = new GeneratorCost(0, 0, List.of(5.0, 6.0, 7.0), List.of(), List.of());
    assertEquals(
        List.of(
            machine("ext_grid 0", "0", "", 0, 0, -NONE, NONE, 1.02, 0, 0, 0, null),
            machine("gen 0", "1", "sync", 5, 0, -5, 6, 1.01, 2, 30, 0.25, cost),
            machine("gen 1", "2", "", 20, 0, -NONE, NONE, 0.99, 0, 20, 0, null),
            machine("sgen 0", "1", "", 2, 0.5, 0.5, 0.5, 1, 0, 2, 0, null),
            machine("sgen 1", "1", "", -3, 0, 0, 0, 1, -3, 0, 0, null)),
        network.generators());
    assertEquals(
        List.of(BusType.REFERENCE, BusType.PV, BusType.REFERENCE),
        network.buses().stream().map(Bus::type).toList());
  }

  private static Generator machine(
      String id,
      String bus,
      String fuel,
      double mw,
      double mvar,
      double qMin,
      double qMax,
      double vSet,
      double pMin,
      double pMax,
      double share,
      GeneratorCost cost) {
    return new Generator(
        id, bus, fuel, mw, mvar, qMin, qMax, vSet, pMin, pMax, 0, share, true, cost);
  }

  @Test
  void aCostOfNoMachineInServiceIsNoticed() {
    table("gen", "bus p_mw vm_pu in_service", "[1, 10, 1, false]");
    table("poly_cost", "et element cp1_eur_per_mw cq1_eur_per_mvar", "['gen', 0, 6, 2]");
    read();
    assertTrue(
        notices(log, Rule.FIELD_USED)
            .containsAll(
                List.of(
                    "FIELD_USED | poly_cost 0 | cq1_eur_per_mvar | 2.0"
                        + " | Reactive power is not priced.",
                    "FIELD_USED | poly_cost gen 0 | element | [0.0, 6.0, 0.0]"
                        + " | No machine in service has this cost.",
                    "FIELD_USED | gen 0 | in_service | false"
                        + " | It is out of service and left out.")));
  }

  @Test
  void aDcLineLosesAFixedPartAndAShare() {
    table(
        "dcline",
        "from_bus to_bus p_mw loss_percent loss_mw vm_from_pu vm_to_pu max_p_mw min_q_from_mvar"
            + " max_q_from_mvar min_q_to_mvar max_q_to_mvar in_service",
        "[1, 2, 8, 2, 0.1, 1.01, 0.99, 12, -1, 2, -3, 4, true]");
    assertEquals(
        List.of(
            new HvdcLine(
                "dcline 0",
                "1",
                "2",
                8,
                -12,
                12,
                0.1,
                0.02,
                true,
                new HvdcLine.Converter(true, 1.01, 0, -1, 2),
                new HvdcLine.Converter(true, 0.99, 0, -3, 4))),
        read().hvdcLines());
  }

  @Test
  void aClosedSwitchMakesTwoBusesOneAndAnOpenOneLeavesThem() {
    table("switch", "bus element et closed", "[1, 2, 'b', true]", "[0, 1, 'b', false]");
    table("load", "bus p_mw q_mvar", "[2, 10, 4]");
    Network network = read();
    assertEquals(List.of("0", "1"), network.buses().stream().map(Bus::id).toList());
    assertEquals(List.of(new Load("load 0", "1", 10, 4)), network.loads());
    assertErrors(log);
  }

  @ParameterizedTest
  @CsvSource({"l, line", "t, trafo", "i, impedance"})
  void anOpenSwitchTakesItsBranchOut(String kind, String table) {
    table("line", LINE, "[1, 2, 5, 0.4, 0.8, 0, 0, 0.5, 1, 1, true]");
    transformer("null", "0", "0", "0", "0", "'Ratio'", "1", "1", "true");
    table(
        "impedance",
        "from_bus to_bus rft_pu xft_pu rtf_pu xtf_pu sn_mva",
        "[1, 2, 0.02, 0.06, 0.02, 0.06, 5]");
    table(
        "switch",
        "bus element et closed",
        "[1, 0, '%s', false]".formatted(kind),
        "[1, 0, 'l', true]");
    assertEquals(
        List.of(table + " 0"),
        read().branches().stream().filter(branch -> !branch.inService()).map(Branch::id).toList());
  }

  @Test
  void switchesThatNameNothingAreRefused() {
    table(
        "switch",
        "bus element et closed z_ohm",
        "[1, 9, 'b', true, 0]",
        "[1, 2, 'b', true, 0.5]",
        "[1, 2, 'x', true, 0]");
    read();
    assertErrors(
        log,
        "REFERENCE_EXISTS | switch 0 | bus | 1, 9 | Name two buses.",
        "FIELD_KNOWN | switch 1 | z_ohm | 0.5 | Switches with an impedance have no model here.",
        "FIELD_TYPE | switch 2 | et | x | Use b, l, t or t3.");
  }

  @Test
  void cellsThatAreNoNumbersAreRefusedByRowAndColumn() {
    table(
        "load",
        "bus p_mw q_mvar scaling in_service",
        "[1, 'ten', 4, 1, true]",
        "[7, null, 4, 1, 'yes']",
        "[null, 1, 0, 1, 1]");
    read();
    List<String> errors = errors(log);
    assertEquals("FIELD_TYPE | load 1 | in_service | yes | Give true or false.", errors.get(0));
    assertEquals("FIELD_TYPE | load 0 | p_mw | ten | Give a finite number.", errors.get(1));
    assertTrue(errors.get(2).startsWith("REFERENCE_EXISTS | load 1 | bus | 7 | "), errors.get(2));
    assertEquals("FIELD_PRESENT | load 1 | p_mw | absent | Give a number.", errors.get(3));
    assertEquals("FIELD_PRESENT | load 2 | bus | absent | Give the index of a row.", errors.get(4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"trafo3w", "xward", "asymmetric_load", "svc", "vsc", "source_dc"})
  void elementsThatWouldChangeThePowerFlowAreRefusedInService(String table) {
    table(table, "name in_service", "['a', false]");
    read();
    assertErrors(log);
    table(table, "name in_service", "['a', false]", "['b', true]");
    read();
    assertErrors(
        log,
        "FIELD_KNOWN | "
            + table
            + " 1 | in_service | true | Elements of this table have no model here; the power flow"
            + " would be another.");
  }

  @Test
  void aTableOfUnequalRowsIsRefused() {
    table("load", "bus p_mw", "[1, 2, 3]");
    read();
    assertErrors(
        log,
        "SERIES_LENGTH | table load | data | 1 rows"
            + " | Give columns, index and data of one size (orient split).");
  }

  @Test
  void aDocumentWithoutBusesIsNoNetwork() {
    body.remove("bus");
    body.remove("sn_mva");
    read();
    assertEquals(
        List.of(
            "SYNTAX | document | _object | no table bus | Write it by pandapower.to_json.",
            "FIELD_TYPE | network | sn_mva | MissingNode | Give a number."),
        errors(log).stream()
            .distinct()
            .map(text -> text.replace("sn_mva |  |", "sn_mva | MissingNode |"))
            .toList());
  }
}
