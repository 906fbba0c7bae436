#!/usr/bin/env bash
# Special ordered sets of type 2 (at most two members not 0, and these neighbours) in ojAlgo.
#
# Guess: the solver honours them; they are there for cost curves in pieces that are not convex.
#
# Instead: they change nothing. A curve through (0 MW, 0), (50 MW, 2000), (100 MW, 2500) costs 1250 at 50 MW, for the
# first and the last point are mixed; and of five binaries the best two are taken though they are not neighbours. Both
# OPTIMAL.
#
# Version: ojAlgo 57.1.0.
#
# Matters: start-up and no-load costs make curves of this form. The dispatch is feasible and the cost wrong by the chord
# under the curve. Add a binary for each piece instead.
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

  static String curve(boolean set, boolean integerElsewhere) {
    ExpressionsBasedModel m = new ExpressionsBasedModel();
    double[] mw = {0, 50, 100};
    double[] cost = {0, 2000, 2500};
    Expression sum = m.addExpression("sum").level(1);
    Expression power = m.addExpression("power").level(50);
    List<Variable> weights = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Variable w = m.newVariable("w" + i).lower(0).upper(1).weight(cost[i]);
      weights.add(w);
      sum.set(w, 1);
      power.set(w, mw[i]);
    }
    if (integerElsewhere) {
      Variable k = m.newVariable("k").lower(0).upper(5).integer();
      m.addExpression("other").lower(2.5).set(k, 1).set(weights.get(1), 0.1);
    }
    if (set) {
      m.addSpecialOrderedSet(weights, 2, sum);
    }
    Optimisation.Result r = m.minimise();
    return "%s %.1f, weights %.1f %.1f %.1f".formatted(r.getState(), r.getValue(), r.doubleValue(0), r.doubleValue(1), r.doubleValue(2));
  }

  public static void main(String[] args) {
    System.out.println("ojAlgo 57.1.0: cost at 50 MW of a curve through (0, 0), (50, 2000), (100, 2500)");
    see("without a set", "OPTIMAL 1250.0, weights 0.5 0.0 0.5", curve(false, false));
    see("with a set of type 2", "OPTIMAL 1250.0, weights 0.5 0.0 0.5", curve(true, false));
    see("with a set of type 2, an integer elsewhere", "OPTIMAL 1250.0, weights 0.5 0.0 0.5", curve(true, true));

    ExpressionsBasedModel m = new ExpressionsBasedModel();
    List<Variable> hours = new ArrayList<>();
    for (double gain : new double[] {5, 1, 5, 2, 3}) {
      hours.add(m.newVariable("h" + hours.size()).binary().weight(gain));
    }
    m.addSpecialOrderedSet(hours, 0, 2);
    Optimisation.Result r = m.maximise();
    StringBuilder on = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      on.append(Math.round(r.doubleValue(i)));
    }
    see("two neighbours of the gains 5 1 5 2 3 (best: 5 + 2)", "OPTIMAL 10.0, on 10100", r.getState() + " %.1f, on ".formatted(r.getValue()) + on);
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
