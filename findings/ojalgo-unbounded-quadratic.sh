#!/usr/bin/env bash
# A trader buys at 20 and sells at 30 without a limit, beside a unit with quadratic costs, in ojAlgo.
#
# Guess: UNBOUNDED, as ojAlgo says to the same model with linear costs.
#
# Instead: OPTIMAL, with a profit of 16.8 thousand million at 1677721550 MW bought; the numbers come from a limit of the
# solver and not from the model. min y^2 - x with x free says DISTINCT, which is the state for one optimum and no other.
#
# Version: ojAlgo 57.1.0.
#
# Matters: a limit left out of a model is what UNBOUNDED finds. With one quadratic cost curve in the model the mistake
# passes as a result, with prices and positions, and only its size tells.
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

  static Optimisation.Result trade(double square) {
    ExpressionsBasedModel m = new ExpressionsBasedModel();
    Variable buy = m.newVariable("buy").lower(0).weight(20);
    Variable sell = m.newVariable("sell").lower(0).weight(-30);
    Variable unit = m.newVariable("unit").lower(0).upper(50).weight(5);
    m.addExpression("balance").level(0).set(buy, 1).set(unit, 1).set(sell, -1);
    if (square != 0) {
      m.addExpression("cost curve").weight(1).set(unit, unit, square);
    }
    return m.minimise();
  }

  public static void main(String[] args) {
    System.out.println("ojAlgo 57.1.0: buy at 20, sell at 30, no limits, a unit of 50 MW");
    see("linear costs of the unit", "UNBOUNDED", trade(0).getState().toString());
    Optimisation.Result r = trade(0.1);
    see("quadratic costs of the unit", "OPTIMAL", r.getState().toString());
    see("a profit of more than 10^10", true, r.getValue() < -1e10);
    System.out.println("  it is " + r);
    ExpressionsBasedModel m = new ExpressionsBasedModel();
    m.newVariable("x").weight(-1);
    Variable y = m.newVariable("y");
    m.addExpression("o").weight(1).set(y, y, 1);
    Optimisation.Result s = m.minimise();
    see("min y^2 - x, both free", "DISTINCT", s.getState().toString());
    System.out.println("  it is " + s);
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
