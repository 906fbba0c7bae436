#!/usr/bin/env bash
# Changes to a network (NetworkModification of PowSyBl) that name an element which does not exist.
#
# Guess: an exception, as for a load that is asked for by a wrong name in most interfaces; a list of changes is applied
# as a whole or not at all. The boolean in apply(network, boolean) is whether to throw.
#
# Instead: apply(network) passes over it: a line in the log, no exception, no return value; a list goes on with the
# next change, so half of it is applied. The boolean makes a dry run of it: nothing is changed, even where all is
# right, and the answer is the return value. To throw one has to call apply(network, true, reportNode).
#
# Version: PowSyBl 6.8.1.
#
# Matters: a study with a misspelt unit is a study of the network as it was, with a result that looks like "no effect".
# Ask hasImpactOnNetwork first (CANNOT_BE_APPLIED), or use the call with the report.
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
import com.powsybl.commons.report.*;
import com.powsybl.iidm.modification.*;
import com.powsybl.iidm.modification.tapchanger.*;
import com.powsybl.iidm.modification.topology.*;
import com.powsybl.iidm.modification.tripping.*;
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

  static GeneratorModification target(String unit, double mw) {
    GeneratorModification.Modifs change = new GeneratorModification.Modifs();
    change.setTargetP(mw);
    return new GeneratorModification(unit, change);
  }

  static String outcome(Runnable change) {
    try {
      change.run();
      return "nothing said";
    } catch (RuntimeException e) {
      return e.getMessage();
    }
  }

  public static void main(String[] args) {
    System.out.println("PowSyBl 6.8.1");
    Map<String, NetworkModification> changes = new LinkedHashMap<>();
    changes.put("unit", target("nobody", 50));
    changes.put("load", new LoadModification("nobody", 50.0, 0.0));
    changes.put("battery", new BatteryModification("nobody", 50.0, 0.0));
    changes.put("switch", new OpenSwitch("nobody"));
    changes.put("tap", new RatioTapPositionModification("nobody", 3));
    changes.put("voltage level", new RemoveVoltageLevel("nobody"));
    changes.put("outage", new GeneratorTripping("nobody"));
    changes.forEach((what, change) -> {
      see(what + ", apply(network)", "nothing said", outcome(() -> change.apply(ring())));
      see(what + ", hasImpactOnNetwork", "CANNOT_BE_APPLIED", change.hasImpactOnNetwork(ring()).toString());
    });
    see("load, apply(network, true, report)", "Load 'nobody' not found",
        outcome(() -> changes.get("load").apply(ring(), true, ReportNode.NO_OP)));

    Network n = ring();
    new NetworkModificationList(new LoadModification("load A", 50.0, 0.0), changes.get("load"), new LoadModification("load B", 50.0, 0.0)).apply(n);
    see("loads A and B after a list whose second change has no load", "50.0, 50.0", n.getLoad("load A").getP0() + ", " + n.getLoad("load B").getP0());

    Network dry = ring();
    see("apply(network, true) with a unit that exists", true, target("unit A", 50).apply(dry, true));
    see("its target (was 100)", 100.0, dry.getGenerator("unit A").getTargetP());
    see("apply(network, true) with one that does not", false, changes.get("unit").apply(dry, true));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
