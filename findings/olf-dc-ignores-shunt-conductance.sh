#!/usr/bin/env bash
# A shunt conductance (a fixed MW consumer at 1 pu) in a DC load flow.
#
# Guess: it is a load of G * U_nominal^2, for DC sets all voltages to 1 pu: the way of MATPOWER, where GS goes into the
# DC balance.
#
# Instead: PowSyBl's DC load flow leaves it out, while its AC load flow of the same network serves it.
#
# Version: powsybl-open-loadflow 1.16.0 (core 6.8.1).
#
# Matters: DC flows, PTDF screenings and DC prices of cases with GS differ between the tools by a whole load.
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
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-open-loadflow</artifactId><version>1.16.0</version></dependency>
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-config-test</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import com.powsybl.iidm.network.*;
import com.powsybl.loadflow.*;

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

  /** Bus A with a 200 MW unit at 50 MW, a line of 10 ohm, bus B with a unit and a load, 100 kV. */
  static Network network(double loadMw, double unitMw, double unitMaxMw, double targetKv) {
    Network n = Network.create("two-buses", "made here");
    for (String id : new String[] {"A", "B"}) {
      n.newSubstation().setId("S" + id).add().newVoltageLevel().setId(id).setNominalV(100)
          .setTopologyKind(TopologyKind.BUS_BREAKER).add().getBusBreakerView().newBus().setId("B" + id).add();
    }
    unit(n, "A", "G1", 50, 200, 100);
    unit(n, "B", "G2", unitMw, unitMaxMw, targetKv);
    n.getVoltageLevel("B").newLoad().setId("L").setBus("BB").setP0(loadMw).setQ0(0.2 * loadMw).add();
    n.newLine().setId("AB").setVoltageLevel1("A").setBus1("BA").setVoltageLevel2("B").setBus2("BB").setR(0.1).setX(10)
        .setB1(0).setB2(0).setG1(0).setG2(0).add();
    return n;
  }

  static void unit(Network n, String vl, String id, double mw, double maxMw, double targetKv) {
    n.getVoltageLevel(vl).newGenerator().setId(id).setBus("B" + vl).setTargetP(mw).setMinP(0).setMaxP(maxMw)
        .setVoltageRegulatorOn(true).setTargetV(targetKv).setTargetQ(0).add()
        .newMinMaxReactiveLimits().setMinQ(-500).setMaxQ(500).add();
  }

  static LoadFlowResult run(Network n, LoadFlowParameters p) {
    return LoadFlow.find("OpenLoadFlow").run(n, p);
  }

  static String mw(Network n, String unit) {
    return "%.0f".formatted(Math.abs(n.getGenerator(unit).getTerminal().getP()));
  }

  public static void main(String[] args) {
    Network n = network(100, 0, 100, 100);
    n.getVoltageLevel("B").newShuntCompensator().setId("SH").setBus("BB").setSectionCount(1).newLinearModel()
        .setGPerSection(0.002).setBPerSection(0).setMaximumSectionCount(1).add().add(); // 20 MW at 100 kV
    System.out.println("powsybl-open-loadflow 1.16.0, load 100 MW, shunt of 20 MW at nominal voltage, one unit that follows");
    run(n, new LoadFlowParameters().setDc(false));
    see("AC: MW of the shunt", "20.0", "%.1f".formatted(n.getShuntCompensator("SH").getTerminal().getP()));
    run(n, new LoadFlowParameters().setDc(true));
    see("DC: MW of the unit", "100", mw(n, "G1"));
    see("DC: MW of the line", "100.0", "%.1f".formatted(n.getLine("AB").getTerminal1().getP()));
    see("DC: MW of the shunt", "0.0", "%.1f".formatted(n.getShuntCompensator("SH").getTerminal().getP()));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
