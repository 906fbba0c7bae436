#!/usr/bin/env bash
# A bus of type 4 (isolated) whose branch and load are still in the tables of a MATPOWER case.
#
# Guess: the bus is out of service with all that hangs on it, as in MATPOWER, which leaves such buses and their branches
# out before any calculation.
#
# Instead: PowSyBl's importer connects it: the branch of status 1 is in service, the load counts, and the export calls
# the bus PQ.
#
# Version: powsybl-core 6.8.1 (matpower-converter).
#
# Matters: setting type 4 is the usual way to take a bus out while its rows stay. Here 77 MW come back that the case's
# author had switched off.
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
    MatpowerModel m = model(List.of(bus(1, MBus.Type.REF, 0), bus(2, MBus.Type.PQ, 50), bus(3, MBus.Type.ISOLATED, 77)), List.of(gen(1, 50, 0, 1, 1)),
        List.of(branch(1, 2, 0, 0, 0, 1), branch(2, 3, 0, 0, 0, 1)));
    MatpowerWriter.write(m, Path.of("in.mat"), false);
    Network n = Network.read(Path.of("in.mat"));
    System.out.println("powsybl-core 6.8.1, bus 3 is of type 4, load 77 MW, its only branch has status 1");
    see("branch 2-3 connected", true, n.getLine("LINE-2-3").getTerminal2().isConnected());
    see("load connected to the main island", true, n.getLoad("LOAD-3").getTerminal().getBusView().getBus().isInMainConnectedComponent());
    n.write("MATPOWER", new Properties(), Path.of("out"));
    MatpowerModel back = MatpowerReader.read(Path.of("out.mat"), "out");
    see("type of bus 3 written back", MBus.Type.PQ, back.getBuses().get(2).getType());
    see("its load, MW", 77.0, back.getBuses().get(2).getRealPowerDemand());
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
