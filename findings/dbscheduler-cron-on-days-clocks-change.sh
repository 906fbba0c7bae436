#!/usr/bin/env bash
# A job for 02:30 in Berlin on the two days on which clocks change, with db-scheduler's daily and cron schedules.
#
# Guess: Schedules.daily(zone, 02:30) and Schedules.cron("0 30 2 * * *", zone) are two ways to say the same; on the day
# without a 02:30 both run late, at 03:30 or 03:00.
#
# Instead: daily runs at 03:30, cron not at all: from the 28th it goes to the 30th. And every quarter of the hour from 2
# (cron "0 0/15 2 * * *") comes eight times in autumn and not once in spring.
#
# Version: db-scheduler 16.0.0.
#
# Matters: the hours from 2 to 3 are where nightly work of a market goes (load yesterday's meter values, make the day's
# case). With cron one day a year has none, and no error tells.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>com.github.kagkarlsson</groupId><artifactId>db-scheduler</artifactId><version>16.0.0</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>1.7.36</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import com.github.kagkarlsson.scheduler.task.*;
import com.github.kagkarlsson.scheduler.task.schedule.*;
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

  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** Runs from noon of a day on to the end of the day after the next, as day and time. */
  static String runs(Schedule s, String day) {
    LocalDate first = LocalDate.parse(day);
    Instant at = first.atTime(12, 0).atZone(BERLIN).toInstant();
    Instant end = first.plusDays(2).atTime(23, 59).atZone(BERLIN).toInstant();
    StringJoiner all = new StringJoiner(", ");
    for (at = s.getNextExecutionTime(ExecutionComplete.simulatedSuccess(at)); at.isBefore(end);
        at = s.getNextExecutionTime(ExecutionComplete.simulatedSuccess(at))) {
      ZonedDateTime z = at.atZone(BERLIN);
      all.add(z.getDayOfMonth() + " " + z.toLocalTime());
    }
    return all.toString();
  }

  public static void main(String[] args) {
    System.out.println("db-scheduler 16.0.0, Europe/Berlin, clocks change on 29 March and 25 October 2026");
    see("daily 02:30, March", "29 03:30, 30 02:30", runs(Schedules.daily(BERLIN, LocalTime.of(2, 30)), "2026-03-28"));
    see("cron 0 30 2 * * *, March", "30 02:30", runs(Schedules.cron("0 30 2 * * *", BERLIN), "2026-03-28"));
    see("cron 0 0 2 * * *, March", "30 02:00", runs(Schedules.cron("0 0 2 * * *", BERLIN), "2026-03-28"));
    see("daily 02:30, October", "25 02:30, 26 02:30", runs(Schedules.daily(BERLIN, LocalTime.of(2, 30)), "2026-10-24"));
    see("cron 0 30 2 * * *, October", "25 02:30, 26 02:30", runs(Schedules.cron("0 30 2 * * *", BERLIN), "2026-10-24"));
    see("cron 0 0/15 2 * * *, October", "25 02:00, 25 02:15, 25 02:30, 25 02:45, 25 02:00, 25 02:15, 25 02:30, 25 02:45, "
        + "26 02:00, 26 02:15, 26 02:30, 26 02:45", runs(Schedules.cron("0 0/15 2 * * *", BERLIN), "2026-10-24"));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
