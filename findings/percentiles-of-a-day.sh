#!/usr/bin/env bash
# The 95th percentile of 20 prices (1 to 20) and the median of three, one of them missing (NaN), in statistics
# libraries.
#
# Guess: 19.05, as in Excel's PERCENTILE, numpy and SQL's percentile_cont; with NaN the result is NaN.
#
# Instead: Commons Math and Hipparchus have 19.95, Commons Statistics 19.65, simple-statistics 19.5; d3 has 19.05. All
# of them are defaults of textbooks; in each but d3 and simple-statistics another can be chosen.
# Of 5, NaN, 7 the median is 6 in Commons Math and Hipparchus (NaN is left out) and 7 in Commons Statistics (NaN is
# the largest), whose maximum is NaN. In d3 it is 6.
#
# Version: Commons Math 3.6.1, Hipparchus 4.0.1, Commons Statistics 1.1, simple-statistics 7.8.8, d3-array 3.2.4.
#
# Matters: price caps, scarcity indices and rules of market monitoring are percentiles. Two reports on the same prices
# differ by a price step, and a missing price moves a median or not. State the method with the number.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.apache.commons</groupId><artifactId>commons-math3</artifactId><version>3.6.1</version></dependency>
    <dependency><groupId>org.hipparchus</groupId><artifactId>hipparchus-stat</artifactId><version>4.0.1</version></dependency>
    <dependency><groupId>org.apache.commons</groupId><artifactId>commons-statistics-descriptive</artifactId><version>1.1</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2
npm install --silent --no-audit --no-fund simple-statistics@7.8.8 d3-array@3.2.4 >&2

cat > Probe.java <<'JAVA'
import java.util.stream.*;

public class Probe {
  public static void main(String[] args) {
    double[] prices = IntStream.rangeClosed(1, 20).asDoubleStream().toArray();
    double[] gap = {5, Double.NaN, 7};
    var math = new org.apache.commons.math3.stat.descriptive.rank.Percentile();
    var hipparchus = new org.hipparchus.stat.descriptive.rank.Percentile();
    System.out.printf("commons-math %.2f %s%n", math.evaluate(prices, 95), math.evaluate(gap, 50));
    System.out.printf("hipparchus %.2f %s%n", hipparchus.evaluate(prices, 95), hipparchus.evaluate(gap, 50));
    System.out.printf("commons-statistics %.2f %s%n", org.apache.commons.statistics.descriptive.Quantile.withDefaults().evaluate(prices, 0.95),
        org.apache.commons.statistics.descriptive.Median.withDefaults().evaluate(gap));
  }
}
JAVA
cat > probe.mjs <<'JS'
import * as d3 from 'd3-array';
import * as simple from 'simple-statistics';

const prices = Array.from({ length: 20 }, (_, i) => i + 1);
console.log('d3', d3.quantile(prices, 0.95).toFixed(2), d3.median([5, NaN, 7]));
console.log('simple-statistics', simple.quantile(prices, 0.95).toFixed(2));
JS
{
  java -Duser.language=en -cp "$(cat cp.txt)" Probe.java
  node probe.mjs
} > seen.txt

ok=0
echo "95th percentile of 1 to 20, median of 5, NaN, 7"
while read -r library expected; do
  seen=$(sed -n "s/^$library //p" seen.txt)
  if [ "$seen" = "$expected" ]; then echo "$library: $seen"; else echo "$library: $seen   CHANGED, was $expected"; ok=1; fi
done <<'EXPECTED'
commons-math 19.95 6.0
hipparchus 19.95 6.0
commons-statistics 19.65 7.0
simple-statistics 19.50
d3 19.05 6
EXPECTED
if [ $ok = 0 ]; then echo "behaviour as described"; else echo "behaviour has changed"; fi
exit $ok
