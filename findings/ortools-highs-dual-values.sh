#!/usr/bin/env bash
# Shadow prices of an LP solved by HiGHS through OR-Tools' MPSolver.
#
# Guess: MPConstraint.dualValue is the multiplier of the row, as it is with GLOP on the same model.
#
# Instead: with HiGHS it is the activity of the row: megawatts in the place of money per megawatt hour.
#
# Version: OR-Tools 9.15.6755 (HiGHS 1.12).
#
# Matters: nodal prices are duals. A change of solver by its name ("GLOP" to "HIGHS") keeps objective and dispatch and
# gives as price of a balance the demand: 100 MW shown as 100 per MWh looks fine.
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

  static String price(String solver) {
    MPSolver s = MPSolver.createSolver(solver);
    MPVariable cheap = s.makeNumVar(0, 80, "cheap");
    MPVariable dear = s.makeNumVar(0, 80, "dear");
    MPConstraint balance = s.makeConstraint(100, 100, "balance");
    balance.setCoefficient(cheap, 1);
    balance.setCoefficient(dear, 1);
    s.objective().setCoefficient(cheap, 20);
    s.objective().setCoefficient(dear, 35);
    s.objective().setMinimization();
    MPSolver.ResultStatus status = s.solve();
    return "%s, cost %.0f, price %.1f".formatted(status, s.objective().value(), balance.dualValue());
  }

  public static void main(String[] args) {
    Loader.loadNativeLibraries();
    System.out.println("OR-Tools 9.15.6755: demand 100 MW, 80 MW at 20 and 80 MW at 35; the price is 35");
    see("GLOP", "OPTIMAL, cost 2300, price 35.0", price("GLOP"));
    see("HIGHS", "OPTIMAL, cost 2300, price 100.0", price("HIGHS_LP"));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
