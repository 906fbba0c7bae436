#!/usr/bin/env bash
# Which generators share the imbalance in PowSyBl Open Load Flow when distributed slack is proportional to PMAX (the
# default).
#
# Guess: all units in service take part, in proportion to their maximum.
#
# Instead: a unit scheduled at 0 MW does not, however much it could give, nor does one with a maximum above 5000 MW. All
# others' shares grow.
#
# Version: powsybl-open-loadflow 1.16.0 (core 6.8.1), default parameters.
#
# Matters: 9999 is the usual "no limit" of cases (so of reference units in MATPOWER and PSS/E files), and 0 MW is the
# usual schedule of a unit that waits in reserve: both stay still, and losses and outages land on other units than in a
# peer with the same rule.
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

  static void share(String what, String expected, Network n) {
    LoadFlowResult r = run(n, new LoadFlowParameters());
    see(what + ": " + r.getStatus() + ", G1 and G2 after 50 and their schedule, MW", expected, mw(n, "G1") + " " + mw(n, "G2"));
  }

  public static void main(String[] args) {
    System.out.println("powsybl-open-loadflow 1.16.0, G1 has 200 MW, slack proportional to PMAX, load 120 MW");
    share("G2 at 10 MW of 100", "90 30", network(120, 10, 100, 100));
    share("G2 at 0 MW of 100", "120 0", network(120, 0, 100, 100));
    share("G2 at 10 MW of 4999", "52 68", network(120, 10, 4999, 100));
    share("G2 at 10 MW of 9999", "110 10", network(120, 10, 9999, 100));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
