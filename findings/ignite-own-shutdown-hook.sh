#!/usr/bin/env bash
# When a node that a program embeds stops, if the program is asked to end (TERM, Ctrl-C, System.exit).
#
# Guess: it lives until the program stops it, or until the program's own shutdown hooks have run.
#
# Instead: the node brings a shutdown hook of its own, and hooks of the JVM run beside each other. A hook of the
# program that settles something in a cache finds the node gone within moments. With IGNITE_NO_SHUTDOWN_HOOK the
# program has the order in its own hand.
#
# Version: ignite-core 2.17.0.
#
# Matters: work under way at a stop fails as if it had broken by itself, and what a coordinator wants to keep of its
# runs while it ends is lost or not, as the threads fall.
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
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.Ignition;
import org.apache.ignite.configuration.IgniteConfiguration;
import org.apache.ignite.logger.NullLogger;
import org.apache.ignite.spi.discovery.tcp.TcpDiscoverySpi;
import org.apache.ignite.spi.discovery.tcp.ipfinder.vm.TcpDiscoveryVmIpFinder;

public class Probe {
  public static void main(String[] arguments) {
    TcpDiscoverySpi alone = new TcpDiscoverySpi().setLocalAddress("127.0.0.1").setLocalPort(48900);
    alone.setIpFinder(new TcpDiscoveryVmIpFinder().setAddresses(java.util.List.of("127.0.0.1:48900")));
    Ignite node =
        Ignition.start(
            new IgniteConfiguration()
                .setDiscoverySpi(alone)
                .setGridLogger(new NullLogger())
                .setLocalHost("127.0.0.1"));
    IgniteCache<String, String> cache = node.getOrCreateCache("kept");
    cache.put("run", "under way");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> settle(cache)));
    System.exit(0);
  }

  /** What a program does at its end: a moment later it notes how its run ended. */
  private static void settle(IgniteCache<String, String> cache) {
    try {
      Thread.sleep(2000);
      cache.put("run", "settled");
      System.out.println("the hook of the program: settled");
    } catch (Exception e) {
      System.out.println("the hook of the program: the node is gone");
    }
    System.out.flush();
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
probe() { java "${opens[@]}" -DIGNITE_UPDATE_NOTIFIER=false -DIGNITE_QUIET=true -DIGNITE_NO_ASCII=true "$@" -cp "$(cat cp.txt):." Probe 2>/dev/null | grep 'the hook' || true; }

changed=0
see() { # what, expected, seen
  if [ "$2" = "$3" ]; then echo "$1: $3"; else echo "$1: $3   CHANGED, was $2"; changed=1; fi
}
see "as it comes" "the hook of the program: the node is gone" "$(probe)"
see "with IGNITE_NO_SHUTDOWN_HOOK" "the hook of the program: settled" "$(probe -DIGNITE_NO_SHUTDOWN_HOOK=true)"
[ $changed = 0 ] && echo "behaviour as described" || { echo "behaviour has changed"; exit 1; }
