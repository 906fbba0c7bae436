#!/usr/bin/env bash
# An economic dispatch (quadratic costs, two units of 0 to 200 MW, 300 MW of demand) with the SQP optimisers of
# Hipparchus.
#
# Guess: limits given as LinearBoundedConstraint count, as they do in the ADMM optimiser of the same package;
# GoalType.MAXIMIZE maximises; a run that its iterations do not suffice for is an exception, as in ADMM.
#
# Instead: the bounds are dropped without a word: 366.7 and -66.7 MW. The goal is dropped too: of a profit the minimum
# is found. After 2 iterations the point reached is returned as if it were the solution (the units give 299.7 MW).
# Written as LinearInequalityConstraint the limits count.
#
# Version: Hipparchus 4.0.1 (SQPOptimizerS and SQPOptimizerGM; ADMMQPOptimizer has it right).
#
# Matters: the result has a value, multipliers and no status. Negative output of a unit may be noticed; a profit that
# is minimised within limits looks like any other dispatch.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.hipparchus</groupId><artifactId>hipparchus-optim</artifactId><version>4.0.1</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import java.util.*;
import org.hipparchus.linear.*;
import org.hipparchus.optim.*;
import org.hipparchus.optim.nonlinear.scalar.*;
import org.hipparchus.optim.nonlinear.vector.constrained.*;

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

  static final double[][] BOTH = {{1, 0}, {0, 1}};
  static final LinearEqualityConstraint DEMAND = new LinearEqualityConstraint(new double[][] {{1, 1}}, new double[] {300});
  static final LinearBoundedConstraint BOUNDS = new LinearBoundedConstraint(BOTH, new double[] {0, 0}, new double[] {200, 200});
  static final LinearInequalityConstraint LIMITS =
      new LinearInequalityConstraint(new double[][] {{1, 0}, {0, 1}, {-1, 0}, {0, -1}}, new double[] {0, 0, -200, -200});

  /** Costs 0.01 x2 + 10 x + 0.02 y2 + 20 y, or with sign -1 the profit. */
  static ObjectiveFunction costs(double sign) {
    return new ObjectiveFunction(new QuadraticFunction(new double[][] {{0.02 * sign, 0}, {0, 0.04 * sign}}, new double[] {10 * sign, 20 * sign}, 0));
  }

  static String mw(ConstraintOptimizer optimizer, OptimizationData... data) {
    OptimizationData[] all = Arrays.copyOf(data, data.length + 2);
    all[data.length] = new InitialGuess(new double[] {100, 100});
    all[data.length + 1] = DEMAND;
    try {
      RealVector x = optimizer.optimize(all).getX();
      return String.format(Locale.ROOT, "%.1f and %.1f", x.getEntry(0), x.getEntry(1));
    } catch (RuntimeException e) {
      return "refused";
    }
  }

  public static void main(String[] args) {
    System.out.println("Hipparchus 4.0.1, MW of both units");
    MaxIter enough = new MaxIter(2000);
    see("limits as bounds, ADMM", "200.0 and 100.0", mw(new ADMMQPOptimizer(), enough, costs(1), BOUNDS));
    see("limits as bounds, SQP S", "366.7 and -66.7", mw(new SQPOptimizerS(), enough, costs(1), BOUNDS));
    see("limits as bounds, SQP GM", "366.7 and -66.7", mw(new SQPOptimizerGM(), enough, costs(1), BOUNDS));
    see("limits as inequalities, SQP S", "200.0 and 100.0", mw(new SQPOptimizerS(), enough, costs(1), LIMITS));
    see("limits as inequalities, SQP GM", "200.0 and 100.0", mw(new SQPOptimizerGM(), enough, costs(1), LIMITS));
    see("the profit, MAXIMIZE, SQP S", "100.0 and 200.0", mw(new SQPOptimizerS(), enough, GoalType.MAXIMIZE, costs(-1), LIMITS));
    see("2 iterations, ADMM", "refused", mw(new ADMMQPOptimizer(), new MaxIter(2), costs(1), LIMITS));
    see("2 iterations, SQP S", "166.3 and 133.4", mw(new SQPOptimizerS(), new MaxIter(2), costs(1), LIMITS));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
