#!/usr/bin/env bash
# Whether a program that has Ignite on its class path, and starts none, still reaches another database by its JDBC address.
#
# Guess: yes; a driver that is not asked for takes no part, and the add-opens flags matter to those who start a node.
#
# Instead: ignite-core registers a JDBC driver whose class cannot be initialised on a JDK 17 without the flags. The
# DriverManager asks of every registered driver whether the caller may see it, and the error of that class is no
# exception that it catches: a connection to H2 fails with NoClassDefFoundError about Ignite. A DataSource of the
# wanted driver connects.
#
# Version: ignite-core 2.17.0, h2 2.4.240, JDK 17.
#
# Matters: a tool of its own process that reads the same class path (a migration, a report, a test) fails with an
# error that names another product.
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
    <dependency><groupId>com.h2database</groupId><artifactId>h2</artifactId><version>2.4.240</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import java.sql.Connection;
import java.sql.DriverManager;
import org.h2.jdbcx.JdbcDataSource;

public class Probe {
  public static void main(String[] arguments) throws Exception {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:");
    try (Connection connection = source.getConnection()) {
      System.out.println("by its DataSource: connected " + connection.isValid(1));
    }
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
      System.out.println("by its address: connected " + connection.isValid(1));
    } catch (Throwable e) {
      System.out.println("by its address: " + e.getClass().getSimpleName() + " " + e.getMessage());
    }
  }
}
JAVA
javac -cp "$(cat cp.txt)" Probe.java
java -cp "$(cat cp.txt):." Probe | tee out

grep -q "by its DataSource: connected true" out
grep -q "by its address: NoClassDefFoundError .*org.apache.ignite.IgniteJdbcThinDriver" out
echo "as found"
