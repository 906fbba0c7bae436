#!/usr/bin/env bash
# Two entries for one cell of a sparse EJML matrix that is built from triplets.
#
# Guess: the conversion to compressed columns adds them up, as SciPy, MATLAB and SuiteSparse do; that is how a bus
# admittance matrix is assembled.
#
# Instead: both stay, and every operation has its own meaning of them: get gives the first, a product adds them, the
# dense copy keeps the last, and LU solves with another number than the product uses. Nothing is refused.
#
# Version: EJML 0.46.1.
#
# Matters: parallel lines put two entries in one cell. The residual that is checked by a product and the solution by LU
# belong to two networks.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.ejml</groupId><artifactId>ejml-ddense</artifactId><version>0.46.1</version></dependency>
    <dependency><groupId>org.ejml</groupId><artifactId>ejml-dsparse</artifactId><version>0.46.1</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import java.util.*;
import org.ejml.data.*;
import org.ejml.dense.row.*;
import org.ejml.ops.DConvertMatrixStruct;
import org.ejml.sparse.FillReducing;
import org.ejml.sparse.csc.*;
import org.ejml.sparse.csc.factory.LinearSolverFactory_DSCC;

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

  public static void main(String[] args) {
    DMatrixSparseTriplet t = new DMatrixSparseTriplet(2, 2, 3);
    t.addItem(0, 0, 1); // two parallel lines
    t.addItem(0, 0, 2);
    t.addItem(1, 1, 5);
    DMatrixSparseCSC a = DConvertMatrixStruct.convert(t, (DMatrixSparseCSC) null);
    System.out.println("EJML 0.46.1: cell (0,0) gets 1 and 2, cell (1,1) gets 5");
    see("stored entries", 3, a.nz_length);
    see("get(0,0)", 1.0, a.get(0, 0));
    DMatrixRMaj ones = new DMatrixRMaj(new double[][] {{1}, {1}});
    see("A * (1,1)", "[3.0, 5.0]", Arrays.toString(CommonOps_DSCC.mult(a, ones, null).data));
    see("dense copy, (0,0)", 2.0, DConvertMatrixStruct.convert(a, (DMatrixRMaj) null).get(0, 0));
    var lu = LinearSolverFactory_DSCC.lu(FillReducing.NONE);
    DMatrixRMaj x = new DMatrixRMaj(2, 1);
    see("LU accepts it", true, lu.setA(a));
    lu.solve(new DMatrixRMaj(new double[][] {{3}, {5}}), x);
    see("LU solution of A x = (3,5), x0 (1 when added)", 1.5, x.get(0));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
