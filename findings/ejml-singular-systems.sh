#!/usr/bin/env bash
# The DC power flow matrix of a network without a fixed reference (singular), given to EJML.
#
# Guess: solve returns false, which is what its boolean is for.
#
# Instead: the dense CommonOps_DDRM.solve returns true with a vector of NaN, and invert returns true with a matrix of
# infinities. Only the sparse LU says false to the same matrix.
#
# Version: EJML 0.46.1.
#
# Matters: an outage that splits a network makes exactly this matrix. Code that trusts the boolean goes on with NaN
# flows, which violate no limit.
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
    double[][] b = {{20, -10, -10}, {-10, 20, -10}, {-10, -10, 20}};
    DMatrixRMaj p = new DMatrixRMaj(new double[][] {{1}, {0}, {-1}});
    DMatrixRMaj x = new DMatrixRMaj(3, 1);
    System.out.println("EJML 0.46.1, three buses, three equal lines, no reference");
    see("dense solve says", true, CommonOps_DDRM.solve(new DMatrixRMaj(b), p, x));
    see("and gives", "[NaN, NaN, NaN]", Arrays.toString(x.data));
    DMatrixRMaj inverse = new DMatrixRMaj(3, 3);
    see("dense invert says", true, CommonOps_DDRM.invert(new DMatrixRMaj(b), inverse));
    see("and gives at (0,0)", Double.POSITIVE_INFINITY, Math.abs(inverse.get(0, 0)));
    var lu = LinearSolverFactory_DSCC.lu(FillReducing.NONE);
    see("sparse LU's setA says", false, lu.setA(DConvertMatrixStruct.convert(new DMatrixRMaj(b), (DMatrixSparseCSC) null, 0)));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
