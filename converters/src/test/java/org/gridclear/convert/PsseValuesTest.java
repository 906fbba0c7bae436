package org.gridclear.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.gridclear.io.CaseFiles;
import org.gridclear.network.Branch;
import org.gridclear.network.Load;
import org.gridclear.network.Network;
import org.gridclear.network.Shunt;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of PSS/E records as the format means them, worked by hand from its definition. */
// Rows: O-08
class PsseValuesTest {
  private static final double EXACT = 1e-9;
  private static final String LOAD_14 = "(?m)^ *14,'1 ',1,.*14\\.900.*$";

  @TempDir Path folder;

  private static String resource(String name) throws IOException {
    try (InputStream in = PsseValuesTest.class.getResourceAsStream(name)) {
      assertNotNull(in, name);
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private CaseFiles.Loaded load(String text) throws IOException {
    Files.writeString(folder.resolve("x.raw"), text);
    return CaseFiles.load("x.raw", folder, Set.of());
  }

  private static double loads(Network network, String bus, ToDoubleFunction<Load> of) {
    return network.loads().stream().filter(l -> l.bus().equals(bus)).mapToDouble(of).sum();
  }

  private static double shunts(Network network, String bus, ToDoubleFunction<Shunt> of) {
    return network.shunts().stream().filter(s -> s.bus().equals(bus)).mapToDouble(of).sum();
  }

  /**
   * YP and YQ are a shunt's: MW drawn and MVAr given at 1 p.u., so a reactor has a negative YQ; PL
   * and QL, IP and IQ are drawn.
   */
  @ParameterizedTest
  @CsvSource({
    "'10,5,0,0,0,-20', 10, 5, 0, -20",
    "'10,5,0,0,3,20', 10, 5, 3, 20",
    "'10,5,2,1,3,-4', 12, 6, 3, -4",
    "'10,-5,0,0,0,-7', 10, -5, 0, -7",
    "'0,0,0,0,0,-20', 0, 0, 0, -20",
    "'0,0,0,0,4,0', 0, 0, 4, 0"
  })
  void theAdmittanceOfALoadIsThatOfAShunt(
      String parts, double mw, double mvar, double drawnMw, double givenMvar) throws IOException {
    String row = "14,'1 ',1,1,1," + parts + ",1,1";
    Network read = load(resource("/IEEE_14_bus.raw").replaceFirst(LOAD_14, row)).network();
    assertEquals(mw, loads(read, "14", Load::pMw), EXACT);
    assertEquals(mvar, loads(read, "14", Load::qMvar), EXACT);
    assertEquals(drawnMw, shunts(read, "14", Shunt::gMw), EXACT);
    assertEquals(givenMvar, shunts(read, "14", Shunt::bMvar), EXACT);
  }

  /** The converter keeps parts as shares of their sum, of which a sum of 0 has none. */
  @ParameterizedTest
  @CsvSource({
    "'10,5,0,0,0,-5', YQ",
    "'10,5,0,-5,0,0', IQ",
    "'10,5,-10,0,0,0', IP",
    "'10,5,0,0,-10,0', YP"
  })
  void partsOfALoadThatCancelAreNotDropped(String parts, String field) throws IOException {
    String row = "14,'1 ',1,1,1," + parts + ",1,1";
    String text = resource("/IEEE_14_bus.raw").replaceFirst(LOAD_14, row);
    List<Issue> issues = assertThrows(InvalidInputException.class, () -> load(text)).issues();
    assertTrue(issues.stream().anyMatch(i -> i.field().equals(field)), issues.toString());
  }

  /**
   * A power flow starts from BINIT whatever the blocks add up to: with MODSW 2 it lies between
   * them, blocks of both signs are switched in on their own, and a fixed one may have no block.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 1, 20, '2,-10.0,2,10.0', 20",
    "0, 0, 1, -20, '2,-10.0,2,10.0', -20",
    "1, 1, 1, 10, '1,10.0,1,5.0', 10",
    "1, 0, 1, 10, '1,10.0,1,5.0', 10",
    "2, 0, 1, 7.5, '2,10.0', 7.5",
    "0, 0, 1, -35, '0,0.0', -35",
    "1, 0, 1, 0, '2,10.0', 0",
    "1, 0, 0, 20, '2,10.0', 0"
  })
  void aSwitchedShuntHasItsInitialSusceptance(
      int mode, int adjust, int status, double mvar, String blocks, double given)
      throws IOException {
    String row =
        "4,%d,%d,%d,1.05,0.95,0,100.0,'            ',%s,%s\n"
            .formatted(mode, adjust, status, mvar, blocks);
    String end = "0 /END OF SWITCHED SHUNT DATA";
    CaseFiles.Loaded loaded = load(resource("/IEEE_14_bus.raw").replace(end, row + end));
    assertEquals(given, shunts(loaded.network(), "4", Shunt::bMvar), EXACT);
    assertEquals(
        mode != 0, loaded.log().issues().stream().anyMatch(i -> i.field().equals("MODSW")));
  }

  /** A block that is out (S1 0) does not change what the shunt has now. */
  @Test
  void aSwitchedShuntOfRevision35IsFoundByItsId() throws IOException {
    String end = "0 / END OF SWITCHED SHUNT DATA";
    String text = resource("/IEEE_14_bus_rev35.raw");
    String at = text.lines().filter(l -> l.contains("END OF SWITCHED SHUNT")).findFirst().get();
    String row = "4,'%s ',0,0,1,1.05,0.95,0,0,100.0,' ',%s,%s\n";
    String rows = row.formatted("1", "20.0", "0,2,10.0") + row.formatted("2", "-3.0", "1,1,-3.0");
    Network read = load(text.replace(at, rows + end)).network();
    assertEquals(17, shunts(read, "4", Shunt::bMvar), EXACT);
  }

  /**
   * One transformer of 138/138 kV, 1.05 p.u. at its first winding, R 0.005 and X 0.1 of 100 MVA, G
   * 0.001 and B -0.01. In kV that is 144.9, of a nominal 140 kV 1.035; of 50 MVA R is 0.0025 and X
   * 0.05, so 0.125 MW are lost at full load; 140 kV lose 0.001 · 100 MW · (140/138)².
   */
  @ParameterizedTest
  @CsvSource({
    "1, 1.05, 1.0, 140.0, 1, 0.005, 0.1, 100.0, 1, 0.001, -0.01",
    "2, 144.9, 138.0, 140.0, 2, 0.0025, 0.05, 50.0, 1, 0.001, -0.01",
    "3, 1.035, 1.0, 140.0, 3, 125000.0, 0.05006246098625197, 50.0, 2,"
        + " 102919.55471539592, 0.020686574477417504"
  })
  void aTransformerIsTheSameInAllCodes(
      int cw,
      double first,
      double second,
      double nominalKv,
      int cz,
      double r,
      double x,
      double mva,
      int cm,
      double magnetising1,
      double magnetising2)
      throws IOException {
    String transformer =
        "1,14,0,'9 ',%d,%d,%d,%s,%s,2,'T',1,1,1.0\n"
                .formatted(cw, cz, cm, magnetising1, magnetising2)
            + "%s,%s,%s\n".formatted(r, x, mva)
            + "%s,%s,10.0,80.0,0,0,0,0,1.5,0.51,1.5,0.51,159,0,0,0\n".formatted(first, nominalKv)
            + "%s,138.0\n".formatted(second);
    String end = "0 / END OF TRANSFORMER DATA";
    Network read = load(resource("/IEEE_14_bus.raw").replace(end, transformer + end)).network();
    Branch branch =
        read.branches().stream()
            .filter(b -> b.from().equals("1") && b.to().equals("14"))
            .findFirst()
            .orElseThrow();
    assertEquals(0.005, branch.rPu(), EXACT);
    assertEquals(0.1, branch.xPu(), EXACT);
    assertEquals(1.05, branch.tapRatio(), EXACT);
    assertEquals(10, branch.shiftDeg(), EXACT);
    assertEquals(80, branch.ratings().normalMva(), 1e-6);
    assertEquals(0.1, shunts(read, "1", Shunt::gMw), 1e-6);
    assertEquals(-1, shunts(read, "1", Shunt::bMvar), 1e-6);
  }
}
