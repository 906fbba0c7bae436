#!/usr/bin/env bash
# Keys of an Ignite cache that are equal in Java, or have the same fields: is the entry found?
#
# Guess: what equals says; for objects built field by field (BinaryObject) the names and values of the fields.
#
# Instead: the bytes decide. A list or a map is not found by an equal one of another class (List.of, Arrays.asList,
# ArrayList); a BinaryObject with the same fields set in another order, or with a field set to null that the other
# lacks, is another key. Two arrays of the same numbers, which are not equal in Java, are the same key.
#
# Version: Ignite 2.17.0.
#
# Matters: an upsert of (unit, hour) by two writers that set the fields in different order makes two entries, and a read
# finds the one or the other: sums count both. Keys should be strings or numbers, or be built in one place.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.apache.ignite</groupId><artifactId>ignite-core</artifactId><version>2.17.0</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import java.util.*;
import org.apache.ignite.*;
import org.apache.ignite.binary.*;
import org.apache.ignite.configuration.*;
import org.apache.ignite.logger.*;
import org.apache.ignite.spi.discovery.tcp.*;
import org.apache.ignite.spi.discovery.tcp.ipfinder.vm.*;

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

  static Ignite node() throws Exception {
    int port;
    try (java.net.ServerSocket free = new java.net.ServerSocket(0)) {
      port = free.getLocalPort();
    }
    TcpDiscoverySpi alone = new TcpDiscoverySpi().setLocalAddress("127.0.0.1").setLocalPort(port);
    alone.setIpFinder(new TcpDiscoveryVmIpFinder().setAddresses(List.of("127.0.0.1:" + port)));
    return Ignition.start(new IgniteConfiguration().setDiscoverySpi(alone).setGridLogger(new NullLogger()).setLocalHost("127.0.0.1")
        .setWorkDirectory(java.nio.file.Path.of("work").toAbsolutePath().toString()).setConnectorConfiguration(null)
        .setClientConnectorConfiguration(null));
  }

  static IgniteCache<Object, Object> cache;

  static boolean found(Object put, Object sought) {
    cache.clear();
    cache.put(put, 1);
    return cache.get(sought) != null;
  }

  public static void main(String[] args) throws Exception {
    System.out.println("Ignite 2.17.0: put with the first, got with the second");
    try (Ignite node = node()) {
      cache = node.createCache("keys");
      see("List.of and List.of", true, found(List.of("G1", 1), List.of("G1", 1)));
      see("List.of and Arrays.asList", false, found(List.of("G1", 1), Arrays.asList("G1", 1)));
      see("ArrayList and Arrays.asList", false, found(new ArrayList<>(List.of("G1", 1)), Arrays.asList("G1", 1)));
      see("HashMap and TreeMap", false, found(new HashMap<>(Map.of("unit", "G1")), new TreeMap<>(Map.of("unit", "G1"))));
      see("two equal arrays", true, found(new int[] {1, 2}, new int[] {1, 2}));

      IgniteBinary binary = node.binary();
      BinaryObject unitHour = binary.builder("Key").setField("unit", "G1").setField("hour", 1).build();
      BinaryObject hourUnit = binary.builder("Key").setField("hour", 1).setField("unit", "G1").build();
      BinaryObject withNull = binary.builder("Key").setField("unit", "G1").setField("hour", 1).setField("zone", null, String.class).build();
      see("objects with unit, hour and hour, unit: equals", false, unitHour.equals(hourUnit));
      IgniteCache<Object, Object> objects = cache.withKeepBinary();
      objects.clear();
      objects.put(unitHour, 100);
      objects.put(hourUnit, 200);
      objects.put(withNull, 300);
      see("entries after three puts of unit G1, hour 1", 3, objects.size());
      see("got by unit, hour", 100, objects.get(unitHour));
      see("got by hour, unit", 200, objects.get(hourUnit));
      see("the same order, built again", 100, objects.get(binary.builder("Key").setField("unit", "G1").setField("hour", 1).build()));
    }
    end();
  }
}
JAVA
opens=()
for package in java.base/java.nio java.base/java.lang java.base/java.util java.base/sun.nio.ch java.base/java.io \
  java.base/java.net java.base/jdk.internal.misc java.base/java.lang.invoke java.base/java.util.concurrent \
  java.base/java.lang.reflect java.base/java.math java.base/java.time java.base/java.text \
  java.management/com.sun.jmx.mbeanserver jdk.management/com.sun.management.internal; do
  opens+=("--add-opens=$package=ALL-UNNAMED")
done
javac -nowarn -cp "$(cat cp.txt)" Probe.java
java "${opens[@]}" -DIGNITE_UPDATE_NOTIFIER=false -DIGNITE_QUIET=true -DIGNITE_NO_ASCII=true -cp "$(cat cp.txt):." Probe 2> log.txt || { grep -v -i slf4j log.txt >&2; exit 1; }
