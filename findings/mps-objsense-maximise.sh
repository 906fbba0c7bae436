#!/usr/bin/env bash
# OBJSENSE in an MPS file: the section with which a file says that its objective is to be maximised (welfare, not
# cost).
#
# Guess: honoured, or the file is refused.
#
# Instead: CBC reads it, writes "Coin ignores" into its log and minimises: "Optimal - objective value 0", nobody
# trades. With MAX on the line of OBJSENSE, ojAlgo and lp_solve (free format) silently minimise; with MAX on the next
# line they maximise. lp_solve in fixed format refuses the section, GLPK too. OR-Tools takes either place but refuses
# the word MAXIMIZE.
#
# Version: CBC 2.10.8, ojAlgo 57.1.0, lp_solve 5.5.2.5, OR-Tools 9.15.6755, GLPK 5.0.
#
# Matters: the volume-maximising or welfare-maximising model of one tool is the do-nothing model of the next, and both
# call it optimal. Exchange files only as minimisation.
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

file() {
  printf '%s\n' "NAME          WELFARE" "$2" ROWS " N  WELFARE" " L  LIMIT" COLUMNS \
    "    TRADE     WELFARE            5.0   LIMIT              1.0" RHS "    RHS       LIMIT              4.0" ENDATA > "$1"
}
file next.mps $'OBJSENSE\n    MAX'
file same.mps "OBJSENSE MAX"
file word.mps $'OBJSENSE\n    MAXIMIZE'
java -cp "$(cat cp.txt)" Solve.java next.mps same.mps word.mps > /dev/null
echo "max 5 TRADE, TRADE <= 4: 20 when maximised, 0 when minimised"
see "CBC 2.10.8, MAX on the next line" "optimal 0" "$(cbc_ next.mps)"
see "its log" "MAX found after OBJSENSE - Coin ignores" "$(grep OBJSENSE log.txt | grep Coin)"
see "CBC, MAX on the same line" "refused" "$(cbc_ same.mps)"
see "CBC, MAXIMIZE" "optimal 0" "$(cbc_ word.mps)"
see "ojAlgo 57.1.0, MAX on the next line" "optimal 20" "$(cat next.mps.ojalgo)"
see "ojAlgo, MAX on the same line" "optimal 0" "$(cat same.mps.ojalgo)"
see "lp_solve 5.5.2.5, free format, MAX on the next line" "optimal 20" "$(lpsolve next.mps -fmps)"
see "lp_solve, free format, MAX on the same line" "optimal 0" "$(lpsolve same.mps -fmps)"
see "lp_solve, fixed format" "refused" "$(lpsolve next.mps -mps)"
see "OR-Tools 9.15.6755, MAX on the next line" "optimal 20" "$(cat next.mps.ortools)"
see "OR-Tools, MAX on the same line" "optimal 20" "$(cat same.mps.ortools)"
see "OR-Tools, MAXIMIZE" "refused" "$(cat word.mps.ortools)"
see "GLPK 5.0, MAX on the next line" "refused" "$(glpk next.mps)"
end
