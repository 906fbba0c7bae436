package org.gridclear.market.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Databases for tests that run on each kind: {@code @MethodSource} gives the addresses. One real
 * PostgreSQL serves all tests of a virtual machine, a database of its own each.
 */
public final class MarketDatabases {
  private static EmbeddedPostgres server;

  private MarketDatabases() {}

  /** The kinds: embedded, postgresql. */
  public static Stream<String> kinds() {
    return Stream.of("embedded", "postgresql");
  }

  /** The address of an empty database of a kind. */
  public static String empty(String kind) {
    return kind.equals("embedded") ? MarketDatabase.EMBEDDED : postgres();
  }

  /** An empty database of a kind, open; the embedded one lies in the folder. */
  public static MarketDatabase open(String kind, Path folder) {
    return MarketDatabase.open(folder, empty(kind));
  }

  private static synchronized String postgres() {
    try {
      if (server == null) {
        server = EmbeddedPostgres.builder().start();
      }
      String name = "m" + UUID.randomUUID().toString().replace("-", "");
      try (var connection = server.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name);
      }
      return server.getJdbcUrl("postgres", name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
