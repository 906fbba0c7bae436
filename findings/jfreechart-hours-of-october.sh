#!/usr/bin/env bash
# The hours and quarter hours of a day in October in a TimeSeries of JFreeChart, by the local clock.
#
# Guess: all 25 hours and 100 quarter hours are kept; the period after an hour is the next hour.
#
# Instead: Hour and Minute are a day and a number on the clock. addOrUpdate keeps 24 and 96: the second 02:00 overwrites
# the first. next() goes from 01:00 to 02:00 in winter time: the first 02:00 is passed over. In March next() gives an hour
# that does not exist, at the instant of the one after it. Hour 24 is taken and is another key than hour 0 of the next
# day, at the same instant. With the time zone UTC, or with FixedMillisecond, all are kept.
#
# Version: JFreeChart 1.5.6.
#
# Matters: a chart of such a day lacks an hour of load, and a total taken from its series is short. Give the periods UTC,
# and the axis the local zone.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.jfree</groupId><artifactId>jfreechart</artifactId><version>1.5.6</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import java.time.Instant;
import java.util.Calendar;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.data.time.FixedMillisecond;
import org.jfree.data.time.Hour;
import org.jfree.data.time.Minute;
import org.jfree.data.time.RegularTimePeriod;
import org.jfree.data.time.TimeSeries;

public class Probe {

  static boolean ok = true;

  static void see(String what, Object expected, Object seen) {
    boolean same = expected.equals(seen);
    ok &= same;
    System.out.println(what + ": " + seen + (same ? "" : "   CHANGED, was " + expected));
  }

  /** How many of the hours and quarter hours from a start a series keeps. */
  static String kept(String from, int hours, String zone) {
    TimeZone tz = TimeZone.getTimeZone(zone);
    TimeSeries byHour = new TimeSeries("hours");
    TimeSeries byQuarter = new TimeSeries("quarters");
    TimeSeries byInstant = new TimeSeries("instants");
    for (int q = 0; q < hours * 4; q++) {
      Date start = Date.from(Instant.parse(from).plusSeconds(900L * q));
      byHour.addOrUpdate(new Hour(start, tz, Locale.ROOT), 1);
      byQuarter.addOrUpdate(new Minute(start, tz, Locale.ROOT), 1);
      byInstant.addOrUpdate(new FixedMillisecond(start), 1);
    }
    return byHour.getItemCount() + " hours, " + byQuarter.getItemCount() + " quarters, " + byInstant.getItemCount() + " instants";
  }

  /** The starts in UTC of an hour in Berlin and of those that follow it by next(). */
  static String followed(String from) {
    TimeZone tz = TimeZone.getTimeZone("Europe/Berlin");
    RegularTimePeriod hour = new Hour(Date.from(Instant.parse(from)), tz, Locale.ROOT);
    StringBuilder starts = new StringBuilder();
    for (int k = 0; k < 4; k++, hour = hour.next()) {
      String start = Instant.ofEpochMilli(hour.getFirstMillisecond(Calendar.getInstance(tz))).toString();
      starts.append(k == 0 ? "" : " ").append(start, 11, 16);
    }
    return starts.toString();
  }

  public static void main(String[] args) {
    Calendar utc = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    Hour last = new Hour(24, 1, 1, 2026);
    Hour first = new Hour(0, 2, 1, 2026);
    System.out.println("JFreeChart 1.5.6");
    see("25 October, Berlin", "24 hours, 96 quarters, 100 instants", kept("2026-10-24T22:00:00Z", 25, "Europe/Berlin"));
    see("25 October, UTC", "25 hours, 100 quarters, 100 instants", kept("2026-10-24T22:00:00Z", 25, "UTC"));
    see("25 October, from 01:00 by next(), in UTC", "23:00 01:00 02:00 03:00", followed("2026-10-24T23:00:00Z"));
    see("29 March, from 01:00 by next(), in UTC", "00:00 01:00 01:00 02:00", followed("2026-03-29T00:00:00Z"));
    see("hour 24 starts with hour 0 of the next day", true, last.getFirstMillisecond(utc) == first.getFirstMillisecond(utc));
    see("and is the same key", false, last.equals(first));
    System.out.println(ok ? "behaviour as described" : "behaviour has changed");
    System.exit(ok ? 0 : 1);
  }
}
JAVA
java -Djava.awt.headless=true -Duser.timezone=UTC -cp "$(cat cp.txt)" Probe.java
