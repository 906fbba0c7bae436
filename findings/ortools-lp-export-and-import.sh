#!/usr/bin/env bash
# A model written by OR-Tools' ModelBuilder.exportToLpString and read by its importFromLpString.
#
# Guess: what one writes the other reads.
#
# Instead: the export is in the format known from CPLEX, the import takes the one known from lp_solve and says false to
# its own export. A solve after the false gives OPTIMAL with objective 0, for the model is empty.
#
# Version: OR-Tools 9.15.6755.
#
# Matters: kept cases for a later repetition cannot be read, and code that ignores the boolean reports an optimal
# dispatch at no cost.
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
import com.google.ortools.modelbuilder.*;

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
    Loader.loadNativeLibraries();
    ModelBuilder a = new ModelBuilder();
    Variable x = a.newNumVar(0, 10, "x");
    a.addGreaterOrEqual(x, 4).withName("demand");
    a.minimize(LinearExpr.term(x, 3));
    String lp = a.exportToLpString(false);
    System.out.println("OR-Tools 9.15.6755 writes\n" + lp);
    ModelBuilder b = new ModelBuilder();
    see("reads its own LP text", false, b.importFromLpString(lp));
    ModelSolver solver = new ModelSolver("glop");
    see("solved all the same", "OPTIMAL 0.0", solver.solve(b) + " " + solver.getObjectiveValue());
    ModelBuilder c = new ModelBuilder();
    see("reads lp_solve's notation", true, c.importFromLpString("min: 3 x;\ndemand: x >= 4;\n"));
    ModelBuilder d = new ModelBuilder();
    see("reads its own MPS text", true, d.importFromMpsString(a.exportToMpsString(false)));
    see("and solves it", "OPTIMAL 12.0", solver.solve(d) + " " + solver.getObjectiveValue());
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
