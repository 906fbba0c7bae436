#!/usr/bin/env bash
# RATEA, RATEB and RATEC of a branch in a PSS/E RAW file, read by PowSyBl.
#
# Guess: RATEB and RATEC become temporary limits, as RATE_B and RATE_C of a MATPOWER case do in the same library.
#
# Instead: only RATEA is read. A branch that has only RATEB and RATEC has no limit at all.
#
# Version: powsybl-core 6.8.1 (psse-converter).
#
# Matters: in planning cases RATEA holds in the normal state and RATEB or RATEC after an outage. The N-1 study from the
# same file sees too many violations where RATEA is there and none where it is not.
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

  static final String RAW = """
      0, 100.00, 33, 0, 1, 60.00 / made here
      two buses
      and two lines
      1,'ONE         ', 230.0,3, 1, 1, 1,1.0, 0.0,1.1,0.9,1.1,0.9
      2,'TWO         ', 230.0,1, 1, 1, 1,1.0, 0.0,1.1,0.9,1.1,0.9
      0 / END OF BUS DATA
      2,'1 ',1,1,1,80.0,20.0,0.0,0.0,0.0,0.0,1,1,0
      0 / END OF LOAD DATA
      0 / END OF FIXED SHUNT DATA
      1,'1 ',80.0,0.0,100.0,-100.0,1.0,0,100.0,0.0,1.0,0.0,0.0,1.0,1,100.0,200.0,0.0,1,1.0
      0 / END OF GENERATOR DATA
      1,2,'1 ',0.01,0.1,0.02,100.0,120.0,150.0,0.0,0.0,0.0,0.0,1,1,10.0,1,1.0
      1,2,'2 ',0.01,0.1,0.02,0.0,120.0,150.0,0.0,0.0,0.0,0.0,1,1,10.0,1,1.0
      0 / END OF BRANCH DATA
      0 / END OF TRANSFORMER DATA
      1,1,0.0,5.0,'AREA        '
      0 / END OF AREA DATA
      0 / END OF TWO-TERMINAL DC DATA
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
      2,0,0,1,1.05,0.95,0,100.0,'            ',7.0,2,10.0
      0 / END OF SWITCHED SHUNT DATA
      0 / END OF GNE DEVICE DATA
      0 / END OF INDUCTION MACHINE DATA
      Q
      """;

  static String limits(Line l) {
    return l.getCurrentLimits1().map(x -> "%.0f A, temporary %d".formatted(x.getPermanentLimit(), x.getTemporaryLimits().size())).orElse("none");
  }

  public static void main(String[] args) throws Exception {
    Files.writeString(Path.of("case.raw"), RAW);
    Network n = Network.read(Path.of("case.raw"));
    System.out.println("powsybl-core 6.8.1, 230 kV, ratings 100/120/150 MVA and 0/120/150 MVA (251/301/377 A)");
    Iterator<Line> lines = n.getLineStream().sorted(Comparator.comparing(Line::getId)).iterator();
    see("first line", "251 A, temporary 0", limits(lines.next()));
    see("second line", "none", limits(lines.next()));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
