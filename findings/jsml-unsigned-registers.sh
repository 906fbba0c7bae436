#!/usr/bin/env bash
# The register of a meter as an unsigned number of SML (Smart Message Language), above 2147483647: 300 MWh in tenths
# of a watt-hour.
#
# Guess: getVal of an unsigned type is the number, as its text is.
#
# Instead: getVal of Unsigned32 is an int and negative above 2147483647: -1294967296 for 3000000000, while toString
# and getLongValue give 3000000000. Unsigned8 and Unsigned16, which are read in the same way, have no such limit;
# Unsigned64 is a long, so there the limit is out of reach.
#
# Version: jSML 1.1.2.
#
# Matters: the first 214748 kWh of a meter's life are right. Tests on new meters, on logs and on the text all pass.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.openmuc</groupId><artifactId>jsml</artifactId><version>1.1.2</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import java.io.*;
import org.openmuc.jsml.structures.*;

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

  static ASNObject value(int... bytes) throws IOException {
    byte[] all = new byte[bytes.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) bytes[i];
    }
    SmlValue v = new SmlValue();
    v.decode(new DataInputStream(new ByteArrayInputStream(all)));
    return v.getChoice();
  }

  public static void main(String[] args) throws Exception {
    System.out.println("jSML 1.1.2");
    Unsigned32 small = (Unsigned32) value(0x65, 0x7F, 0xFF, 0xFF, 0xFF);
    see("2147483647: getVal", 2147483647, small.getVal());
    Unsigned32 large = (Unsigned32) value(0x65, 0xB2, 0xD0, 0x5E, 0x00);
    see("3000000000: getVal", -1294967296, large.getVal());
    see("toString", "3000000000", large.toString());
    see("getLongValue", 3000000000L, large.getLongValue());
    see("50000 in two bytes: getVal", 50000, ((Unsigned16) value(0x63, 0xC3, 0x50)).getVal());
    see("5000000000 in eight bytes: getVal", 5000000000L, ((Unsigned64) value(0x69, 0, 0, 0, 1, 0x2A, 0x05, 0xF2, 0)).getVal());
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
