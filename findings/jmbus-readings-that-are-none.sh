#!/usr/bin/env bash
# What a meter on the M-Bus sends when it has no reading: BCD digits that are no digits (FFFFFFFF, EEEEEEEE), the date
# FFFF, the integer 8000.
#
# Guess: null, NaN or an exception: the standard gives these patterns as invalid.
#
# Instead: numbers and dates: FFFFFFFF in kWh is -16666665 kWh, EEEEEEEE is 155555554 kWh, a stray digit A counts 10;
# FFFF is 31 March 2128; 8000 is -32768 W. No flag of the record tells it.
#
# Version: jMBus 3.3.0.
#
# Matters: the difference to the last reading is billed. A check for a rising counter catches the first, not the
# second; a plausibility limit on the difference catches both.
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
import java.text.*;
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

  static long kwh(int... digits) throws DecodingException {
    return Math.round(record(0x0C, 0x06, digits[0], digits[1], digits[2], digits[3]).getScaledDataValue() / 1000);
  }

  public static void main(String[] args) throws Exception {
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    System.out.println("jMBus 3.3.0");
    see("12345678 kWh", 12345678L, kwh(0x78, 0x56, 0x34, 0x12));
    see("FFFFFFFF kWh", -16666665L, kwh(0xFF, 0xFF, 0xFF, 0xFF));
    see("EEEEEEEE kWh", 155555554L, kwh(0xEE, 0xEE, 0xEE, 0xEE));
    see("1234567A kWh", 12345680L, kwh(0x7A, 0x56, 0x34, 0x12));
    see("date FFFF", "2128-03-31", new SimpleDateFormat("yyyy-MM-dd").format((Date) record(0x02, 0x6C, 0xFF, 0xFF).getDataValue()));
    see("power 8000", "-32768", String.valueOf(record(0x02, 0x2B, 0x00, 0x80).getDataValue()));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
