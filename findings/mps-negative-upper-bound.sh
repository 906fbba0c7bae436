#!/usr/bin/env bash
# A column of an MPS file whose only bound is a negative upper one, such as UP -3 for a store that must charge at 3 MW
# or more.
#
# Guess: the lower bound stays at its default of 0, so the model is infeasible, or the file is refused.
#
# Instead: CBC silently takes minus infinity for the lower bound and has an optimum; OR-Tools, GLPK and ojAlgo keep 0
# and are infeasible. For an integer column too.
#
# Version: CBC 2.10.8, OR-Tools 9.15.6755, GLPK 5.0, ojAlgo 57.1.0.
#
# Matters: "infeasible" of one solver and "optimal" of another for one file. In CBC the store may then charge without
# a limit, which pays whenever a price is negative. Write the lower bound (LO or MI) beside each negative upper one.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

fetch() {
  apt-get -qq -o APT::Sandbox::User=root download "$@" > /dev/null
  for package in ./*.deb; do dpkg-deb -x "$package" . && rm "$package"; done
}
fetch glpk-utils=5.0-1 libglpk40=5.0-1 libamd2 libcolamd2 libsuitesparseconfig5 libltdl7 coinor-cbc=2.10.8+ds1-1 \
  coinor-libcbc3=2.10.8+ds1-1 coinor-libclp1=1.17.6-3 coinor-libcgl1 coinor-libosi1v5 coinor-libcoinutils3v5 \
  liblapack3 libblas3 libgfortran5 libquadmath0 > /dev/null
export LD_LIBRARY_PATH=$work/usr/lib/x86_64-linux-gnu:$work/usr/lib/x86_64-linux-gnu/blas:$work/usr/lib/x86_64-linux-gnu/lapack:$work/usr/lib/lp_solve
export PATH=$work/usr/bin:$PATH

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

# Solves each file with OR-Tools and with ojAlgo, into FILE.ortools and FILE.ojalgo.
cat > Solve.java <<'JAVA'
import com.google.ortools.Loader;
import com.google.ortools.modelbuilder.*;
import java.io.*;
import java.nio.file.*;
import org.ojalgo.optimisation.*;

public class Solve {
  public static void main(String[] files) throws Exception {
    Loader.loadNativeLibraries();
    for (String file : files) {
      String mps = Files.readString(Path.of(file));
      ModelBuilder a = new ModelBuilder();
      String answer = "refused";
      if (a.importFromMpsString(mps)) {
        ModelSolver scip = new ModelSolver("scip");
        SolveStatus status = scip.solve(a);
        answer = status == SolveStatus.OPTIMAL ? "optimal " + Math.round(scip.getObjectiveValue()) : status.toString().toLowerCase();
      }
      Files.writeString(Path.of(file + ".ortools"), answer);
      ExpressionsBasedModel b = ExpressionsBasedModel.parse(new ByteArrayInputStream(mps.getBytes()), ExpressionsBasedModel.FileFormat.MPS);
      Optimisation.Result r = b.getOptimisationSense() == Optimisation.Sense.MAX ? b.maximise() : b.minimise();
      Files.writeString(Path.of(file + ".ojalgo"), r.getState().isOptimal() ? "optimal " + Math.round(r.getValue()) : r.getState().toString().toLowerCase());
    }
  }
}
JAVA

ok=0
see() {
  if [ "$2" = "$3" ]; then echo "$1: $3"; else echo "$1: $3   CHANGED, was $2"; ok=1; fi
}
end() {
  if [ $ok = 0 ]; then echo "behaviour as described"; else echo "behaviour has changed"; fi
  exit $ok
}

# "optimal OBJECTIVE", "infeasible" or "refused".
glpk() {
  rm -f out.txt
  glpsol --mps "$1" -o out.txt > log.txt 2>&1 || true
  if grep -q 'processing error' log.txt; then echo refused; return; fi
  if grep -q 'Status: *\(INTEGER \)\?OPTIMAL' out.txt; then sed -n 's/^Objective: .* = \(.*\) (.*/optimal \1/p' out.txt; else echo infeasible; fi
}
cbc_() {
  rm -f out.txt
  cbc "$1" -solve -solution out.txt > log.txt 2>&1 || true
  if [ ! -f out.txt ]; then echo refused; return; fi
  sed -n '1s/^Optimal - objective value \(.*\)/optimal \1/p; 1s/^Infeasible.*/infeasible/p' out.txt | sed 's/\.0*$//'
}

file() {
  {
    printf '%s\n' "NAME          CHARGE" ROWS " N  COST" " G  DEMAND" COLUMNS
    if [ "$2" = integer ]; then printf '%s\n' "    M1        'MARKER'                 'INTORG'"; fi
    printf '%s\n' "    STORE     COST               3.0   DEMAND             1.0"
    if [ "$2" = integer ]; then printf '%s\n' "    M2        'MARKER'                 'INTEND'"; fi
    printf '%s\n' "    GAS       COST               5.0   DEMAND             1.0" RHS "    RHS       DEMAND             4.0"
    printf '%s\n' BOUNDS " UP BND       STORE             -3.0"
    printf '%s\n' ENDATA
  } > "$1"
}
file real.mps real
file integer.mps integer
java -cp "$(cat cp.txt)" Solve.java real.mps integer.mps > /dev/null
echo "min 3 STORE + 5 GAS, STORE + GAS >= 4, STORE <= -3; with STORE = -3 and GAS = 7: 26"
for f in real integer; do
  see "CBC 2.10.8, $f" "optimal 26" "$(cbc_ $f.mps)"
  see "OR-Tools 9.15.6755, $f" "infeasible" "$(cat $f.mps.ortools)"
  see "GLPK 5.0, $f" "infeasible" "$(glpk $f.mps)"
  see "ojAlgo 57.1.0, $f" "infeasible" "$(cat $f.mps.ojalgo)"
done
end
