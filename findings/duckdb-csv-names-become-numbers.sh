#!/usr/bin/env bash
# Names of meters and units in a CSV file, read by DuckDB with the types detected (read_csv without types).
#
# Guess: a number that no whole type of the detection holds stays text, as one with a leading zero does; a value late in
# the file that does not fit what was detected is an error.
#
# Instead: numbers of more than 19 digits become doubles: two meters of 20 digits that differ in the last are one, and
# shorter numbers in the same column lose their digits with them. 007 after 20480 rows without a leading zero is 7.
# Units that are called T and F are true and false, 1E3 is 1000.
#
# Version: DuckDB 1.4.4.0.
#
# Matters: readings of two meters are added up, or a join finds a meter twice, and no count of rows differs. Which of it
# happens depends on the other rows of the file. Give the types of all names (types = {'meter': 'VARCHAR'}).
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

  /** The distinct names that are read, with their type. */
  static String read(String options, String... names) throws Exception {
    Files.writeString(Path.of("in.csv"), "meter,kwh\n" + String.join(",1\n", names) + ",1\n");
    try (Statement s = c.createStatement();
        ResultSet r = s.executeQuery("SELECT DISTINCT meter::VARCHAR, typeof(meter) FROM read_csv('in.csv'" + options + ") ORDER BY 1")) {
      List<String> seen = new ArrayList<>();
      String type = "";
      while (r.next()) {
        seen.add(r.getString(1));
        type = r.getString(2);
      }
      return (seen.size() > 3 ? seen.size() + " names" : seen.toString()) + " " + type;
    }
  }

  public static void main(String[] args) throws Exception {
    System.out.println("DuckDB 1.4.4.0");
    c = DriverManager.getConnection("jdbc:duckdb:");
    see("19 digits", "[1234567890123456781, 1234567890123456782] BIGINT", read("", "1234567890123456781", "1234567890123456782"));
    see("20 digits, two meters", "[2.0260115000000012e+19] DOUBLE", read("", "20260115000000012345", "20260115000000012346"));
    see("18 digits, two meters, beside one of 20", "[1.2345678901234566e+17, 1.2345678901234567e+19] DOUBLE",
        read("", "123456789012345671", "123456789012345672", "12345678901234567890"));
    see("007 and 7", "[007, 7] VARCHAR", read("", "007", "7"));
    List<String> many = new ArrayList<>();
    for (int i = 1; i <= 30000; i++) {
      many.add(String.valueOf(i));
    }
    many.add("007");
    see("1 to 30000, then 007", "30000 names BIGINT", read("", many.toArray(String[]::new)));
    see("T and F", "[false, true] BOOLEAN", read("", "T", "F"));
    see("1E3 and 2E3", "[1000.0, 2000.0] DOUBLE", read("", "1E3", "2E3"));
    see("20 digits, with the type given", "[20260115000000012345, 20260115000000012346] VARCHAR",
        read(", types = {'meter': 'VARCHAR'}", "20260115000000012345", "20260115000000012346"));
    c.close();
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
