#!/usr/bin/env bash
# Formulas of contract prices and bills in three Java engines for expressions: QLExpress, Aviator and EvalEx.
#
# Guess: with BigDecimal values the arithmetic is decimal; a misspelt or missing price is refused; rounding is half up.
#
# Instead: price / 3 of 100 yuan is 33 in QLExpress, and 1/4 is 0 there and in Aviator; 2000000000 + 2000000000 is
# -294967296 in QLExpress. A BigDecimal times a literal becomes a double in Aviator, where a misspelt price is below any
# number: the tariff is "low". A missing price plus 1 is the text null1 in QLExpress and EvalEx. EvalEx rounds 2.345 to
# 2.34 (half to even), and -5^2 is 25 in it.
#
# Version: QLExpress 3.3.4, Aviator 5.4.3, EvalEx 3.4.0.
#
# Matters: such formulas are typed in by those who write contracts. Turn on precise mode (QLExpress) or decimals for all
# literals (Aviator), set the rounding (EvalEx), and check the names of a formula before it counts.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>com.alibaba</groupId><artifactId>QLExpress</artifactId><version>3.3.4</version></dependency>
    <dependency><groupId>com.googlecode.aviator</groupId><artifactId>aviator</artifactId><version>5.4.3</version></dependency>
    <dependency><groupId>com.ezylang</groupId><artifactId>EvalEx</artifactId><version>3.4.0</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import com.ezylang.evalex.Expression;
import com.googlecode.aviator.*;
import com.ql.util.express.*;
import java.math.*;
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

  static Map<String, Object> price(Object price) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("price", price);
    return variables;
  }

  static String qlExpress(boolean precise, String formula, Object price) throws Exception {
    var context = new DefaultContext<String, Object>();
    context.putAll(price(price));
    return String.valueOf(new ExpressRunner(precise, false).execute(formula, context, null, true, false));
  }

  static String aviator(boolean decimals, String formula, Object price) {
    var engine = AviatorEvaluator.newInstance();
    engine.setOption(Options.ALWAYS_PARSE_FLOATING_POINT_NUMBER_INTO_DECIMAL, decimals);
    Object value = engine.execute(formula, price(price));
    return value + " " + value.getClass().getSimpleName();
  }

  static String evalEx(String formula, Object price) throws Exception {
    return String.valueOf(new Expression(formula).withValues(price(price)).evaluate().getValue());
  }

  public static void main(String[] args) throws Exception {
    System.out.println("QLExpress 3.3.4, Aviator 5.4.3, EvalEx 3.4.0");
    BigDecimal hundred = new BigDecimal("100");
    see("QLExpress, price / 3 at 100", "33", qlExpress(false, "price / 3", hundred));
    see("QLExpress, precise", "33.3333333333", qlExpress(true, "price / 3", hundred));
    see("QLExpress, 1 / 4", "0", qlExpress(false, "1 / 4", hundred));
    see("QLExpress, 2000000000 + 2000000000", "-294967296", qlExpress(false, "2000000000 + 2000000000", hundred));
    see("QLExpress, no price, price + 1", "null1", qlExpress(true, "price + 1", null));
    BigDecimal bill = new BigDecimal("412.345");
    see("Aviator, 1 / 4", "0 Long", aviator(false, "1 / 4", bill));
    see("Aviator, price * 1.06 at 412.345", "437.08570000000003 Double", aviator(false, "price * 1.06", bill));
    see("Aviator, literals as decimals", "437.08570 BigDecimal", aviator(true, "price * 1.06", bill));
    see("Aviator, misspelt", "low String", aviator(true, "pirce > 300 ? 'high' : 'low'", bill));
    see("EvalEx, ROUND(2.345, 2)", "2.34", evalEx("ROUND(2.345, 2)", bill));
    see("EvalEx, -5^2", "25", evalEx("-5^2", bill));
    see("EvalEx, no price, price + 1", "null1", evalEx("price + 1", null));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
