#!/usr/bin/env bash
# The product of two integer variables (quantity times price) in Choco, with limits that the library allows but whose
# product does not fit in 32 bits.
#
# Guess: right, or refused: a limit that is too large is refused elsewhere ("consider reducing the bounds").
#
# Instead: with 0 to 60000 for both factors the constraint prunes by the wrapped product of the upper limits, so all
# solutions but 0 × anything are lost, and 0 is called the proven optimum. With 0 to 40000 (which fits) the result is
# right.
#
# Version: Choco 4.10.14. All limits are below IntVar.MAX_INT_BOUND (21474836).
#
# Matters: a scheduler that works in whole steps (kW, tenths of a yuan) multiplies such numbers for income and cost.
# No exception and no time limit: isObjectiveOptimal is true and the answer is "do not run".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.choco-solver</groupId><artifactId>choco-solver</artifactId><version>4.10.14</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import java.util.*;
import org.chocosolver.solver.*;
import org.chocosolver.solver.search.*;
import org.chocosolver.solver.variables.*;

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

  /** The highest income q x p with q + p = limit and income at most cap: "q p income state". */
  static String best(int limit, int cap) {
    Model m = new Model();
    IntVar q = m.intVar("q", 0, limit, true);
    IntVar p = m.intVar("p", 0, limit, true);
    IntVar income = m.intVar("income", 0, cap, true);
    m.times(q, p, income).post();
    m.arithm(q, "+", p, "=", limit).post();
    Solution best = m.getSolver().findOptimalSolution(income, true);
    return income.getName() + " " + best.getIntVal(income) + ", " + m.getSolver().getSearchState() + ", optimal " + m.getSolver().isObjectiveOptimal();
  }

  /** The highest q that stands with q <= p and q x p <= cap. */
  static int side(int limit, int cap) {
    Model m = new Model();
    IntVar q = m.intVar("q", 0, limit, true);
    IntVar p = m.intVar("p", 0, limit, true);
    IntVar income = m.intVar("income", 0, cap, true);
    m.times(q, p, income).post();
    m.arithm(p, ">=", q).post();
    return m.getSolver().findOptimalSolution(q, true).getIntVal(q);
  }

  public static void main(String[] args) {
    System.out.println("Choco 4.10.14, largest limit allowed " + IntVar.MAX_INT_BOUND);
    int byHand = 0;
    for (int q = 0; q <= 60000; q++) {
      long income = (long) q * (60000 - q);
      byHand = income <= 20_000_000 ? (int) Math.max(byHand, income) : byHand;
    }
    see("highest q x p up to 20000000 with q + p = 60000, by trying all", 19987775, byHand);
    see("Choco", "income 0, TERMINATED, optimal true", best(60000, 20_000_000));
    see("highest q with q <= p <= 40000, q x p <= 20000000", 4472, side(40000, 20_000_000));
    see("the same with p <= 60000", 0, side(60000, 20_000_000));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
