#!/usr/bin/env bash
# A line with a permanent limit (300 A), one for 20 minutes (400 A) and one for 5 minutes (420 A), loaded above all of
# them, in PowSyBl: how long may this last?
#
# Guess: not at all, 0 seconds; at least less than the 5 minutes below it.
#
# Instead: for ever. Security.checkLimits names the permanent limit and a duration of 2147483647 s, getOverloadDuration
# says the same, as for a line that is not overloaded, and checkTemporaryLimits1 is null. A security analysis of Open
# Load Flow gives 0 s for the same current. Between the limits all agree.
#
# Version: PowSyBl 6.8.1, Open Load Flow 1.16.0.
#
# Matters: violations sorted or filtered by their duration put the worst last or leave it out, and only these. A network
# whose last limit is infinite does not show it.
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
import com.powsybl.contingency.*;
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

  static Network limited(double permanent, double minutes20, double minutes5) {
    Network n = ring();
    n.getGenerator("unit A").setTargetP(400);
    n.getLoad("load C").setP0(400);
    n.getLine("AC").newCurrentLimits1().setPermanentLimit(permanent)
        .beginTemporaryLimit().setName("20 min").setAcceptableDuration(1200).setValue(minutes20).endTemporaryLimit()
        .beginTemporaryLimit().setName("5 min").setAcceptableDuration(300).setValue(minutes5).endTemporaryLimit().add();
    return n;
  }

  static String show(Collection<LimitViolation> violations) {
    return violations.stream().map(v -> v.getSubjectId() + " " + v.getLimitName() + ", " + v.getAcceptableDuration() + " s").collect(Collectors.joining("; "));
  }

  /** With AB out of service: about 435 A on AC. */
  static Network flows(double permanent, double minutes20, double minutes5) {
    Network n = limited(permanent, minutes20, minutes5);
    n.getLine("AB").getTerminal1().disconnect();
    n.getLine("AB").getTerminal2().disconnect();
    LoadFlow.run(n);
    return n;
  }

  static String analysis(double permanent, double minutes20, double minutes5) {
    return show(SecurityAnalysis.run(limited(permanent, minutes20, minutes5), List.of(Contingency.branch("AB"))).getResult()
        .getPostContingencyResults().get(0).getLimitViolationsResult().getLimitViolations());
  }

  public static void main(String[] args) {
    System.out.println("PowSyBl 6.8.1, Open Load Flow 1.16.0");
    Network between = flows(300, 400, 500);
    see("between 400 and 500 A", true, between.getLine("AC").getTerminal1().getI() > 400 && between.getLine("AC").getTerminal1().getI() < 500);
    see("limits 300, 400, 500: checkLimits", "AC 20 min, 300 s", show(Security.checkLimits(between)));
    see("getOverloadDuration", 300, between.getLine("AC").getOverloadDuration());
    see("security analysis", "AC 20 min, 300 s", analysis(300, 400, 500));
    Network above = flows(300, 400, 420);
    see("limits 300, 400, 420: checkLimits", "AC permanent, 2147483647 s", show(Security.checkLimits(above)));
    see("getOverloadDuration", 2147483647, above.getLine("AC").getOverloadDuration());
    see("checkTemporaryLimits1", "null", String.valueOf(above.getLine("AC").checkTemporaryLimits1(LimitType.CURRENT)));
    see("security analysis", "AC 5 min, 0 s", analysis(300, 400, 420));
    see("limits 300, 400, infinite: checkLimits", "AC 20 min, 300 s", show(Security.checkLimits(flows(300, 400, Double.MAX_VALUE))));
    Network none = flows(600, 700, 800);
    see("limits 600, 700, 800: checkLimits", "", show(Security.checkLimits(none)));
    see("getOverloadDuration", 2147483647, none.getLine("AC").getOverloadDuration());
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
