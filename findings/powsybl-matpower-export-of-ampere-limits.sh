#!/usr/bin/env bash
# PowSyBl's MATPOWER export of a limit in ampere.
#
# Guess: a three-phase limit of I ampere at a nominal voltage of U kV becomes RATE_A = sqrt(3) * U * I / 1000 MVA.
#
# Instead: RATE_A = U * I / 1000. Every branch whose limits are currents (all branches read from PSS/E, UCTE and CGMES
# files) leaves with 57.7 % of its rating.
#
# Version: powsybl-core 6.8.1 (matpower-converter).
#
# Matters: PSS/E -> PowSyBl -> MATPOWER is a usual way to a case for optimal power flow. The flows agree with the
# source, the limits do not, so the case shows congestion and price differences that the network does not have, and no
# message says so.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-iidm-impl</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-matpower-converter</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-config-test</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import com.powsybl.iidm.network.*;
import com.powsybl.matpower.model.*;
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

  static void bus(Network n, String vl) {
    var level = n.newSubstation().setId("S" + vl).add().newVoltageLevel().setId(vl).setNominalV(230)
        .setTopologyKind(TopologyKind.BUS_BREAKER).add();
    level.getBusBreakerView().newBus().setId("B" + vl).add();
  }

  static void line(Network n, String id) {
    n.newLine().setId(id).setVoltageLevel1("A").setBus1("BA").setVoltageLevel2("B").setBus2("BB").setR(1).setX(10)
        .setB1(0).setB2(0).setG1(0).setG2(0).add();
  }

  public static void main(String[] args) throws Exception {
    Network n = Network.create("two-buses", "made here");
    bus(n, "A");
    bus(n, "B");
    n.getVoltageLevel("A").newGenerator().setId("G").setBus("BA").setTargetP(10).setMinP(0).setMaxP(100)
        .setVoltageRegulatorOn(true).setTargetV(230).add();
    line(n, "ampere");
    line(n, "mva");
    double ampere = 100_000 / (Math.sqrt(3) * 230); // 251.02 A is 100 MVA at 230 kV
    n.getLine("ampere").newCurrentLimits1().setPermanentLimit(ampere).add();
    n.getLine("ampere").newCurrentLimits2().setPermanentLimit(ampere).add();
    n.getLine("mva").newApparentPowerLimits1().setPermanentLimit(100).add();
    n.getLine("mva").newApparentPowerLimits2().setPermanentLimit(100).add();
    Path file = Path.of("case");
    n.write("MATPOWER", new Properties(), file);
    List<MBranch> branches = MatpowerReader.read(Path.of("case.mat"), "case").getBranches();
    System.out.println("powsybl-core 6.8.1, two equal lines of 100 MVA, one limit in A, one in MVA");
    see("RATE_A of the line limited to 251.02 A", "57.735", "%.3f".formatted(branches.get(0).getRateA()));
    see("RATE_A of the line limited to 100 MVA", "100.000", "%.3f".formatted(branches.get(1).getRateA()));
    see("ratio", "%.6f".formatted(1 / Math.sqrt(3)), "%.6f".formatted(branches.get(0).getRateA() / branches.get(1).getRateA()));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
