#!/usr/bin/env bash
# A security analysis in DC where the ratings of the branches are in MVA.
#
# Guess: the active power is held against the rating, as every DC study does (MATPOWER, pandapower); or the run says
# that it cannot judge.
#
# Instead: ratings in MVA are passed over. A line at 143 % of its rating is in no list, before and after an outage, and
# the status is CONVERGED. The same line is found in AC, and in DC when its limit is in MW or in amperes.
#
# Version: powsybl-open-loadflow 1.16.0 (core 6.8.1), default parameters.
#
# Matters: a MATPOWER case brings its ratings into PowSyBl in MVA (PSS/E's come in amperes). A DC screening of it finds
# every state secure.
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
    System.out.println("powsybl-open-loadflow 1.16.0, line AC with a rating of 60, outage of AC2");
    for (boolean dc : new boolean[] {false, true}) {
      Network mva = network();
      mva.getLine("AC").newApparentPowerLimits1().setPermanentLimit(60).add();
      Network mw = network();
      mw.getLine("AC").newActivePowerLimits1().setPermanentLimit(60).add();
      Network ampere = network();
      ampere.getLine("AC").newCurrentLimits1().setPermanentLimit(346).add();
      String kind = dc ? "DC" : "AC";
      SecurityAnalysisResult r = run(mva, dc, Contingency.branch("AC2"));
      PostContingencyResult after = r.getPostContingencyResults().get(0);
      see(kind + ", 60 MVA, before", dc ? "none" : "AC 85.9 > 60", before(r));
      see(kind + ", 60 MVA, after", dc ? "none CONVERGED" : "AC 100.2 > 60 CONVERGED",
          show(after.getLimitViolationsResult().getLimitViolations()) + " " + after.getStatus());
      see(kind + ", 60 MW, before", "AC 85.7 > 60", before(run(mw, dc)));
      see(kind + ", 346 A, before", dc ? "AC 494.9 > 346" : "AC 495.9 > 346", before(run(ampere, dc)));
    }
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
