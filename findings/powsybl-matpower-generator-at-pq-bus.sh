#!/usr/bin/env bash
# A generator at a bus of type PQ in a MATPOWER case.
#
# Guess: the bus type decides, as in MATPOWER: at a PQ bus the generator injects its PG and QG and holds no voltage.
#
# Instead: PowSyBl's importer lets every generator regulate its bus to VG, and on the way back the bus is of type PV.
#
# Version: powsybl-core 6.8.1 (matpower-converter).
#
# Matters: cases often turn a bus to PQ to say "this unit is at its reactive limit" or "runs at fixed power factor".
# Then the same file has other voltages and reactive flows in the two tools, and the exported case is another problem
# than the imported one.
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
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-matpower-converter</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-config-test</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import com.powsybl.iidm.network.*;
import com.powsybl.matpower.model.*;
import java.nio.file.*;
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

  static MBus bus(int number, MBus.Type type, double mw) {
    MBus b = new MBus();
    b.setNumber(number);
    b.setName("");
    b.setType(type);
    b.setRealPowerDemand(mw);
    b.setAreaNumber(1);
    b.setVoltageMagnitude(1);
    b.setBaseVoltage(230);
    b.setLossZone(1);
    b.setMaximumVoltageMagnitude(1.1);
    b.setMinimumVoltageMagnitude(0.9);
    return b;
  }

  static MGen gen(int number, double mw, double mvar, double setPoint, int status) {
    MGen g = new MGen();
    g.setNumber(number);
    g.setRealPowerOutput(mw);
    g.setReactivePowerOutput(mvar);
    g.setMaximumReactivePowerOutput(300);
    g.setMinimumReactivePowerOutput(-300.0);
    g.setVoltageMagnitudeSetpoint(setPoint);
    g.setTotalMbase(100);
    g.setStatus(status);
    g.setMaximumRealPowerOutput(200);
    g.setMinimumRealPowerOutput(0);
    return g;
  }

  static MBranch branch(int from, int to, double a, double b, double c, int status) {
    MBranch m = new MBranch();
    m.setFrom(from);
    m.setTo(to);
    m.setR(0.01);
    m.setX(0.1);
    m.setRateA(a);
    m.setRateB(b);
    m.setRateC(c);
    m.setStatus(status);
    m.setAngMin(-360);
    m.setAngMax(360);
    return m;
  }

  static MatpowerModel model(List<MBus> buses, List<MGen> gens, List<MBranch> branches) {
    MatpowerModel m = new MatpowerModel("made");
    m.setVersion(MatpowerFormatVersion.V2);
    m.setBaseMva(100);
    m.setBuses(buses);
    m.setGenerators(gens);
    m.setBranches(branches);
    return m;
  }

  public static void main(String[] args) throws Exception {
    MatpowerModel m = model(List.of(bus(1, MBus.Type.REF, 0), bus(2, MBus.Type.PQ, 80)),
        List.of(gen(1, 50, 0, 1.0, 1), gen(2, 30, 12, 1.05, 1)), List.of(branch(1, 2, 0, 0, 0, 1)));
    MatpowerWriter.write(m, Path.of("in.mat"), false);
    Network n = Network.read(Path.of("in.mat"));
    Generator g = n.getGenerator("GEN-2");
    System.out.println("powsybl-core 6.8.1, generator of 30 MW and 12 Mvar, VG 1.05, at a bus of type PQ");
    see("it regulates voltage", true, g.isVoltageRegulatorOn());
    see("its target in per unit", "1.05", "%.2f".formatted(g.getTargetV() / g.getTerminal().getVoltageLevel().getNominalV()));
    n.write("MATPOWER", new Properties(), Path.of("out"));
    see("type of the bus written back", MBus.Type.PV, MatpowerReader.read(Path.of("out.mat"), "out").getBuses().get(1).getType());
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
