#!/usr/bin/env bash
# A network after a load flow with tap-changer control: the transformer is moved from tap 4 to 7 to hold about 112 kV,
# then the network is written as PSS/E or MATPOWER by PowSyBl.
#
# Guess: the file has the tap that belongs to its voltages; getTapPosition is 7.
#
# Instead: getTapPosition stays 4, the tap found is getSolvedTapPosition. PSS/E and MATPOWER are written with the
# voltages of tap 7 and the ratio of tap 4. Whoever solves the file without control gets 106 kV at the load instead of
# 113. CGMES and XIIDM carry both taps, and a load flow without control starts from 4 there, too. For shunts in
# sections it is the same.
#
# Version: PowSyBl 6.8.1 with Open Load Flow 1.16.0.
#
# Matters: a case that is handed on "as solved" has voltages that its equations do not give; a check of the file by
# its own power-flow mismatch fails, and a second load flow on it is of another state.
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
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-psse-converter</artifactId><version>6.8.1</version></dependency>
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

  /** A unit, a line of 400 kV, a transformer with nine taps to 110 kV, a load. */
  static Network network() {
    Network n = Network.create("taps", "made");
    n.setCaseDate(ZonedDateTime.parse("2026-01-15T00:00:00Z"));
    n.newSubstation().setId("EAST").setCountry(Country.DE).add();
    n.newSubstation().setId("WEST").setCountry(Country.DE).add();
    level(n, "EAST", "A", 400).newGenerator().setId("UNIT").setBus("BUSA").setMinP(0).setMaxP(300).setTargetP(200).setTargetQ(0).setTargetV(400)
        .setVoltageRegulatorOn(true).add();
    level(n, "WEST", "B", 400);
    level(n, "WEST", "C", 110).newLoad().setId("TOWN").setBus("BUSC").setP0(190).setQ0(80).add();
    n.newLine().setId("LINE").setBus1("BUSA").setBus2("BUSB").setR(1).setX(30).setG1(0).setB1(0).setG2(0).setB2(0).add();
    TwoWindingsTransformer t = n.getSubstation("WEST").newTwoWindingsTransformer().setId("TRAFO").setVoltageLevel1("B").setBus1("BUSB")
        .setVoltageLevel2("C").setBus2("BUSC").setRatedU1(400).setRatedU2(110).setR(0.05).setX(2).setG(0).setB(0).add();
    RatioTapChangerAdder taps = t.newRatioTapChanger().setLowTapPosition(0).setTapPosition(4).setLoadTapChangingCapabilities(true).setRegulating(true)
        .setTargetV(112).setTargetDeadband(1).setRegulationTerminal(t.getTerminal2());
    for (int i = 0; i < 9; i++) {
      taps.beginStep().setRho(1 + 0.02 * (i - 4)).setR(0).setX(0).setG(0).setB(0).endStep();
    }
    taps.add();
    return n;
  }

  /** kV at the load, on the base of 110. */
  static double kv(Network n) {
    Bus bus = n.getLoads().iterator().next().getTerminal().getBusView().getBus();
    return Math.round(10 * 110 * bus.getV() / bus.getVoltageLevel().getNominalV()) / 10.0;
  }

  public static void main(String[] args) {
    System.out.println("PowSyBl 6.8.1, kV at the load");
    Network n = network();
    LoadFlow.run(n, new LoadFlowParameters());
    see("without control", 106.3, kv(n));
    LoadFlow.run(n, new LoadFlowParameters().setTransformerVoltageControlOn(true));
    RatioTapChanger taps = n.getTwoWindingsTransformer("TRAFO").getRatioTapChanger();
    see("with control: kV, tap, solved tap", "112.9 4 7", kv(n) + " " + taps.getTapPosition() + " " + taps.getSolvedTapPosition());
    for (String format : List.of("PSS/E", "MATPOWER")) {
      Path file = Path.of("case" + (format.equals("PSS/E") ? ".raw" : ".mat"));
      n.write(format, null, file);
      Network again = Network.read(file);
      see(format + ", as written", 112.9, kv(again));
      LoadFlow.run(again, new LoadFlowParameters());
      see(format + ", solved", 106.3, kv(again));
    }
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
