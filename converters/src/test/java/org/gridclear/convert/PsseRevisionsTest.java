package org.gridclear.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import org.gridclear.io.CaseFiles;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.input.PowerFlowOptions;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.powerflow.PowerFlowModel;
import org.gridclear.security.powerflow.PowerFlowResult;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One network in the layouts of revisions 33, 34 and 35 has one power flow. */
class PsseRevisionsTest {
  private static final String RATES = String.join(",", Collections.nCopies(11, "0.0"));
  private static final String OWNERS = "1,1.0,0,1.0,0,1.0,0,1.0";

  @TempDir Path folder;

  private static String file(int revision, String... sections) {
    StringBuilder text =
        new StringBuilder("0, 100.0, %d, 0, 1, 50.0\nfour\nbuses\n".formatted(revision));
    for (String section : sections) {
      text.append(section.isEmpty() ? "" : section.strip() + "\n").append("0 /\n");
    }
    return text.append("Q\n").toString();
  }

  private static final String SYSTEM =
      """
      GENERAL, THRSHZ=0.0001, PQBRAK=0.7, BLOWUP=5.0
      RATING, 1, "RATE1 ", "RATING SET 1"
      """;
  private static final String BUSES =
      """
      1,'ONE         ', 110.0,3,1,1,1,1.02, 0.0,1.1,0.9,1.1,0.9
      2,'TWO, LEFT/R ', 110.0,1,1,1,1,1.00, 0.0,1.1,0.9,1.1,0.9
      3,'THREE       ',  20.0,1,1,1,1,1.00, 0.0,1.1,0.9,1.1,0.9
      4,'FOUR        ', 110.0,2,1,1,1,1.01, 0.0,1.1,0.9,1.1,0.9
      """;
  private static final String SHUNTS = "2,'1 ',1,1.0,-4.0";
  private static final String TRANSFORMER_HEAD = "2,3,0,'1 ',1,1,1,0.001,-0.01,2,'T',1," + OWNERS;

  private static String revision33() {
    return file(
        33,
        BUSES,
        "3,'1 ',1,1,1,40.0,12.0,3.0,1.0,2.0,-1.0,1,1,0",
        SHUNTS,
        "1,'1 ',10.0,0.0,99.0,-99.0,1.02,0,100.0,0.0,1.0,0.0,0.0,1.0,1,100.0,200.0,0.0,"
            + OWNERS
            + ",0,1.0\n"
            + "4,'1 ',25.0,0.0,60.0,-40.0,1.01,0,100.0,0.0,1.0,0.0,0.0,1.0,1,100.0,90.0,5.0,"
            + OWNERS
            + ",0,1.0",
        "1,2,'1 ',0.02,0.10,0.03,150.0,0.0,0.0,0.0,0.0,0.0,0.0,1,1,0.0,1,1.0\n"
            + "1,4,'1 ',0.01,0.08,0.02,0.0,0.0,0.0,0.0,0.0,0.0,0.0,1,1,0.0,1,1.0\n"
            + "2,4,'S1',0.0,0.0002,0.0,80.0,0.0,0.0,0.0,0.0,0.0,0.0,1,1,0.0,1,1.0",
        TRANSFORMER_HEAD
            + "\n0.005,0.09,100.0\n"
            + "0.97,0.0,-3.0,90.0,0.0,0.0,0,0,1.1,0.9,1.1,0.9,33,0,0.0,0.0,0.0\n1.0,0.0",
        "1,1,0.0,10.0,'A'",
        "",
        "",
        "",
        "",
        "",
        "1,'Z'",
        "",
        "1,'O'",
        "",
        "4,0,0,1,1.5,0.5,0,100.0,' ',15.0,1,10.0,1,5.0",
        "",
        "");
  }

  private static String later(
      int revision, String load, String node, String generators, String switches, String shunt) {
    boolean late = revision == 35;
    String rest = ",1.1,0.9,1.1,0.9,33,0,0.0,0.0,0.0";
    String winding =
        "0.97,0.0,-3.0,90.0," + RATES + ",0,0" + (late ? ",0" : "") + rest + (late ? "" : ",0");
    return file(
        revision,
        SYSTEM,
        "@!   I,'NAME        ', BASKV, IDE\n" + BUSES,
        load,
        SHUNTS,
        generators,
        "1,2,'1 ',0.02,0.10,0.03,'L/1',150.0,"
            + RATES
            + ",0.0,0.0,0.0,0.0,1,1,0.0,1,1.0\n"
            + "1,4,'1 ',0.01,0.08,0.02,'',0.0,"
            + RATES
            + ",0.0,0.0,0.0,0.0,1,1,0.0,1,1.0",
        switches,
        TRANSFORMER_HEAD + ",'            ',0\n0.005,0.09,100.0\n" + winding + "\n1.0,0.0",
        "1,1,0.0,10.0,'A'",
        "",
        "",
        "",
        "",
        "",
        "1,'Z'",
        "",
        "1,'O'",
        "",
        shunt,
        "",
        "",
        node);
  }

  private static final String SWITCH = "2,4,'S1',0.0002,80.0," + RATES + ",1,1,1,2,'BREAKER'";

  private static String revision34(String switches, String substation) {
    return later(
        34,
        "3,'1 ',1,1,1,40.0,12.0,3.0,1.0,2.0,-1.0,1,1,0,0.0,0.0,0",
        substation,
        "1,'1 ',10.0,0.0,99.0,-99.0,1.02,0,100.0,0.0,1.0,0.0,0.0,1.0,1,100.0,200.0,0.0,"
            + OWNERS
            + ",0,1.0,0\n"
            + "4,'1 ',25.0,0.0,60.0,-40.0,1.01,0,100.0,0.0,1.0,0.0,0.0,1.0,1,100.0,90.0,5.0,"
            + OWNERS
            + ",0,1.0,0",
        switches,
        "4,0,0,1,1.5,0.5,0,100.0,' ',15.0,1,10.0,1,5.0,0");
  }

  private static String revision35(String switches) {
    return later(
        35,
        "3,'1 ',1,1,1,40.0,12.0,3.0,1.0,2.0,-1.0,1,1,0,0.0,0.0,0,' '",
        "",
        "1,'1 ',10.0,0.0,99.0,-99.0,1.02,0,0,100.0,0.0,1.0,0.0,0.0,1.0,1,100.0,200.0,0.0,0,"
            + OWNERS
            + ",0,1.0\n"
            + "4,'1 ',25.0,0.0,60.0,-40.0,1.01,0,0,100.0,0.0,1.0,0.0,0.0,1.0,1,100.0,90.0,5.0,0,"
            + OWNERS
            + ",0,1.0",
        switches,
        "4,'1 ',0,0,1,1.5,0.5,0,0,100.0,' ',15.0,1,1,10.0,1,1,5.0");
  }

  private Network read(String text) throws IOException {
    Files.writeString(folder.resolve("x.raw"), text);
    return CaseFiles.load("x.raw", folder, Set.of()).network();
  }

  private static PowerFlowResult solve(Network network) {
    PowerFlowResult result =
        PowerFlowResult.ac(
            new PowerFlowModel(NetworkStructure.of(network), OperatingPoint.of(network)),
            new PowerFlowOptions(
                PowerFlowOptions.Start.FLAT, false, PowerFlowOptions.Sharing.REFERENCE, 1e-10));
    assertTrue(result.converged(), result.text());
    return result;
  }

  @Test
  void threeRevisionsHaveOnePowerFlow() throws IOException {
    Network of33 = read(revision33());
    PowerFlowResult expected = solve(of33);
    assertTrue(
        Arrays.stream(expected.angleDeg()).map(Math::abs).max().orElseThrow() > 0.1, "power flows");
    for (String text : new String[] {revision34(SWITCH, ""), revision35(SWITCH)}) {
      Network other = read(text);
      PowerFlowResult result = solve(other);
      for (int b = 0; b < 4; b++) {
        assertEquals(of33.buses().get(b).id(), other.buses().get(b).id());
        assertEquals(expected.voltagePu()[b], result.voltagePu()[b], 1e-8);
        assertEquals(expected.angleDeg()[b], result.angleDeg()[b], 1e-6);
      }
      assertEquals(of33.generators(), other.generators());
      assertEquals(of33.loads(), other.loads());
      assertEquals(of33.shunts(), other.shunts());
      assertEquals(of33.branches().size(), other.branches().size());
    }
  }

  @Test
  void anOpenSwitchingDeviceIsOpen() throws IOException {
    String open = SWITCH.replace(",1,1,1,2,'BREAKER'", ",0,1,1,2,'BREAKER'");
    for (String text : new String[] {revision34(open, ""), revision35(open)}) {
      Network network = read(text);
      assertEquals(1, network.branches().stream().filter(branch -> !branch.inService()).count());
      assertFalse(
          Math.abs(solve(network).angleDeg()[1] - solve(read(revision33())).angleDeg()[1]) < 1e-3);
    }
  }

  @Test
  void whatHasNoCounterpartIsRefusedByName() {
    InvalidInputException stations =
        assertThrows(
            InvalidInputException.class, () -> read(revision34(SWITCH, "1,'STATION',0.0,0.0,0.1")));
    assertTrue(stations.getMessage().contains("substation 1"), stations.getMessage());
    String twice = SWITCH.replace("2,4,'S1'", "2,1,'1 '");
    InvalidInputException same =
        assertThrows(InvalidInputException.class, () -> read(revision34(twice, "")));
    assertTrue(same.getMessage().contains("switching device 1-2 1"), same.getMessage());
  }
}
