#!/usr/bin/env bash
# Penalties in a score of Timefold that add up to more than 2147483647 (costs of a commitment in yuan, or in fen).
#
# Guess: an exception, or the lowest score there is.
#
# Instead: the sum wraps: two plans' worth of -2000000000 are +294967296, better than a plan without any cost (0).
# Products and powers stop at the ends of the range; only parsing a score from text refuses what is too large.
# The BigDecimal score keeps the digits of its first number: 10 / 3 is 3, and 1.25 × 0.5 is 0.62.
#
# Version: Timefold 1.16.0.
#
# Matters: the search prefers the plan whose costs wrap and reports it as the best. Use the long or BigDecimal kind,
# the latter with as many digits as the result needs.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>ai.timefold.solver</groupId><artifactId>timefold-solver-core</artifactId><version>1.16.0</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import ai.timefold.solver.core.api.score.buildin.hardsoft.*;
import ai.timefold.solver.core.api.score.buildin.hardsoftbigdecimal.*;
import ai.timefold.solver.core.api.score.buildin.hardsoftlong.*;
import java.math.*;

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

  static String parsed(String text) {
    try {
      return HardSoftScore.parseScore(text).toString();
    } catch (IllegalArgumentException e) {
      return "refused";
    }
  }

  static HardSoftBigDecimalScore exact(String soft) {
    return HardSoftBigDecimalScore.ofSoft(new BigDecimal(soft));
  }

  public static void main(String[] args) {
    System.out.println("Timefold 1.16.0");
    HardSoftScore dear = HardSoftScore.ofSoft(-2_000_000_000);
    HardSoftScore sum = dear.add(dear);
    see("-2000000000 and -2000000000", "0hard/294967296soft", sum.toString());
    see("better than no cost", true, sum.compareTo(HardSoftScore.ZERO) > 0);
    see("-2000000 x 2000", "0hard/-2147483648soft", HardSoftScore.ofSoft(-2_000_000).multiply(2000).toString());
    see("-70000 squared", "0hard/2147483647soft", HardSoftScore.ofSoft(-70_000).power(2).toString());
    see("-4000000000 as text", "refused", parsed("0hard/-4000000000soft"));
    see("with long", "0hard/-4000000000soft", HardSoftLongScore.ofSoft(-2_000_000_000L).add(HardSoftLongScore.ofSoft(-2_000_000_000L)).toString());
    see("10 / 3 with BigDecimal", "0hard/3soft", exact("10").divide(3).toString());
    see("1.25 x 0.5 with BigDecimal", "0hard/0.62soft", exact("1.25").multiply(0.5).toString());
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
