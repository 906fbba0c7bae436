#!/usr/bin/env bash
# An MPS file in free format (fields parted by single blanks), read by ojAlgo.
#
# Guess: it is read, or refused where a line does not stand in the columns of the fixed format.
#
# Instead: it depends on the lengths of the names. Where they happen to end a column's name field, the line is cut
# there: the variable is then called "G1 COST 2", its cost is gone without a word, and the result is optimal at no cost.
# With longer names the same model is read rightly, with others refused.
#
# Version: ojAlgo 57.1.0.
#
# Matters: most tools write free format today. A case with short unit names is solved as the same case without costs.
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

  static String solve(String unit, String right) {
    String text = String.join("\n", "NAME T", "ROWS", " N COST", " G NEED", "COLUMNS", " " + unit + " COST 20 NEED 1", "RHS", " " + right + " NEED 100",
        "ENDATA", "");
    ExpressionsBasedModel m = ExpressionsBasedModel.parse(new ByteArrayInputStream(text.getBytes()), ExpressionsBasedModel.FileFormat.MPS);
    Optimisation.Result r = m.minimise();
    return m.getVariable(0).getName() + ": " + r.getState() + " " + r.getValue();
  }

  public static void main(String[] args) {
    System.out.println("ojAlgo 57.1.0: 100 MW from one unit at 20, free format; the cost is 2000");
    see("unit GEN", "GEN: OPTIMAL 2000.0", solve("GEN", "DEMAND"));
    see("unit G1", "G1 COST 20: OPTIMAL 0.0", solve("G1", "DEMAND"));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
