#!/usr/bin/env bash
# Units with more than one divisor as text (MW/h/h, J/kg/K, m/s/s) in the reference implementation of the units of
# measurement API.
#
# Guess: from left to right, as everywhere: (MW/h)/h. MW/h·h may be read either way, but alike by both parsers of the
# library.
#
# Instead: SimpleUnitFormat, which Quantities.getQuantity(text) uses, divides by all that follows: MW/h/h is MW/(h/h) =
# MW, m/s/s is a length, and 6 MW/h/h can be converted to MW as 6. EBNFUnitFormat reads MW/(h·h). And MW/h·h is MW/h² to
# the first and MW to the second.
#
# Version: indriya 2.2.2.
#
# Matters: prices of capacity are per MW and h, ramp limits and reserve activations MW per min per step. The check of
# dimensions, for which one takes such a library, passes the wrong unit. Write W/(h·h).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>tech.units</groupId><artifactId>indriya</artifactId><version>2.2.2</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import java.util.*;
import javax.measure.*;
import tech.units.indriya.format.*;
import tech.units.indriya.quantity.*;

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

  static String simple(String unit) {
    return SimpleUnitFormat.getInstance().parse(unit).getDimension().toString();
  }

  static String ebnf(String unit) {
    return EBNFUnitFormat.getInstance().parse(unit).getDimension().toString();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  static String convert(String quantity, String unit) {
    return Quantities.getQuantity(quantity).to((Unit) SimpleUnitFormat.getInstance().parse(unit)).toString();
  }

  public static void main(String[] args) {
    Locale.setDefault(Locale.ENGLISH);
    System.out.println("indriya 2.2.2");
    see("MW, simple format", "[L]²·[M]/[T]³", simple("MW"));
    see("MW/h/h, simple format", "[L]²·[M]/[T]³", simple("MW/h/h"));
    see("MW/h/h, EBNF format", "[L]²·[M]/[T]^5", ebnf("MW/h/h"));
    see("MW/h·h, simple format", "[L]²·[M]/[T]^5", simple("MW/h·h"));
    see("MW/h·h, EBNF format", "[L]²·[M]/[T]³", ebnf("MW/h·h"));
    see("m/s/s, simple format", "[L]", simple("m/s/s"));
    see("6 MW/h/h in MW", "6 MW", convert("6 MW/h/h", "MW"));
    see("24 MW·h/d in MW (one divisor: right)", "1 MW", convert("24 MW·h/d", "MW"));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
