package org.gridclear.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.io.CaseFiles;
import org.gridclear.network.Branch;
import org.gridclear.network.Network;
import org.gridclear.network.Shunt;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A transformer that ends at a border, and a line on its other side: seen from its two ends they
 * are what the file says of them in a row, with the 0.05 ohm that PowSyBl puts between. Both sides
 * are admittance matrices from which all nodes but the ends are eliminated.
 */
// Rows: O-08
class BorderTransformerTest {
  private static final double Z_BASE = 380.0 * 380 / 100;

  private static final String FILE =
      """
      ##C 2007.05.01
      ##N
      ##ZFR
      FFR1AA11              0 3 390.00    0.00    0.00     0.0    0.00 -1000.0 -9000.0 9000.00 -9000.0
      FFR3AA11              0 2 385.00   50.00   10.00  -200.0    0.00   -50.0  -500.0  300.00  -300.0
      ##ZXX
      XFR1AA11              0 0           0.00    0.00     0.0    0.00
      ##L
      %s 1 0 0.7000  9.000 70.00000   1000
      ##T
      %s 1 0 380.0 380.0 300.0 %s   900
      """;

  @TempDir Path folder;

  private record Complex(double re, double im) {
    Complex plus(Complex o) {
      return new Complex(re + o.re, im + o.im);
    }

    Complex minus(Complex o) {
      return new Complex(re - o.re, im - o.im);
    }

    Complex times(Complex o) {
      return new Complex(re * o.re - im * o.im, re * o.im + im * o.re);
    }

    Complex per(Complex o) {
      double square = o.re * o.re + o.im * o.im;
      return new Complex((re * o.re + im * o.im) / square, (im * o.re - re * o.im) / square);
    }
  }

  /** An admittance matrix, by names of nodes. */
  private static final class Matrix {
    private final Map<String, Map<String, Complex>> rows = new LinkedHashMap<>();

    private Complex at(String a, String b) {
      return rows.getOrDefault(a, Map.of()).getOrDefault(b, new Complex(0, 0));
    }

    private void add(String a, String b, Complex y) {
      rows.computeIfAbsent(a, key -> new LinkedHashMap<>()).put(b, at(a, b).plus(y));
    }

    /** A branch in p.u. with an admittance to earth at each end. */
    Matrix branch(String a, String b, double rPu, double xPu, Complex earthEach) {
      Complex y = new Complex(1, 0).per(new Complex(rPu, xPu));
      add(a, a, y.plus(earthEach));
      add(b, b, y.plus(earthEach));
      add(a, b, new Complex(0, 0).minus(y));
      add(b, a, new Complex(0, 0).minus(y));
      return this;
    }

    Matrix earth(String a, Complex y) {
      add(a, a, y);
      return this;
    }

    /** Eliminates every node but those named. */
    Matrix between(Set<String> ends) {
      for (String node : new ArrayList<>(rows.keySet())) {
        if (!ends.contains(node)) {
          Complex own = at(node, node);
          for (String a : rows.keySet()) {
            for (String b : new ArrayList<>(rows.keySet())) {
              if (!a.equals(node) && !b.equals(node)) {
                Complex less = at(a, node).times(at(node, b)).per(own);
                add(a, b, new Complex(0, 0).minus(less));
              }
            }
          }
          rows.remove(node);
        }
      }
      return this;
    }
  }

  private static Matrix of(Network network) {
    Matrix matrix = new Matrix();
    for (Branch branch : network.branches()) {
      assertEquals(1, branch.tapRatio(), 1e-12);
      assertEquals(0, branch.shiftDeg(), 1e-12);
      Complex half = new Complex(0, branch.bPu() / 2);
      matrix.branch(branch.from(), branch.to(), branch.rPu(), branch.xPu(), half);
    }
    for (Shunt shunt : network.shunts()) {
      matrix.earth(shunt.bus(), new Complex(shunt.gMw() / 100, shunt.bMvar() / 100));
    }
    return matrix;
  }

  @ParameterizedTest
  @CsvSource({
    "FFR3AA11 XFR1AA11, XFR1AA11 FFR1AA11",
    "XFR1AA11 FFR3AA11, XFR1AA11 FFR1AA11",
    "FFR3AA11 XFR1AA11, FFR1AA11 XFR1AA11",
    "XFR1AA11 FFR3AA11, FFR1AA11 XFR1AA11"
  })
  void aTransformerAndALineThatMeetAtABorderAreInARow(String transformer, String line)
      throws IOException {
    String text = FILE.formatted(line, transformer, "0.5000 12.000 0.000000 0.0000");
    Files.writeString(folder.resolve("x.uct"), text);
    Network read = CaseFiles.load("x.uct", folder, Set.of()).network();
    Complex none = new Complex(0, 0);
    Matrix expected =
        new Matrix()
            .branch("FFR3AA11", "X", 0.5 / Z_BASE, 12 / Z_BASE, none)
            .branch("X", "X'", 0, 0.05 / Z_BASE, none)
            .branch("X'", "FFR1AA11", 0.7 / Z_BASE, 9 / Z_BASE, new Complex(0, 35e-6 * Z_BASE))
            .between(Set.of("FFR1AA11", "FFR3AA11"));
    Matrix found = of(read).between(Set.of("FFR1AA11", "FFR3AA11"));
    for (String a : List.of("FFR1AA11", "FFR3AA11")) {
      for (String b : List.of("FFR1AA11", "FFR3AA11")) {
        assertEquals(expected.at(a, b).re(), found.at(a, b).re(), 1e-9, a + " " + b);
        assertEquals(expected.at(a, b).im(), found.at(a, b).im(), 1e-9, a + " " + b);
      }
    }
  }
}
