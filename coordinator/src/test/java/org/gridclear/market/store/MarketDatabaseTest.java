package org.gridclear.market.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The database of a market folder, embedded and PostgreSQL. */
class MarketDatabaseTest {
  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("org.gridclear.market.store.MarketDatabases#kinds")
  void openedAgainItHasTheSameTables(String kind) {
    String address = MarketDatabases.empty(kind);
    try (MarketDatabase first = MarketDatabase.open(folder, address)) {
      assertEquals(0, versions(first));
    }
    try (MarketDatabase second = MarketDatabase.open(folder, address)) {
      assertEquals(0, versions(second));
    }
  }

  @ParameterizedTest
  @MethodSource("org.gridclear.market.store.MarketDatabases#kinds")
  void tablesOfALaterBuildAreRefused(String kind) {
    String address = MarketDatabases.empty(kind);
    try (MarketDatabase first = MarketDatabase.open(folder, address)) {
      first
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      "INSERT INTO \"flyway_schema_history\" (\"installed_rank\", \"version\","
                          + " \"description\", \"type\", \"script\", \"checksum\","
                          + " \"installed_by\", \"execution_time\", \"success\") VALUES (1000,"
                          + " '999', 'later', 'SQL', 'V999__later.sql', 1, 'x', 1, true)"));
    }
    String said =
        assertThrows(
                IllegalArgumentException.class, () -> MarketDatabase.open(folder, address).close())
            .getMessage();
    assertTrue(said.contains("are not those of this build"), said);
  }

  @Test
  void aServersCommitsAreOnDiskAndItsLocksDoNotOutliveAFrozenProcess() {
    try (MarketDatabase server = MarketDatabases.open("postgresql", folder)) {
      assertEquals("on", shown(server, "synchronous_commit"));
      assertEquals("1min", shown(server, "idle_in_transaction_session_timeout"));
    }
  }

  private static String shown(MarketDatabase server, String setting) {
    return server
        .jdbi()
        .withHandle(handle -> handle.createQuery("SHOW " + setting).mapTo(String.class).one());
  }

  @Test
  void anotherAddressIsRefused() {
    String said =
        assertThrows(
                IllegalArgumentException.class,
                () -> MarketDatabase.open(folder, "jdbc:mysql://x/y").close())
            .getMessage();
    assertTrue(said.contains("jdbc:mysql://x/y") && said.contains("postgresql"), said);
  }

  private static int versions(MarketDatabase database) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle.createQuery("SELECT count(*) FROM day_version").mapTo(Integer.class).one());
  }
}
