#!/usr/bin/env bash
# A network with 200 MW of load that no generator serves, solved with Open Load Flow, written as CGMES by PowSyBl and
# read again.
#
# Guess: the same network: the mismatch at the slack bus belongs to the solution, not to the equipment.
#
# Instead: the network has a further load of -200 MW at the slack bus, of type FICTITIOUS, which is a generator out of
# nothing. The next load flow has no mismatch. Without a load flow before the export nothing is added.
#
# Version: PowSyBl 6.8.1 with Open Load Flow 1.16.0.
#
# Matters: Open Load Flow says FULLY_CONVERGED to such a network anyway, so the mismatch is the only sign of it, and
# after one trip through CGMES that sign is gone. The sum of all loads is the sum of all generation. Look for loads of
# type FICTITIOUS (isFictitious is true).
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
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-cgmes-conversion</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-triple-store-impl-rdf4j</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-open-loadflow</artifactId><version>1.16.0</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import com.powsybl.iidm.network.*;
import com.powsybl.loadflow.*;
import java.nio.file.*;
import java.time.*;
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

  /** A generator of 400 MW at most and a load of 600 MW at the other end of a lossless line. */
  static Network network() {
    Network n = Network.create("short", "made");
    n.setCaseDate(ZonedDateTime.parse("2026-01-15T00:00:00Z"));
    for (String end : List.of("A", "B")) {
      n.newSubstation().setId("S" + end).setCountry(Country.DE).add()
          .newVoltageLevel().setId("V" + end).setNominalV(400).setTopologyKind(TopologyKind.BUS_BREAKER).add()
          .getBusBreakerView().newBus().setId("BUS" + end).add();
    }
    n.getVoltageLevel("VA").newGenerator().setId("PLANT").setBus("BUSA").setMinP(0).setMaxP(400).setTargetP(400).setTargetQ(0)
        .setTargetV(400).setVoltageRegulatorOn(true).add();
    n.getVoltageLevel("VB").newLoad().setId("TOWN").setBus("BUSB").setP0(600).setQ0(0).add();
    n.newLine().setId("LINE").setBus1("BUSA").setBus2("BUSB").setR(0).setX(5).setG1(0).setB1(0).setG2(0).setB2(0).add();
    return n;
  }

  /** Status and mismatch of the load flow. */
  static String solved(Network n) {
    LoadFlowResult r = LoadFlow.run(n, new LoadFlowParameters());
    return r.getStatus() + " " + Math.abs(Math.round(r.getComponentResults().get(0).getSlackBusResults().get(0).getActivePowerMismatch()));
  }

  static String loads(Network n) {
    List<String> all = new ArrayList<>();
    n.getLoads().forEach(l -> all.add(Math.round(l.getP0()) + " MW " + l.getLoadType()));
    Collections.sort(all);
    return String.join(", ", all);
  }

  static Network again(Network n, String file) {
    n.write("CGMES", null, Path.of(file));
    return Network.read(Path.of(file));
  }

  public static void main(String[] args) {
    System.out.println("PowSyBl 6.8.1, Open Load Flow 1.16.0");
    see("not solved, after CGMES", "600 MW UNDEFINED", loads(again(network(), "unsolved.zip")));
    Network n = network();
    see("solved: status and mismatch in MW", "FULLY_CONVERGED 200", solved(n));
    see("its loads", "600 MW UNDEFINED", loads(n));
    Network again = again(n, "solved.zip");
    see("after CGMES", "-200 MW FICTITIOUS, 600 MW UNDEFINED", loads(again));
    see("solved again", "FULLY_CONVERGED 0", solved(again));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
