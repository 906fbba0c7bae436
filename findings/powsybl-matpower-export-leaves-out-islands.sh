#!/usr/bin/env bash
# Two areas, each with its own generation and load, joined by an HVDC link or not at all, written as a MATPOWER case
# by PowSyBl.
#
# Guess: both are in the file: MATPOWER has no rule against islands, and has dcline for the link.
#
# Instead: only one area (the main synchronous component) is written. The other is missing, generators, loads and
# buses, without a word, and the link is a load. PSS/E keeps both areas.
#
# Version: PowSyBl 6.8.1.
#
# Matters: a country on both sides of a strait, or an area that is back to back with its neighbour, loses half of its
# system; the file solves well and the dispatch on it is complete but for the missing half.
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
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-matpower-converter</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-psse-converter</artifactId><version>6.8.1</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import com.powsybl.iidm.network.*;
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

  static String content(Network n) {
    double mw = 0;
    for (Load l : n.getLoads()) {
      mw += l.getP0();
    }
    return n.getBusBreakerView().getBusStream().count() + " buses, " + n.getGeneratorCount() + " generators, " + Math.round(mw) + " MW of load, "
        + n.getHvdcLineCount() + " links";
  }

  public static void main(String[] args) {
    System.out.println("PowSyBl 6.8.1");
    HvdcLine.ConvertersMode mode = HvdcLine.ConvertersMode.SIDE_1_RECTIFIER_SIDE_2_INVERTER;
    Network joined = network(true, mode, 200);
    see("two areas, 200 MW from A to B", "2 buses, 2 generators, 600 MW of load, 1 links", content(joined));
    see("after MATPOWER", "1 buses, 1 generators, 500 MW of load, 0 links", content(again(joined, "MATPOWER", "joined.mat")));
    Network apart = network(true, mode, 200);
    apart.getHvdcLine("LINK").remove();
    see("two areas apart", "2 buses, 2 generators, 600 MW of load, 0 links", content(apart));
    apart.getVscConverterStation("CA").remove();
    apart.getVscConverterStation("CB").remove();
    see("after MATPOWER", "1 buses, 1 generators, 300 MW of load, 0 links", content(again(apart, "MATPOWER", "apart.mat")));
    see("after PSS/E", "2 generators, 600 MW of load, 0 links", content(again(apart, "PSS/E", "apart.raw")).replaceFirst("[^,]*, ", ""));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
