#!/usr/bin/env bash
# The first word of an LP file, read by HiGHS.
#
# Guess: a word that starts no section (`maximise`) is an error.
#
# Instead: everything up to the next known section is skipped, the objective with it. Reading reports success, the
# objective is 0 and the first feasible point is "optimal".
#
# Version: HiGHS 1.12 as shipped with OR-Tools 9.15.6755 (1.15.1 does the same).
#
# Matters: British spelling turns a market's welfare maximum into "any feasible dispatch", with status optimal.
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
    String rest = "\nst\n c: x + y <= 3\nend\n";
    see("max", "read 0, model 7, objective 3.0, x = [3.0, 0.0]", solve("max\n obj: x" + rest));
    see("maximize", "read 0, model 7, objective 3.0, x = [3.0, 0.0]", solve("maximize\n obj: x" + rest));
    see("maximise", "read 0, model 7, objective 0.0, x = [0.0, 0.0]", solve("maximise\n obj: x" + rest));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
