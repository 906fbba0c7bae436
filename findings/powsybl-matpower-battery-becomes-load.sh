#!/usr/bin/env bash
# A battery (7 MW of -10 to 10 MW) beside a load of 20 MW, written to MATPOWER by PowSyBl.
#
# Guess: a generator row with PG = 7, PMIN = -10 and PMAX = 10, which is how MATPOWER holds storage and pumps.
#
# Instead: no row. The set point is taken off the load of the bus (PD = 13), and limits and battery are gone. Read back
# there is one load of 13 MW.
#
# Version: powsybl-core 6.8.1 (matpower-converter).
#
# Matters: an optimal power flow on the written case has no battery to dispatch, and the demand of the bus is wrong for
# every other hour.
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

  public static void main(String[] args) throws Exception {
    Network n = Network.create("one-bus", "made here");
    n.newSubstation().setId("S").add().newVoltageLevel().setId("A").setNominalV(100).setTopologyKind(TopologyKind.BUS_BREAKER).add()
        .getBusBreakerView().newBus().setId("bus").add();
    VoltageLevel a = n.getVoltageLevel("A");
    a.newGenerator().setId("G").setBus("bus").setTargetP(13).setMinP(0).setMaxP(50).setVoltageRegulatorOn(true).setTargetV(100)
        .setTargetQ(0).add();
    a.newLoad().setId("L").setBus("bus").setP0(20).setQ0(5).add();
    a.newBattery().setId("BAT").setBus("bus").setTargetP(7).setTargetQ(1).setMinP(-10).setMaxP(10).add();
    n.write("MATPOWER", new Properties(), Path.of("out"));
    MatpowerModel m = MatpowerReader.read(Path.of("out.mat"), "out");
    System.out.println("powsybl-core 6.8.1: unit at 13 MW, load 20 MW, battery at 7 MW of -10..10");
    see("generator rows, PG of PMIN..PMAX", "[13.0 of 0.0..50.0]", m.getGenerators().stream()
        .map(g -> g.getRealPowerOutput() + " of " + g.getMinimumRealPowerOutput() + ".." + g.getMaximumRealPowerOutput()).toList().toString());
    see("PD and QD of the bus", "13.0 4.0", m.getBuses().get(0).getRealPowerDemand() + " " + m.getBuses().get(0).getReactivePowerDemand());
    Network back = Network.read(Path.of("out.mat"));
    see("batteries read back", 0, back.getBatteryCount());
    see("loads read back", "[13.0]", back.getLoadStream().map(Load::getP0).toList().toString());
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
