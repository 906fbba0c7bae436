#!/usr/bin/env bash
# A shift key of UCTE (GSK document) read by PowSyBl, as made for zone-to-line factors and exchange capacities: units with
# factors 60 and 40, and a series of loads beside the series of generators (shares 70 and 30).
#
# Guess: a node that the network lacks or whose unit is off is an error, or its share is left out and told; blocks of other
# lengths in the two series are cut where one of them ends; an hour without a block is an error.
#
# Instead: the share of the unit that is lacking or off goes to the other one, 100 for 60, and the shift is done in full.
# With two half-day blocks of generators and one of loads for the day the zone is gone: getData is null, for the factors
# and for the shift. So it is for an hour without a block, where getGlskPointsForInstant does raise. If the loads are the
# ones that are lacking, the shift raises (sum of percentages 70), and the factors are null.
#
# Version: powsybl-entsoe 2.14.0 (glsk-document-ucte), powsybl-core 6.8.1. Loggers are off here.
#
# Matters: factors and capacities then rest on other units than the document says, and a zone that is left out of the
# zones' map is not computed. Compare the document's nodes with the network's, and the zones with the map's keys.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-glsk-document-ucte</artifactId><version>2.14.0</version></dependency>
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-iidm-impl</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-config-test</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import com.powsybl.glsk.ucte.UcteGlskDocument;
import com.powsybl.iidm.network.*;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.*;

public class Probe {

  static final String ZONE = "10YFR-RTE------C";
  static final String DAY = "2026-01-14T23:00Z/2026-01-15T23:00Z";
  static final String MORNING = "2026-01-14T23:00Z/2026-01-15T11:00Z";
  static final String EVENING = "2026-01-15T11:00Z/2026-01-15T23:00Z";
  static final Instant AT = Instant.parse("2026-01-15T08:00:00Z");
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

  /** Two units and two loads of 100 MW each; the second unit may be off. */
  static Network network(boolean secondIsOn) {
    Network n = Network.create("two-buses", "made here");
    VoltageLevel a = n.newSubstation().setId("S").setCountry(Country.FR).add().newVoltageLevel().setId("A").setNominalV(380)
        .setTopologyKind(TopologyKind.BUS_BREAKER).add();
    a.getBusBreakerView().newBus().setId("bus").add();
    a.getBusBreakerView().newBus().setId("other").add();
    n.newLine().setId("L").setVoltageLevel1("A").setBus1("bus").setVoltageLevel2("A").setBus2("other").setR(1).setX(10).add();
    for (String node : List.of("FFR1AA1 ", "FFR2AA1 ")) {
      a.newGenerator().setId(node + "_generator").setBus("bus").setTargetP(100).setMinP(0).setMaxP(1000).setVoltageRegulatorOn(true)
          .setTargetV(380).setTargetQ(0).add();
      a.newLoad().setId(node + "_load").setBus("bus").setP0(100).setQ0(0).add();
    }
    if (!secondIsOn) {
      n.getGenerator("FFR2AA1 _generator").getTerminal().disconnect();
    }
    return n;
  }

  static String block(String hours, Object... nodesAndFactors) {
    String s = "<ManualGSK_Block><TimeInterval v=\"" + hours + "\"/>";
    for (int i = 0; i < nodesAndFactors.length; i += 2) {
      s += "<ManualNodes><NodeName v=\"" + nodesAndFactors[i] + "\"/><Factor v=\"" + nodesAndFactors[i + 1] + "\"/></ManualNodes>";
    }
    return s + "</ManualGSK_Block>";
  }

  static String units(String hours, String second) {
    return block(hours, "FFR1AA1 ", 60, second, 40);
  }

  static String series(String type, int share, String... blocks) {
    return "<GSKSeries><TimeSeriesIdentification v=\"" + type + "\"/><BusinessType v=\"" + type + "\" share=\"" + share + "\"/><Area v=\""
        + ZONE + "\" codingScheme=\"A01\"/>" + String.join("", blocks) + "</GSKSeries>";
  }

  static UcteGlskDocument document(String... series) {
    String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><GSKDocument DtdVersion=\"1\" DtdRelease=\"0\"><GSKTimeInterval v=\"" + DAY + "\"/>"
        + String.join("", series) + "</GSKDocument>";
    return UcteGlskDocument.importGlsk(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  static String factors(boolean secondIsOn, UcteGlskDocument d) {
    var key = d.getZonalGlsks(network(secondIsOn), AT).getData(ZONE);
    if (key == null) {
      return "null";
    }
    List<String> shown = new ArrayList<>();
    key.getVariables().forEach(v -> shown.add(v.getId().replace("FFR", "").replace("AA1 ", "") + " " + Math.round(100 * v.getWeight())));
    Collections.sort(shown);
    return String.join(", ", shown);
  }

  static String shift(boolean secondIsOn, UcteGlskDocument d) {
    Network n = network(secondIsOn);
    try {
      var key = d.getZonalScalable(n, AT).getData(ZONE);
      if (key == null) {
        return "null";
      }
      String s = Math.round(key.scale(n, 100)) + " MW";
      for (String node : List.of("FFR1AA1 ", "FFR2AA1 ")) {
        s += ", " + Math.round(n.getGenerator(node + "_generator").getTargetP() - 100);
      }
      return s;
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  static String points(UcteGlskDocument d) {
    try {
      return d.getGlskPointsForInstant(AT).size() + " zone";
    } catch (RuntimeException e) {
      return e.getClass().getSimpleName();
    }
  }

  static void both(String what, String factors, String shift, boolean secondIsOn, UcteGlskDocument d) {
    see(what + ", factors in %", factors, factors(secondIsOn, d));
    see(what + ", shift by 100 MW", shift, shift(secondIsOn, d));
  }

  public static void main(String[] args) {
    System.out.println("powsybl-entsoe 2.14.0: two units at 60 and 40 (the shift, then what each unit has of it)");
    String all = units(DAY, "FFR2AA1 ");
    String load = series("Z05", 30, block(DAY, "FFR1AA1 ", 1));
    both("both are on", "1_generator 60, 2_generator 40", "100 MW, 60, 40", true, document(series("Z02", 100, all)));
    both("the second is off", "1_generator 100", "100 MW, 100, 0", false, document(series("Z02", 100, all)));
    both("the network lacks the second", "1_generator 100", "100 MW, 100, 0", true,
        document(series("Z02", 100, units(DAY, "FFR9AA1 "))));
    both("70 % units and 30 % loads", "1_generator 42, 1_load 30, 2_generator 28", "100 MW, 42, 28", true,
        document(series("Z02", 70, all), load));
    both("the same, units in two halves of the day", "null", "null", true,
        document(series("Z02", 70, units(MORNING, "FFR2AA1 "), units(EVENING, "FFR2AA1 ")), load));
    both("the network lacks the load", "null", "Sum of percentages must be equals to 100 (70.00)", true,
        document(series("Z02", 70, all), series("Z05", 30, block(DAY, "FFR9AA1 ", 1))));
    UcteGlskDocument gap = document(series("Z02", 100, units(EVENING, "FFR2AA1 ")));
    both("no block for the hour", "null", "null", true, gap);
    see("getGlskPointsForInstant", "GlskException", points(gap));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
