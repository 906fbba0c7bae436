#!/usr/bin/env bash
# The hours of a delivery day as an iCalendar recurrence (FREQ=HOURLY in Europe/Berlin) on the two days on which clocks
# change.
#
# Guess: 23 hours in March and 25 in October, each once; an hourly step is an hour.
#
# Instead: biweekly gives 24 on both days: in March one hour comes twice, in October the second hour from 2 to 3 or the
# first is missing. With the zone as the file itself defines it (VTIMEZONE) further hours are doubled and missing at
# noon of the same day. ical4j has 23 and 25.
#
# Version: biweekly 0.6.8 (ical4j 4.0.8).
#
# Matters: delivery calendars and outage schedules go as iCalendar. The count looks right on each day, a set of 24
# hours, and two days a year have an hour of energy too many or too few.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>net.sf.biweekly</groupId><artifactId>biweekly</artifactId><version>0.6.8</version></dependency>
    <dependency><groupId>org.mnode.ical4j</groupId><artifactId>ical4j</artifactId><version>4.0.8</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import biweekly.*;
import biweekly.component.*;
import biweekly.util.*;
import java.io.*;
import java.time.*;
import java.util.*;
import net.fortuna.ical4j.data.CalendarBuilder;

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

  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  static String file(LocalDate day) {
    return String.join("\r\n", "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:made here", "BEGIN:VTIMEZONE", "TZID:Europe/Berlin",
        "BEGIN:DAYLIGHT", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "DTSTART:19700329T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "END:DAYLIGHT", "BEGIN:STANDARD", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "DTSTART:19701025T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD", "END:VTIMEZONE", "BEGIN:VEVENT", "UID:1", "DTSTAMP:20260101T000000Z",
        "DTSTART;TZID=Europe/Berlin:" + day.toString().replace("-", "") + "T000000", "RRULE:FREQ=HOURLY;COUNT=30", "END:VEVENT",
        "END:VCALENDAR", "");
  }

  /** "how many hours of the day, which twice, which missing", hours in UTC. */
  static String judge(LocalDate day, List<Instant> all) {
    Instant from = day.atStartOfDay(BERLIN).toInstant();
    Instant to = day.plusDays(1).atStartOfDay(BERLIN).toInstant();
    int count = 0;
    Set<Instant> seen = new HashSet<>();
    List<String> twice = new ArrayList<>();
    for (Instant i : all) {
      if (!i.isBefore(from) && i.isBefore(to)) {
        count++;
        if (!seen.add(i)) {
          twice.add(hour(i));
        }
      }
    }
    List<String> missing = new ArrayList<>();
    for (Instant i = from; i.isBefore(to); i = i.plusSeconds(3600)) {
      if (!seen.contains(i)) {
        missing.add(hour(i));
      }
    }
    return count + ", twice " + twice + ", missing " + missing;
  }

  static String hour(Instant i) {
    return i.toString().substring(11, 13) + "Z";
  }

  static List<Instant> instants(Iterator<Date> dates) {
    List<Instant> all = new ArrayList<>();
    dates.forEachRemaining(d -> all.add(d.toInstant()));
    return all;
  }

  static String ofJava(LocalDate day) {
    VEvent e = new VEvent();
    e.setDateStart(Date.from(day.atStartOfDay(BERLIN).toInstant()));
    e.setRecurrenceRule(new Recurrence.Builder(Frequency.HOURLY).count(30).build());
    return judge(day, instants(e.getDateIterator(TimeZone.getTimeZone(BERLIN))));
  }

  static String ofFile(LocalDate day) {
    ICalendar c = Biweekly.parse(file(day)).first();
    VEvent e = c.getEvents().get(0);
    return judge(day, instants(e.getDateIterator(c.getTimezoneInfo().getTimezone(e.getDateStart()).getTimeZone())));
  }

  static String ical4j(LocalDate day) throws Exception {
    var e = (net.fortuna.ical4j.model.component.VEvent) new CalendarBuilder().build(new StringReader(file(day))).getComponents("VEVENT").get(0);
    var year = new net.fortuna.ical4j.model.Period<>(day.minusDays(9).atStartOfDay(BERLIN), day.plusDays(9).atStartOfDay(BERLIN));
    List<Instant> all = new ArrayList<>();
    e.calculateRecurrenceSet(year).forEach(p -> all.add(Instant.from(p.getStart())));
    return judge(day, all);
  }

  public static void main(String[] args) throws Exception {
    LocalDate march = LocalDate.parse("2026-03-29");
    LocalDate october = LocalDate.parse("2026-10-25");
    LocalDate june = LocalDate.parse("2026-06-14");
    System.out.println("biweekly 0.6.8, ical4j 4.0.8, FREQ=HOURLY from midnight in Europe/Berlin");
    see("ical4j, March", "23, twice [], missing []", ical4j(march));
    see("ical4j, October", "25, twice [], missing []", ical4j(october));
    see("biweekly, June", "24, twice [], missing []", ofJava(june));
    see("biweekly, March", "24, twice [01Z], missing []", ofJava(march));
    see("biweekly, October", "24, twice [], missing [00Z]", ofJava(october));
    see("biweekly, zone of the file, March", "24, twice [01Z, 13Z], missing [11Z]", ofFile(march));
    see("biweekly, zone of the file, October", "24, twice [11Z], missing [02Z, 14Z]", ofFile(october));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
