#!/usr/bin/env bash
# The multiplier of a balance of two units at their merit order, solved by ojAlgo as a model.
#
# Guess: Result.getMultipliers holds the shadow price of the balance: the cost of the dearer, marginal unit (35), but
# for a sign.
#
# Instead: it holds a tenth of the cost of the cheap unit (2.0), which runs at its limit. Objective and dispatch are
# right.
#
# Version: ojAlgo 57.1.0.
#
# Matters: nodal prices are multipliers. This one is neither the marginal unit's nor in the unit of the costs, and it
# looks like a price.
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

  public static void main(String[] args) {
    ExpressionsBasedModel m = new ExpressionsBasedModel();
    Variable cheap = m.newVariable("cheap").lower(0).upper(80).weight(20);
    Variable dear = m.newVariable("dear").lower(0).upper(80).weight(35);
    Expression balance = m.addExpression("balance").set(cheap, 1).set(dear, 1).lower(100);
    Optimisation.Result r = m.minimise();
    System.out.println("ojAlgo 57.1.0: 100 MW, 80 MW at 20, 80 MW at 35");
    see("result", "OPTIMAL 2300.0", r.getState() + " " + r.getValue());
    double more = new Object() {
      double cost() {
        balance.lower(101);
        return m.minimise().getValue();
      }
    }.cost() - r.getValue();
    see("cost of one megawatt more", 35.0, more);
    see("multiplier", 2.0, Math.abs(r.getMultipliers().orElseThrow().doubleValue(0)));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
