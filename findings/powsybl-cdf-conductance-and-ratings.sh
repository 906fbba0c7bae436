#!/usr/bin/env bash
# The shunt columns of a bus (conductance G and susceptance B) and the three ratings of a branch in an IEEE Common Data
# Format file, read by PowSyBl.
#
# Guess: both shunt columns go into the shunt of the bus and the ratings become limits, as from MATPOWER; the model has
# a place for all of them.
#
# Instead: only B is read. A bus with G alone has no shunt, and no branch has a limit. No message.
#
# Version: powsybl-core 6.8.1 (ieee-cdf-converter).
#
# Matters: G is a consumer of active power; equivalents of reduced networks put whole loads there. Losses, reference
# output and prices differ from the source, and a screening finds nothing overloaded.
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
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-ieee-cdf-converter</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-config-test</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import com.powsybl.ieeecdf.model.*;
import com.powsybl.iidm.network.*;
import java.io.BufferedWriter;
import java.nio.file.*;
import java.time.LocalDate;
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

  public static void main(String[] args) throws Exception {
    IeeeCdfTitle title = new IeeeCdfTitle();
    title.setDate(LocalDate.of(2020, 1, 1));
    title.setOriginatorName("MADE HERE");
    title.setMvaBase(100);
    title.setYear(2020);
    title.setSeason(IeeeCdfTitle.Season.WINTER);
    title.setCaseIdentification("THREE BUSES");
    IeeeCdfModel m = new IeeeCdfModel(title);
    m.getBuses().add(bus(1, IeeeCdfBus.Type.HOLD_VOLTAGE_AND_ANGLE, 0, 50, 0, 0));
    m.getBuses().add(bus(2, IeeeCdfBus.Type.UNREGULATED, 40, 0, 0.05, 0.19));
    m.getBuses().add(bus(3, IeeeCdfBus.Type.UNREGULATED, 10, 0, 0.07, 0));
    m.getBranches().add(branch(1, 2));
    m.getBranches().add(branch(2, 3));
    Path file = Path.of("case.txt");
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      new IeeeCdfWriter(m).write(writer);
    }
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.set(0, " 01/01/20 MADE HERE            100.0  2020 W THREE BUSES"); // the date in the format's two digits
    Files.write(file, lines);
    Network n = Network.read(file);
    System.out.println("powsybl-core 6.8.1, base 100 MVA: bus 2 with G 0.05 and B 0.19, bus 3 with G 0.07 (5 MW, 19 Mvar, 7 MW)");
    see("shunts", 1, n.getShuntCompensatorCount());
    ShuntCompensator s = n.getShuntCompensators().iterator().next();
    double kv = s.getTerminal().getVoltageLevel().getNominalV();
    see("Mvar of the shunt at bus 2", "19.00", "%.2f".formatted(s.getB() * kv * kv));
    see("MW of the shunt at bus 2", "0.00", "%.2f".formatted(s.getG() * kv * kv));
    see("limits of the first branch, rated 100, 120 and 140 MVA", true,
        n.getLines().iterator().next().getOperationalLimitsGroups1().isEmpty());
    end();
  }

  static IeeeCdfBus bus(int number, IeeeCdfBus.Type type, double loadMw, double mw, double g, double b) {
    IeeeCdfBus bus = new IeeeCdfBus();
    bus.setNumber(number);
    bus.setName("Bus " + number);
    bus.setAreaNumber(1);
    bus.setLossZoneNumber(1);
    bus.setType(type);
    bus.setFinalVoltage(1);
    bus.setActiveLoad(loadMw);
    bus.setActiveGeneration(mw);
    bus.setBaseVoltage(138);
    bus.setDesiredVoltage(1);
    bus.setShuntConductance(g);
    bus.setShuntSusceptance(b);
    return bus;
  }

  static IeeeCdfBranch branch(int from, int to) {
    IeeeCdfBranch branch = new IeeeCdfBranch();
    branch.setTapBusNumber(from);
    branch.setzBusNumber(to);
    branch.setArea(1);
    branch.setLossZone(1);
    branch.setCircuit(1);
    branch.setType(IeeeCdfBranch.Type.TRANSMISSION_LINE);
    branch.setResistance(0.01);
    branch.setReactance(0.1);
    branch.setRating1(100);
    branch.setRating2(120);
    branch.setRating3(140);
    return branch;
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
