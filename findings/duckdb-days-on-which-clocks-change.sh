#!/usr/bin/env bash
# The length of the delivery day 25 October 2026 in Berlin in DuckDB, with the session's time zone set to Europe/Berlin.
#
# Guess: TIMESTAMPTZ minus TIMESTAMPTZ is the time between (25 hours), as in PostgreSQL; time_bucket by one day groups
# by days of the session's zone, as date_trunc('day') does.
#
# Instead: the difference is an INTERVAL of "1 day", which is 24 hours by epoch() and in every sum, while
# date_diff('hour') says 25. And time_bucket(INTERVAL 1 day) cuts at midnight UTC, whatever the zone: the hours of 24 to
# 26 October fall into four buckets of 2, 24, 24 and 23.
#
# Version: DuckDB 1.4.4 (duckdb_jdbc 1.4.4.0).
#
# Matters: energy is power times the length of an interval, and settlement sums by delivery day. Use date_diff or epoch
# of each end, and date_trunc, or give time_bucket the zone as its third argument.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.duckdb</groupId><artifactId>duckdb_jdbc</artifactId><version>1.4.4.0</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import java.sql.*;
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

  static String query(Statement s, String sql) throws SQLException {
    StringJoiner all = new StringJoiner(", ");
    try (ResultSet r = s.executeQuery(sql)) {
      while (r.next()) {
        all.add(r.getString(1));
      }
    }
    return all.toString();
  }

  public static void main(String[] args) throws Exception {
    try (Connection c = DriverManager.getConnection("jdbc:duckdb:"); Statement s = c.createStatement()) {
      s.execute("SET TimeZone = 'Europe/Berlin'");
      System.out.println("DuckDB " + query(s, "SELECT version()"));
      String from = "TIMESTAMPTZ '2026-10-25 00:00:00'";
      String to = "TIMESTAMPTZ '2026-10-26 00:00:00'";
      see("hours by date_diff", "25", query(s, "SELECT date_diff('hour', " + from + ", " + to + ")"));
      see("difference", "1 day", query(s, "SELECT (" + to + " - " + from + ")::VARCHAR"));
      see("hours by epoch of the difference", "24.0", query(s, "SELECT epoch(" + to + " - " + from + ") / 3600"));
      see("hours by difference of the epochs", "25.0", query(s, "SELECT (epoch(" + to + ") - epoch(" + from + ")) / 3600"));
      String hours = " FROM generate_series(TIMESTAMPTZ '2026-10-24 00:00:00', TIMESTAMPTZ '2026-10-26 23:00:00', INTERVAL 1 hour) g(t)"
          + " GROUP BY %s ORDER BY min(t)";
      see("hours of 24 to 26 October by date_trunc", "24, 25, 24", query(s, "SELECT count(*)" + hours.formatted("date_trunc('day', t)")));
      see("by time_bucket of one day", "2, 24, 24, 23", query(s, "SELECT count(*)" + hours.formatted("time_bucket(INTERVAL 1 day, t)")));
      see("by time_bucket with the zone", "24, 25, 24", query(s, "SELECT count(*)" + hours.formatted("time_bucket(INTERVAL 1 day, t, 'Europe/Berlin')")));
    }
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
