#!/usr/bin/env bash
# Two units share 100 MW in ojAlgo; the first has falling marginal costs (50 P - 0.1 P^2), the second costs 45.
#
# Guess: a quadratic term that is not convex is refused, or the state is FEASIBLE or APPROXIMATE, or at least the better
# end is found: everything from the first unit, 4000.
#
# Instead: the state is OPTIMAL, and the dispatch is the dearest that there is: 25 and 75 MW for 4562.50, the point at
# which the marginal costs meet. In the same way min -x^2 on -1..2 is OPTIMAL with 0 at 0, where the value is greatest.
#
# Version: ojAlgo 57.1.0.
#
# Matters: cost curves come out of fits to heat rates and of steps of a bid, and one of them with a falling slope is
# enough: the solver turns the merit order round and says OPTIMAL. Test the sign of every quadratic term before the run.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.ojalgo</groupId><artifactId>ojalgo</artifactId><version>57.1.0</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import org.ojalgo.optimisation.*;

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

  static ExpressionsBasedModel dispatch(double first, double square) {
    ExpressionsBasedModel m = new ExpressionsBasedModel();
    Variable p = m.newVariable("P").lower(0).upper(100).weight(first);
    Variable q = m.newVariable("Q").lower(0).upper(100).weight(45);
    m.addExpression("cost curve").weight(1).set(p, p, square);
    m.addExpression("balance").level(100).set(p, 1).set(q, 1);
    return m;
  }

  static String show(Optimisation.Result r) {
    return "%s %.2f at P = %.1f, Q = %.1f".formatted(r.getState(), r.getValue(), r.doubleValue(0), r.doubleValue(1));
  }

  public static void main(String[] args) {
    System.out.println("ojAlgo 57.1.0: 100 MW from P (0..100 MW) and Q (0..100 MW at 45)");
    see("P costs 40 P + 0.1 P^2 (convex, right)", "OPTIMAL 4437.50 at P = 25.0, Q = 75.0", show(dispatch(40, 0.1).minimise()));
    see("P costs 50 P - 0.1 P^2 (P = 100 costs 4000, Q = 100 costs 4500)", "OPTIMAL 4562.50 at P = 25.0, Q = 75.0",
        show(dispatch(50, -0.1).minimise()));
    ExpressionsBasedModel m = new ExpressionsBasedModel();
    Variable x = m.newVariable("x").lower(-1).upper(2);
    m.addExpression("o").weight(1).set(x, x, -1);
    Optimisation.Result r = m.minimise();
    see("min -x^2 on -1..2", "OPTIMAL 0.0 at 0.0", r.getState() + " " + Math.abs(r.getValue()) + " at " + Math.abs(r.doubleValue(0)));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
