#!/usr/bin/env bash
# Two types of bounds in an MPS file: MI (no lower limit) and SC (0, or from the lower limit to this).
#
# Guess: MI takes the lower limit away and leaves the upper one at infinity; SC is honoured or the file is refused, as
# other features (SOS) are.
#
# Instead: ojAlgo sets the upper limit to 0 with MI, so a position that should be 7.5 is 0. SC is read as an ordinary
# upper limit: a unit of 20 to 40 MW cannot be off, and costs 40 where 25 is possible. All OPTIMAL. OR-Tools (and HiGHS)
# read both as guessed.
#
# Version: ojAlgo 57.1.0, OR-Tools 9.15.6755 (ModelBuilder).
#
# Matters: net positions, angles and exchanges have MI, units with a least output SC. An exchange that can only be an
# import, and must-run units, look like a market result. Write FR instead of MI, and a binary instead of SC.
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

  static String mps(String cost, String type, String limit, String... bounds) {
    List<String> lines = new ArrayList<>(List.of("NAME          BOUNDS", "ROWS", " N  COST", " " + type + "  ROW", "COLUMNS"));
    lines.add("    X         COST      %12s   ROW                1.0".formatted(cost));
    lines.add("    Y         COST               5.0   ROW                1.0");
    lines.add("RHS");
    lines.add("    RHS       ROW       %12s".formatted(limit));
    lines.add("BOUNDS");
    lines.addAll(List.of(bounds));
    lines.add("ENDATA");
    lines.add("");
    return String.join("\n", lines);
  }

  static String orTools(String mps) {
    ModelBuilder m = new ModelBuilder();
    m.importFromMpsString(mps);
    ModelSolver scip = new ModelSolver("scip");
    return scip.solve(m) + " %.1f, X = %.1f".formatted(scip.getObjectiveValue(), Math.abs(scip.getValue(m.varFromIndex(0))));
  }

  static String ojAlgo(String mps) throws Exception {
    Optimisation.Result r = ExpressionsBasedModel.parse(new ByteArrayInputStream(mps.getBytes()), ExpressionsBasedModel.FileFormat.MPS).minimise();
    return r.getState() + " %.1f, X = %.1f".formatted(r.getValue(), r.doubleValue(0));
  }

  public static void main(String[] args) throws Exception {
    Loader.loadNativeLibraries();
    System.out.println("ojAlgo 57.1.0, OR-Tools 9.15.6755: costs of X as said, Y >= 0 at 5");
    String free = mps("-2.0", "L", "7.5", " MI BND       X");
    see("X at -2, MI, X + Y <= 7.5, OR-Tools", "OPTIMAL -15.0, X = 7.5", orTools(free));
    see("X at -2, MI, X + Y <= 7.5, ojAlgo", "OPTIMAL 0.0, X = 0.0", ojAlgo(free).replace("-0.0", "0.0"));
    see("the same with FR, ojAlgo", "OPTIMAL -15.0, X = 7.5", ojAlgo(mps("-2.0", "L", "7.5", " FR BND       X")));
    String off = mps("2.0", "G", "5.0", " LO BND       X               20.0", " SC BND       X               40.0");
    see("X at 2, 0 or 20..40, X + Y >= 5, OR-Tools", "OPTIMAL 25.0, X = 0.0", orTools(off));
    see("X at 2, 0 or 20..40, X + Y >= 5, ojAlgo", "OPTIMAL 40.0, X = 20.0", ojAlgo(off));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
