package org.gridclear.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.io.CaseFiles;
import org.gridclear.network.Branch;
import org.gridclear.network.Network;
import org.gridclear.network.Shunt;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every value of a UCTE-DEF file is taken as it stands, refused or noticed. */
// Rows: O-08
class UcteTest {
  private static final String FILE =
      """
      ##C 2007.05.01
      ##N
      ##ZFR
      FFR1AA11 Here         0 3 390.00    0.00    0.00     0.0    0.00 -1000.0 -9000.0 9000.00 -9000.0
      FFR2AA11              0 0         300.00   80.00     0.0    0.00
      FFR3AA11              0 2 385.00   50.00   10.00  -200.0    0.00   -50.0  -500.0  300.00  -300.0
      FFR4AA21              0 0         120.00   30.00     0.0    0.00
      ##ZXX
      XFR1AA11              0 0           0.00    0.00     0.0    0.00
      XFR2AA11              0 0          40.00    5.00     0.0    0.00
      ##L
      FFR1AA11 FFR2AA11 1 0 1.5000 15.000 120.0000   2000
      FFR2AA11 FFR3AA11 1 0 2.0000 20.000 160.0000   1500
      FFR1AA11 XFR1AA11 1 0 0.5000  8.000 60.00000   1200
      XFR1AA11 FFR3AA11 1 0 0.7000  9.000 70.00000   1000
      FFR3AA11 XFR2AA11 1 0 0.5000  7.000 50.00000    900
      ##T
      FFR3AA11 FFR4AA21 1 0 400.0 231.0 300.0 0.5000 12.000 0.000000 0.0000   900
      ##R
      FFR3AA11 FFR4AA21 1 1.250 10   4 225.0
      """;

  @TempDir Path folder;

  private CaseFiles.Loaded load(String text) throws IOException {
    Files.writeString(folder.resolve("x.uct"), text);
    return CaseFiles.load("x.uct", folder, Set.of());
  }

  private static String lines(List<Issue> issues) {
    return issues.stream().map(Issue::line).collect(Collectors.joining("\n"));
  }

  private static String with(String before, String after) {
    assertTrue(FILE.contains(before), before);
    return FILE.replace(before, after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 2 385.00| 0 1 385.00| node FFR3AA11, node type = 1
          2 385.00   50.00| 2          50.00| node FFR3AA11, voltage = blank
          0 3 390.00| 0 3   0.00| node FFR1AA11, voltage = 0.0
          FFR4AA21              0| FFR2AA11              0| node FFR2AA11, record
          FFR2AA11 FFR3AA11 1| FFR1AA11 FFR2AA11 1| line FFR1AA11 FFR2AA11 1, record
          FFR2AA11 FFR3AA11 1| FFR2AA11 FFR9AA11 1| FFR2AA11 FFR9AA11 1, node 2 = FFR9AA11
          20.000 160.0000   1500| 20.000| susceptance = blank
          20.000 160| 20,000 160| line FFR2AA11 FFR3AA11 1, reactance = 20,000
          400.0 231.0| 400.0   0.0| rated voltage 2 = 0.0
          1.250 10   4| 1.250  0   4| phase regulation, n' = 4.0
          FFR4AA21 1 1.250| FFR4AA21 2 1.250| regulation FFR3AA11 FFR4AA21 2, transformer
          XFR1AA11              0 0           0.00| XFR1AA11              0 0          77.00| node XFR1AA11, active load = 77.00
          """)
  void whatPowSyBlWouldMendSilentlyIsRefusedByName(String before, String after, String said)
      throws IOException {
    String text = with(before, after);
    InvalidInputException e = assertThrows(InvalidInputException.class, () -> load(text));
    String all = lines(e.issues());
    assertTrue(all.contains("ERROR") && all.contains(said), all);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0.5000  7.000 50| 0.5000  0.020 50| reactance = 0.02|It is taken as 0.05.
          -50.0  -500.0| -50.0  -100.0| greatest active generation = -100.0|moved
          300.00  -300.0| -300.0   300.0| least reactive generation = -300.0|exchanged
          300.00  -300.0| | least reactive generation = blank|It is taken as 9999.0.
          160.0000   1500| 160.0000      0| current limit = 0.0|no limit
          1.250 10   4| 1.250  3   4| phase regulation, n' = 4.0|held there
          1.250 10   4 225.0| 1.250 10       225.0| phase regulation, n' = blank|incomplete
          10   4 225.0| 10   4       1.000 60.00 12  -3    50| regulation, P = 50.0|does not move
          10   4 225.0| 10   4       1.000 60.00 12  -3    50| regulation, type = blank|ASYM
          """)
  void whatPowSyBlMendsIsNoticed(String before, String after, String said, String effect)
      throws IOException {
    List<Issue> issues = load(with(before, after == null ? "" : after)).log().issues();
    assertTrue(
        issues.stream().map(Issue::line).anyMatch(l -> l.contains(said) && l.contains(effect)),
        lines(issues));
  }

  @Test
  void blocksThatAreNotReadAreRefusedOrNoticed() throws IOException {
    String special = FILE + "##TT\nFFR3AA11 FFR4AA21 1     4 0.5000 15.000  5.00  0.0\n";
    String all = lines(assertThrows(InvalidInputException.class, () -> load(special)).issues());
    assertTrue(all.contains("special description FFR3AA11 FFR4AA21 1"), all);
    all = lines(load(FILE + "##E\nFR DE   100.0\n").log().issues());
    assertTrue(all.contains("exchange FR DE"), all);
  }

  @Test
  void aCouplerHasNoReactanceOfItsOwn() throws IOException {
    String coupler =
        with("##T\n", "FFR2AA11 FFR2AA12 1 2 0.0000 0.0000 0.000000   3000\n##T\n")
            .replace(
                "FFR4AA21              0", "FFR2AA12              0 0\nFFR4AA21              0");
    CaseFiles.Loaded read = load(coupler);
    assertTrue(!lines(read.log().issues()).contains("reactance"), lines(read.log().issues()));
    assertEquals(load(FILE).network().buses().size(), read.network().buses().size());
    assertTrue(
        lines(load(coupler.replace("2 0.0000 0.0000", "2 0.0000 3.0000")).log().issues())
            .contains("reactance = 3.0"));
  }

  /**
   * Admittances of the line of two halves, from both halves with the border as a node in between:
   * the border is eliminated from the three nodes' admittance matrix.
   */
  @Test
  void aLineOfTwoHalvesIsThatOfItsThreeNodes() throws IOException {
    Network read = load(FILE).network();
    Branch line =
        read.branches().stream().filter(b -> b.id().contains(" + ")).findFirst().orElseThrow();
    double z = 380.0 * 380 / 100;
    // y1 = 1 / (0.5 + j8), y2 = 1 / (0.7 + j9) in p.u.; c: half the charging at each end.
    double[] y1 = inverse(0.5 / z, 8 / z);
    double[] y2 = inverse(0.7 / z, 9 / z);
    double c1 = 60e-6 * z / 2;
    double c2 = 70e-6 * z / 2;
    double[] middle = inverse(y1[0] + y2[0], y1[1] + y2[1] + c1 + c2);
    double[] through = times(times(y1, y2), middle);
    double[] at1 = {
      y1[0] - times(times(y1, y1), middle)[0], y1[1] + c1 - times(times(y1, y1), middle)[1]
    };
    double[] at2 = {
      y2[0] - times(times(y2, y2), middle)[0], y2[1] + c2 - times(times(y2, y2), middle)[1]
    };
    double[] series = inverse(line.rPu(), line.xPu());
    assertEquals(through[0], series[0], 1e-9);
    assertEquals(through[1], series[1], 1e-9);
    // The bus at the border of the other line has its half of charging by the line itself.
    assertEquals(at1[0], series[0] + shunt(read, "FFR1AA11").gMw() / 100, 1e-9);
    assertEquals(at1[1], series[1] + line.bPu() / 2 + shunt(read, "FFR1AA11").bMvar() / 100, 1e-9);
    assertEquals(at2[0], series[0] + shunt(read, "FFR3AA11").gMw() / 100, 1e-9);
    assertEquals(at2[1], series[1] + line.bPu() / 2 + shunt(read, "FFR3AA11").bMvar() / 100, 1e-9);
    assertTrue(read.shunts().stream().noneMatch(s -> s.bus().contains("border")));
    assertEquals("Here", read.buses().get(0).name());
  }

  /** Nobody there has a reserve that could make good what is lost elsewhere. */
  @Test
  void whatIsFedInAtABorderIsAnExchange() throws IOException {
    for (String fedIn : new String[] {"  0.0    0.00", "-70.0   -9.00"}) {
      Network read =
          load(with(
                  "XFR2AA11              0 0          40.00    5.00     0.0    0.00",
                  "XFR2AA11              0 0          40.00    5.00   " + fedIn))
              .network();
      assertEquals(2, read.generators().size(), read.generators().toString());
      double mw = fedIn.startsWith("-") ? -30 : 40;
      double mvar = fedIn.startsWith("-") ? -4 : 5;
      assertTrue(
          read.loads().stream()
              .anyMatch(l -> l.bus().endsWith("border") && l.pMw() == mw && l.qMvar() == mvar),
          read.loads().toString());
    }
  }

  private static Shunt shunt(Network network, String bus) {
    return network.shunts().stream().filter(s -> s.bus().equals(bus)).findFirst().orElseThrow();
  }

  private static double[] inverse(double re, double im) {
    double square = re * re + im * im;
    return new double[] {re / square, -im / square};
  }

  private static double[] times(double[] a, double[] b) {
    return new double[] {a[0] * b[0] - a[1] * b[1], a[0] * b[1] + a[1] * b[0]};
  }
}
