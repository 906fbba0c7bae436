package org.gridclear.market.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.ValidateResult;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The relational database of a market folder: an embedded file, or a PostgreSQL by its address. Its
 * tables are made and brought up to date when it is opened; one of a later build is refused.
 */
public final class MarketDatabase implements AutoCloseable {
  /** The address of the database that lies in the folder itself. */
  public static final String EMBEDDED = "embedded";

  /** Variable of an embedded database's connection whose changes are those of a new build. */
  public static final String MIGRATES = "@gridclear_migrates";

  private static final String POSTGRES = "jdbc:postgresql:";
  private static final String MIGRATIONS = "classpath:market/migration";
  private static final int CONNECTIONS = 8;
  private static final long PATIENCE_MILLIS = 10_000;

  /** How long a transaction may do nothing at the database. */
  private static final int IDLE_MILLIS = 60_000;

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final boolean embedded;
  private volatile CopyGuard guard = CopyGuard.NONE;

  private MarketDatabase(HikariDataSource pool, boolean embedded) {
    this.pool = pool;
    this.embedded = embedded;
    this.jdbi = Jdbi.create(pool);
  }

  /**
   * Opens the database of a folder.
   *
   * @param folder the market folder
   * @param address {@link #EMBEDDED}, or {@code jdbc:postgresql://host:port/name?user=…}
   * @throws IllegalArgumentException if the address is neither, if another process has the embedded
   *     one open, if it is not there, or if its tables are not those of this build
   */
  public static MarketDatabase open(Path folder, String address) {
    return open(folder, address, "latest");
  }

  /**
   * Opens the database of a folder with the tables that an earlier build had.
   *
   * @param tables number of the last change of tables
   * @throws IllegalArgumentException as {@link #open(Path, String)}
   */
  static MarketDatabase open(Path folder, String address, String tables) {
    HikariConfig config = new HikariConfig();
    DataSource source = source(folder, address);
    config.setDataSource(source);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    config.setInitializationFailTimeout(1);
    HikariDataSource pool = connected(config, address);
    try {
      migrate(source, address, tables);
      return new MarketDatabase(pool, address.equals(EMBEDDED));
    } catch (IllegalArgumentException e) {
      pool.close();
      throw e;
    }
  }

  /** Not by its address alone: to look for a driver would start those of other libraries. */
  private static DataSource source(Path folder, String address) {
    if (address.equals(EMBEDDED)) {
      Path file = folder.resolve("database").resolve("market").toAbsolutePath();
      JdbcDataSource embedded = new JdbcDataSource();
      Optional<String> password = DatabaseKey.of(file);
      // Without a delay a commit is in the file when it returns: a receipt outlives the process.
      embedded.setURL(
          "jdbc:h2:file:"
              + file
              + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE"
              + (password.isPresent() ? ";CIPHER=AES" : ""));
      embedded.setUser("gridclear");
      // The password of the file, a blank, and that of the user, which is empty.
      password.ifPresent(secret -> embedded.setPassword(secret + " "));
      return embedded;
    }
    if (address.startsWith(POSTGRES)) {
      PGSimpleDataSource server = new PGSimpleDataSource();
      // A receipt stands for a commit that is on disk, whatever the server's default is. Rows that
      // a
      // process has locked are not locked for ever where it is frozen or its line is gone.
      server.setOptions(
          "-c synchronous_commit=on -c idle_in_transaction_session_timeout=" + IDLE_MILLIS);
      server.setTcpKeepAlive(true);
      server.setURL(address);
      return server;
    }
    throw new IllegalArgumentException(
        "The database (%s) must be 'embedded', or an address such as jdbc:postgresql://host:5432/market."
            .formatted(shown(address)));
  }

  /** An address without what follows its name, for that may be a password. */
  static String shown(String address) {
    int parameters = address.indexOf('?');
    return parameters < 0 ? address : address.substring(0, parameters) + "?…";
  }

  private static HikariDataSource connected(HikariConfig config, String address) {
    try {
      return new HikariDataSource(config);
    } catch (HikariPool.PoolInitializationException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String why = String.valueOf(cause.getMessage());
      String open =
          why.contains("already in use")
              ? " Another process has it open: ask the server, or stop that process."
              : "";
      throw new IllegalArgumentException(
          "The database (%s) cannot be opened: %s%s"
              .formatted(shown(address), why.lines().findFirst().orElse(""), open),
          e);
    }
  }

  /**
   * Brings tables up to date by connections of its own, which the database of a site knows: both
   * sites do it, each for itself, so nothing of it is sent.
   */
  private static void migrate(DataSource source, String address, String tables) {
    Flyway flyway =
        Flyway.configure(MarketDatabase.class.getClassLoader())
            .dataSource(source)
            .initSql(address.equals(EMBEDDED) ? "SET " + MIGRATES + " = TRUE" : null)
            .locations(MIGRATIONS)
            .ignoreMigrationPatterns("*:pending")
            .target(tables)
            .load();
    ValidateResult valid = flyway.validateWithResult();
    if (!valid.validationSuccessful) {
      throw new IllegalArgumentException(
          "The tables of the database (%s) are not those of this build: %s"
              .formatted(shown(address), valid.getAllErrorMessages().replace('\n', ' ')));
    }
    flyway.migrate();
  }

  /**
   * Makes what was committed outlive the machine, too: PostgreSQL's commit does, the embedded one
   * hands its pages to the system, which is asked to write them.
   */
  public void force() {
    flush();
    guard.committed();
  }

  /** Makes what was committed outlive the machine, and waits for no other site. */
  public void flush() {
    if (embedded) {
      jdbi.useHandle(handle -> handle.execute("CHECKPOINT SYNC"));
    }
  }

  /** Whoever waits for what was committed waits for this, too. */
  public void guard(CopyGuard other) {
    guard = other;
  }

  /**
   * Refuses what only an embedded database can do.
   *
   * @throws IllegalArgumentException if it is a server's
   */
  public void requireEmbedded() {
    if (!embedded) {
      throw new IllegalArgumentException(
          "The database of this market is a PostgreSQL: its standby is PostgreSQL's own (streaming"
              + " replication with synchronous_standby_names; docs/protection.md).");
    }
  }

  /** For the statements of this package and those below it, which alone know SQL. */
  public Jdbi jdbi() {
    return jdbi;
  }

  /**
   * Does some work of several stores, all of it or nothing; it is on disk when this returns.
   *
   * @param work what each store does gets the transaction
   * @return what the work returns
   */
  public <T> T inTransaction(Function<StoreTransaction, T> work) {
    T done = jdbi.inTransaction(handle -> work.apply(new StoreTransaction(handle)));
    force();
    return done;
  }

  @Override
  public void close() {
    pool.close();
  }
}
