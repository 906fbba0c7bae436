#!/usr/bin/env bash
# A variable with a bound in `bounds` that is then named under `binary` in an LP file, read by HiGHS.
#
# Guess: binary means 0 or 1: the bound is overruled, or the file refused.
#
# Instead: the variable is an integer with the bound that was given, here 0 to 5.
#
# Version: HiGHS 1.12 as shipped with OR-Tools 9.15.6755 (1.15.1 does the same; ojAlgo 57.1.0 reads 0 to 1 from the same
# file).
#
# Matters: writers that print bounds for every column and types afterwards make commitment variables of 5: a unit is
# "on" five times.
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

  public static void main(String[] args) throws Exception {
    System.out.println(version());
    see("bounds x <= 5, then binary x", "read 0, model 7, objective 5.0, x = [5.0]", solve("max\n obj: x\nst\n c: x <= 7\nbounds\n x <= 5\nbinary\n x\nend\n"));
    see("binary x alone", "read 0, model 7, objective 1.0, x = [1.0]", solve("max\n obj: x\nst\n c: x <= 7\nbinary\n x\nend\n"));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
