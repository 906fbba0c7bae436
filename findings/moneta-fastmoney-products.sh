#!/usr/bin/env bash
# Energy times price in FastMoney, the amount with five decimals in a long that is recommended for speed.
#
# Guess: products and quotients are rounded (half up or half even), and what does not fit is refused as in an
# addition.
#
# Instead: with a BigDecimal a product is cut off: 0.34567 × 0.01 is 0.00345; with the same number as a double it is
# rounded: 0.00346. A quotient is cut off: 20 / 3 is 6.66666. A factor with a sixth decimal is refused as a
# BigDecimal, also when the product has none (1000000 × 0.000001), and taken as a double. A product with a double that
# is too large is the largest amount there is; with an integer or a BigDecimal it is refused.
#
# Version: Moneta 1.4.4.
#
# Matters: prices per kWh have five and more decimals and loss factors six. Each line of a bill loses up to 0.00001,
# always downwards, or not, by the Java type of the price, and a product that overflows is an amount of 92 trillion
# instead of an error.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.javamoney.moneta</groupId><artifactId>moneta-core</artifactId><version>1.4.4</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import java.math.*;
import java.util.function.*;
import org.javamoney.moneta.*;

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

  static FastMoney yuan(String amount) {
    return FastMoney.of(new BigDecimal(amount), "CNY");
  }

  static String amount(Supplier<FastMoney> of) {
    try {
      return of.get().getNumber().toString();
    } catch (ArithmeticException e) {
      return "refused";
    }
  }

  public static void main(String[] args) {
    System.out.println("Moneta 1.4.4, FastMoney");
    see("0.34567 x 0.01 (0.0034567)", "0.00345", amount(() -> yuan("0.34567").multiply(new BigDecimal("0.01"))));
    see("the same with a double", "0.00346", amount(() -> yuan("0.34567").multiply(0.01)));
    see("20 / 3", "6.66666", amount(() -> yuan("20").divide(3)));
    see("1000000 x 0.000001 as BigDecimal", "refused", amount(() -> yuan("1000000").multiply(new BigDecimal("0.000001"))));
    see("1000000 x 0.000001 as double", "1.00000", amount(() -> yuan("1000000").multiply(0.000001)));
    see("90000000000000 x 2", "refused", amount(() -> yuan("90000000000000").multiply(2)));
    see("90000000000000 x 1.5 as BigDecimal", "refused", amount(() -> yuan("90000000000000").multiply(new BigDecimal("1.5"))));
    see("90000000000000 x 1.5 as double", "92233720368547.75807", amount(() -> yuan("90000000000000").multiply(1.5)));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
