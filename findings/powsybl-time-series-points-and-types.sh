#!/usr/bin/env bash
# Quarter hours of a day in PowSyBl's time series: an index made from an interval, and series read from CSV.
#
# Guess: a day (a half-open Interval) has 96 quarter hours, a length that is no multiple of the step is refused; a
# column of numbers with a gap is numeric with NaN, wherever the gap is; times out of order or twice are refused.
#
# Instead: 97 points: the end of the interval is one of them. An hour by 35 minutes has 3 points, the last of them at
# 01:10, outside of the interval.
# In CSV the first cell decides: a gap there makes the series text, a gap later is NaN. Rows out of order and a time
# that comes twice are taken as they are, in a series of uneven steps.
#
# Version: PowSyBl 6.8.1.
#
# Matters: energy is one quarter hour too much, or the 97th value is that of the next day; a unit without a first
# reading drops out wherever numeric series are picked by type; two values for one time are both summed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>com.powsybl</groupId><artifactId>powsybl-time-series-api</artifactId><version>6.8.1</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import com.powsybl.timeseries.*;
import java.time.*;
import java.util.*;
import org.threeten.extra.Interval;

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

  static final Instant START = Instant.parse("2026-01-15T00:00:00Z");

  /** Type of the series, times and values. */
  static String read(String... rows) {
    String text = "Time;mw\n" + String.join("\n", rows) + "\n";
    TimeSeries<?, ?> series = TimeSeries.parseCsv(text, new TimeSeriesCsvConfig(';', false, TimeSeries.TimeFormat.DATE_TIME)).values().iterator().next().get(0);
    StringBuilder all = new StringBuilder(series.getMetadata().getDataType().toString());
    TimeSeriesIndex index = series.getMetadata().getIndex();
    for (int i = 0; i < index.getPointCount(); i++) {
      all.append(' ').append(index.getInstantAt(i).toString(), 11, 16).append('=')
          .append(series instanceof DoubleTimeSeries d ? String.valueOf(d.toArray()[i]) : ((StringTimeSeries) series).toArray()[i]);
    }
    return all.toString();
  }

  static String at(String time, String value) {
    return "2026-01-15T" + time + ":00Z;" + value;
  }

  public static void main(String[] args) {
    System.out.println("PowSyBl 6.8.1");
    see("a day by 15 minutes", 97, RegularTimeSeriesIndex.create(Interval.of(START, Duration.ofDays(1)), Duration.ofMinutes(15)).getPointCount());
    RegularTimeSeriesIndex odd = RegularTimeSeriesIndex.create(Interval.of(START, Duration.ofHours(1)), Duration.ofMinutes(35));
    see("an hour by 35 minutes, and its last point", "3 01:10", odd.getPointCount() + " " + odd.getInstantAt(2).toString().substring(11, 16));
    see("a gap in the second row", "DOUBLE 00:00=1.5 00:15=NaN 00:30=3.0", read(at("00:00", "1.5"), at("00:15", ""), at("00:30", "3")));
    see("a gap in the first row", "STRING 00:00=null 00:15=1.5 00:30=3", read(at("00:00", ""), at("00:15", "1.5"), at("00:30", "3")));
    see("out of order", "DOUBLE 00:15=1.5 00:00=2.0 00:30=3.0", read(at("00:15", "1.5"), at("00:00", "2"), at("00:30", "3")));
    see("00:00 twice", "DOUBLE 00:00=1.5 00:00=2.0 00:15=3.0", read(at("00:00", "1.5"), at("00:00", "2"), at("00:15", "3")));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
