#!/usr/bin/env bash
# A line whose shunts differ at its ends (a cable on one side, corona on the other: 3 MW and 30 Mvar at A, 1 MW and
# 130 Mvar at B), written as MATPOWER or CGMES by PowSyBl and read again.
#
# Guess: the same power flow, by shunts at the buses where the format's line has no place for them, or a refusal.
#
# Instead: MATPOWER loses all conductance, so the losses of 4 MW are gone, and the charging is halved to either end.
# CGMES keeps the sums and halves them too: 50 Mvar move from one end to the other. PSS/E keeps all of it.
#
# Version: PowSyBl 6.8.1 with Open Load Flow 1.16.0.
#
# Matters: losses that are settled, and the reactive power that each end's owner must give, differ from those of the
# case that was written, at the same flow of active power.
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

  /** Two units that hold 400 kV, and a line without load between them. */
  static Network network() {
    Network n = Network.create("line", "made");
    n.setCaseDate(ZonedDateTime.parse("2026-01-15T00:00:00Z"));
    for (String end : List.of("A", "B")) {
      VoltageLevel level = n.newSubstation().setId("S" + end).setCountry(Country.DE).add()
          .newVoltageLevel().setId("V" + end).setNominalV(400).setTopologyKind(TopologyKind.BUS_BREAKER).add();
      level.getBusBreakerView().newBus().setId("BUS" + end).add();
      level.newGenerator().setId("UNIT" + end).setBus("BUS" + end).setMinP(0).setMaxP(1000).setTargetP(100).setTargetQ(0).setTargetV(400)
          .setVoltageRegulatorOn(true).add();
      level.newLoad().setId("TOWN" + end).setBus("BUS" + end).setP0(100).setQ0(0).add();
    }
    n.newLine().setId("LINE").setBus1("BUSA").setBus2("BUSB").setR(0.1).setX(5)
        .setG1(3 / 160000.0).setB1(30 / 160000.0).setG2(1 / 160000.0).setB2(130 / 160000.0).add();
    return n;
  }

  /** Losses of the line and the reactive power that flows into it at A and at B. */
  static String flow(Network n) {
    LoadFlow.run(n, new LoadFlowParameters());
    Line line = n.getLines().iterator().next();
    Terminal a = line.getTerminal1();
    Terminal b = line.getTerminal2();
    return String.format(Locale.ROOT, "%.0f MW, %.0f and %.0f Mvar", Math.abs(a.getP() + b.getP()), a.getQ(), b.getQ());
  }

  static Network again(String format, String file) {
    network().write(format, null, Path.of(file));
    return Network.read(Path.of(file));
  }

  public static void main(String[] args) {
    System.out.println("PowSyBl 6.8.1, losses, and Mvar into the line at A and B");
    see("as made", "4 MW, -30 and -130 Mvar", flow(network()));
    see("after PSS/E", "4 MW, -30 and -130 Mvar", flow(again("PSS/E", "case.raw")));
    see("after CGMES", "4 MW, -80 and -80 Mvar", flow(again("CGMES", "case.zip")));
    see("after MATPOWER", "0 MW, -80 and -80 Mvar", flow(again("MATPOWER", "case.mat")));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
