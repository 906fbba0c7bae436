#!/usr/bin/env bash
# An MPS file with two named sets of right-hand sides or bounds (base and peak), as the format provides.
#
# Guess: the first set counts, as the format's manuals have it, or the file is refused.
#
# Instead: CBC takes the first set of right-hand sides and then drops all bounds of the file, "read with 0 errors": a
# unit of 6 MW runs at 10. OR-Tools and lp_solve apply all sets one after the other, so the last one wins row by row,
# mixed with the first where it is silent. ojAlgo takes the first. GLPK refuses the file.
# A second entry for a cell (3 yuan, then 2 yuan for the same unit) is refused by GLPK and CBC; in OR-Tools and ojAlgo
# the last one counts.
#
# Version: OR-Tools 9.15.6755, ojAlgo 57.1.0, lp_solve 5.5.2.5, CBC 2.10.8 with Clp 1.17.6, GLPK 5.0.
#
# Matters: the same file is the base case for one solver and the peak case for the other, each "optimal", and in the
# third it is a market without capacity limits.
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
  liblapack3 libblas3 libgfortran5 libquadmath0 lp-solve=5.5.2.5-2 > /dev/null
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
lpsolve() {
  lp_solve "${2:--mps}" "$1" -S3 > log.txt 2>&1 || true
  if grep -q 'Unable to read' log.txt; then echo refused; return; fi
  if grep -q 'Value of objective' log.txt; then sed -n 's/^Value of objective function: \(.*\)/optimal \1/p' log.txt | sed 's/\.0*$//'; else echo infeasible; fi
}

# file NAME RHS BOUNDS COST_OF_COAL_AGAIN
file() {
  {
    printf '%s\n' "NAME          SETS" ROWS " N  COST" " G  DEMAND" " L  SPARE" COLUMNS
    printf '%s\n' "    COAL      COST               3.0   DEMAND             1.0"
    printf '%s' "$4"
    printf '%s\n' "    GAS       COST               5.0   DEMAND             1.0" "    GAS       SPARE              1.0" RHS
    printf '%s\n' "    BASE      DEMAND            10.0   SPARE             50.0"
    printf '%s' "$2"
    printf '%s\n' BOUNDS " UP BASE      COAL               6.0"
    printf '%s' "$3"
    printf '%s\n' ENDATA
  } > "$1"
}
file one.mps "" "" ""
file rhs.mps "    PEAK      DEMAND            20.0"$'\n' "" ""
file bounds.mps "" " UP PEAK      COAL               8.0"$'\n' ""
file again.mps "" "" "    COAL      COST               2.0"$'\n'
java -cp "$(cat cp.txt)" Solve.java one.mps rhs.mps bounds.mps again.mps > /dev/null
echo "COAL 3, at most 6; GAS 5; DEMAND 10: 38. Set PEAK with DEMAND 20: 88. Set PEAK with COAL at most 8: 34"
for name in CBC OR-Tools ojAlgo GLPK lp_solve; do
  case $name in
    CBC) seen=$(for f in one rhs bounds; do cbc_ $f.mps; done); expected=$'optimal 38\noptimal 30\noptimal 38' ;;
    OR-Tools) seen=$(for f in one rhs bounds; do cat $f.mps.ortools; echo; done); expected=$'optimal 38\noptimal 88\noptimal 34' ;;
    ojAlgo) seen=$(for f in one rhs bounds; do cat $f.mps.ojalgo; echo; done); expected=$'optimal 38\noptimal 38\noptimal 38' ;;
    GLPK) seen=$(for f in one rhs bounds; do glpk $f.mps; done); expected=$'optimal 38\nrefused\nrefused' ;;
    lp_solve) seen=$(for f in one rhs bounds; do lpsolve $f.mps; done); expected=$'optimal 38\noptimal 88\noptimal 34' ;;
  esac
  see "$name: one set, second set of right-hand sides, of bounds" "${expected//$'\n'/, }" "${seen//$'\n'/, }"
done
see "COST of COAL 3, then 2: OR-Tools" "optimal 32" "$(cat again.mps.ortools)"
see "ojAlgo" "optimal 32" "$(cat again.mps.ojalgo)"
see "CBC" "refused" "$(cbc_ again.mps)"
see "GLPK" "refused" "$(glpk again.mps)"
end
