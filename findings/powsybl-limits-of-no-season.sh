#!/usr/bin/env bash
# A line with limits for summer (100 A) and winter (200 A) as two groups of PowSyBl's operational limits, with about
# 145 A in it.
#
# Guess: one of the groups is in force (the first, or the stricter), or reading the limits is refused until one is
# chosen.
#
# Instead: as long as none is chosen the line has no limits: getCurrentLimits1 is empty, checkLimits and a security
# analysis find nothing. So it is with a single group. newCurrentLimits1 makes and chooses a further group, DEFAULT.
#
# Version: PowSyBl 6.8.1, Open Load Flow 1.16.0.
#
# Matters: a network with a full set of seasonal limits screens as secure, and the empty list of violations looks like a
# result. Count the branches that have limits in force before a screening.
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
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-security-analysis-api</artifactId><version>6.8.1</version></dependency>
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
import com.powsybl.security.*;
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

  static Network loaded(String... groups) {
    Network n = ring();
    n.getGenerator("unit A").setTargetP(250);
    n.getLoad("load C").setP0(250);
    int limit = 100;
    for (String group : groups) {
      n.getLine("AC").newOperationalLimitsGroup1(group).newCurrentLimits().setPermanentLimit(limit).add();
      limit += 100;
    }
    return n;
  }

  static String limit(Network n) {
    return n.getLine("AC").getCurrentLimits1().map(l -> l.getPermanentLimit() + " A").orElse("none");
  }

  /** What is over its limit, by checkLimits after a load flow and by a security analysis. */
  static String over(Network n) {
    LoadFlow.run(n);
    List<LimitViolation> found = SecurityAnalysis.run(n, List.of()).getResult().getPreContingencyResult().getLimitViolationsResult().getLimitViolations();
    return Stream.of(Security.checkLimits(n), found).map(list -> list.stream().map(LimitViolation::getSubjectId).toList().toString()).collect(Collectors.joining(" "));
  }

  public static void main(String[] args) {
    System.out.println("PowSyBl 6.8.1, Open Load Flow 1.16.0");
    Network two = loaded("summer", "winter");
    see("summer and winter: limit", "none", limit(two));
    see("over it", "[] []", over(two));
    see("current between 100 and 200 A", true, two.getLine("AC").getTerminal1().getI() > 100 && two.getLine("AC").getTerminal1().getI() < 200);
    Network one = loaded("summer");
    see("summer alone: limit", "none", limit(one));
    see("over it", "[] []", over(one));
    two.getLine("AC").setSelectedOperationalLimitsGroup1("summer");
    see("summer chosen: limit", "100.0 A", limit(two));
    see("over it", "[AC] [AC]", over(two));
    one.getLine("AC").newCurrentLimits1().setPermanentLimit(500).add();
    see("after newCurrentLimits1: chosen", "DEFAULT", one.getLine("AC").getSelectedOperationalLimitsGroupId1().orElse("none"));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
