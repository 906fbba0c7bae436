#!/usr/bin/env bash
# An HVDC link with line-commutated converters that runs from its second side to its first, written as PSS/E by
# PowSyBl and read again.
#
# Guess: the same flow: the converters' mode decides which of them becomes the rectifier of the file.
#
# Instead: side 1 is always written as the rectifier: 200 MW from B to A come back as 200 MW from A to B, without a
# word. In either direction the power factor of the converters is lost, so they take 176 instead of 97 Mvar, and their
# losses are gone.
#
# Version: PowSyBl 6.8.1 with Open Load Flow 1.16.0.
#
# Matters: the balance of both areas is wrong by twice the link. The voltage-source kind keeps its direction, but the
# set point moves to the other side: 200 MW become 195.4.
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

  /** What the two converters take from the network, and the reactive power of the first. */
  static String taken(Network n) {
    LoadFlow.run(n, new LoadFlowParameters());
    HvdcLine link = n.getHvdcLines().iterator().next();
    Terminal a = link.getConverterStation1().getTerminal();
    return String.format(Locale.ROOT, "%.1f and %.1f MW, %.1f Mvar", a.getP(), link.getConverterStation2().getTerminal().getP(), a.getQ());
  }

  public static void main(String[] args) {
    System.out.println("PowSyBl 6.8.1, taken by the converters in A and B");
    for (HvdcLine.ConvertersMode mode : HvdcLine.ConvertersMode.values()) {
      boolean forth = mode == HvdcLine.ConvertersMode.SIDE_1_RECTIFIER_SIDE_2_INVERTER;
      Network n = network(false, mode, 200);
      see(forth ? "from A to B" : "from B to A", forth ? "200.0 and -195.4 MW, 96.9 Mvar" : "-195.4 and 200.0 MW, 94.6 Mvar", taken(n));
      see("after PSS/E", "200.0 and -199.8 MW, 176.4 Mvar", taken(again(n, "PSS/E", "case" + forth + ".raw")));
    }
    see("voltage source, from B to A", "-195.4 and 200.0 MW, -50.0 Mvar", taken(network(true, HvdcLine.ConvertersMode.SIDE_1_INVERTER_SIDE_2_RECTIFIER, 200)));
    see("after PSS/E", "-190.9 and 195.4 MW", taken(again(network(true, HvdcLine.ConvertersMode.SIDE_1_INVERTER_SIDE_2_RECTIFIER, 200), "PSS/E", "vsc.raw")).replaceAll(",.*", ""));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
