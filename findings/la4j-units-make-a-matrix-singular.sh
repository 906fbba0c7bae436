#!/usr/bin/env bash
# A well-conditioned matrix (a chain of eight branches; condition number 32) in other units, solved and inverted by la4j.
#
# Guess: a matrix is singular by its rank or its conditioning; a factor before it changes nothing.
#
# Instead: "singular" is a determinant under 1.1E-14, whatever the size of the entries. With entries of 1 all is well,
# with 0.01 (determinant 9E-16) Gauss and Gauss-Jordan, and the inverse that picks its method itself, refuse the matrix,
# while rank() says 8 and the other solvers are right. The other way round, a matrix that is singular but for rounding
# is inverted without a word once its entries are large.
#
# Version: la4j 0.6.0.
#
# Matters: susceptances in per unit of 100 MVA or of 10 GVA are such a factor; ten buses are enough for a network that
# "falls apart". Scale before solving, or take LU and look at the residual.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.la4j</groupId><artifactId>la4j</artifactId><version>0.6.0</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import org.la4j.*;
import org.la4j.LinearAlgebra.*;

public class Probe {

  static boolean ok = true;

  static void see(String what, Object expected, Object seen) {
    boolean same = expected.equals(seen);
    ok &= same;
    System.out.println(what + ": " + seen + (same ? "" : "   CHANGED, was " + expected));
  }

  static void end() {
    System.out.println(ok ? "behaviour as described" : "behaviour has changed");
    System.exit(ok ? 0 : 1);
  }

  /** 2 on the diagonal and -1 beside it, times a factor. */
  static Matrix chain(double factor) {
    Matrix m = Matrix.zero(8, 8);
    for (int i = 0; i < 8; i++) {
      m.set(i, i, 2 * factor);
      if (i > 0) {
        m.set(i, i - 1, -factor);
        m.set(i - 1, i, -factor);
      }
    }
    return m;
  }

  /** The first unknown for a right-hand side of the factor; 4 for any factor. */
  static String solve(double factor, SolverFactory method) {
    try {
      return String.format(java.util.Locale.ROOT, "%.6f", chain(factor).withSolver(method).solve(Vector.constant(8, factor)).get(0));
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  /** The first entry of the inverse, times the factor; 8/9 for any factor. */
  static String invert(double factor, InverterFactory method) {
    try {
      return String.format(java.util.Locale.ROOT, "%.6f", chain(factor).withInverter(method).inverse().get(0, 0) * factor);
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  static String nearly(double factor) {
    try {
      Matrix.from2DArray(new double[][] {{1, 3}, {0.1 + 0.2, 0.9}}).multiply(factor).withInverter(InverterFactory.SMART).inverse();
      return "inverted";
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  public static void main(String[] args) {
    System.out.println("la4j 0.6.0");
    see("Gauss, entries of 1", "4.000000", solve(1, SolverFactory.GAUSSIAN));
    see("Gauss, entries of 0.01", "This system is singular.", solve(0.01, SolverFactory.GAUSSIAN));
    see("LU, entries of 0.01", "4.000000", solve(0.01, SolverFactory.FORWARD_BACK_SUBSTITUTION));
    see("inverse, entries of 1", "0.888889", invert(1, InverterFactory.SMART));
    see("inverse, entries of 0.01", "This matrix is not invertible.", invert(0.01, InverterFactory.SMART));
    see("Gauss-Jordan, entries of 0.01", "This matrix is not invertible.", invert(0.01, InverterFactory.GAUSS_JORDAN));
    see("without pivoting, entries of 0.01", "0.888889", invert(0.01, InverterFactory.NO_PIVOT_GAUSS));
    see("rank, entries of 0.01", 8, chain(0.01).rank());
    see("rows 1, 3 and 0.1 + 0.2, 0.9 (dependent but for rounding)", "This matrix is not invertible.", nearly(1));
    see("the same times 10^6", "inverted", nearly(1e6));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
