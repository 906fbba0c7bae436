#!/usr/bin/env bash
# The sum of a column of integers (Wh by meter) in a data frame of DFLib that is more than 2147483647.
#
# Guess: a long, as for IntStream's summary and for the same column outside of an expression, or an exception.
#
# Instead: $int("wh").sum() is an int and wraps: two readings of 2000000000 are -294967296. So do $int + $int and
# $long sums. Series.sum() of the same values is 4000000000, the running sum (cumSum) is right, and so are avg and
# median.
#
# Version: DFLib 1.2.0.
#
# Matters: the energy of a balance group is negative, or, after a further wrap, a plausible number; the last row of
# the running sum does not agree with the total beneath it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.dflib</groupId><artifactId>dflib</artifactId><version>1.2.0</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import static org.dflib.Exp.*;

import org.dflib.*;

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

  static String value(DataFrame one) {
    return String.valueOf(one.getColumn(0).get(0));
  }

  public static void main(String[] args) {
    System.out.println("DFLib 1.2.0, two readings of 2000000000 Wh");
    DataFrame readings = DataFrame.foldByRow("wh").of(2_000_000_000, 2_000_000_000);
    see("$int sum", "-294967296", value(readings.cols("sum").agg($int("wh").sum())));
    see("$int + $int", "-294967296", value(readings.cols("sum").select($int("wh").add($int("wh")))));
    see("cumSum, last row", "4000000000", String.valueOf(readings.cols("sum").select($int("wh").cumSum()).getColumn("sum").get(1)));
    see("average", "2.0E9", value(readings.cols("mean").agg($int("wh").avg())));
    see("Series.sum", "4000000000", String.valueOf(Series.ofInt(2_000_000_000, 2_000_000_000).sum()));
    DataFrame longs = DataFrame.foldByRow("wh").of(9_000_000_000_000_000_000L, 9_000_000_000_000_000_000L);
    see("$long sum of 9e18 and 9e18", "-446744073709551616", value(longs.cols("sum").agg($long("wh").sum())));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
