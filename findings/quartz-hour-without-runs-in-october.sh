#!/usr/bin/env bash
# Jobs of Quartz in Europe/Berlin on the two days on which clocks change: every quarter hour, every hour, daily at
# 02:30.
#
# Guess: 92 and 100 quarter hours, 23 and 25 hours; the daily one once on each day.
#
# Instead: by a cron expression 92 in March, but 96 in October: from 02:00 to 03:00 summer time nothing runs for an
# hour. Hours: 23 and 24. 02:30 does not run in March. A calendar interval of one day that starts at 02:30 runs at
# 01:30 from the day of the change in March on, as long as preserveHourOfDayAcrossDaylightSavings is left at its
# default; with it, the day is skipped or moved to 03:30, by another flag.
# Interval triggers by the quarter hour have 92 and 100.
#
# Version: Quartz 2.5.0.
#
# Matters: what collects meter values or closes bids "every 15 minutes" misses four intervals once a year, in the one
# hour that settlement has twice. Run such jobs in UTC or by an interval.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.quartz-scheduler</groupId><artifactId>quartz</artifactId><version>2.5.0</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import java.time.*;
import java.util.*;
import org.quartz.*;
import org.quartz.impl.triggers.*;

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
  static final LocalDate MARCH = LocalDate.parse("2026-03-29");
  static final LocalDate OCTOBER = LocalDate.parse("2026-10-25");

  static Date midnight(LocalDate day) {
    return Date.from(day.atStartOfDay(BERLIN).toInstant());
  }

  static List<Instant> cron(String expression, LocalDate day) throws Exception {
    CronExpression cron = new CronExpression(expression);
    cron.setTimeZone(TimeZone.getTimeZone(BERLIN));
    List<Instant> runs = new ArrayList<>();
    Date end = midnight(day.plusDays(1));
    for (Date d = new Date(midnight(day).getTime() - 1000); ; ) {
      d = cron.getNextValidTimeAfter(d);
      if (!d.before(end)) {
        return runs;
      }
      runs.add(d.toInstant());
    }
  }

  static int interval(int minutes, LocalDate day) {
    CalendarIntervalTriggerImpl t = (CalendarIntervalTriggerImpl)
        CalendarIntervalScheduleBuilder.calendarIntervalSchedule().withIntervalInMinutes(minutes).inTimeZone(TimeZone.getTimeZone(BERLIN)).build();
    t.setStartTime(midnight(day));
    int count = 0;
    for (Date d = t.computeFirstFireTime(null); d.before(midnight(day.plusDays(1))); d = t.getFireTimeAfter(d)) {
      count++;
    }
    return count;
  }

  /** The local times of four daily runs that begin on 27 March at 02:30. */
  static List<String> daily(boolean preserve, boolean skip) {
    CalendarIntervalTriggerImpl t = (CalendarIntervalTriggerImpl)
        CalendarIntervalScheduleBuilder.calendarIntervalSchedule().withIntervalInDays(1).inTimeZone(TimeZone.getTimeZone(BERLIN))
            .preserveHourOfDayAcrossDaylightSavings(preserve).skipDayIfHourDoesNotExist(skip).build();
    t.setStartTime(Date.from(LocalDateTime.parse("2026-03-27T02:30").atZone(BERLIN).toInstant()));
    List<String> runs = new ArrayList<>();
    for (Date d = t.computeFirstFireTime(null); runs.size() < 4; d = t.getFireTimeAfter(d)) {
      runs.add(d.toInstant().atZone(BERLIN).toLocalDateTime().toString().substring(8));
    }
    return runs;
  }

  public static void main(String[] args) throws Exception {
    TimeZone.setDefault(TimeZone.getTimeZone(BERLIN));
    System.out.println("Quartz 2.5.0, Europe/Berlin, 2026");
    see("cron, every quarter hour, March", 92, cron("0 0/15 * * * ?", MARCH).size());
    List<Instant> october = cron("0 0/15 * * * ?", OCTOBER);
    see("cron, every quarter hour, October", 96, october.size());
    int gap = october.indexOf(Instant.parse("2026-10-24T23:45:00Z"));
    see("the run after 23:45 UTC", "2026-10-25T01:00:00Z", october.get(gap + 1).toString());
    see("cron, every hour, March and October", "23 and 24", cron("0 0 * * * ?", MARCH).size() + " and " + cron("0 0 * * * ?", OCTOBER).size());
    see("cron, 02:30, March and October", "0 and 1", cron("0 30 2 * * ?", MARCH).size() + " and " + cron("0 30 2 * * ?", OCTOBER).size());
    see("interval of 15 minutes, March and October", "92 and 100", interval(15, MARCH) + " and " + interval(15, OCTOBER));
    see("interval of a day", List.of("27T02:30", "28T02:30", "29T01:30", "30T01:30"), daily(false, false));
    see("hour preserved", List.of("27T02:30", "28T02:30", "29T03:30", "30T02:30"), daily(true, false));
    see("hour preserved, day skipped", List.of("27T02:30", "28T02:30", "30T02:30", "31T02:30"), daily(true, true));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
