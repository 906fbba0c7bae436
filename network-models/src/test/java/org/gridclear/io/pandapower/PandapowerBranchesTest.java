package org.gridclear.io.pandapower;

import static org.gridclear.json.Documents.assertErrors;
import static org.gridclear.json.Documents.notices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.Network;
import org.gridclear.validate.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Buses and branches of pandapower by the formulas of its documentation. */
// Rows: A-11
class PandapowerBranchesTest extends PandapowerFile {
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

  /** pandapower 3.5.4 has the same voltages for a tap without a position as for a neutral one. */
  @ParameterizedTest
  @CsvSource({
    "NaN, 5, 'hv', 1, tap_pos | absent",
    "null, 5, 'hv', 1, tap_pos | absent",
    "5, NaN, 'hv', 1, tap_neutral | absent",
    "3, 1, '', 1, tap_side | absent",
    "13, 1, 'hv', 1.3, tap_pos | 13.0",
    "-12, 1, 'hv', 0.675, tap_pos | -12.0",
    "10, 1, 'hv', 1.225, ''",
    "null, null, 'hv', 1, ''"
  })
  void aTapThatIsHalfGivenIsNeutralAndSaidAndOneBeyondItsRangeIsSaid(
      String position, String neutral, String side, double ratio, String said) {
    table(
        "trafo",
        "hv_bus lv_bus sn_mva vn_hv_kv vn_lv_kv vk_percent vkr_percent tap_side tap_pos tap_neutral"
            + " tap_min tap_max tap_step_percent tap_changer_type",
        "[0, 1, 25, 110, 21, 10, 6, '%s', %s, %s, -10, 10, 2.5, 'Ratio']"
            .formatted(side, position, neutral));
    Branch trafo = onlyBranch();
    assertEquals(110 / 21.0 * 20 / 100 * ratio, trafo.tapRatio(), 1e-12);
    List<String> taps = notices(log, Rule.TAKEN_AS);
    assertEquals(said.isEmpty() ? 0 : 1, taps.size(), taps.toString());
    assertTrue(said.isEmpty() || taps.get(0).contains(said), taps.toString());
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
}
