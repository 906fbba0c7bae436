#!/usr/bin/env bash
# A dcline of a MATPOWER case with a constant loss, read by PowSyBl.
#
# Guess: LOSS0 (MW) and LOSS1 (MW per MW) stay apart, or the case is refused: PowSyBl's converter has only a percentage.
#
# Instead: both become one percentage at the scheduled power, so the constant loss grows with the flow; PMIN < 0 (may
# flow both ways) comes back as 0.
#
# Version: powsybl-core 6.8.1 (matpower-converter).
#
# Matters: a link scheduled at 10 MW with 1 MW standing loss has 10 % loss at any power. A redispatch or a load flow
# with another set point pays 10 MW at 100 MW where the case says 1, and a two-way link can no longer be turned.
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
    MatpowerModel m = model(List.of(bus(1, MBus.Type.REF, 0), bus(2, MBus.Type.PV, 50)), List.of(gen(1, 50, 0, 1, 1), gen(2, 20, 0, 1, 1)),
        List.of(branch(1, 2, 0, 0, 0, 1)));
    MDcLine dc = new MDcLine();
    dc.setFrom(1);
    dc.setTo(2);
    dc.setStatus(1);
    dc.setPf(10);
    dc.setPt(9);
    dc.setVf(1);
    dc.setVt(1);
    dc.setPmin(-100);
    dc.setPmax(100);
    dc.setQminf(-10);
    dc.setQmaxf(10);
    dc.setQmint(-10);
    dc.setQmaxt(10);
    dc.setLoss0(1);
    dc.setLoss1(0);
    m.addDcLine(dc);
    MatpowerWriter.write(m, Path.of("in.mat"), false);
    Network n = Network.read(Path.of("in.mat"));
    System.out.println("powsybl-core 6.8.1, dcline 1-2 at 10 of -100..100 MW, LOSS0 = 1 MW, LOSS1 = 0");
    HvdcLine line = n.getHvdcLines().iterator().next();
    see("loss of the first station, per cent", "10.0", "%.1f".formatted(line.getConverterStation1().getLossFactor()));
    see("loss of the second station, per cent", "0.0", "%.1f".formatted(line.getConverterStation2().getLossFactor()));
    line.setActivePowerSetpoint(100); // the operator's change
    n.write("MATPOWER", new Properties(), Path.of("out"));
    MDcLine back = MatpowerReader.read(Path.of("out.mat"), "out").getDcLines().get(0);
    see("at 100 MW, written back: PF, PT, PMIN, PMAX", "100.0 90.0 0.0 100.0",
        "%.1f %.1f %.1f %.1f".formatted(back.getPf(), back.getPt(), back.getPmin(), back.getPmax()));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
