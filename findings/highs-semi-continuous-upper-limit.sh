#!/usr/bin/env bash
# A semi-continuous variable (0, or from 1 to 300000) in HiGHS.
#
# Guess: the upper limit may be any number.
#
# Instead: limits above 100000 are cut to 100000 for the run, and where the best value lies above, the run ends in an
# error after the search.
#
# Version: HiGHS 1.12 as shipped with OR-Tools 9.15.6755 (1.15.1 does the same; HiGHS' pull request 739 tells of the
# cut).
#
# Matters: unit blocks in kW, and quantities in yuan or cents, pass 100000 easily. The model works in testing, while the
# solution stays low, and fails on the day on which a block is full; scaled to MW, or with an own binary, it never does.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>com.google.ortools</groupId><artifactId>ortools-linux-x86-64</artifactId><version>9.15.6755</version></dependency>
    <dependency><groupId>net.java.dev.jna</groupId><artifactId>jna</artifactId><version>5.18.1</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2
unzip -q "$(tr ':' '\n' < cp.txt | grep ortools-linux)" 'ortools-linux-x86-64/lib*'

cat > Probe.java <<'JAVA'
import com.sun.jna.*;
import com.sun.jna.ptr.*;
import java.nio.file.*;
import java.util.*;

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

  static final NativeLibrary HIGHS = NativeLibrary.getInstance(Path.of("ortools-linux-x86-64/libhighs.so.1").toAbsolutePath().toString());

  static int call(String function, Object... args) {
    return HIGHS.getFunction("Highs_" + function).invokeInt(args);
  }

  static String version() {
    return "HiGHS " + HIGHS.getFunction("Highs_version").invokeString(new Object[0], false);
  }

  static Pointer create() {
    Pointer h = HIGHS.getFunction("Highs_create").invokePointer(new Object[0]);
    call("setBoolOptionValue", h, "output_flag", 0);
    return h;
  }

  static double info(Pointer h, String name) {
    DoubleByReference v = new DoubleByReference();
    call("getDoubleInfoValue", h, name, v);
    return v.getValue();
  }

  /** Reads an LP file; gives "status of reading, model status, objective, values of the columns". 0 = ok, model 7 = optimal, 8 = infeasible. */
  static String solve(String lp) throws Exception {
    Path file = Path.of("model.lp");
    Files.writeString(file, lp);
    Pointer h = create();
    int read = call("readModel", h, file.toString());
    if (read < 0) {
      return "refused";
    }
    call("run", h);
    double[] x = new double[call("getNumCol", h)];
    double[] rows = new double[call("getNumRow", h)];
    call("getSolution", h, x, null, rows, null);
    int model = call("getModelStatus", h);
    double objective = info(h, "objective_function_value");
    HIGHS.getFunction("Highs_destroy").invokeVoid(new Object[] {h});
    return "read %d, model %d".formatted(read, model) + (model == 7 ? ", objective %.1f, x = %s".formatted(objective, Arrays.toString(x)) : "");
  }

  static String run(double upper, double row) {
    Pointer h = create();
    call("addCol", h, -1.0, 1.0, upper, 0, null, null);
    call("changeColIntegrality", h, 0, 2);
    call("addRow", h, Double.NEGATIVE_INFINITY, row, 1, new int[] {0}, new double[] {1});
    int run = call("run", h);
    return "run " + run + ", model " + call("getModelStatus", h) + ", objective " + info(h, "objective_function_value");
  }

  public static void main(String[] args) {
    System.out.println(version() + ", max x, x = 0 or 1..upper, row x <= limit (run 0 = ok, -1 = error; model 7 = optimal, 4 = solve error)");
    see("upper 90000, limit 200000", "run 0, model 7, objective -90000.0", run(90_000, 200_000));
    see("upper 300000, limit 50000", "run 0, model 7, objective -50000.0", run(300_000, 50_000));
    String full = run(300_000, 200_000);
    see("upper 300000, limit 200000 ends with", "run -1, model 4", full.substring(0, 15));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
