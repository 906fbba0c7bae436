#!/usr/bin/env bash
# The highest of a column of negative numbers (prices of a windy Sunday, net positions) in a data frame of DFLib.
#
# Guess: the number nearest to zero; of nothing: null, NaN or an error.
#
# Instead: of doubles the highest is 4.9E-324, the smallest positive double: the search starts there, not at minus
# infinity. Of integers it is right. The highest, lowest and average of an empty selection are 0. A NaN among them
# changes nothing.
#
# Version: DFLib 1.2.0.
#
# Matters: 4.9E-324 is printed as 0.00 with two digits, so the highest price of a day with negative prices alone is
# "0.00", and so is the peak of an export-only border. A day without trades has an average price of 0, which is a
# price.
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

import java.util.*;
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

  static String highest(DataFrame day) {
    DataFrame r = day.cols("highest", "lowest", "average").agg($double("price").max(), $double("price").min(), $double("price").avg());
    return r.get("highest", 0) + " " + r.get("lowest", 0) + " " + r.get("average", 0);
  }

  public static void main(String[] args) {
    System.out.println("DFLib 1.2.0");
    see("highest, lowest, average of -5.5, -3.25", "4.9E-324 -5.5 -4.375", highest(DataFrame.foldByRow("price").of(-5.5, -3.25)));
    see("the highest with two digits", "0.00", String.format(Locale.ROOT, "%.2f", Series.ofDouble(-5.5, -3.25).max()));
    see("of -5.5, 3.25", "3.25 -5.5 -1.125", highest(DataFrame.foldByRow("price").of(-5.5, 3.25)));
    see("of the integers -5, -3", -3, DataFrame.foldByRow("price").of(-5, -3).cols("highest").agg($int("price").max()).get("highest", 0));
    DataFrame none = DataFrame.foldByRow("price").of(-5.5, -3.25).rows($double("price").gt(100)).select();
    see("rows above 100", 0, none.height());
    see("highest, lowest, average of none", "0.0 0.0 0.0", highest(none));
    see("highest of -5.5 and NaN", "4.9E-324", String.valueOf(Series.ofDouble(-5.5, Double.NaN).max()));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
