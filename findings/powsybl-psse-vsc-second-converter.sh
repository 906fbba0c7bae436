#!/usr/bin/env bash
# A VSC DC line of a PSS/E RAW file whose second converter controls the power (TYPE 2) and draws it, read by PowSyBl.
#
# Guess: the sign of DCSET gives the direction at either converter: positive feeds the AC bus, negative draws from it.
#
# Instead: at the first converter it does; at the second the sign is lost. +50 and -50 both become 50 MW from the first bus to the second.
#
# Version: powsybl-core 6.8.1 (psse-converter).
#
# Matters: of a line that exports from its second bus the power flow has the double of its power on the wrong side, and converges.
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
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-psse-converter</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-config-test</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import com.powsybl.iidm.network.*;
import java.nio.file.*;

public class Probe {

  static boolean ok = true;

  static void see(String what, String expected, String seen) {
    boolean same = expected.equals(seen);
    ok &= same;
    System.out.println(what + ": " + seen + (same ? "" : "   CHANGED, was " + expected));
  }

  static String raw(double first, double second, int t1, int t2) {
    return """
      0, 100.00, 33, 0, 1, 60.00 / made here
      two buses
      and a VSC line
      1,'ONE         ', 230.0,3, 1, 1, 1,1.0, 0.0,1.1,0.9,1.1,0.9
      2,'TWO         ', 230.0,2, 1, 1, 1,1.0, 0.0,1.1,0.9,1.1,0.9
      0 / END OF BUS DATA
      2,'1 ',1,1,1,80.0,20.0,0.0,0.0,0.0,0.0,1,1,0
      0 / END OF LOAD DATA
      0 / END OF FIXED SHUNT DATA
      1,'1 ',80.0,0.0,100.0,-100.0,1.0,0,100.0,0.0,1.0,0.0,0.0,1.0,1,100.0,200.0,0.0,1,1.0
      2,'1 ',10.0,0.0,100.0,-100.0,1.0,0,100.0,0.0,1.0,0.0,0.0,1.0,1,100.0,200.0,0.0,1,1.0
      0 / END OF GENERATOR DATA
      1,2,'1 ',0.01,0.1,0.02,100.0,120.0,150.0,0.0,0.0,0.0,0.0,1,1,10.0,1,1.0
      0 / END OF BRANCH DATA
      0 / END OF TRANSFORMER DATA
      1,1,0.0,5.0,'AREA        '
      0 / END OF AREA DATA
      0 / END OF TWO-TERMINAL DC DATA
      'VSC1', 1, 0.5, 1, 1.0
      1, %d, 1, %s, 1.0, 0.0, 0.0, 0.0, 200.0, 1000.0, 1.0, 100.0, -100.0, 0, 100.0
      2, %d, 1, %s, 1.0, 0.0, 0.0, 0.0, 200.0, 1000.0, 1.0, 100.0, -100.0, 0, 100.0
      0 / END OF VOLTAGE SOURCE CONVERTER DATA
      0 / END OF IMPEDANCE CORRECTION DATA
      0 / END OF MULTI-TERMINAL DC DATA
      0 / END OF MULTI-SECTION LINE DATA
      1,'ZONE        '
      0 / END OF ZONE DATA
      0 / END OF INTER-AREA TRANSFER DATA
      1,'OWNER       '
      0 / END OF OWNER DATA
      0 / END OF FACTS CONTROL DEVICE DATA
      0 / END OF SWITCHED SHUNT DATA
      0 / END OF GNE DEVICE DATA
      0 / END OF INDUCTION MACHINE DATA
      Q
      """.formatted(t1, first, t2, second);
  }

  static String line(double first, double second, int typeOfFirst, int typeOfSecond) throws Exception {
    Files.writeString(Path.of("case.raw"), raw(first, second, typeOfFirst, typeOfSecond));
    HvdcLine line = Network.read(Path.of("case.raw")).getHvdcLines().iterator().next();
    return line.getConvertersMode() + " " + line.getActivePowerSetpoint();
  }

  public static void main(String[] args) throws Exception {
    String firstToSecond = "SIDE_1_RECTIFIER_SIDE_2_INVERTER 50.0";
    System.out.println("powsybl-core 6.8.1, a VSC line from bus 1 to bus 2");
    see("power at converter 1, +50", "SIDE_1_INVERTER_SIDE_2_RECTIFIER 50.0", line(50, 400, 2, 1));
    see("power at converter 1, -50", firstToSecond, line(-50, 400, 2, 1));
    see("power at converter 2, +50", firstToSecond, line(400, 50, 1, 2));
    see("power at converter 2, -50", firstToSecond, line(400, -50, 1, 2));
    System.out.println(ok ? "behaviour as described" : "behaviour has changed");
    System.exit(ok ? 0 : 1);
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
