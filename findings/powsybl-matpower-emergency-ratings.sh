#!/usr/bin/env bash
# MATPOWER's three ratings of a branch, read and written back by PowSyBl.
#
# Guess: RATE_A, RATE_B and RATE_C (long term, short term, emergency) survive MATPOWER -> PowSyBl -> MATPOWER, for each
# has a place in the format.
#
# Instead: RATE_C comes back as 0, which in MATPOWER means "no limit", while RATE_A and RATE_B stay. And a branch with
# RATE_A = 0 but RATE_B and RATE_C given loses all three on import.
#
# Version: powsybl-core 6.8.1 (matpower-converter).
#
# Matters: security studies take RATE_C for the state after an outage. After the round trip no outage ever overloads a
# branch.
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
    MatpowerModel m = model(List.of(bus(1, MBus.Type.REF, 0), bus(2, MBus.Type.PQ, 50)), List.of(gen(1, 50, 0, 1, 1)),
        List.of(branch(1, 2, 100, 120, 150, 1), branch(1, 2, 0, 120, 150, 1)));
    MatpowerWriter.write(m, Path.of("in.mat"), false);
    Network n = Network.read(Path.of("in.mat"));
    Line first = n.getLine("LINE-1-2");
    System.out.println("powsybl-core 6.8.1, branch 1-2 with ratings 100/120/150 and its parallel with 0/120/150");
    see("limits of the first in PowSyBl", "100.0 [120.0, 150.0]", show(first));
    Line second = n.getLineStream().filter(l -> l != first).findFirst().orElseThrow();
    see("limits of the second in PowSyBl", "none", show(second));
    n.write("MATPOWER", new Properties(), Path.of("out"));
    MBranch back = MatpowerReader.read(Path.of("out.mat"), "out").getBranches().get(0);
    see("ratings of the first written back", "100.0/120.0/0.0", back.getRateA() + "/" + back.getRateB() + "/" + back.getRateC());
    end();
  }

  static String show(Line l) {
    return l.getApparentPowerLimits1().map(x -> x.getPermanentLimit() + " "
        + x.getTemporaryLimits().stream().map(LoadingLimits.TemporaryLimit::getValue).toList()).orElse("none");
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
