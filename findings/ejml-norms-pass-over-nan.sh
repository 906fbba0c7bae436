#!/usr/bin/env bash
# Norms and maxima of EJML over a vector that holds NaN.
#
# Guess: the result is NaN, as with Math.max, NumPy and MATLAB's norm, so that a stopping test `norm < tolerance` fails.
#
# Instead: NaN is passed over: normPInf of (0.001, NaN) is 0.001; of NaN alone it is 0. The Frobenius norm of the same
# vector is NaN.
#
# Version: EJML 0.46.1.
#
# Matters: "largest mismatch below tolerance" is the stopping test of every power flow. With a NaN voltage the mismatch
# reads 0 and the flow has "converged".
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
    System.out.println("EJML 0.46.1");
    DMatrixRMaj some = new DMatrixRMaj(new double[][] {{0.001}, {Double.NaN}});
    DMatrixRMaj all = new DMatrixRMaj(new double[][] {{Double.NaN}, {Double.NaN}});
    see("NormOps_DDRM.normPInf(0.001, NaN)", 0.001, NormOps_DDRM.normPInf(some));
    see("CommonOps_DDRM.elementMaxAbs(0.001, NaN)", 0.001, CommonOps_DDRM.elementMaxAbs(some));
    see("CommonOps_DDRM.elementMaxAbs(NaN, NaN)", 0.0, CommonOps_DDRM.elementMaxAbs(all));
    see("NormOps_DDRM.normF(0.001, NaN)", Double.NaN, NormOps_DDRM.normF(some));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
