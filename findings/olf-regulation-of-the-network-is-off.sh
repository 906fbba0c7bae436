#!/usr/bin/env bash
# A network whose transformer and shunt are set to regulate (isRegulating, isVoltageRegulatorOn) and whose load is a
# constant impedance (ZIP model), solved by Open Load Flow with its defaults.
#
# Guess: what the network says regulates, and the load follows the voltage.
#
# Instead: tap and shunt stay where they are and the load is constant power; only generators, static compensators and
# converters regulate. The status is FULLY_CONVERGED and no message says that a target of the network is missed by 6
# kV. Each has its own parameter.
#
# Version: Open Load Flow 1.16.0 with PowSyBl 6.8.1.
#
# Matters: voltages that are read off as the result of the network's own control are those without any. Security
# analysis and sensitivities with the defaults leave the same out after each outage.
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
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-config-test</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-open-loadflow</artifactId><version>1.16.0</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import com.powsybl.iidm.network.*;
import com.powsybl.loadflow.*;
import com.powsybl.openloadflow.*;
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

  static VoltageLevel level(Network n, String substation, String id, double kv) {
    VoltageLevel v = n.getSubstation(substation).newVoltageLevel().setId(id).setNominalV(kv).setTopologyKind(TopologyKind.BUS_BREAKER).add();
    v.getBusBreakerView().newBus().setId("BUS" + id).add();
    return v;
  }

  /** A unit, a line, a transformer that holds 112 kV, and a load of 190 MW at nominal voltage; a shunt that holds 112 kV if wished. */
  static Network network(boolean tap, boolean shunt, boolean impedance) {
    Network n = Network.create("controls", "made");
    n.newSubstation().setId("EAST").add();
    n.newSubstation().setId("WEST").add();
    level(n, "EAST", "A", 400).newGenerator().setId("UNIT").setBus("BUSA").setMinP(0).setMaxP(300).setTargetP(200).setTargetQ(0).setTargetV(400)
        .setVoltageRegulatorOn(true).add();
    level(n, "WEST", "B", 400);
    VoltageLevel c = level(n, "WEST", "C", 110);
    LoadAdder load = c.newLoad().setId("TOWN").setBus("BUSC").setP0(190).setQ0(80);
    if (impedance) {
      load.newZipModel().setC0p(0).setC1p(0).setC2p(1).setC0q(0).setC1q(0).setC2q(1).add();
    }
    load.add();
    if (shunt) {
      c.newShuntCompensator().setId("SHUNT").setBus("BUSC").setSectionCount(0).setVoltageRegulatorOn(true).setTargetV(112).setTargetDeadband(2)
          .newLinearModel().setBPerSection(1e-3).setMaximumSectionCount(12).add().add();
    }
    n.newLine().setId("LINE").setBus1("BUSA").setBus2("BUSB").setR(1).setX(30).setG1(0).setB1(0).setG2(0).setB2(0).add();
    TwoWindingsTransformer t = n.getSubstation("WEST").newTwoWindingsTransformer().setId("TRAFO").setVoltageLevel1("B").setBus1("BUSB")
        .setVoltageLevel2("C").setBus2("BUSC").setRatedU1(400).setRatedU2(110).setR(0.05).setX(2).setG(0).setB(0).add();
    if (tap) {
      RatioTapChangerAdder taps = t.newRatioTapChanger().setLowTapPosition(0).setTapPosition(4).setLoadTapChangingCapabilities(true).setRegulating(true)
          .setTargetV(112).setTargetDeadband(1).setRegulationTerminal(t.getTerminal2());
      for (int i = 0; i < 9; i++) {
        taps.beginStep().setRho(1 + 0.02 * (i - 4)).setR(0).setX(0).setG(0).setB(0).endStep();
      }
      taps.add();
    }
    return n;
  }

  /** Status, kV at the load and MW of the load. */
  static String solved(Network n, LoadFlowParameters p) {
    LoadFlowResult r = LoadFlow.run(n, p);
    Terminal load = n.getLoad("TOWN").getTerminal();
    return String.format(Locale.ROOT, "%s %.1f kV %.1f MW", r.getStatus(), load.getBusView().getBus().getV(), load.getP());
  }

  public static void main(String[] args) {
    System.out.println("Open Load Flow 1.16.0, target 112 kV");
    String off = "FULLY_CONVERGED 106.3 kV 190.0 MW";
    see("nothing regulates", off, solved(network(false, false, false), new LoadFlowParameters()));
    see("a tap changer regulates, defaults", off, solved(network(true, false, false), new LoadFlowParameters()));
    see("with its parameter", "FULLY_CONVERGED 112.9 kV 190.0 MW", solved(network(true, false, false), new LoadFlowParameters().setTransformerVoltageControlOn(true)));
    see("a shunt regulates, defaults", off, solved(network(false, true, false), new LoadFlowParameters()));
    see("with its parameter", "FULLY_CONVERGED 112.3 kV 190.0 MW", solved(network(false, true, false), new LoadFlowParameters().setShuntCompensatorVoltageControlOn(true)));
    see("a load of constant impedance, defaults", off, solved(network(false, false, true), new LoadFlowParameters()));
    LoadFlowParameters models = new LoadFlowParameters();
    OpenLoadFlowParameters.create(models).setUseLoadModel(true);
    see("with its parameter", "FULLY_CONVERGED 106.6 kV 178.3 MW", solved(network(false, false, true), models));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
