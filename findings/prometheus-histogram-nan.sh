#!/usr/bin/env bash
# One NaN (a ratio with an empty denominator, a price that was not formed) among the observations of a Prometheus
# histogram.
#
# Guess: refused, or counted in the bucket +Inf, so that the count tells that something came.
#
# Instead: no bucket and no count: the observation leaves no trace but the sum, which is NaN for as long as the
# process lives. A summary counts it.
#
# Version: simpleclient 0.16.0.
#
# Matters: rate(sum) / rate(count), the usual average, is an empty line on the dashboard from then on, while count and
# buckets look healthy; it takes a restart to mend. Guard with Double.isFinite before observe.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>io.prometheus</groupId><artifactId>simpleclient</artifactId><version>0.16.0</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import io.prometheus.client.*;
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

  static double value(CollectorRegistry all, String name) {
    return all.getSampleValue(name);
  }

  static double bucket(CollectorRegistry all, String le) {
    return all.getSampleValue("price_bucket", new String[] {"le"}, new String[] {le});
  }

  public static void main(String[] args) {
    System.out.println("simpleclient 0.16.0");
    CollectorRegistry all = new CollectorRegistry();
    Histogram prices = Histogram.build("price", "yuan per MWh").buckets(100, 500).register(all);
    prices.observe(80);
    prices.observe(300);
    prices.observe(Double.NaN);
    prices.observe(900);
    see("observed 80, 300, NaN, 900: count", 3.0, value(all, "price_count"));
    see("bucket 100", 1.0, bucket(all, "100.0"));
    see("bucket 500", 2.0, bucket(all, "500.0"));
    see("bucket +Inf", 3.0, bucket(all, "+Inf"));
    see("sum", Double.NaN, value(all, "price_sum"));
    for (int i = 0; i < 1000; i++) {
      prices.observe(300);
    }
    see("sum after 1000 sound ones", Double.NaN, value(all, "price_sum"));
    Summary summary = Summary.build("day", "yuan per MWh").register(all);
    summary.observe(80);
    summary.observe(Double.NaN);
    see("summary of 80, NaN: count", 2.0, value(all, "day_count"));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
