#!/usr/bin/env bash
# An outage in an iCalendar file that begins at 12:00 on the day before clocks change and lasts P1DT2H (a day and two
# hours).
#
# Guess: a day in the calendar, then two hours: 14:00 on the next day, as the standard says; P1D alone ends at 12:00.
#
# Instead: P1D ends at 12:00, P1DT2H at 15:00 in March and 13:00 in October: with hours in it, the days are taken as
# 24 hours each, so two hours more than P1D are three hours later, or one.
#
# Version: ical4j 4.0.8.
#
# Matters: planned outages and maintenance of more than a day are written so. Twice a year they end an hour late or
# early, and an outage of "a day and an hour" ends at the same time as one of "a day" in October.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.mnode.ical4j</groupId><artifactId>ical4j</artifactId><version>4.0.8</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import java.io.*;
import java.time.*;
import java.time.temporal.*;
import net.fortuna.ical4j.data.*;
import net.fortuna.ical4j.model.component.*;

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

  /** Local time at which an event ends that begins at 12:00 on this day. */
  static String end(String day, String duration) throws Exception {
    String file = String.join("\r\n", "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:made here", "BEGIN:VTIMEZONE", "TZID:Europe/Berlin",
        "BEGIN:DAYLIGHT", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "DTSTART:19700329T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "END:DAYLIGHT", "BEGIN:STANDARD", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "DTSTART:19701025T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD", "END:VTIMEZONE", "BEGIN:VEVENT", "UID:1", "DTSTAMP:20260101T000000Z",
        "DTSTART;TZID=Europe/Berlin:" + day + "T120000", "DURATION:" + duration, "END:VEVENT", "END:VCALENDAR", "");
    VEvent event = (VEvent) new CalendarBuilder().build(new StringReader(file)).getComponents("VEVENT").get(0);
    Temporal end = event.getEndDate(true).orElseThrow().getDate();
    return Instant.from(end).atZone(ZoneId.of("Europe/Berlin")).toLocalDateTime().toString().substring(5);
  }

  public static void main(String[] args) throws Exception {
    System.out.println("ical4j 4.0.8, from 12:00 on the day before");
    see("P1D, March", "03-29T12:00", end("20260328", "P1D"));
    see("PT26H, March", "03-29T15:00", end("20260328", "PT26H"));
    see("P1DT2H, March", "03-29T15:00", end("20260328", "P1DT2H"));
    see("P1D, October", "10-25T12:00", end("20261024", "P1D"));
    see("P1DT1H, October", "10-25T12:00", end("20261024", "P1DT1H"));
    see("P1DT2H, October", "10-25T13:00", end("20261024", "P1DT2H"));
    see("P1DT2H, June", "06-14T14:00", end("20260613", "P1DT2H"));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
