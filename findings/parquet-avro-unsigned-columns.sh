#!/usr/bin/env bash
# Columns of unsigned whole numbers that DuckDB writes to Parquet, read by parquet-avro (the reader of parquet-java for
# records).
#
# Guess: 4294967295 is a long, and what is beyond a long is refused or a decimal: the file says UINT_32 and UINT_64.
#
# Instead: the annotation is passed over: 4294967295 is the int -1, 3000000000 is -1294967296, and a number above 2^63
# is a negative long; the Avro schema says int and long. UINT_8 and UINT_16 fit and are right. DuckDB reads its file
# rightly.
#
# Version: parquet-avro 1.18.1, DuckDB 1.4.4.0.
#
# Matters: counters and registers of meters are unsigned, and are right until half of their range is used up: tests on
# new meters pass. Write BIGINT or DECIMAL for them.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.apache.parquet</groupId><artifactId>parquet-avro</artifactId><version>1.18.1</version></dependency>
    <dependency><groupId>org.apache.hadoop</groupId><artifactId>hadoop-common</artifactId><version>3.4.1</version></dependency>
    <dependency><groupId>org.apache.hadoop</groupId><artifactId>hadoop-mapreduce-client-core</artifactId><version>3.4.1</version></dependency>
    <dependency><groupId>org.duckdb</groupId><artifactId>duckdb_jdbc</artifactId><version>1.4.4.0</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import java.sql.*;
import java.util.*;
import org.apache.avro.generic.*;
import org.apache.hadoop.conf.*;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.avro.*;
import org.apache.parquet.hadoop.*;
import org.apache.parquet.hadoop.util.*;

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

  public static void main(String[] args) throws Exception {
    System.out.println("parquet-avro 1.18.1, DuckDB 1.4.4.0");
    try (Connection c = DriverManager.getConnection("jdbc:duckdb:"); Statement s = c.createStatement()) {
      s.execute("COPY (SELECT 200::UTINYINT AS u8, 60000::USMALLINT AS u16, 3000000000::UINTEGER AS u32, 18446744073709551615::UBIGINT AS u64)"
          + " TO 'u.parquet' (COMPRESSION uncompressed)");
      try (ResultSet r = s.executeQuery("SELECT u8, u16, u32, u64 FROM 'u.parquet'")) {
        r.next();
        see("by DuckDB", "200 60000 3000000000 18446744073709551615", r.getString(1) + " " + r.getString(2) + " " + r.getString(3) + " " + r.getString(4));
      }
      try (ResultSet r = s.executeQuery("SELECT converted_type FROM parquet_schema('u.parquet') WHERE name = 'u32'")) {
        r.next();
        see("type of u32 in the file", "UINT_32", r.getString(1));
      }
    }
    try (ParquetReader<GenericRecord> reader =
        AvroParquetReader.<GenericRecord>builder(HadoopInputFile.fromPath(new Path("u.parquet"), new Configuration())).build()) {
      GenericRecord row = reader.read();
      see("by parquet-avro, u8", 200, row.get("u8"));
      see("u16", 60000, row.get("u16"));
      see("u32", -1294967296, row.get("u32"));
      see("u64", -1L, row.get("u64"));
      see("Avro type of u32", "[\"null\",\"int\"]", row.getSchema().getField("u32").schema().toString());
    }
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java 2> log.txt || { grep -v SLF4J log.txt >&2; exit 1; }
