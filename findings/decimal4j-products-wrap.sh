#!/usr/bin/env bash
# Products and sums of energy and prices in decimal4j, whose decimals of fixed scale are made for money.
#
# Guess: what does not fit throws an ArithmeticException, as the conversions do (a long or a double that does not fit is
# refused).
#
# Instead: add, multiply, square and pow wrap without a word: 5000000 times 5000000 at six decimals is
# 6553255926290.448384, a positive amount of the right length; 9000000000000 twice is negative. With CheckedRounding or
# OverflowMode.CHECKED as a second argument both are refused.
#
# Version: decimal4j 1.0.3.
#
# Matters: the limit is 9.2 million million at six decimals, less than a year's turnover of a market in thousandths. Ask
# for CHECKED, or bound the factors.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.decimal4j</groupId><artifactId>decimal4j</artifactId><version>1.0.3</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import java.util.function.Supplier;
import org.decimal4j.immutable.Decimal6f;
import org.decimal4j.truncate.CheckedRounding;
import org.decimal4j.truncate.OverflowMode;

public class Probe {

  static boolean ok = true;

  static void see(String what, String expected, Supplier<Object> value) {
    String seen;
    try {
      seen = value.get().toString();
    } catch (RuntimeException failure) {
      seen = failure.getClass().getSimpleName();
    }
    boolean same = expected.equals(seen);
    ok &= same;
    System.out.println(what + ": " + seen + (same ? "" : "   CHANGED, was " + expected));
  }

  public static void main(String[] args) {
    Decimal6f five = Decimal6f.valueOf(5_000_000);
    Decimal6f nine = Decimal6f.valueOf(9_000_000_000_000L);
    System.out.println("decimal4j 1.0.3, six decimals");
    see("5000000 times itself", "6553255926290.448384", () -> five.multiply(five));
    see("its square", "6553255926290.448384", five::square);
    see("9000000000000 and as much again", "-446744073709.551616", () -> nine.add(nine));
    see("9000000000000 times 3", "8553255926290.448384", () -> nine.multiply(3));
    see("a long that does not fit", "IllegalArgumentException", () -> Decimal6f.valueOf(10_000_000_000_000L));
    see("checked, 5000000 times itself", "ArithmeticException", () -> five.multiply(five, CheckedRounding.HALF_UP));
    see("checked, the sum", "ArithmeticException", () -> nine.add(nine, OverflowMode.CHECKED));
    System.out.println(ok ? "behaviour as described" : "behaviour has changed");
    System.exit(ok ? 0 : 1);
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
