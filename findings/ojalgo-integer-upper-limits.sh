#!/usr/bin/env bash
# An integer variable with a generous upper limit in ojAlgo; the answer is 7.
#
# Guess: an upper limit that the answer is far from makes no difference, and 10^12 is an honest way to write "no limit".
#
# Instead: from 2147483648 on the limit counts by its low 32 bits. With 3 * 10^9 or 10^12 (negative as an int) the state
# is INFEASIBLE, with 5 * 10^9 (705032704 as an int) it is OPTIMAL again. Without any limit it is OPTIMAL too, and so is
# 10^12 with the variable continuous.
#
# Version: ojAlgo 57.1.0.
#
# Matters: limits of this size are written for money in cents or fen, energy in Wh, and "as much as you like". The
# result is not that a number is too large but that no dispatch exists.
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

  static String run(Double upper, boolean integer) {
    ExpressionsBasedModel m = new ExpressionsBasedModel();
    Variable x = m.newVariable("x").lower(0).integer(integer).weight(1);
    if (upper != null) {
      x.upper(upper);
    }
    Variable start = m.newVariable("start").binary().weight(3);
    m.addExpression("row").lower(6.5).set(x, 1).set(start, 1);
    Optimisation.Result r = m.minimise();
    return r.getState() + (r.getState().isFeasible() ? " %.1f".formatted(r.doubleValue(0)) : "");
  }

  public static void main(String[] args) {
    System.out.println("ojAlgo 57.1.0: min x + 3 start, x + start >= 6.5, 0 <= x <= upper, start 0 or 1");
    see("integer, no upper limit", "OPTIMAL 7.0", run(null, true));
    see("integer, upper 2147483647", "OPTIMAL 7.0", run(2147483647d, true));
    see("integer, upper 2147483648", "INFEASIBLE", run(2147483648d, true));
    see("integer, upper 3000000000", "INFEASIBLE", run(3e9, true));
    see("integer, upper 5000000000", "OPTIMAL 7.0", run(5e9, true));
    see("integer, upper 10^12", "INFEASIBLE", run(1e12, true));
    see("continuous, upper 10^12", "OPTIMAL 6.5", run(1e12, false));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
