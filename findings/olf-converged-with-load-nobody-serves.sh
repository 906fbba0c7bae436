#!/usr/bin/env bash
# PowSyBl Open Load Flow where the load is more than all units can give.
#
# Guess: the run fails, or the reference unit is driven over its limit and shows it (as in MATPOWER and pandapower).
#
# Instead: the result is FULLY_CONVERGED; the units stand at their limits and the missing power is in no unit, load or
# line of the network, only in the slack mismatch of the component's result. With distributed slack off it is the same:
# no generator takes up the imbalance.
#
# Version: powsybl-open-loadflow 1.16.0 (core 6.8.1), default parameters.
#
# Matters: a screening that looks at the status and the branch flows calls a day secure on which load could not be
# served, and a sum over generators does not meet load plus losses. The mismatch has to be read and judged.
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
    System.out.println("powsybl-open-loadflow 1.16.0, units of 200 and 60 MW, load 400 MW");
    Network n = network(400, 40, 60, 100);
    LoadFlowResult r = run(n, new LoadFlowParameters());
    see("status", "FULLY_CONVERGED", r.getStatus().toString());
    see("output of the units, MW", "200 60", mw(n, "G1") + " " + mw(n, "G2"));
    see("load shown as served, MW", "400.0", "%.1f".formatted(n.getLoad("L").getTerminal().getP()));
    double missing = r.getComponentResults().get(0).getSlackBusResults().get(0).getActivePowerMismatch();
    see("left on the slack bus, MW (140 and losses)", true, missing > 139 && missing < 146);
    System.out.println("  it is %.2f".formatted(missing));

    System.out.println("load 120 MW, schedules 50 + 40 MW, distributed slack off");
    Network m = network(120, 40, 60, 100);
    LoadFlowResult q = run(m, new LoadFlowParameters().setDistributedSlack(false));
    see("status", "FULLY_CONVERGED", q.getStatus().toString());
    see("output of the units, MW", "50 40", mw(m, "G1") + " " + mw(m, "G2"));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
