#!/usr/bin/env bash
# A UCTE-DEF file read by PowSyBl and written back.
#
# Guess: values come as they stand in the file; what the format allows but a tool cannot use is refused or reported in
# the result.
#
# Instead: they are mended on the way in. A reactance of 0.01 ohm becomes 0.05, so a short line draws less of the flow;
# the limit of a unit that runs above it (100 MW, limit 80) becomes its output; a PU node without a voltage becomes PQ.
# The network carries no mark of it (the log has a line), and written back the mended values stand as data.
#
# Version: powsybl-core 6.8.1 (ucte-converter).
#
# Matters: day-ahead congestion forecasts of the continental grid are exchanged in this format. Two tools that read one
# file compute two networks, and a file that has passed through one of them is another file.
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
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-ucte-converter</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-config-test</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import com.powsybl.iidm.network.*;
import com.powsybl.ucte.network.*;
import com.powsybl.ucte.network.io.*;
import java.io.*;
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

  static final double NONE = Double.NaN;

  static UcteNodeCode code(String s) {
    return UcteNodeCode.parseUcteNodeCode(s).orElseThrow();
  }

  /** Output and limits with the sign of the format: generation is negative. */
  static void node(UcteNetwork u, String code, UcteNodeTypeCode type, double kv, double load, double output, double least, double most) {
    u.addNode(new UcteNode(code(code), null, UcteNodeStatus.REAL, type, kv, load, 0, output, 0, least, most, 300, -300, NONE, NONE, NONE, NONE, null));
  }

  static void line(UcteNetwork u, String a, String b, double ohm) {
    u.addLine(new UcteLine(new UcteElementId(code(a), code(b), '1'), UcteElementStatus.REAL_ELEMENT_IN_OPERATION, 0, ohm, 0, 1000, null));
  }

  static UcteNetwork read(String file) throws IOException {
    try (BufferedReader r = Files.newBufferedReader(Path.of(file))) {
      return new UcteReader().read(r, com.powsybl.commons.report.ReportNode.NO_OP);
    }
  }

  public static void main(String[] args) throws Exception {
    UcteNetwork u = new UcteNetworkImpl();
    u.setVersion(UcteFormatVersion.SECOND);
    node(u, "FAAAAA11", UcteNodeTypeCode.UT, 400, 0, -300, 0, -500);
    node(u, "FBBBBB11", UcteNodeTypeCode.PU, 400, 200, -100, 0, -80);
    node(u, "FCCCCC11", UcteNodeTypeCode.PU, NONE, 250, -50, 0, -80);
    line(u, "FAAAAA11", "FBBBBB11", 10);
    line(u, "FBBBBB11", "FCCCCC11", 10);
    line(u, "FAAAAA11", "FCCCCC11", 0.01);
    try (BufferedWriter w = Files.newBufferedWriter(Path.of("in.uct"))) {
      new UcteWriter(u).write(w);
    }
    System.out.println("powsybl-core 6.8.1, UCTE-DEF");
    for (String line : Files.readAllLines(Path.of("in.uct"))) {
      if (line.startsWith("F")) {
        System.out.println("  in:  " + line);
      }
    }
    Network n = Network.read(Path.of("in.uct"));
    see("line of 0.01 ohm", 0.05, n.getLine("FAAAAA11 FCCCCC11 1").getX());
    Generator over = n.getGenerator("FBBBBB11_generator");
    see("unit at 100 MW, limit 80", "100.0 of 100.0", over.getTargetP() + " of " + over.getMaxP());
    see("PU node without a voltage regulates", false, n.getGenerator("FCCCCC11_generator").isVoltageRegulatorOn());
    n.write("UCTE", new Properties(), Path.of("out.uct"));
    for (String line : Files.readAllLines(Path.of("out.uct"))) {
      if (line.startsWith("F")) {
        System.out.println("  out: " + line);
      }
    }
    String out = Files.readString(Path.of("out.uct"));
    see("written back: reactance", true, out.contains("FAAAAA11 FCCCCC11 1 0 0.0000 0.0500"));
    see("written back: limit of the unit", true, out.contains("FBBBBB11              0 2 400.00 200.000 0.00000 -100.00 0.00000 0.00000 -100.00"));
    see("written back: type of the third node", true, out.contains("FCCCCC11              0 0"));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
