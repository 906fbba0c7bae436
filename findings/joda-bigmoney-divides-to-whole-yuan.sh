#!/usr/bin/env bash
# A bill of 100 yuan divided among three, or converted, with BigMoney of Joda-Money, the amount with any number of
# decimals.
#
# Guess: more decimals than Money has (33.33), or as many as a MathContext says.
#
# Instead: as many as the amount was written with: BigMoney of the integer 100 divided by 3 is 33, of "100.0" 33.3,
# while Money gives 33.33. plusRetainScale and convertRetainScale do the same (10 yuan at 0.1281 are 1 euro);
# multiplication and plus add decimals.
#
# Version: Joda-Money 1.0.5.
#
# Matters: shares of a settlement are whole yuan if the total happened to be, and exact if it happened to have
# decimals: the rounding of a bill depends on its amount. Equal amounts of another scale (1.50 and 1.5) are not equal
# and count twice in a set.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.joda</groupId><artifactId>joda-money</artifactId><version>1.0.5</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import java.math.*;
import java.util.*;
import org.joda.money.*;

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

  public static void main(String[] args) {
    CurrencyUnit yuan = CurrencyUnit.of("CNY");
    CurrencyUnit euro = CurrencyUnit.of("EUR");
    System.out.println("Joda-Money 1.0.5");
    see("Money 100 / 3", "CNY 33.33", Money.of(yuan, 100).dividedBy(3, RoundingMode.HALF_EVEN).toString());
    see("BigMoney 100 / 3", "CNY 33", BigMoney.of(yuan, 100).dividedBy(3, RoundingMode.HALF_EVEN).toString());
    see("BigMoney 100.0 / 3", "CNY 33.3", BigMoney.parse("CNY 100.0").dividedBy(3, RoundingMode.HALF_EVEN).toString());
    see("with its scale retained", "EUR 1", BigMoney.of(yuan, 10).convertRetainScale(euro, new BigDecimal("0.1281"), RoundingMode.HALF_EVEN).toString());
    see("BigMoney 1.50 and 1.5 in a set", 2, new HashSet<>(List.of(BigMoney.parse("CNY 1.50"), BigMoney.parse("CNY 1.5"))).size());
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
