#!/usr/bin/env bash
# Constants and repeated terms in an LP file, read by ojAlgo.
#
# Guess: `obj: x + y + 3` has a constant of 3; `x + x + y` is 2 x + y; a constant left of a row moves to the right; or
# an error says what is not known.
#
# Instead: all constants are dropped, in the objective and in rows, and of repeated terms the last wins, in the
# objective and in rows.
#
# Version: ojAlgo 57.1.0.
#
# Matters: with HiGHS 1.12 (which adds repeated terms of rows and keeps the objective's constant) the same file is two
# problems, both optimal: a comparison of two solvers over LP files finds "differences of the solvers" that are
# differences of the readers.
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

  static String solve(String lp) {
    ExpressionsBasedModel m = ExpressionsBasedModel.parse(new ByteArrayInputStream(lp.getBytes()), ExpressionsBasedModel.FileFormat.LP);
    Optimisation.Result r = m.minimise();
    return r.getState() + " %.2f".formatted(r.getValue());
  }

  public static void main(String[] args) {
    System.out.println("ojAlgo 57.1.0");
    see("min x + y + 3, x + y >= 4 (is 7)", "OPTIMAL 4.00", solve("min\n obj: x + y + 3\nst\n c: x + y >= 4\nend\n"));
    see("min x + y, x + y + 4 >= 10 (is 6)", "OPTIMAL 10.00", solve("min\n obj: x + y\nst\n c: x + y + 4 >= 10\nend\n"));
    see("min x + 0.6 y, x + x + y >= 4 (is 2)", "OPTIMAL 2.40", solve("min\n obj: x + 0.6 y\nst\n c: x + x + y >= 4\nend\n"));
    see("min 3 x + x + 2 y, x + y >= 4 (is 8)", "OPTIMAL 4.00", solve("min\n obj: 3 x + x + 2 y\nst\n c: x + y >= 4\nend\n"));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
