#!/usr/bin/env bash
# The hour that comes twice in October in the clock of a DLMS/COSEM meter, read by Gurux. Each time of the meter carries
# its deviation from UTC (-120 minutes in summer, -60 in winter), so that both can be told apart.
#
# Guess: 02:30 with -120 is 00:30 UTC and 02:30 with -60 is 01:30 UTC.
#
# Instead: both are 01:30 UTC: a time of the first hour becomes the same time of the second, and its deviation then
# reads -60. This is so in any zone of the computer, UTC too. In a load profile 01:45 is followed by 03:00 of the second
# kind, then by its quarter hours again; where the meter leaves the time out (compressed) the same quarter hours are
# right, for they are counted on. A clock without deviation but with the summer-time mark is treated alike.
#
# Version: gurux.dlms 4.0.47.
#
# Matters: an hour without readings and one with two readings for each quarter hour, of which the later overwrites the
# earlier: the day has its 100 rows, and 96 times. In the other months all is right.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.gurux</groupId><artifactId>gurux.dlms</artifactId><version>4.0.47</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import gurux.dlms.*;
import gurux.dlms.enums.*;
import gurux.dlms.objects.*;
import java.time.*;
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

  /** 25 October 2026 as a meter sends it: deviation in minutes, status 0x80 is summer time. */
  static byte[] october(int hour, int minute, int deviation, int status) {
    return new byte[] {0x07, (byte) 0xEA, 10, 25, (byte) 0xFF, (byte) hour, (byte) minute, 0, 0,
        (byte) (deviation >> 8), (byte) deviation, (byte) status};
  }

  static String read(byte[] sent) {
    return text(GXDLMSClient.changeType(sent, DataType.DATETIME));
  }

  static String text(Object time) {
    GXDateTime t = (GXDateTime) time;
    return t.getMeterCalendar().toInstant() + " " + t.getDeviation();
  }

  static List<Object> row(Object... values) {
    return new ArrayList<>(Arrays.asList(values));
  }

  public static void main(String[] args) throws Exception {
    System.out.println("gurux.dlms 4.0.47");
    for (String zone : List.of("UTC", "Europe/Berlin", "Asia/Shanghai")) {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      System.out.println("computer in " + zone);
      see("01:45, -120", "2026-10-24T23:45:00Z -120", read(october(1, 45, -120, 0x80)));
      see("02:00, -120 (00:00Z)", "2026-10-25T01:00:00Z -60", read(october(2, 0, -120, 0x80)));
      see("02:30, -120 (00:30Z)", "2026-10-25T01:30:00Z -60", read(october(2, 30, -120, 0x80)));
      see("02:30, -60 (01:30Z)", "2026-10-25T01:30:00Z -60", read(october(2, 30, -60, 0)));
      see("03:00, -60", "2026-10-25T02:00:00Z -60", read(october(3, 0, -60, 0)));
    }
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
    see("02:30, no deviation, summer time (00:30Z)", "2026-10-25T01:30:00Z -60", read(october(2, 30, 0x8000, 0x80)));

    GXDLMSProfileGeneric profile = new GXDLMSProfileGeneric("1.0.99.1.0.255");
    profile.setCapturePeriod(900);
    profile.addCaptureObject(new GXDLMSClock("0.0.1.0.0.255"), 2, 0);
    profile.addCaptureObject(new GXDLMSRegister("1.0.1.8.0.255"), 2, 0);
    List<Object> rows = new ArrayList<>();
    rows.add(row(october(1, 45, -120, 0x80), 1000L));
    rows.add(row(null, 1001L));
    rows.add(row(october(2, 15, -120, 0x80), 1002L));
    rows.add(row(october(2, 15, -60, 0), 1006L));
    new GXDLMSClient(true).updateValue(profile, 2, rows);
    List<String> seen = new ArrayList<>();
    for (Object line : profile.getBuffer()) {
      seen.add(((GXDateTime) ((Object[]) line)[0]).getMeterCalendar().toInstant().toString().substring(5, 17) + "=" + ((Object[]) line)[1]);
    }
    see("profile of 23:45Z, 00:00Z (left out), 00:15Z, 01:15Z", "[10-24T23:45:=1000, 10-25T00:00:=1001, 10-25T01:15:=1002, 10-25T01:15:=1006]", seen.toString());
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java 2> log.txt || { cat log.txt >&2; exit 1; }
