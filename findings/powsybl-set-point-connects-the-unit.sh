#!/usr/bin/env bash
# A new set point for a generator or a battery by PowSyBl's GeneratorModification and BatteryModification.
#
# Guess: the set point is what was asked for, or is refused if it is outside of the limits; a unit that is disconnected
# stays so.
#
# Instead: the generator's is clipped (1500 MW become 1000, -50 become 0), the battery's is not (100 MW with a limit of
# 50), and neither says so. A generator that is disconnected is connected by it, even by a set point of 0 MW, and holds
# the voltage again. Generator.setTargetP does none of it.
#
# Version: PowSyBl 6.8.1.
#
# Matters: the sum of what was asked for is not the sum of what is there, and a unit on outage takes part in the
# voltage of the study because its schedule of 0 MW was written. setIgnoreCorrectiveOperations(true) leaves the breaker
# and takes the set point as it is.
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
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-iidm-modification</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-config-test</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import com.powsybl.iidm.modification.*;
import com.powsybl.iidm.network.*;
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

  /** A, B and C at 400 kV in a ring; a unit (100 MW of 0 to 1000) and a load of 100 MW at each. */
  static Network ring() {
    Network n = Network.create("ring", "made here");
    for (String id : List.of("A", "B", "C")) {
      VoltageLevel vl = n.newSubstation().setId("S" + id).add().newVoltageLevel().setId(id).setNominalV(400)
          .setTopologyKind(TopologyKind.BUS_BREAKER).add();
      vl.getBusBreakerView().newBus().setId("bus " + id).add();
      vl.newGenerator().setId("unit " + id).setBus("bus " + id).setMinP(0).setMaxP(1000).setTargetP(100).setTargetV(400)
          .setVoltageRegulatorOn(true).add();
      vl.newLoad().setId("load " + id).setBus("bus " + id).setP0(100).setQ0(0).add();
    }
    for (String ends : List.of("AB", "BC", "AC")) {
      String a = ends.substring(0, 1);
      String b = ends.substring(1);
      n.newLine().setId(ends).setVoltageLevel1(a).setBus1("bus " + a).setVoltageLevel2(b).setBus2("bus " + b).setR(1).setX(20)
          .setB1(0).setB2(0).setG1(0).setG2(0).add();
    }
    return n;
  }

  /** Set point and breaker of unit B after a change. */
  static String after(double mw, boolean connected, boolean ignoreCorrective) {
    Network n = ring();
    Generator unit = n.getGenerator("unit B");
    if (!connected) {
      unit.getTerminal().disconnect();
    }
    GeneratorModification.Modifs change = new GeneratorModification.Modifs();
    change.setTargetP(mw);
    change.setIgnoreCorrectiveOperations(ignoreCorrective);
    new GeneratorModification("unit B", change).apply(n);
    return unit.getTargetP() + " MW, " + (unit.getTerminal().isConnected() ? "connected" : "disconnected");
  }

  public static void main(String[] args) {
    System.out.println("PowSyBl 6.8.1, limits 0 and 1000 MW");
    see("1500 MW", "1000.0 MW, connected", after(1500, true, false));
    see("-50 MW", "0.0 MW, connected", after(-50, true, false));
    see("300 MW, disconnected before", "300.0 MW, connected", after(300, false, false));
    see("0 MW, disconnected before", "0.0 MW, connected", after(0, false, false));
    see("0 MW, disconnected before, without corrective operations", "0.0 MW, disconnected", after(0, false, true));
    see("1500 MW, without corrective operations", "1500.0 MW, connected", after(1500, true, true));

    Network n = ring();
    Battery battery = n.getVoltageLevel("A").newBattery().setId("battery").setBus("bus A").setTargetP(20).setTargetQ(0).setMinP(-50).setMaxP(50).add();
    new BatteryModification("battery", 100.0, null).apply(n);
    see("100 MW for a battery of 50", 100.0, battery.getTargetP());
    n.getGenerator("unit A").setTargetP(1500);
    see("setTargetP(1500)", 1500.0, n.getGenerator("unit A").getTargetP());
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
