#!/usr/bin/env bash
# MPSolver.createSolver("SAT"): a small unit commitment with continuous outputs.
#
# Guess: CP-SAT scales continuous variables finely (its engine knows whole numbers only), so the answer is right to some
# digits; or it refuses them.
#
# Instead: a continuous variable that survives presolve moves in whole steps of 1 from its lower bound. Of two units the
# answer to "at least 97.37 MW" is 78.12 and 20.20 MW, OPTIMAL, where 77.17 and 20.20 is enough. "Exactly 97.37 MW" is
# MODEL_INVALID. And limits are cut at 10 million: in watts the same problem is INFEASIBLE. SCIP solves all three.
#
# Version: OR-Tools 9.15.6755 (the log says so, if output is on: "bounds were truncated to 10000000").
#
# Matters: createSolver invites to change the solver by its name. Costs rise by up to 1 MW a unit, and a market in kW,
# W, fen or cents gets INFEASIBLE, on which a fallback (shed load, cancel the session) acts.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>com.google.ortools</groupId><artifactId>ortools-java</artifactId><version>9.15.6755</version></dependency>
    <dependency><groupId>com.google.ortools</groupId><artifactId>ortools-linux-x86-64</artifactId><version>9.15.6755</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import com.google.ortools.Loader;
import com.google.ortools.linearsolver.*;

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

  /** Two units with start costs and least outputs; scale 1 is MW. */
  static String run(String solver, boolean exactly, double scale) {
    double infinity = Double.POSITIVE_INFINITY;
    double[] most = {80.5, 60.25};
    double[] cost = {20, 35};
    MPSolver m = MPSolver.createSolver(solver);
    MPConstraint balance = m.makeConstraint(97.37 * scale, exactly ? 97.37 * scale : infinity);
    MPVariable[] p = new MPVariable[2];
    for (int i = 0; i < 2; i++) {
      p[i] = m.makeNumVar(0, 100 * scale, "p" + i);
      MPVariable on = m.makeIntVar(0, 1, "on" + i);
      MPConstraint upper = m.makeConstraint(-infinity, 0);
      upper.setCoefficient(p[i], 1);
      upper.setCoefficient(on, -most[i] * scale);
      MPConstraint lower = m.makeConstraint(0, infinity);
      lower.setCoefficient(p[i], 1);
      lower.setCoefficient(on, -20.2 * scale);
      balance.setCoefficient(p[i], 1);
      m.objective().setCoefficient(p[i], cost[i]);
      m.objective().setCoefficient(on, 300 * scale);
    }
    m.objective().setMinimization();
    MPSolver.ResultStatus status = m.solve();
    return status + (status == MPSolver.ResultStatus.OPTIMAL
        ? " %.2f + %.2f MW".formatted(p[0].solutionValue() / scale, p[1].solutionValue() / scale) : "");
  }

  public static void main(String[] args) {
    Loader.loadNativeLibraries();
    System.out.println("OR-Tools 9.15.6755: units of 20.2..80.5 MW at 20 and 20.2..60.25 MW at 35, load 97.37 MW");
    see("SCIP, at least, MW", "OPTIMAL 77.17 + 20.20 MW", run("SCIP", false, 1));
    see("SAT, at least, MW", "OPTIMAL 78.12 + 20.20 MW", run("SAT", false, 1));
    see("SCIP, exactly, MW", "OPTIMAL 77.17 + 20.20 MW", run("SCIP", true, 1));
    see("SAT, exactly, MW", "MODEL_INVALID", run("SAT", true, 1));
    see("SCIP, exactly, W", "OPTIMAL 77.17 + 20.20 MW", run("SCIP", true, 1e6));
    see("SAT, exactly, W", "INFEASIBLE", run("SAT", true, 1e6));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
