#!/usr/bin/env bash
# Epiphany (6 January 2026) in Bavaria, asked for by the names of the region that are in use, in Jollyday.
#
# Guess: a region that the calendar does not know is refused.
#
# Instead: it is passed over, and the answer is the national one: "by" and "BY" say holiday; "DE-BY" (ISO 3166-2),
# "bavaria", "bayern" and a slip like "bx" say working day. A country that is not known is refused.
#
# Version: jollyday 0.32.0 (de.focus-shift).
#
# Matters: load profiles, peak hours and due dates follow the wrong calendar on three days of Bavaria's year, where the
# region's name came from another system. Look the region up in getCalendarHierarchy() before asking.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>de.focus-shift</groupId><artifactId>jollyday-core</artifactId><version>0.32.0</version></dependency>
    <dependency><groupId>de.focus-shift</groupId><artifactId>jollyday-jaxb</artifactId><version>0.32.0</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import de.focus_shift.jollyday.core.*;
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

  public static void main(String[] args) {
    System.out.println("jollyday 0.32.0");
    HolidayManager germany = HolidayManager.getInstance(ManagerParameters.create("de"));
    LocalDate epiphany = LocalDate.of(2026, 1, 6);
    for (String region : List.of("by", "BY")) {
      see("6 January in " + region, true, germany.isHoliday(epiphany, region));
    }
    for (String region : List.of("DE-BY", "bavaria", "bayern", "bx")) {
      see("6 January in " + region, false, germany.isHoliday(epiphany, region));
      see("1 January in " + region, true, germany.isHoliday(LocalDate.of(2026, 1, 1), region));
    }
    Year year = Year.of(2026);
    see("holidays of 2026: by", 12, germany.getHolidays(year, "by").size());
    see("DE-BY", 9, germany.getHolidays(year, "DE-BY").size());
    see("by is in the hierarchy", true, germany.getCalendarHierarchy().getChildren().containsKey("by"));
    see("DE-BY is", false, germany.getCalendarHierarchy().getChildren().containsKey("DE-BY"));
    String unknown;
    try {
      unknown = "" + HolidayManager.getInstance(ManagerParameters.create("xx")).isHoliday(epiphany);
    } catch (IllegalStateException e) {
      unknown = "refused";
    }
    see("the country xx", "refused", unknown);
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
