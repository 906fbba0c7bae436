#!/usr/bin/env bash
# A generation shift of 200 MW over two units (PowSyBl's Scalable), as made for exchange capacities and redispatch.
#
# Guess: where one unit reaches its limit the rest goes to the others; a unit above its limit can be lowered; a feed-in
# (negative load) can be shifted like a load.
#
# Instead: with a proportional shift the share that a full unit cannot take is left out: 145 of 200 MW are done. A unit
# scheduled at 400 MW with a limit of 300 stays at 400 when it is to go down by 50. A negative load does not move in
# either direction. There is no error: the return value alone tells (145, 0, 0).
#
# Version: powsybl-core 6.8.1 (iidm-modification), default parameters (priority ONESHOT; with RESPECT_OF_VOLUME_ASKED
# the first case is done in full).
#
# Matters: a capacity or a redispatch is read off the shift that was asked for. Without a look at the return value the
# network holds less, and the margin is overstated.
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
import com.powsybl.iidm.modification.scalable.*;
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

  static Network network(double secondMw) {
    Network n = Network.create("one-bus", "made here");
    n.newSubstation().setId("S").add().newVoltageLevel().setId("A").setNominalV(100).setTopologyKind(TopologyKind.BUS_BREAKER).add()
        .getBusBreakerView().newBus().setId("bus").add();
    unit(n, "G1", 100, 300);
    unit(n, "G2", secondMw, 50);
    n.getVoltageLevel("A").newLoad().setId("FEED").setBus("bus").setP0(-30).setQ0(0).add();
    return n;
  }

  static void unit(Network n, String id, double mw, double maxMw) {
    n.getVoltageLevel("A").newGenerator().setId(id).setBus("bus").setTargetP(mw).setMinP(0).setMaxP(maxMw).setVoltageRegulatorOn(true)
        .setTargetV(100).setTargetQ(0).add();
  }

  static String share(ScalingParameters p) {
    Network n = network(5);
    double done = Scalable.proportional(List.of(50d, 50d), List.of(Scalable.onGenerator("G1"), Scalable.onGenerator("G2"))).scale(n, 200, p);
    return done + ", G1 " + n.getGenerator("G1").getTargetP() + ", G2 " + n.getGenerator("G2").getTargetP();
  }

  static String down() {
    Network n = network(5);
    n.getGenerator("G1").setTargetP(400);
    return Scalable.onGenerator("G1").scale(n, -50) + ", G1 " + n.getGenerator("G1").getTargetP();
  }

  static String feed(double mw) {
    Network n = network(5);
    return Scalable.onLoad("FEED").scale(n, mw) + ", load " + n.getLoad("FEED").getP0();
  }

  public static void main(String[] args) {
    System.out.println("powsybl-core 6.8.1: G1 at 100 of 300 MW, G2 at 5 of 50 MW, a load of -30 MW (done, then what the network holds)");
    see("200 MW, half each", "145.0, G1 200.0, G2 50.0", share(new ScalingParameters()));
    see("the same, volume respected", "200.0, G1 255.0, G2 50.0",
        share(new ScalingParameters().setPriority(ScalingParameters.Priority.RESPECT_OF_VOLUME_ASKED)));
    see("G1 at 400 MW down by 50", "0.0, G1 400.0", down());
    see("feed-in up by 10", "0.0, load -30.0", feed(10));
    see("feed-in down by 10", "0.0, load -30.0", feed(-10));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
