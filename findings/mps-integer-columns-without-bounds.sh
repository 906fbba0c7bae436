#!/usr/bin/env bash
# An integer column between INTORG and INTEND markers that has no line in BOUNDS, in an MPS file.
#
# Guess: the default is that of all columns: 0 to infinity.
#
# Instead: OR-Tools reads 0 to 1 (so does HiGHS: 1.15.1), ojAlgo reads 0 to infinity. Both call their result optimal: 1
# and 7.
#
# Version: OR-Tools 9.15.6755 (ModelBuilder), ojAlgo 57.1.0.
#
# Matters: MPS is how cases go from one solver to another for a second opinion. Counters (starts in a day, blocks of a
# bid, taps) without an explicit bound are another problem in each reader. Write a bound for every integer column.
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
    <dependency><groupId>org.ojalgo</groupId><artifactId>ojalgo</artifactId><version>57.1.0</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import com.google.ortools.Loader;
import com.google.ortools.modelbuilder.*;
import java.io.*;
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

  public static void main(String[] args) throws Exception {
    Loader.loadNativeLibraries();
    String mps = String.join("\n",
        "NAME          COUNTER",
        "ROWS",
        " N  COST",
        " L  LIMIT",
        "COLUMNS",
        "    MARKER    'MARKER'                 'INTORG'",
        "    STARTS    COST              -1.0   LIMIT              1.0",
        "    MARKEND   'MARKER'                 'INTEND'",
        "RHS",
        "    RHS       LIMIT              7.5",
        "ENDATA", "");
    System.out.println("OR-Tools 9.15.6755, ojAlgo 57.1.0: max STARTS, integer, STARTS <= 7.5");
    ModelBuilder a = new ModelBuilder();
    see("OR-Tools reads the file", true, a.importFromMpsString(mps));
    see("OR-Tools: upper bound", 1.0, a.varFromIndex(0).getUpperBound());
    ModelSolver scip = new ModelSolver("scip");
    see("OR-Tools: status and STARTS", "OPTIMAL 1.0", scip.solve(a) + " " + scip.getValue(a.varFromIndex(0)));
    ExpressionsBasedModel b = ExpressionsBasedModel.parse(new ByteArrayInputStream(mps.getBytes()), ExpressionsBasedModel.FileFormat.MPS);
    see("ojAlgo: upper bound", "null", String.valueOf(b.getVariable(0).getUpperLimit()));
    Optimisation.Result r = b.minimise();
    see("ojAlgo: status and STARTS", "OPTIMAL 7.0", r.getState() + " " + r.doubleValue(0));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
