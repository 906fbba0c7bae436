#!/usr/bin/env bash
# Several Parquet files with a column of the same name (a price as DECIMAL(10,2) in one month and DECIMAL(10,3) in the
# next, or as a whole number and as a double), read by DuckDB as one table.
#
# Guess: the wider type, or a refusal, as for a column that is missing in one of the files.
#
# Instead: the first file decides, and the values of the others are rounded to its type without a word: 2.125 is 2.13,
# 2.5 is 2; columns that the first file lacks are gone. With a glob the first is the first by name. The sum of the same
# files is 14 or 14.5. A value too large for the type is an error, and union_by_name = true takes the wider type.
#
# Version: DuckDB 1.4.4.0.
#
# Matters: a writer that picks types by what it sees (a month of whole prices is a column of integers) makes sums that
# depend on which month comes first. Digits lost here are in no log. Read with union_by_name, or write fixed types.
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

  static Connection c;

  static void write(String file, String select) throws SQLException {
    try (Statement s = c.createStatement()) {
      s.execute("COPY (SELECT " + select + ") TO '" + file + "'");
    }
  }

  /** The first row, its values with blanks between; "refused" if there is none. */
  static String read(String query) {
    try (Statement s = c.createStatement(); ResultSet r = s.executeQuery(query)) {
      r.next();
      StringJoiner values = new StringJoiner(" ");
      for (int i = 1; i <= r.getMetaData().getColumnCount(); i++) {
        values.add(r.getString(i));
      }
      return values.toString();
    } catch (SQLException e) {
      return "refused";
    }
  }

  public static void main(String[] args) throws Exception {
    System.out.println("DuckDB 1.4.4.0");
    c = DriverManager.getConnection("jdbc:duckdb:");
    write("cent.parquet", "1.25::DECIMAL(10,2) AS price, 'A' AS unit");
    write("mill.parquet", "'B' AS unit, 2.125::DECIMAL(10,3) AS price");
    write("month-01.parquet", "12::INTEGER AS price");
    write("month-02.parquet", "2.5::DOUBLE AS price, 7 AS hours");
    write("month-03.parquet", "7 AS hours");
    see("1.25 and 2.125", "3.38", read("SELECT sum(price) FROM read_parquet(['cent.parquet', 'mill.parquet'])"));
    see("2.125 and 1.25", "3.375", read("SELECT sum(price) FROM read_parquet(['mill.parquet', 'cent.parquet'])"));
    see("union_by_name", "3.375", read("SELECT sum(price) FROM read_parquet(['cent.parquet', 'mill.parquet'], union_by_name = true)"));
    see("12 and 2.5", "14", read("SELECT sum(price) FROM read_parquet(['month-01.parquet', 'month-02.parquet'])"));
    see("2.5 and 12", "14.5", read("SELECT sum(price) FROM read_parquet(['month-02.parquet', 'month-01.parquet'])"));
    see("12 and 2.5 by glob", "14", read("SELECT sum(price) FROM read_parquet('month-0[12].parquet')"));
    see("hours, which the second has alone", "refused", read("SELECT sum(hours) FROM read_parquet(['month-01.parquet', 'month-02.parquet'])"));
    see("price, which the second lacks", "refused", read("SELECT sum(price) FROM read_parquet(['month-02.parquet', 'month-03.parquet'])"));
    write("large.parquet", "123456789.25::DECIMAL(12,2) AS price");
    see("2.125 and 123456789.25", "refused", read("SELECT sum(price) FROM read_parquet(['mill.parquet', 'large.parquet'])"));
    c.close();
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
