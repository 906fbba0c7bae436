#!/usr/bin/env bash
# A line that is over its limit before an outage and further over it after the outage.
#
# Guess: the list of violations after an outage is what is violated after that outage.
#
# Instead: what was violated before is left out of it unless it grew by more than a tenth. A line at 143 % before and
# 152 % after is in the list of the state before only; the list of the outage is empty and its status CONVERGED. The
# flow itself, if monitored, is right.
#
# Version: powsybl-open-loadflow 1.16.0 (core 6.8.1), default parameters (flow-proportional threshold 0.1).
#
# Matters: who reads "no violations" as "secure", or takes the worst state of a line over all lists, misses the largest
# overload. Set the increased-violations thresholds to 0, or join the two lists.
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
import com.powsybl.security.*;
import com.powsybl.security.monitor.*;
import com.powsybl.security.results.*;
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

  /** Buses A, B, C, D of 100 kV: a triangle A B C, the spur C D; units at A and B, loads of 150 MW at C and 10 MW at D. */
  static Network network() {
    Network n = Network.create("four-buses", "made here");
    for (String id : new String[] {"A", "B", "C", "D"}) {
      n.newSubstation().setId("S" + id).add().newVoltageLevel().setId(id).setNominalV(100)
          .setTopologyKind(TopologyKind.BUS_BREAKER).add().getBusBreakerView().newBus().setId("bus " + id).add();
    }
    unit(n, "A", "G1", 140);
    unit(n, "B", "G2", 20);
    load(n, "C", "LC", 150);
    load(n, "D", "LD", 10);
    line(n, "AB", "A", "B", 10);
    line(n, "AC", "A", "C", 10);
    line(n, "AC2", "A", "C", 40);
    line(n, "BC", "B", "C", 10);
    line(n, "CD", "C", "D", 10);
    return n;
  }

  static void unit(Network n, String vl, String id, double mw) {
    n.getVoltageLevel(vl).newGenerator().setId(id).setBus("bus " + vl).setTargetP(mw).setMinP(0).setMaxP(300)
        .setVoltageRegulatorOn(true).setTargetV(100).setTargetQ(0).add()
        .newMinMaxReactiveLimits().setMinQ(-500).setMaxQ(500).add();
  }

  static void load(Network n, String vl, String id, double mw) {
    n.getVoltageLevel(vl).newLoad().setId(id).setBus("bus " + vl).setP0(mw).setQ0(0).add();
  }

  static void line(Network n, String id, String a, String b, double ohm) {
    n.newLine().setId(id).setVoltageLevel1(a).setBus1("bus " + a).setVoltageLevel2(b).setBus2("bus " + b).setR(0.1).setX(ohm)
        .setB1(0).setB2(0).setG1(0).setG2(0).add();
  }

  static SecurityAnalysisResult run(Network n, boolean dc, Contingency... contingencies) {
    SecurityAnalysisParameters p = new SecurityAnalysisParameters();
    p.getLoadFlowParameters().setDc(dc);
    StateMonitor all = new StateMonitor(ContingencyContext.all(), Set.of("AC", "AC2", "BC"), Set.of(), Set.of());
    return SecurityAnalysis.run(n, List.of(contingencies),
        new SecurityAnalysisRunParameters().setSecurityAnalysisParameters(p).setMonitors(List.of(all))).getResult();
  }

  static String before(SecurityAnalysisResult r) {
    return show(r.getPreContingencyResult().getLimitViolationsResult().getLimitViolations());
  }

  static String show(List<LimitViolation> list) {
    return list.isEmpty() ? "none" : list.stream().map(v -> "%s %.1f > %.0f".formatted(v.getSubjectId(), Math.abs(v.getValue()), v.getLimit()))
        .collect(Collectors.joining(", "));
  }

  public static void main(String[] args) {
    System.out.println("powsybl-open-loadflow 1.16.0, line AC with a limit of 60 MW");
    Network n = network();
    n.getLine("AC").newActivePowerLimits1().setPermanentLimit(60).add();
    SecurityAnalysisResult r = run(n, false, Contingency.generator("G2"), Contingency.branch("AC2"));
    see("before", "AC 85.7 > 60", before(r));
    for (PostContingencyResult p : r.getPostContingencyResults()) {
      String flow = "%.1f".formatted(Math.abs(p.getNetworkResult().getBranchResult("AC").getP1()));
      boolean unit = p.getContingency().getId().equals("G2");
      see("outage of " + p.getContingency().getId() + ": flow on AC, MW", unit ? "91.4" : "99.9", flow);
      see("outage of " + p.getContingency().getId() + ": violations", unit ? "none" : "AC 99.9 > 60", show(p.getLimitViolationsResult().getLimitViolations()));
    }
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
