#!/usr/bin/env bash
# A sum of whole numbers (money in thousandths, BIGINT) that DuckDB writes to a Parquet file.
#
# Guess: the sum is exact in the file as it is in the query: a whole number of 128 bits as DECIMAL(38,0), or a refusal.
#
# Instead: sum() of any whole type, INTEGER too, is a HUGEINT, for which Parquet has no type, and HUGEINT is written as
# DOUBLE without a word: 9007199254740993 becomes ...992. The same COPY to CSV is exact, a sum of DECIMAL stays decimal,
# and a cast to BIGINT before writing is exact.
#
# Version: DuckDB 1.4.4.0.
#
# Matters: totals in small units (Wh times fen) pass 2^53 where single amounts do not, and nothing tells that a column
# of amounts has become doubles. A comparison with the exact total fails by one, or passes by a tolerance that hides
# more. Cast sums before they are written.
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
import java.nio.file.*;
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

  static Connection c;

  static String first(String query) throws SQLException {
    try (Statement s = c.createStatement(); ResultSet r = s.executeQuery(query)) {
      r.next();
      return r.getString(1);
    }
  }

  /** Type and value of a sum over 9007199254740992 and 1 after a trip through Parquet. */
  static String written(String sum) throws SQLException {
    try (Statement s = c.createStatement()) {
      s.execute("COPY (SELECT " + sum + " AS total FROM (VALUES (9007199254740992::BIGINT), (1)) t(v)) TO 'sum.parquet'");
    }
    return first("SELECT typeof(total) || ' ' || total::DECIMAL(38,0) FROM 'sum.parquet'");
  }

  public static void main(String[] args) throws Exception {
    System.out.println("DuckDB 1.4.4.0");
    c = DriverManager.getConnection("jdbc:duckdb:");
    see("in the query", "HUGEINT 9007199254740993", first("SELECT typeof(sum(v)) || ' ' || sum(v) FROM (VALUES (9007199254740992::BIGINT), (1)) t(v)"));
    see("sum(v) in Parquet", "DOUBLE 9007199254740992", written("sum(v)"));
    see("sum(v)::BIGINT in Parquet", "BIGINT 9007199254740993", written("sum(v)::BIGINT"));
    see("sum(v::DECIMAL(18,0)) in Parquet", "DECIMAL(38,0) 9007199254740993", written("sum(v::DECIMAL(18,0))"));
    try (Statement s = c.createStatement()) {
      s.execute("COPY (SELECT sum(i) AS total FROM (VALUES (1::INTEGER), (2)) t(i)) TO 'int.parquet'");
      s.execute("COPY (SELECT sum(v) AS total FROM (VALUES (9007199254740992::BIGINT), (1)) t(v)) TO 'sum.csv'");
    }
    see("sum of two INTEGER in Parquet", "DOUBLE", first("SELECT typeof(total) FROM 'int.parquet'"));
    see("sum(v) in CSV", "[total, 9007199254740993]", Files.readAllLines(Path.of("sum.csv")).toString());
    c.close();
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
