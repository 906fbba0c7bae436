#!/usr/bin/env bash
# Hours of a day as variants of a PowSyBl network: other set points, a derated unit (maximum 700 of 1000 MW) and a lower
# line limit at night; written to a file and copied.
#
# Guess: what is set while a variant is the working one belongs to that variant; a file or a copy has all variants.
#
# Instead: set points do, but a unit's maximum, a line's limits and its reactance are shared: set in one variant they
# are so in all. A file and NetworkSerDe.copy have the working variant alone, under the name InitialState.
#
# Version: PowSyBl 6.8.1.
#
# Matters: a day whose night is written last runs all hours with the night's limits, and whose copy is handed to a worker
# has the night for the day. Make a network for each hour, or keep limits beside the network.
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
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-iidm-serde</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-config-test</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import com.powsybl.iidm.network.*;
import com.powsybl.iidm.serde.*;
import java.io.*;
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

  /** Set point and maximum of unit A, limit and reactance of AB, load of C, in the working variant. */
  static String state(Network n) {
    return "%.0f of %.0f MW, %.0f A, %.0f ohm, load %.0f".formatted(n.getGenerator("unit A").getTargetP(), n.getGenerator("unit A").getMaxP(),
        n.getLine("AB").getCurrentLimits1().orElseThrow().getPermanentLimit(), n.getLine("AB").getX(), n.getLoad("load C").getP0());
  }

  public static void main(String[] args) throws Exception {
    System.out.println("PowSyBl 6.8.1");
    Network n = ring();
    n.getLine("AB").newCurrentLimits1().setPermanentLimit(900).add();
    see("before", "100 of 1000 MW, 900 A, 20 ohm, load 100", state(n));
    n.getVariantManager().cloneVariant(VariantManagerConstants.INITIAL_VARIANT_ID, "night");
    n.getVariantManager().setWorkingVariant("night");
    n.getGenerator("unit A").setTargetP(60).setMaxP(700);
    n.getLoad("load C").setP0(50);
    n.getLine("AB").setX(25).getCurrentLimits1().orElseThrow().setPermanentLimit(600);
    see("night", "60 of 700 MW, 600 A, 25 ohm, load 50", state(n));

    ByteArrayOutputStream file = new ByteArrayOutputStream();
    NetworkSerDe.write(n, file);
    Network copy = NetworkSerDe.copy(n);
    n.getVariantManager().setWorkingVariant(VariantManagerConstants.INITIAL_VARIANT_ID);
    see("day, after the night was set", "100 of 700 MW, 600 A, 25 ohm, load 100", state(n));

    Network read = NetworkSerDe.read(new ByteArrayInputStream(file.toByteArray()));
    see("variants in the file", "[InitialState]", read.getVariantManager().getVariantIds().toString());
    see("the file", "60 of 700 MW, 600 A, 25 ohm, load 50", state(read));
    see("variants in the copy", "[InitialState]", copy.getVariantManager().getVariantIds().toString());
    see("the copy", "60 of 700 MW, 600 A, 25 ohm, load 50", state(copy));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
