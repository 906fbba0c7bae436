#!/usr/bin/env bash
# A quantity as text, such as "1e3 MW", in the reference implementation of the units of measurement API.
#
# Guess: what Double.parseDouble takes is read so, and what it cannot read is refused.
#
# Instead: the number is read as far as it goes and the rest up to the blank is lost: "1e3 MW" is 1 MW, and "12.5x MW"
# is 12.5 MW, while "1E3 MW" is 1000 MW and "+5 MW" is refused. The comma is a grouping mark anywhere in English: "1,5
# MW" is 15 MW.
#
# Version: indriya 2.2.2.
#
# Matters: programs write powers of ten with a small e (C, Python, JavaScript), and half of the world writes 1,5. Both
# come through as a number of the right unit, wrong by a factor of 10 to 1000.
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

  static String read(String text) {
    try {
      return Quantities.getQuantity(text).toString();
    } catch (RuntimeException e) {
      return "refused";
    }
  }

  public static void main(String[] args) {
    Locale.setDefault(Locale.ENGLISH);
    System.out.println("indriya 2.2.2, Quantities.getQuantity of");
    see("1500.5 MW", "1500.5 MW", read("1500.5 MW"));
    see("1E3 MW", "1000 MW", read("1E3 MW"));
    see("1e3 MW", "1 MW", read("1e3 MW"));
    see("2.5e-3 MW", "2.5 MW", read("2.5e-3 MW"));
    see("12.5x MW", "12.5 MW", read("12.5x MW"));
    see("1,5 MW", "15 MW", read("1,5 MW"));
    see("0,275 kV", "275 kV", read("0,275 kV"));
    see("+5 MW", "refused", read("+5 MW"));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
