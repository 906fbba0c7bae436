#!/usr/bin/env bash
# A value of a meter on the M-Bus whose unit (VIF) is followed by a qualifier (VIFE): times 1000, times 0.001, "flow
# backwards" (energy fed in).
#
# Guess: the scaled value has the factor in it, and a record of energy fed in can be told from one of energy taken.
#
# Instead: qualifiers are skipped: 10000 Wh × 1000 is 10000 Wh, and × 0.001 too. Energy fed in and energy taken have
# the same description, unit, function, tariff and storage number; only the raw bytes (getVib) differ.
#
# Version: jMBus 3.3.0.
#
# Matters: meters with current transformers send such factors, and a house with photovoltaics sends both directions:
# whoever picks the record by its description bills the feed-in as consumption.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.openmuc</groupId><artifactId>jmbus</artifactId><version>3.3.0</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import java.util.*;
import org.openmuc.jmbus.*;

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

  /** The only record of a meter's answer that consists of these bytes. */
  static DataRecord record(int... bytes) throws DecodingException {
    int[] head = {0x72, 0x78, 0x56, 0x34, 0x12, 0x93, 0x15, 0x01, 0x02, 0x01, 0x00, 0x00, 0x00};
    byte[] all = new byte[head.length + bytes.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) (i < head.length ? head[i] : bytes[i - head.length]);
    }
    VariableDataStructure answer = new VariableDataStructure(all, 0, all.length, null, null);
    answer.decode();
    return answer.getDataRecords().get(0);
  }

  /** All that the record says but its raw bytes. */
  static String said(DataRecord r) {
    return r.getScaledDataValue() + " " + r.getUnit() + ", " + r.getDescription() + " " + r.getUserDefinedDescription() + ", " + r.getFunctionField()
        + ", tariff " + r.getTariff() + ", storage " + r.getStorageNumber() + ", unit " + r.getSubunit() + ", exponent " + r.getMultiplierExponent();
  }

  public static void main(String[] args) throws Exception {
    System.out.println("jMBus 3.3.0");
    String plain = "10000.0 WATT_HOUR, ENERGY ENERGY, INST_VAL, tariff 0, storage 0, unit 0, exponent 0";
    see("10000 Wh", plain, said(record(0x04, 0x03, 0x10, 0x27, 0x00, 0x00)));
    see("10000 Wh x 1000", plain, said(record(0x04, 0x83, 0x7D, 0x10, 0x27, 0x00, 0x00)));
    see("10000 Wh x 0.001", plain, said(record(0x04, 0x83, 0x73, 0x10, 0x27, 0x00, 0x00)));
    see("10000 Wh backwards", plain, said(record(0x04, 0x83, 0x3C, 0x10, 0x27, 0x00, 0x00)));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
