#!/usr/bin/env bash
# A MATPOWER case with BASE_KV 400 and 110, read by PowSyBl with its defaults.
#
# Guess: nominal voltages of 400 and 110 kV.
#
# Instead: 1 kV at each bus: the column is passed over unless matpower.import.ignore-base-voltage is set to false.
# Impedances are scaled along, so power flows and per-unit voltages are right; currents are 400 times as large,
# transformers have a ratio of 1, and every filter by voltage level finds the distribution network.
#
# Version: PowSyBl 6.8.1 with Open Load Flow 1.16.0.
#
# Matters: a limit in amperes that is added to such a network, a short-circuit current, a selection "all lines of 220
# kV and above" and a further export (PSS/E has BASKV 1) are wrong, with a load flow that is right.
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
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-matpower-converter</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-open-loadflow</artifactId><version>1.16.0</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
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

  static VoltageLevel level(Network n, String substation, String id, double kv) {
    VoltageLevel v = n.getSubstation(substation).newVoltageLevel().setId(id).setNominalV(kv).setTopologyKind(TopologyKind.BUS_BREAKER).add();
    v.getBusBreakerView().newBus().setId("BUS" + id).add();
    return v;
  }

  /** A unit, a line of 400 kV, a transformer to 110 kV, a load of 100 MW. */
  static Network network() {
    Network n = Network.create("levels", "made");
    n.setCaseDate(ZonedDateTime.parse("2026-01-15T00:00:00Z"));
    n.newSubstation().setId("EAST").setCountry(Country.DE).add();
    n.newSubstation().setId("WEST").setCountry(Country.DE).add();
    level(n, "EAST", "A", 400).newGenerator().setId("UNIT").setBus("BUSA").setMinP(0).setMaxP(300).setTargetP(100).setTargetQ(0).setTargetV(400)
        .setVoltageRegulatorOn(true).add();
    level(n, "WEST", "B", 400);
    level(n, "WEST", "C", 110).newLoad().setId("TOWN").setBus("BUSC").setP0(100).setQ0(0).add();
    n.newLine().setId("LINE").setBus1("BUSA").setBus2("BUSB").setR(1).setX(30).setG1(0).setB1(0).setG2(0).setB2(0).add();
    n.getSubstation("WEST").newTwoWindingsTransformer().setId("TRAFO").setVoltageLevel1("B").setBus1("BUSB")
        .setVoltageLevel2("C").setBus2("BUSC").setRatedU1(400).setRatedU2(110).setR(0.05).setX(2).setG(0).setB(0).add();
    return n;
  }

  /** Nominal voltages, MW and A into the line. */
  static String line(Network n) {
    LoadFlow.run(n, new LoadFlowParameters());
    TreeSet<Double> kv = new TreeSet<>();
    n.getVoltageLevels().forEach(v -> kv.add(v.getNominalV()));
    Terminal into = n.getLines().iterator().next().getTerminal1();
    return kv + " kV, " + Math.round(into.getP()) + " MW, " + Math.round(into.getI()) + " A";
  }

  public static void main(String[] args) {
    System.out.println("PowSyBl 6.8.1");
    Network n = network();
    see("as made", "[110.0, 400.0] kV, 100 MW, 144 A", line(n));
    n.write("MATPOWER", null, Path.of("case.mat"));
    see("from MATPOWER", "[1.0] kV, 100 MW, 57771 A", line(Network.read(Path.of("case.mat"))));
    Properties keep = new Properties();
    keep.put("matpower.import.ignore-base-voltage", "false");
    see("with BASE_KV", "[110.0, 400.0] kV, 100 MW, 144 A",
        line(Network.read(Path.of("case.mat"), com.powsybl.computation.local.LocalComputationManager.getDefault(), ImportConfig.load(), keep)));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
