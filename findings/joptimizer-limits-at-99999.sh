#!/usr/bin/env bash
# A dispatch in kW as a linear program of JOptimizer: two units without an upper limit, or with one of 1000000, and a
# demand of 150000.
#
# Guess: the cheap unit gives all of it.
#
# Instead: 99999 and 50001: every variable of a linear program is held between -99999 and 99999, also against a limit
# that was given. 300000 kW are "infeasible", and what is unbounded has a solution at 99999. With a demand of 90000
# the result is right. The limits are arguments of another constructor of LPPrimalDualMethod.
#
# Version: JOptimizer 5.0.0.
#
# Matters: kW, yuan or whole-country MW exceed 99999 easily. The answer is feasible, rounded nicely and dearer by a
# half, and the price is that of the dear unit.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>com.joptimizer</groupId><artifactId>joptimizer</artifactId><version>5.0.0</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import com.joptimizer.exception.*;
import com.joptimizer.optimizers.*;
import java.util.*;

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

  /** What two units of 10 and 20 yuan per unit give. */
  static String dispatch(LPPrimalDualMethod method, double[] costs, double demand, double[] upper) throws Exception {
    LPOptimizationRequest request = new LPOptimizationRequest();
    request.setC(costs);
    request.setA(new double[][] {{1, 1}});
    request.setB(new double[] {demand});
    request.setLb(new double[] {0, 0});
    request.setUb(upper);
    method.setLPOptimizationRequest(request);
    try {
      method.optimize();
    } catch (InfeasibleProblemException e) {
      return "infeasible";
    }
    double[] x = method.getLPOptimizationResponse().getSolution();
    return Math.round(x[0]) + " and " + Math.round(x[1]);
  }

  public static void main(String[] args) throws Exception {
    System.out.println("JOptimizer 5.0.0");
    double[] costs = {10, 20};
    see("demand 90000, no upper limits", "90000 and 0", dispatch(new LPPrimalDualMethod(), costs, 90000, null));
    see("demand 150000, no upper limits", "99999 and 50001", dispatch(new LPPrimalDualMethod(), costs, 150000, null));
    see("demand 150000, limits of 1000000", "99999 and 50001", dispatch(new LPPrimalDualMethod(), costs, 150000, new double[] {1e6, 1e6}));
    see("demand 300000, no upper limits", "infeasible", dispatch(new LPPrimalDualMethod(), costs, 300000, null));
    see("demand 150000, limits of the method at 1e9", "150000 and 0", dispatch(new LPPrimalDualMethod(-1e9, 1e9), costs, 150000, new double[] {1e6, 1e6}));
    LPOptimizationRequest free = new LPOptimizationRequest();
    free.setC(new double[] {-10, 20});
    free.setG(new double[][] {{0, 1}});
    free.setH(new double[] {5});
    free.setLb(new double[] {0, 0});
    LPPrimalDualMethod method = new LPPrimalDualMethod();
    method.setLPOptimizationRequest(free);
    method.optimize();
    see("min -10 x + 20 y, y <= 5: x", 99999L, Math.round(method.getLPOptimizationResponse().getSolution()[0]));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
