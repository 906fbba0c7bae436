#!/usr/bin/env bash
# The limit of an HVDC link (900 MW) that is written as CGMES or PSS/E by PowSyBl and read again.
#
# Guess: 900 MW.
#
# Instead: 1.2 times what the link carries at that moment: 240 MW at 200 MW, 12 MW at 10 MW, and 0 when it is idle.
# The losses of an idle link become 0 too.
#
# Version: PowSyBl 6.8.1.
#
# Matters: whoever optimises exchanges with such a file has a link of the size of its last use; an idle one cannot be
# used at all. No message tells it.
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

  static String limit(Network n) {
    HvdcLine link = n.getHvdcLines().iterator().next();
    return Math.round(link.getMaxP()) + " MW, losses " + Math.round(1000 * link.getConverterStation1().getLossFactor()) / 1000.0 + " %";
  }

  public static void main(String[] args) {
    System.out.println("PowSyBl 6.8.1, limit and losses of a link of 900 MW and 1.1 %");
    for (boolean vsc : new boolean[] {true, false}) {
      for (double mw : new double[] {200, 10, 0}) {
        Network n = network(vsc, HvdcLine.ConvertersMode.SIDE_1_RECTIFIER_SIDE_2_INVERTER, mw);
        String of = (vsc ? "VSC" : "LCC") + " at " + Math.round(mw) + " MW";
        see(of, "900 MW, losses 1.1 %", limit(n));
        see(of + " after CGMES", Math.round(1.2 * mw) + " MW, losses " + (mw == 0 ? "0.0 %" : "1.1 %"), limit(again(n, "CGMES", of.replace(' ', '_') + ".zip")));
        see(of + " after PSS/E", Math.round(1.2 * mw) + " MW", limit(again(n, "PSS/E", of.replace(' ', '_') + ".raw")).replaceAll(",.*", ""));
      }
    }
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
