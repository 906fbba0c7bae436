#!/usr/bin/env bash
# A model without a best value, solved by ojAlgo.
#
# Guess: UNBOUNDED, whether a variable is an integer or not (or "infeasible or unbounded", as some say).
#
# Instead: UNBOUNDED without integers; the same model with an integer is INFEASIBLE, although 0 is feasible.
#
# Version: ojAlgo 57.1.0.
#
# Matters: a forgotten capacity sends the search for a fault to the constraints ("which of them cannot be met?") when
# there is none.
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
import java.util.*;
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

  static Optimisation.State solve(boolean integer) {
    ExpressionsBasedModel m = new ExpressionsBasedModel();
    Variable blocks = m.newVariable("blocks").lower(0).weight(-1);
    if (integer) {
      blocks.integer();
    }
    Variable slack = m.newVariable("slack").lower(0);
    m.addExpression("limit").set(blocks, 1).set(slack, -1).upper(3);
    return m.minimise().getState();
  }

  public static void main(String[] args) {
    System.out.println("ojAlgo 57.1.0: max blocks, blocks - slack <= 3, both >= 0");
    see("continuous", Optimisation.State.UNBOUNDED, solve(false));
    see("integer", Optimisation.State.INFEASIBLE, solve(true));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
