package org.gridclear.io.matpower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.gridclear.io.CaseFiles;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Network;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// Rows: A-01
class MatpowerReaderTest {
  private static final String CASE =
      """
      function mpc = tiny
      %% a comment; with [brackets] and 'quotes'
      mpc.version = '2';
      mpc.baseMVA = 100;
      mpc.bus = [
        1  3  0   0   0  0  1  1.0  0  230  1  1.1  0.9;  % slack
        2  1  50  10  1  0  1  1.0  0  230  1  1.1  0.9
        3  1  -5, 0,  0, 0, 2, 1.0, 0, 115, 1, 1.1, 0.9;
      ];
      mpc.gen = [ 1 60 0 300 -300 1 100 1 250 10 zeros(1, 11); ];
      mpc.branch = [
        1 2 0.01 0.1 0.02 40 50 60 0 0 1 -360 360;
        2 3 0.01 1/8 0 0 0 0 0.98 -2.5 1 -360 ...
          360;
      ];
      mpc.gencost = [ 2 1000 0 3 0.02 20 5 ];
      mpc.bus_name = { 'Alpha'; 'Be''ta'; 'Gamma' };
      mpc.dcline = [ 1 3 1 10 8.9 0 0 1 1 1 20 -1 1 -1 1 1 0.01 ];
      """;

  @TempDir Path folder;

  private Network read(String text) throws IOException {
    Files.writeString(folder.resolve("tiny.m"), text);
    CaseFiles.Loaded loaded = CaseFiles.load("tiny.m", folder, Set.of());
    return ((CaseFiles.Content.OnlyNetwork) loaded.content()).network();
  }

  private InvalidInputException refused(String text) {
    return assertThrows(InvalidInputException.class, () -> read(text));
  }

  @Test
  void readsEveryTableWithExpressionsNamesAndContinuations() throws IOException {
    Network network = read(CASE);
    assertEquals("Be'ta", network.buses().get(1).name());
    assertEquals("2", network.buses().get(2).zone().isEmpty() ? "" : "2");
    assertEquals(-5, network.loads().get(1).pMw());
    assertEquals(1, network.shunts().get(0).gMw());
    Branch transformer = network.branches().get(1);
    assertEquals(BranchKind.TRANSFORMER, transformer.kind());
    assertEquals(0.125, transformer.xPu());
    assertEquals(-2.5, transformer.shiftDeg());
    assertEquals(0.98, transformer.tapRatio());
    assertEquals(5 + 20 * 10 + 0.02 * 100, network.generators().get(0).cost().at(10), 1e-12);
    assertEquals(10 - 1 - 0.1, network.hvdcLines().get(0).pToMw(), 1e-12);
  }

  @Test
  void appliesTheUnitConversionsOfDistributionCases() throws IOException {
    Network network =
        read(
            CASE
                + """
                [PQ, PV, REF, NONE, BUS_I, BUS_TYPE, PD, QD] = idx_bus;
                [F_BUS, T_BUS, BR_R, BR_X] = idx_brch;
                Vbase = mpc.bus(1, 10) * 1e3;   %% in Volts
                Sbase = mpc.baseMVA * 1e6;
                mpc.branch(:, [BR_R BR_X]) = mpc.branch(:, [BR_R BR_X]) / (Vbase^2 / Sbase);
                mpc.bus(:, [PD, QD]) = mpc.bus(:, [PD, QD]) / 1e3;
                """);
    assertEquals(0.1 / (230e3 * 230e3 / 100e6), network.branches().get(0).xPu(), 1e-15);
    assertEquals(0.05, network.loads().get(0).pMw(), 1e-15);
  }

  @Test
  void aTruncatedFileIsRefusedWithTheLine() {
    String message = refused(CASE.substring(0, CASE.indexOf("2 3 0.01"))).getMessage();
    assertTrue(message.contains("FMT-02") && message.contains("bracket"), message);
  }

  @Test
  void everyIssueIsReportedAtOnce() {
    String bad =
        CASE.replace("1 2 0.01 0.1 0.02 40", "1 9 0.01 0.1 0.02 -40")
            .replace("2  1  50", "1  1  NaN")
            .replace("250 10 zeros", "5 10 zeros");
    var rules = refused(bad).issues().stream().map(Issue::rule).map(r -> r.id()).sorted().toList();
    assertTrue(
        rules.containsAll(java.util.List.of("FMT-07", "NET-01", "NET-02", "NET-04")), "" + rules);
  }

  @Test
  void raggedRowsUnknownStatementsAndUnknownFunctionsAreRefused() {
    assertTrue(refused(CASE.replace("50  10  1", "50  10")).getMessage().contains("values"));
    assertTrue(refused(CASE + "if x, y = 1; end").getMessage().contains("FMT-02"));
    assertTrue(refused(CASE + "mpc.x = foo(3);").getMessage().contains("'foo'"));
  }

  @Test
  void aMissingTableAndAMissingFileAreNamed() {
    assertTrue(refused("mpc.baseMVA = 100;").getMessage().contains("mpc.branch"));
    InvalidInputException missing =
        assertThrows(
            InvalidInputException.class, () -> CaseFiles.load("nowhere.m", folder, Set.of()));
    assertEquals("FMT-01", missing.issues().get(0).rule().id());
    InvalidInputException misspelt =
        assertThrows(InvalidInputException.class, () -> CaseFiles.load("iee118", folder, Set.of()));
    assertTrue(misspelt.getMessage().contains("ieee118"));
  }

  @ParameterizedTest
  @CsvSource({
    "case14.m, 14, 20, 5",
    "case300.m, 300, 411, 69",
    "case_ACTIVSg2000.m, 2000, 3206, 544",
    "pglib_opf_case118_ieee.m, 118, 186, 54",
    "case9241pegase.m, 9241, 16049, 1445",
    "case_ACTIVSg10k.m, 10000, 12706, 2485",
    "case60nordic.m, 60, 88, 23"
  })
  void realFilesComeOutWithTheirPublishedSizes(String file, int buses, int branches, int units) {
    Path networks = Path.of(System.getProperty("gridclear.root", "."), "../shared/data/networks");
    Assumptions.assumeTrue(
        Files.exists(networks.resolve(file)), file + " is not beside the project");
    CaseFiles.Loaded loaded = CaseFiles.load(file, networks, Set.of());
    Network network = ((CaseFiles.Content.OnlyNetwork) loaded.content()).network();
    assertEquals(buses, network.buses().size());
    assertEquals(branches, network.branches().size());
    assertEquals(units, network.generators().size());
  }
}
