#!/usr/bin/env bash
# An instant as a parameter of a prepared statement (setTimestamp) for a column of the type TIMESTAMP WITH TIME ZONE in
# DuckDB, where the session's zone (SET TimeZone) is not the zone of the JVM.
#
# Guess: java.sql.Timestamp is an instant and stays one, whatever the zones, as with PostgreSQL; getTimestamp gives it
# back.
#
# Instead: it is sent as the clock face that the JVM's zone gives it, and read in the zone of the session: a JVM in
# Shanghai and a session in UTC make 18:00 UTC of 10:00 UTC. A query for the instant by setTimestamp finds nothing;
# getTimestamp is right, so what was written comes back 8 hours later. Where both zones are the same it is right but for
# October, when two hours become one. An OffsetDateTime is right in all zones.
#
# Version: DuckDB 1.4.4.0 (JDBC).
#
# Matters: a session set to UTC for results that do not depend on the computer makes them depend on it; so does
# -Duser.timezone, which DuckDB does not see. Written and compared in the same way the error is in all rows, and only a
# join with other data shows it. Bind an OffsetDateTime.
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

  static final Instant TEN = Instant.parse("2026-07-01T10:00:00Z");

  interface Setter {
    void set(PreparedStatement statement) throws SQLException;
  }

  /** The instant in which DuckDB keeps the parameter, by its own epoch. */
  static Instant stored(Connection c, Setter setter) throws SQLException {
    try (PreparedStatement statement = c.prepareStatement("SELECT epoch_ms(?::TIMESTAMPTZ)")) {
      setter.set(statement);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return Instant.ofEpochMilli(row.getLong(1));
      }
    }
  }

  public static void main(String[] args) throws Exception {
    System.out.println("DuckDB 1.4.4.0, 10:00 UTC on 1 July 2026");
    for (String session : List.of("UTC", "Asia/Shanghai")) {
      for (String jvm : List.of("UTC", "Europe/Berlin", "Asia/Shanghai")) {
        TimeZone.setDefault(TimeZone.getTimeZone(jvm));
        String zones = "JVM in " + jvm + ", session in " + session + ", ";
        Instant face = TEN.atZone(ZoneId.of(jvm)).toLocalDateTime().atZone(ZoneId.of(session)).toInstant();
        try (Connection c = DriverManager.getConnection("jdbc:duckdb:"); Statement s = c.createStatement()) {
          s.execute("SET TimeZone = '" + session + "'");
          see(zones + "setTimestamp", face, stored(c, p -> p.setTimestamp(1, Timestamp.from(TEN))));
          see(zones + "OffsetDateTime", TEN, stored(c, p -> p.setObject(1, TEN.atOffset(ZoneOffset.UTC))));
          s.execute("CREATE TABLE trade(moment TIMESTAMPTZ)");
          s.execute("INSERT INTO trade VALUES (TIMESTAMPTZ '2026-07-01 10:00:00+00')");
          try (PreparedStatement query = c.prepareStatement("SELECT count(*) FROM trade WHERE moment = ?")) {
            query.setTimestamp(1, Timestamp.from(TEN));
            try (ResultSet row = query.executeQuery()) {
              row.next();
              see(zones + "rows of that instant by setTimestamp", jvm.equals(session) ? 1 : 0, row.getInt(1));
            }
          }
          try (ResultSet row = s.executeQuery("SELECT moment FROM trade")) {
            row.next();
            see(zones + "getTimestamp", TEN, row.getTimestamp(1).toInstant());
          }
        }
      }
    }
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
    try (Connection c = DriverManager.getConnection("jdbc:duckdb:"); Statement s = c.createStatement()) {
      s.execute("SET TimeZone = 'Europe/Berlin'");
      List<Instant> october = new ArrayList<>();
      for (String hour : List.of("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")) {
        october.add(stored(c, p -> p.setTimestamp(1, Timestamp.from(Instant.parse(hour)))));
      }
      see("both in Berlin, 00:30Z and 01:30Z in October", "[2026-10-25T01:30:00Z, 2026-10-25T01:30:00Z]", october.toString());
    }
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
