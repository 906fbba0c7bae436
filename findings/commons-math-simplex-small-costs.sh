#!/usr/bin/env bash
# Two units share 100 MW in the simplex solvers of Commons Math and Hipparchus; the costs are per Wh instead of per MWh.
#
# Guess: the unit of the costs does not matter, for the tolerance is relative or the numbers are scaled.
#
# Instead: a reduced cost below 10^-6, as it stands, counts as none. Units at 35.40 and 35.00 per MWh are dispatched
# right per MWh and per kWh; per Wh the dearer one is filled. Maximising gains of 0.2 and 0.35 per MWh given per Wh
# leaves both units at 0. No exception, no status.
#
# Version: commons-math3 3.6.1, hipparchus-optim 4.0.1, default parameters (epsilon 10^-6).
#
# Matters: the merit order decides between neighbours of some cents. Prices per Wh, or costs in millions, put those
# differences below the tolerance, and the result is feasible and dear.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.apache.commons</groupId><artifactId>commons-math3</artifactId><version>3.6.1</version></dependency>
    <dependency><groupId>org.hipparchus</groupId><artifactId>hipparchus-optim</artifactId><version>4.0.1</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import java.util.*;
import org.apache.commons.math3.optim.linear.*;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

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

  /** Units of 80 MW each; the first is the dearer. */
  static String commons(double first, double second, boolean gain) {
    double[] p = new SimplexSolver().optimize(new LinearObjectiveFunction(new double[] {first, second}, 0),
        new LinearConstraintSet(new LinearConstraint(new double[] {1, 1}, gain ? Relationship.LEQ : Relationship.EQ, 100),
            new LinearConstraint(new double[] {1, 0}, Relationship.LEQ, 80), new LinearConstraint(new double[] {0, 1}, Relationship.LEQ, 80)),
        gain ? GoalType.MAXIMIZE : GoalType.MINIMIZE, new NonNegativeConstraint(true)).getPoint();
    return Arrays.toString(p);
  }

  static String hipparchus(double first, double second) {
    var equal = org.hipparchus.optim.linear.Relationship.EQ;
    var most = org.hipparchus.optim.linear.Relationship.LEQ;
    return Arrays.toString(new org.hipparchus.optim.linear.SimplexSolver().optimize(
        new org.hipparchus.optim.linear.LinearObjectiveFunction(new double[] {first, second}, 0),
        new org.hipparchus.optim.linear.LinearConstraintSet(
            new org.hipparchus.optim.linear.LinearConstraint(new double[] {1, 1}, equal, 100),
            new org.hipparchus.optim.linear.LinearConstraint(new double[] {1, 0}, most, 80),
            new org.hipparchus.optim.linear.LinearConstraint(new double[] {0, 1}, most, 80)),
        org.hipparchus.optim.nonlinear.scalar.GoalType.MINIMIZE, new org.hipparchus.optim.linear.NonNegativeConstraint(true)).getPoint());
  }

  public static void main(String[] args) {
    System.out.println("commons-math3 3.6.1, hipparchus-optim 4.0.1: 100 MW from two units of 80 MW");
    see("costs 35.40 and 35.00 per MWh, Commons Math", "[20.0, 80.0]", commons(35.40, 35.00, false));
    see("the same per kWh", "[20.0, 80.0]", commons(35.40e-3, 35.00e-3, false));
    see("the same per Wh", "[80.0, 20.0]", commons(35.40e-6, 35.00e-6, false));
    see("the same per MWh, Hipparchus", "[20.0, 80.0]", hipparchus(35.40, 35.00));
    see("the same per Wh, Hipparchus", "[80.0, 20.0]", hipparchus(35.40e-6, 35.00e-6));
    see("gains 0.20 and 0.35 per MWh, Commons Math", "[20.0, 80.0]", commons(0.20, 0.35, true));
    see("the same per Wh", "[0.0, 0.0]", commons(0.20e-6, 0.35e-6, true));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
