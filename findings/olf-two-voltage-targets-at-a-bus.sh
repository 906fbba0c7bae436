#!/usr/bin/env bash
# Two units at one bus, one to hold 400 kV and the other 410 kV, or a unit elsewhere that holds the bus of another at
# its own target, in Open Load Flow.
#
# Guess: refused, or the mean, or the target of the larger unit, with a message.
#
# Instead: the unit that was made first decides, by the order in the file; the other gives reactive power for a target
# that is not its own. The unit at the bus wins against the one that holds it from elsewhere. FULLY_CONVERGED, and the
# target of the second unit is still 410 in the network.
#
# Version: Open Load Flow 1.16.0 with PowSyBl 6.8.1.
#
# Matters: the voltage of a plant changes by 10 kV when its units are listed in another order, as exports and merges
# of models do.
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
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-config-test</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-open-loadflow</artifactId><version>1.16.0</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import com.powsybl.iidm.network.*;
import com.powsybl.loadflow.*;
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

  /** Two levels of 400 kV, a line and a load; units are added after. */
  static Network network() {
    Network n = Network.create("targets", "made");
    for (String end : List.of("A", "B")) {
      n.newSubstation().setId("S" + end).add().newVoltageLevel().setId(end).setNominalV(400).setTopologyKind(TopologyKind.BUS_BREAKER).add()
          .getBusBreakerView().newBus().setId("BUS" + end).add();
    }
    n.newLine().setId("LINE").setBus1("BUSA").setBus2("BUSB").setR(1).setX(30).setG1(0).setB1(0).setG2(0).setB2(0).add();
    n.getVoltageLevel("B").newLoad().setId("TOWN").setBus("BUSB").setP0(200).setQ0(50).add();
    return n;
  }

  static Generator unit(Network n, String id, String end, double kv) {
    return n.getVoltageLevel(end).newGenerator().setId(id).setBus("BUS" + end).setMinP(0).setMaxP(200).setTargetP(100).setTargetQ(0).setTargetV(kv)
        .setVoltageRegulatorOn(true).add();
  }

  static String solved(Network n) {
    LoadFlowResult r = LoadFlow.run(n, new LoadFlowParameters());
    return r.getStatus() + " " + Math.round(n.getLine("LINE").getTerminal1().getBusView().getBus().getV()) + " kV";
  }

  public static void main(String[] args) {
    System.out.println("Open Load Flow 1.16.0");
    Network n = network();
    unit(n, "U1", "A", 400);
    unit(n, "U2", "A", 410);
    see("U1 at 400 kV, then U2 at 410 kV", "FULLY_CONVERGED 400 kV", solved(n));
    see("target of U2", 410.0, n.getGenerator("U2").getTargetV());
    n = network();
    unit(n, "U2", "A", 410);
    unit(n, "U1", "A", 400);
    see("U2, then U1", "FULLY_CONVERGED 410 kV", solved(n));
    n = network();
    Generator far = unit(n, "FAR", "B", 405);
    Generator near = unit(n, "NEAR", "A", 400);
    far.setRegulatingTerminal(near.getTerminal());
    see("FAR holds the bus of NEAR at 405, NEAR at 400", "FULLY_CONVERGED 400 kV", solved(n));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
