#!/usr/bin/env bash
# A voltage target that Open Load Flow holds to be implausible, or a reactive range that is small.
#
# Guess: the target is held, or clipped, or the run says no.
#
# Instead: the unit silently turns into a PQ unit at its scheduled reactive power; so does one with a range under 1
# Mvar. The result converges and the model still says that the unit regulates voltage.
#
# Version: powsybl-open-loadflow 1.16.0 (core 6.8.1), default parameters (0.8 to 1.2 pu, range check on).
#
# Matters: networks whose nominal voltages are placeholders (a 24 kV machine at a 20 kV level; 400 kV targets at a 330
# kV level) lose voltage control one unit at a time, with plausible looking voltages everywhere.
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
    System.out.println("powsybl-open-loadflow 1.16.0, G2 regulates its bus of 100 kV nominal, scheduled 0 Mvar, +-500 Mvar");
    for (double kv : new double[] {119, 121}) {
      Network n = network(100, 40, 100, kv);
      LoadFlowResult r = run(n, new LoadFlowParameters());
      double seen = n.getBusBreakerView().getBus("BB").getV();
      see("target " + kv + " kV: " + r.getStatus() + ", held", kv < 120, Math.abs(seen - kv) < 1e-6);
      see("target " + kv + " kV: Mvar of G2 is not 0", kv < 120, Math.abs(n.getGenerator("G2").getTerminal().getQ()) > 1);
      System.out.println("  voltage %.2f kV, still regulating by the model: %s".formatted(seen, n.getGenerator("G2").isVoltageRegulatorOn()));
    }
    for (double mvar : new double[] {0.6, 0.4}) {
      Network n = network(100, 40, 100, 99);
      n.getLoad("L").setQ0(0);
      n.getGenerator("G2").newMinMaxReactiveLimits().setMinQ(-mvar).setMaxQ(mvar).add();
      LoadFlowResult r = run(n, new LoadFlowParameters());
      see("range +-" + mvar + " Mvar: " + r.getStatus() + ", G2 gives Mvar", mvar > 0.5,
          Math.abs(n.getGenerator("G2").getTerminal().getQ()) > 0.1);
    }
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
