#!/usr/bin/env bash
# The sensitivities (shift factors) and the flow of a line after the outage of this very line.
#
# Guess: 0, for an open line carries nothing at any injection; or the whole row is absent.
#
# Instead: with the spur C-D out, the flow on it is NaN, the factor for a unit elsewhere is 0, the factor for the load
# that the outage cuts off is NaN, and the status of the outage is SUCCESS. In AC as in DC.
#
# Version: powsybl-open-loadflow 1.16.0 (core 6.8.1).
#
# Matters: matrices of shift factors are made for all pairs of branch and outage. One NaN passes through every sum and
# maximum (and is greater than no limit), so the checks behind it fall silent. Screen for NaN, and not for a status.
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
import com.powsybl.sensitivity.*;
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

  public static void main(String[] args) {
    System.out.println("powsybl-open-loadflow 1.16.0, outage of the spur C-D");
    for (boolean dc : new boolean[] {true, false}) {
      SensitivityAnalysisParameters p = new SensitivityAnalysisParameters();
      p.getLoadFlowParameters().setDc(dc);
      List<SensitivityFactor> factors = new ArrayList<>();
      for (String injection : new String[] {"G2", "LD"}) {
        factors.add(new SensitivityFactor(SensitivityFunctionType.BRANCH_ACTIVE_POWER_1, "CD", SensitivityVariableType.INJECTION_ACTIVE_POWER,
            injection, false, ContingencyContext.all()));
      }
      SensitivityAnalysisResult r = SensitivityAnalysis.run(network(), factors, List.of(Contingency.branch("CD")), p);
      String kind = dc ? "DC" : "AC";
      see(kind + ", status of the outage", "SUCCESS", r.getContingencyStatuses().get(0).getStatus().toString());
      for (SensitivityValue v : r.getValues()) {
        if (v.getContingencyIndex() == 0) {
          String injection = factors.get(v.getFactorIndex()).getVariableId();
          see(kind + ", flow on C-D", "NaN", String.valueOf(v.getFunctionReference()));
          see(kind + ", factor of C-D for " + injection, injection.equals("G2") ? "0.0" : "NaN", String.valueOf(Math.abs(v.getValue())));
        }
      }
    }
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
