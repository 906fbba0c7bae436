#!/usr/bin/env bash
# A CSV file of meter readings as they are written in Germany (31.01.2026; 1,5) or with the hour 24:00, read by
# Tablesaw with its defaults.
#
# Guess: dates are read day first where the marks are dots, or stay text; a comma is a decimal mark, or the column
# stays text; 24:00 is the end of the day, or refused.
#
# Instead: 01.02.2026 is 2 January: month first, for dots too. Only a day above 12 somewhere in the column makes it
# text. "1,5" is 15 and "0,275" is 275: commas are dropped wherever they stand. 24:00 is 00:00.
#
# Version: Tablesaw 0.44.4, with English as the default locale.
#
# Matters: the first days of a month land in twelve months, ten to a thousand times the energy is billed, and the last
# interval of a day becomes its first. All columns have the wished type and no missing value.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>tech.tablesaw</groupId><artifactId>tablesaw-core</artifactId><version>0.44.4</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import java.util.*;
import tech.tablesaw.api.*;
import tech.tablesaw.columns.*;
import tech.tablesaw.io.csv.*;

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

  /** Type and values of the column read from these texts. */
  static String column(String... values) {
    String text = "reading\n" + String.join("\n", values) + "\n";
    Column<?> c = Table.read().csv(CsvReadOptions.builderFromString(text).separator(';')).column(0);
    return c.type().name() + " " + c.asList();
  }

  public static void main(String[] args) {
    Locale.setDefault(Locale.ENGLISH);
    System.out.println("Tablesaw 0.44.4");
    see("01.02.2026, 04.05.2026", "LOCAL_DATE [2026-01-02, 2026-04-05]", column("01.02.2026", "04.05.2026"));
    see("01/02/2026, 04/05/2026", "LOCAL_DATE [2026-01-02, 2026-04-05]", column("01/02/2026", "04/05/2026"));
    see("01.02.2026, 13.02.2026", "STRING [01.02.2026, 13.02.2026]", column("01.02.2026", "13.02.2026"));
    see("1,5 and 12,75", "INTEGER [15, 1275]", column("1,5", "12,75"));
    see("0,275 and 1.5", "DOUBLE [275.0, 1.5]", column("0,275", "1.5"));
    see("00:15, 24:00", "LOCAL_TIME [00:15, 00:00]", column("00:15", "24:00"));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
