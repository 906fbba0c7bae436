#!/usr/bin/env bash
# CSV of meter readings without a header (2026-01-01 00:00:00,15), read by univocity-parsers with the separator
# detected.
#
# Guess: the comma, or the semicolon where there is one: it stands in each row once, outside of the time.
#
# Instead: the colon, the dash or the dot of the time: [2026-01-01 00] [00] [00,15]. What is found depends on the form
# of the time. With a header line the right one is found.
#
# Version: univocity-parsers 2.9.1.
#
# Matters: rows of equal length come back, so nothing fails; the second column is the minute, or the month, and is
# summed as the reading. Set the separator, or check the number of columns.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>com.univocity</groupId><artifactId>univocity-parsers</artifactId><version>2.9.1</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import com.univocity.parsers.csv.*;
import java.io.*;
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

  /** The first row, its fields in brackets. */
  static String first(String... rows) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.detectFormatAutomatically();
    List<String[]> read = new CsvParser(settings).parseAll(new StringReader(String.join("\n", rows) + "\n"));
    return "[" + String.join("] [", read.get(0)) + "]";
  }

  public static void main(String[] args) {
    System.out.println("univocity-parsers 2.9.1, first row");
    see("time and comma", "[2026-01-01 00] [00] [00,15]", first("2026-01-01 00:00:00,15", "2026-01-01 00:15:00,25"));
    see("time with offset and comma", "[2026-01-01T00] [00] [00+08] [00,15]", first("2026-01-01T00:00:00+08:00,15", "2026-01-01T00:15:00+08:00,25"));
    see("time and semicolon", "[2026] [01] [01 00:00;15]", first("2026-01-01 00:00;15", "2026-01-01 00:15;25"));
    see("German time, semicolon, decimal comma", "[01] [01] [2026 00:00;1,5]", first("01.01.2026 00:00;1,5", "01.01.2026 00:15;2,5"));
    see("dates only, semicolon", "[2026] [01] [01;1,5]", first("2026-01-01;1,5", "2026-01-02;2,5"));
    see("time and comma with a header", "[time] [mw]", first("time,mw", "2026-01-01 00:00:00,15", "2026-01-01 00:15:00,25"));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
