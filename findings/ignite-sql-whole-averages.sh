#!/usr/bin/env bash
# Whole and decimal numbers in the SQL of Ignite: what is stored, and what an average of whole numbers is.
#
# Guess: the average of 1 and 2 is 1.5, as in PostgreSQL; a number that does not fit the type of its column is rounded,
# or refused, in the same way for each type.
#
# Instead: the average of 1 and 2 is 1, and of -1 and -2 it is -1: a whole number, cut towards zero. Into DECIMAL(10,2)
# 1.005 is refused, also by an UPDATE that multiplies (p * 1.333); into INT 1.7 is stored as 2 without a word, and 0.5
# as 1.
#
# Version: Ignite 2.17.0 with ignite-indexing.
#
# Matters: mean prices in fen, or mean loads in whole kW, are too low by up to one, always in the same direction for
# positive numbers. Write AVG(CAST(n AS DECIMAL)) or AVG(1.0 * n), and round in the UPDATE.
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
    <dependency><groupId>org.apache.ignite</groupId><artifactId>ignite-indexing</artifactId><version>2.17.0</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import java.util.*;
import org.apache.ignite.*;
import org.apache.ignite.cache.query.*;
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

  static String sql(String statement) {
    try {
      return cache.query(new SqlFieldsQuery(statement)).getAll().toString();
    } catch (RuntimeException e) {
      return "refused";
    }
  }

  public static void main(String[] args) throws Exception {
    System.out.println("Ignite 2.17.0");
    try (Ignite node = node()) {
      cache = node.createCache("any");
      sql("CREATE TABLE t(id INT PRIMARY KEY, n INT, big BIGINT, p DECIMAL(10,2))");
      sql("INSERT INTO t(id, n, big, p) VALUES (1, 1, 1, 1), (2, 2, 2, 2)");
      see("AVG of INT 1 and 2", "[[1]]", sql("SELECT AVG(n) FROM t"));
      see("AVG of BIGINT", "[[1]]", sql("SELECT AVG(big) FROM t"));
      see("AVG of DECIMAL", "[[1.5]]", sql("SELECT CAST(AVG(p) AS DECIMAL(10,1)) FROM t"));
      see("AVG(1.0 * n)", "[[1.5]]", sql("SELECT CAST(AVG(1.0 * n) AS DECIMAL(10,1)) FROM t"));
      see("AVG of -1 and -2", "[[-1]]", sql("SELECT AVG(-n) FROM t"));
      see("1.005 into DECIMAL(10,2)", "refused", sql("INSERT INTO t(id, p) VALUES (3, 1.005)"));
      see("p = p * 1.333", "refused", sql("UPDATE t SET p = p * 1.333 WHERE id = 1"));
      see("1.7 and 0.5 into INT", "[[2]]", sql("INSERT INTO t(id, n) VALUES (4, 1.7), (5, 0.5)"));
      see("stored", "[[2], [1]]", sql("SELECT n FROM t WHERE id IN (4, 5) ORDER BY id"));
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
