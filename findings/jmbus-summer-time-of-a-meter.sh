#!/usr/bin/env bash
# The time of a meter on the M-Bus (type F, 32 bits) with the bit for summer time set: 12:00 summer time in Berlin.
#
# Guess: 10:00 UTC, with the bit deciding in the doubtful hour of October.
#
# Instead: 10:59 UTC: the bit moves the time by one minute where an hour is meant. Without the bit 12:00 in July is
# 10:00 UTC. In October 02:30 summer time and 02:30 standard time are one minute apart, not an hour. In a zone without
# summer time the bit moves the time by a minute as well. The bit that says "time invalid" is passed over, and the
# milliseconds are those of the computer's clock, so reading a record twice gives two times.
#
# Version: jMBus 3.3.0.
#
# Matters: meters that follow the standard set the bit for seven months of the year; each of their stamps is 59
# minutes late, which puts the energy into the wrong hour or quarter hour.
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
import java.time.*;
import java.time.format.*;
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

  static final int SUMMER = 0x80;
  static final int INVALID = 0x80;

  /** The time in UTC of a record of type F with this local time and these bits. */
  static String utc(String zone, LocalDateTime t, int summer, int invalid) throws DecodingException {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    int year = t.getYear() - 2000;
    Date read = (Date) record(0x04, 0x6D, t.getMinute() | invalid, t.getHour() | 0x20 | summer, t.getDayOfMonth() | (year & 7) << 5,
        t.getMonthValue() | (year >> 3) << 4).getDataValue();
    return DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC).format(read.toInstant());
  }

  public static void main(String[] args) throws Exception {
    System.out.println("jMBus 3.3.0, times in UTC");
    LocalDateTime july = LocalDateTime.parse("2026-07-15T12:00");
    LocalDateTime october = LocalDateTime.parse("2026-10-25T02:30");
    see("12:00 in January, Berlin", "11:00", utc("Europe/Berlin", LocalDateTime.parse("2026-01-15T12:00"), 0, 0));
    see("12:00 in July, Berlin, no bit", "10:00", utc("Europe/Berlin", july, 0, 0));
    see("12:00 in July, Berlin, summer time", "10:59", utc("Europe/Berlin", july, SUMMER, 0));
    see("02:30 on the last Sunday of October, summer time (00:30)", "01:29", utc("Europe/Berlin", october, SUMMER, 0));
    see("02:30 on the last Sunday of October, standard time", "01:30", utc("Europe/Berlin", october, 0, 0));
    see("12:00 in July, Shanghai, summer time", "03:59", utc("Asia/Shanghai", july, SUMMER, 0));
    see("12:00 in July, Berlin, invalid", "10:00", utc("Europe/Berlin", july, 0, INVALID));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
