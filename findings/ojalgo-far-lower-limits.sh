#!/usr/bin/env bash
# A variable with a lower limit far away (-10^18, -10^20, -10^30) in ojAlgo.
#
# Guess: it acts like no limit; 10^20 and 10^30 are what files and other solvers mean by infinity.
#
# Instead: the answer moves: -8 with -10^16 and 0 with -10^18 and below, where -7.5 is right. OPTIMAL each time. Far
# upper limits do no harm.
#
# Version: ojAlgo 57.1.0.
#
# Matters: models from other tools write -1e20 or -1e30 for free positions, exchanges and angles. The optimum is then
# the cost of a market in which nobody sells. Leave the lower limit out (null).
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

  static String run(Double lower, Double upper, double cost) {
    ExpressionsBasedModel m = new ExpressionsBasedModel();
    Variable x = m.newVariable("x").weight(cost);
    if (lower != null) {
      x.lower(lower);
    }
    if (upper != null) {
      x.upper(upper);
    }
    Variable y = m.newVariable("y").lower(0).weight(9);
    Expression row = m.addExpression("row").set(x, 1).set(y, 1);
    if (cost > 0) {
      row.lower(-7.5);
    } else {
      row.upper(7.5);
    }
    Optimisation.Result r = m.minimise();
    return r.getState() + " %.1f at x = %.1f".formatted(r.getValue(), r.doubleValue(0));
  }

  public static void main(String[] args) {
    System.out.println("ojAlgo 57.1.0: min 2 x + 9 y, x + y >= -7.5, y >= 0, x >= limit");
    see("no limit", "OPTIMAL -15.0 at x = -7.5", run(null, null, 2));
    see("limit -10^12", "OPTIMAL -15.0 at x = -7.5", run(-1e12, null, 2));
    see("limit -10^16", "OPTIMAL -16.0 at x = -8.0", run(-1e16, null, 2));
    see("limit -10^18", "OPTIMAL 0.0 at x = 0.0", run(-1e18, null, 2));
    see("limit -10^30", "OPTIMAL 0.0 at x = 0.0", run(-1e30, null, 2));
    System.out.println("and: min -2 x + 9 y, x + y <= 7.5, x <= limit");
    see("limit 10^30", "OPTIMAL -15.0 at x = 7.5", run(0d, 1e30, -2));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
