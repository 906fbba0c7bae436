package org.gridclear.io.pandapower;

import static org.gridclear.json.Documents.assertErrors;
import static org.gridclear.json.Documents.errors;
import static org.gridclear.json.Documents.notices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gridclear.network.Branch;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.GeneratorCost;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Load;
import org.gridclear.network.Network;
import org.gridclear.validate.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Loads, shunts, machines and switches of pandapower, and what is refused. */
// Rows: A-11
class PandapowerMachinesTest extends PandapowerFile {
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

  /** pandapower's default is false of a static generator and true of a generator. */
  @Test
  void aCostOfAMachineThatPandapowerHoldsIsNoticed() {
    table(
        "gen",
        "bus p_mw vm_pu max_p_mw controllable",
        "[1, 1, 1, 9, false]",
        "[1, 1, 1, 9, null]",
        "[1, 1, 1, 9, true]");
    table(
        "sgen",
        "bus p_mw max_p_mw controllable",
        "[1, 1, 9, false]",
        "[1, 1, 9, null]",
        "[1, 1, 9, true]",
        "[1, 1, 9, 1.0]",
        "[1, 1, 9, false]");
    table(
        "poly_cost",
        "et element cp1_eur_per_mw",
        "['gen', 0, 5]",
        "['gen', 1, 5]",
        "['gen', 2, 5]",
        "['sgen', 0, 5]",
        "['sgen', 1, 5]",
        "['sgen', 2, 5]",
        "['sgen', 3, 5]");
    assertEquals(8, read().generators().size());
    String effect =
        "It has a cost: a market can dispatch it, where pandapower's OPF holds its output.";
    assertEquals(
        List.of(
            "TAKEN_AS | gen 0 | controllable | not true | " + effect,
            "TAKEN_AS | sgen 0 and 1 more | controllable | not true | " + effect),
        notices(log, Rule.TAKEN_AS));
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
