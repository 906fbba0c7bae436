package org.gridclear.market.store.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridclear.json.Json;
import org.gridclear.market.store.MarketDatabase;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import tools.jackson.databind.JsonNode;

/**
 * All tables of a market's database as lines of JSON, an array for each row in the order of its
 * key, so that the same rows are the same bytes on each kind of database.
 *
 * @param database the database
 */
public record DatabaseCopy(MarketDatabase database) {
  private static final int FETCHED = 1_000;
  private static final String OWN = "LOWER(table_schema) = LOWER(CURRENT_SCHEMA)";

  /** Takes the lines of a table. */
  @FunctionalInterface
  public interface Target {
    /** Where the lines of a table go; closed when all are written. */
    OutputStream open(String table) throws IOException;
  }

  /** Gives the lines of a table. */
  @FunctionalInterface
  public interface Source {
    /** The lines of a table. */
    InputStream open(String table) throws IOException;
  }

  /** Number of the last change of tables, as {@code 131}. */
  public String tablesVersion() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT \"version\" FROM \"flyway_schema_history\""
                            + " WHERE \"version\" IS NOT NULL ORDER BY \"installed_rank\" DESC")
                    .mapTo(String.class)
                    .first());
  }

  /**
   * Copies all tables as they are at one moment.
   *
   * @return rows by table
   */
  public Map<String, Long> write(Target target) {
    return database
        .jdbi()
        .inTransaction(
            TransactionIsolationLevel.REPEATABLE_READ,
            handle -> {
              Map<String, Long> rows = new TreeMap<>();
              for (TableShape table : tables(handle)) {
                rows.put(table.name(), write(handle, table, target));
              }
              return rows;
            });
  }

  private static long write(Handle handle, TableShape table, Target target) {
    try (OutputStream out = target.open(table.name());
        Statement statement = handle.getConnection().createStatement()) {
      statement.setFetchSize(FETCHED);
      long count = 0;
      try (ResultSet rows = statement.executeQuery(table.select())) {
        while (rows.next()) {
          List<Object> values = new ArrayList<>();
          for (int c = 0; c < table.columns().size(); c++) {
            values.add(table.columns().get(c).read(rows, c + 1));
          }
          out.write(Json.MAPPER.writeValueAsBytes(values));
          out.write('\n');
          count++;
        }
      }
      return count;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("Table %s cannot be read.".formatted(table.name()), e);
    }
  }

  /**
   * Fills tables that nobody has used yet.
   *
   * @param names tables that the copy has
   * @throws IllegalArgumentException if there are rows, or other tables than these
   */
  public void load(Iterable<String> names, Source source) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              Map<String, TableShape> tables = new LinkedHashMap<>();
              tables(handle).forEach(table -> tables.put(table.name(), table));
              TreeSet<String> given = new TreeSet<>();
              names.forEach(given::add);
              if (!given.equals(new TreeSet<>(tables.keySet()))) {
                throw new IllegalArgumentException(
                    "The copy has the tables %s, and the database %s."
                        .formatted(given, new TreeSet<>(tables.keySet())));
              }
              refuseUsed(handle, tables.keySet());
              List<TableShape> order = referencedFirst(handle, tables);
              for (TableShape table : order) {
                handle.execute("DELETE FROM " + table.name());
                load(handle, table, source);
              }
            });
    database.force();
  }

  /** What is there from the beginning are counters alone, of one row each. */
  private static void refuseUsed(Handle handle, Iterable<String> names) {
    for (String name : names) {
      long rows = handle.createQuery("SELECT COUNT(*) FROM " + name).mapTo(Long.class).one();
      if (rows > (name.endsWith("_counter") || name.endsWith("_head") ? 1 : 0)) {
        throw new IllegalArgumentException(
            "Table %s of the database has %d rows; a copy goes into an empty one."
                .formatted(name, rows));
      }
    }
  }

  static void load(Handle handle, TableShape table, Source source) {
    try (BufferedReader lines =
            new BufferedReader(new InputStreamReader(source.open(table.name()), UTF_8));
        PreparedBatch batch = handle.prepareBatch(table.insert())) {
      String line = lines.readLine();
      while (line != null) {
        JsonNode row = Json.MAPPER.readTree(line);
        for (int c = 0; c < table.columns().size(); c++) {
          table.columns().get(c).bind(batch, c, row.get(c));
        }
        batch.add();
        if (batch.size() == FETCHED) {
          batch.execute();
        }
        line = lines.readLine();
      }
      if (batch.size() > 0) {
        batch.execute();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<TableShape> tables(Handle handle) {
    List<TableShape> tables = new ArrayList<>();
    List<String> names =
        handle
            .createQuery(
                "SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE'"
                    + " AND "
                    + OWN)
            .mapTo(String.class)
            .list();
    names.stream()
        .filter(name -> !name.equals("flyway_schema_history") && !isOfSite(name))
        .sorted()
        .forEach(name -> tables.add(table(handle, name)));
    return tables;
  }

  /** Tables that say what site a database is of, and no copy has. */
  private static boolean isOfSite(String name) {
    return name.toLowerCase(Locale.ROOT).startsWith("site_");
  }

  private static TableShape table(Handle handle, String name) {
    List<ColumnShape> columns =
        handle
            .createQuery(
                "SELECT column_name, data_type FROM information_schema.columns"
                    + " WHERE table_name = :name AND "
                    + OWN
                    + " ORDER BY ordinal_position")
            .bind("name", name)
            .map(
                (row, context) ->
                    new ColumnShape(
                        row.getString(1).toLowerCase(Locale.ROOT),
                        ColumnShape.Type.of(row.getString(2))))
            .list();
    List<String> keys =
        handle
            .createQuery(
                "SELECT k.column_name FROM information_schema.key_column_usage k"
                    + " JOIN information_schema.table_constraints c"
                    + " ON c.constraint_name = k.constraint_name"
                    + " AND c.table_name = k.table_name AND c.table_schema = k.table_schema"
                    + " WHERE c.constraint_type = 'PRIMARY KEY' AND k.table_name = :name"
                    + " AND LOWER(k.table_schema) = LOWER(CURRENT_SCHEMA)"
                    + " ORDER BY k.ordinal_position")
            .bind("name", name)
            .map((row, context) -> row.getString(1).toLowerCase(Locale.ROOT))
            .list();
    if (keys.isEmpty()) {
      throw new IllegalStateException("Table %s has no key.".formatted(name));
    }
    return new TableShape(name.toLowerCase(Locale.ROOT), columns, keys);
  }

  private static List<TableShape> referencedFirst(Handle handle, Map<String, TableShape> tables) {
    Map<String, TableShape> ordered = new LinkedHashMap<>();
    Map<String, TreeSet<String>> references = new TreeMap<>();
    try {
      DatabaseMetaData meta = handle.getConnection().getMetaData();
      boolean upper = meta.storesUpperCaseIdentifiers();
      for (String name : tables.keySet()) {
        TreeSet<String> of = references.computeIfAbsent(name, none -> new TreeSet<>());
        String stored = upper ? name.toUpperCase(Locale.ROOT) : name;
        try (ResultSet keys =
            meta.getImportedKeys(null, handle.getConnection().getSchema(), stored)) {
          while (keys.next()) {
            of.add(keys.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The references of the tables cannot be read.", e);
    }
    while (ordered.size() < tables.size()) {
      tables.forEach(
          (name, table) -> {
            if (ordered.keySet().containsAll(references.get(name))) {
              ordered.put(name, table);
            }
          });
    }
    return List.copyOf(ordered.values());
  }
}
