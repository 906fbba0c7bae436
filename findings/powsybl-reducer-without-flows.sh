#!/usr/bin/env bash
# A network cut at a line by PowSyBl's NetworkReducer, before and after a load flow: what crossed the cut becomes a load.
#
# Guess: without a load flow the reduction is refused, for nothing is known of the flow over the cut.
#
# Instead: the load is 0 MW, and no word of it; so for an HVDC link, whose set point is known. After a load flow it has
# the flow (60 MW of 160 that are drawn beyond).
#
# Version: PowSyBl 6.8.1, Open Load Flow 1.16.0.
#
# Matters: the area is as if islanded, and converges well. A file that was read has no flows unless they were written
# into it. Check that the load flow of the whole converged before cutting.
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
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-iidm-reducer</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-open-loadflow</artifactId><version>1.16.0</version></dependency>
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-config-test</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import com.powsybl.iidm.network.*;
import com.powsybl.iidm.reducer.*;
import com.powsybl.loadflow.*;
import java.util.*;
import java.util.stream.*;

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

  /** The loads that stand for what was cut off (C, by a line or by an HVDC link), in whole MW. */
  static String cut(boolean loadFlow, boolean hvdc) {
    Network n = ring();
    n.getLine("AC").remove();
    n.getGenerator("unit A").setTargetP(160);
    n.getLoad("load C").setP0(160);
    if (hvdc) {
      n.getLine("BC").remove();
      for (String vl : List.of("B", "C")) {
        n.getVoltageLevel(vl).newVscConverterStation().setId("converter " + vl).setBus("bus " + vl).setLossFactor(0)
            .setReactivePowerSetpoint(0).setVoltageRegulatorOn(false).add();
      }
      n.newHvdcLine().setId("BC").setConverterStationId1("converter B").setConverterStationId2("converter C").setR(0).setNominalV(400)
          .setConvertersMode(HvdcLine.ConvertersMode.SIDE_1_RECTIFIER_SIDE_2_INVERTER).setMaxP(500).setActivePowerSetpoint(60).add();
    }
    if (loadFlow) {
      LoadFlow.run(n);
    }
    NetworkReducer.builder().withNetworkPredicate(IdentifierNetworkPredicate.of("A", "B")).build().reduce(n);
    return n.getLoadStream().filter(l -> !l.getId().startsWith("load")).map(l -> l.getId() + " " + Math.round(l.getP0()) + " MW").collect(Collectors.joining(", "));
  }

  public static void main(String[] args) {
    System.out.println("PowSyBl 6.8.1");
    see("line, after a load flow", "BC 60 MW", cut(true, false));
    see("line, without", "BC 0 MW", cut(false, false));
    see("HVDC link, after a load flow", "BC 60 MW", cut(true, true));
    see("HVDC link, without", "BC 0 MW", cut(false, true));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
