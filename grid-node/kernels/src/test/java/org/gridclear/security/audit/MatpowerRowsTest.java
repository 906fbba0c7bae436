package org.gridclear.security.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of a MATPOWER case as they stand in its text. */
class MatpowerRowsTest {
  private static final String CASE =
      """
      function mpc = case2
      %{
      mpc.baseMVA = 7;
      %}
      mpc.baseMVA = 100; % not 50
      mpc.bus = [ % a comment; with a semicolon
        1 3 0 0 0 0 1 1 0 12.66 1 1.1 0.9;
        2, 1, 40, 20, 0, 0, 1, 1, ...
          0, 12.66, 1, 1.1, 0.9
      ];
      mpc.gen = [1 50 0 Inf -inf 1 100 1 60 0;];
      mpc.branch = [1 2 0.1 0.2 0 0 0 0 0 0 1];
      """;

  @Test
  void tablesAreReadAsTheyStand() {
    MatpowerRows rows = MatpowerRows.of(CASE);
    assertEquals(100, rows.baseMva(), 0);
    assertEquals(2, rows.bus().length);
    assertArrayEquals(
        new double[] {2, 1, 40, 20, 0, 0, 1, 1, 0, 12.66, 1, 1.1, 0.9}, rows.bus()[1], 0);
    assertEquals(Double.POSITIVE_INFINITY, rows.gen()[0][3], 0);
    assertEquals(Double.NEGATIVE_INFINITY, rows.gen()[0][4], 0);
    assertEquals(0, rows.dcline().length);
  }

  /** Ohms over (12.66 kV)² / 100 MVA, kW over a thousand, kVA times the power factor. */
  @Test
  void conversionsAtTheEndCount() {
    String ohms = CASE + "mpc.branch(:, [3 4]) = mpc.branch(:, [3 4]) / (Vbase^2 / Sbase);\n";
    double perUnit = 12.66 * 12.66 / 100;
    assertEquals(0.2 / perUnit, MatpowerRows.of(ohms).branch()[0][3], 1e-12);
    String kw = CASE + "mpc.bus(:, [PD, QD]) = mpc.bus(:, [PD, QD]) / 1e3;\n";
    assertEquals(0.04, MatpowerRows.of(kw).bus()[1][2], 1e-15);
    assertEquals(0.02, MatpowerRows.of(kw).bus()[1][3], 1e-15);
    String factor = CASE + "mpc.bus(:, QD) = mpc.bus(:, PD) * sin(acos(pf));\n";
    assertEquals(40 * 0.85, MatpowerRows.of(factor).bus()[1][2], 1e-12);
    assertEquals(40 * Math.sqrt(1 - 0.85 * 0.85), MatpowerRows.of(factor).bus()[1][3], 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"100, 100", "1e2, 100", "1e-1, 0.1", "2.5E+1, 25", "10/4, 2.5", ".5, 0.5"})
  void theBaseIsReadHoweverItIsWritten(String text, double mva) {
    String other = CASE.replace("mpc.baseMVA = 100;", "mpc.baseMVA = " + text + ";");
    assertEquals(mva, MatpowerRows.of(other).baseMva(), 1e-12);
  }

  @Test
  void aVoltageOverARootIsDivided() {
    String other = CASE.replace("0 12.66 1 1.1", "0 12.66/sqrt(3) 1 1.1");
    assertEquals(12.66 / Math.sqrt(3), MatpowerRows.of(other).bus()[0][9], 1e-12);
  }

  @Test
  void aTextWithoutABaseIsRefused() {
    String none = CASE.replace("mpc.baseMVA", "mpc.base");
    assertThrows(IllegalArgumentException.class, () -> MatpowerRows.of(none));
  }
}
