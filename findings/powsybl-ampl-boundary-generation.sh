#!/usr/bin/env bash
# A boundary line with 12 MW of load and 4 MW of generation beyond it (PowSyBl's dangling line), written for AMPL.
#
# Guess: both appear, or the net 8 MW, as in the MATPOWER file of the same network (PD 12 and a generator row with 4).
#
# Instead: the load file has 12 MW, and the generation is in no file. The computed flow beside it (8.0) shows the
# difference if there was a load flow before.
#
# Version: powsybl-core 6.8.1 (ampl-converter), Open Load Flow 1.16.0 for the flow.
#
# Matters: boundary lines stand for the neighbouring areas, and their generation field for the exchange. An optimisation
# in AMPL imports more than the network does.
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
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-ampl-converter</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-matpower-converter</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-open-loadflow</artifactId><version>1.16.0</version></dependency>
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-config-test</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import com.powsybl.iidm.network.*;
import com.powsybl.loadflow.*;
import com.powsybl.matpower.model.*;
import java.nio.file.*;
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

  static List<String[]> rows(String file) throws Exception {
    try (Stream<String> lines = Files.lines(Path.of("ampl", file))) {
      return lines.filter(l -> !l.isBlank() && !l.startsWith("#")).map(l -> l.split(" ")).toList();
    }
  }

  public static void main(String[] args) throws Exception {
    Network n = Network.create("one-bus", "made here");
    n.newSubstation().setId("S").add().newVoltageLevel().setId("A").setNominalV(100).setTopologyKind(TopologyKind.BUS_BREAKER).add()
        .getBusBreakerView().newBus().setId("bus").add();
    VoltageLevel a = n.getVoltageLevel("A");
    a.newGenerator().setId("G").setBus("bus").setTargetP(8).setMinP(0).setMaxP(50).setVoltageRegulatorOn(true).setTargetV(100)
        .setTargetQ(0).add();
    a.newDanglingLine().setId("D").setBus("bus").setP0(12).setQ0(0).setR(0.01).setX(1).setG(0).setB(0).newGeneration().setTargetP(4)
        .setMinP(0).setMaxP(20).setVoltageRegulationOn(false).setTargetQ(0).add().add();
    LoadFlow.find("OpenLoadFlow").run(n, new LoadFlowParameters());
    Files.createDirectories(Path.of("ampl"));
    n.write("AMPL", new Properties(), Path.of("ampl", "case"));
    n.write("MATPOWER", new Properties(), Path.of("out"));
    MatpowerModel m = MatpowerReader.read(Path.of("out.mat"), "out");
    System.out.println("powsybl-core 6.8.1: unit at 8 MW, boundary with load 12 MW and generation 4 MW");
    see("MATPOWER: demand", "[0.0, 12.0]", m.getBuses().stream().map(MBus::getRealPowerDemand).sorted().toList().toString());
    see("MATPOWER: generators", "[4.0, 8.0]", m.getGenerators().stream().map(MGen::getRealPowerOutput).sorted().toList().toString());
    see("AMPL: loads, p0", "[12.0000]", rows("case_network_loads.txt").stream().map(r -> r[4]).toList().toString());
    see("AMPL: generators, targetP", "[8.00000]", rows("case_network_generators.txt").stream().map(r -> r[17]).toList().toString());
    boolean none = true;
    try (Stream<Path> files = Files.list(Path.of("ampl"))) {
      for (Path f : files.toList()) {
        none &= Files.readAllLines(f).stream().noneMatch(l -> (" " + l + " ").contains(" 4.00000 "));
      }
    }
    see("AMPL: 4 MW in no file", true, none);
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
