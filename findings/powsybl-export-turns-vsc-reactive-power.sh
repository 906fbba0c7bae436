#!/usr/bin/env bash
# A VSC converter that holds its reactive power (50 Mvar into the network), written as CGMES or PSS/E by PowSyBl and
# read again.
#
# Guess: 50 Mvar into the network.
#
# Instead: 50 Mvar out of it: the set point is written with the sign of the model, where CGMES counts the other way
# (load sign), and it is read with CGMES's sign. PSS/E turns it too; when the link is idle PSS/E loses it. Written
# twice it is right again. The converter's reactive limits are lost in CGMES.
#
# Version: PowSyBl 6.8.1 with Open Load Flow 1.16.0.
#
# Matters: a support of 50 Mvar becomes a burden of 50 Mvar, seen only as a lower voltage. A test that compares the
# file after two trips passes.
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
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-psse-converter</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-cgmes-conversion</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-triple-store-impl-rdf4j</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-open-loadflow</artifactId><version>1.16.0</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import com.powsybl.iidm.network.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
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

  /** Two areas A and B, each with a generator and a load of 300 MW, joined by a link of 900 MW. */
  static Network network(boolean vsc, HvdcLine.ConvertersMode mode, double mw) {
    Network n = Network.create("areas", "made");
    n.setCaseDate(ZonedDateTime.parse("2026-01-15T00:00:00Z"));
    for (String area : List.of("A", "B")) {
      VoltageLevel level = n.newSubstation().setId("S" + area).setCountry(Country.DE).add()
          .newVoltageLevel().setId("V" + area).setNominalV(400).setTopologyKind(TopologyKind.BUS_BREAKER).add();
      level.getBusBreakerView().newBus().setId("BUS" + area).add();
      level.newGenerator().setId("G" + area).setBus("BUS" + area).setMinP(0).setMaxP(1000).setTargetP(300).setTargetQ(0).setTargetV(400).setVoltageRegulatorOn(true).add();
      level.newLoad().setId("L" + area).setBus("BUS" + area).setP0(300).setQ0(0).add();
      if (vsc) {
        level.newVscConverterStation().setId("C" + area).setBus("BUS" + area).setLossFactor(1.1f)
            .setVoltageRegulatorOn(false).setReactivePowerSetpoint(area.equals("A") ? 50 : -20).add();
      } else {
        level.newLccConverterStation().setId("C" + area).setBus("BUS" + area).setLossFactor(1.1f).setPowerFactor(0.9f).add();
      }
    }
    n.newHvdcLine().setId("LINK").setConverterStationId1("CA").setConverterStationId2("CB").setNominalV(400).setR(1).setMaxP(900)
        .setActivePowerSetpoint(mw).setConvertersMode(mode).add();
    return n;
  }

  /** The same network after being written and read. */
  static Network again(Network n, String format, String file) {
    n.write(format, null, Path.of(file));
    return Network.read(Path.of(file));
  }

  static VscConverterStation converter(Network n) {
    return (VscConverterStation) n.getHvdcLines().iterator().next().getConverterStation1();
  }

  /** Mvar that the converter in A gives to the network. */
  static long given(Network n) {
    LoadFlow.run(n, new LoadFlowParameters());
    return -Math.round(converter(n).getTerminal().getQ());
  }

  static Network link(double mw) {
    Network n = network(true, HvdcLine.ConvertersMode.SIDE_1_RECTIFIER_SIDE_2_INVERTER, mw);
    converter(n).newMinMaxReactiveLimits().setMinQ(-60).setMaxQ(60).add();
    return n;
  }

  public static void main(String[] args) throws Exception {
    System.out.println("PowSyBl 6.8.1, Mvar given by the converter in A");
    see("as made", 50L, given(link(200)));
    Network once = again(link(200), "CGMES", "once.zip");
    see("after CGMES", -50L, given(once));
    see("its upper limit, 60 before", Double.MAX_VALUE, ((MinMaxReactiveLimits) converter(once).getReactiveLimits()).getMaxQ());
    once.setCaseDate(ZonedDateTime.parse("2026-01-15T00:00:00Z"));
    see("after CGMES twice", 50L, given(again(once, "CGMES", "twice.zip")));
    see("after PSS/E", -50L, given(again(link(200), "PSS/E", "case.raw")));
    see("after PSS/E, link at 0 MW", 0L, given(again(link(0), "PSS/E", "idle.raw")));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
