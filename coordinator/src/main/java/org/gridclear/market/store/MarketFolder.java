package org.gridclear.market.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.gridclear.atrest.KeyRefusedException;
import org.gridclear.file.DamagedFileException;
import org.gridclear.file.PrivateFiles;
import org.gridclear.file.StoredFiles;
import org.gridclear.json.Json;
import tools.jackson.core.JacksonException;

/**
 * A market folder, open: its facts, its database, its content (docs/market.md).
 *
 * @param path the folder
 * @param facts what it says of itself
 * @param database process records
 */
public record MarketFolder(Path path, Facts facts, MarketDatabase database)
    implements AutoCloseable {
  private static final String FILE = "market.json";
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

  /**
   * What a market is.
   *
   * @param format {@code gridclear-market}
   * @param version of the format, 1
   * @param name name of the market
   * @param timeZone zone of time of its trading dates, such as Asia/Shanghai
   * @param currency what money is counted in
   * @param database {@link MarketDatabase#EMBEDDED} or the address of a PostgreSQL
   */
  public record Facts(
      String format, int version, String name, String timeZone, String currency, String database) {
    private static final String FORMAT = "gridclear-market";

    /** A market of this build's format. */
    public Facts(String name, String timeZone, String currency, String database) {
      this(FORMAT, 1, name, timeZone, currency, database);
    }

    private void check() {
      if (!FORMAT.equals(format) || version != 1) {
        throw new IllegalArgumentException(
            "The format (%s, version %d) must be %s, version 1."
                .formatted(format, version, FORMAT));
      }
      if (name == null || !name.matches(NAME)) {
        throw new IllegalArgumentException(
            "The name (%s) must be letters, digits, dots and dashes, 64 at most.".formatted(name));
      }
      if (currency == null || currency.isBlank() || database == null) {
        throw new IllegalArgumentException("The currency and the database must be given.");
      }
      try {
        ZoneId.of(timeZone);
      } catch (DateTimeException | NullPointerException e) {
        throw new IllegalArgumentException(
            "The zone of time (%s) is not known; give one such as Asia/Shanghai."
                .formatted(timeZone),
            e);
      }
    }

    /** The currency as banks and tax services name it, such as CNY for yuan. */
    public String currencyCode() {
      return currency.equals("yuan") ? "CNY" : currency;
    }

    /** The address of the database without its password. */
    public String shownDatabase() {
      return MarketDatabase.shown(database);
    }

    /** The zone of time of its trading dates. */
    public ZoneId zone() {
      return ZoneId.of(timeZone);
    }
  }

  /**
   * Makes a market in a folder that is empty or not there, and opens it.
   *
   * @throws IllegalArgumentException if the folder holds anything, or a fact cannot be
   */
  public static MarketFolder create(Path path, Facts facts) {
    facts.check();
    try {
      if (Files.exists(path) && (!Files.isDirectory(path) || !isEmpty(path))) {
        throw new IllegalArgumentException(
            "%s is there already and is not an empty folder; a market needs one of its own."
                .formatted(path));
      }
      PrivateFiles.makeFolder(path);
      MarketFolder market =
          new MarketFolder(path, facts, MarketDatabase.open(path, facts.database()));
      StoredFiles.replace(
          path.resolve(FILE),
          Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(facts));
      return market;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fills a database with what was copied. */
  @FunctionalInterface
  public interface Filling {
    /** Fills it; nobody else has it open. */
    void fill(MarketDatabase database) throws IOException;
  }

  /**
   * Makes a market in a folder that is empty or not there, of a copy. It becomes a market when all
   * is there.
   *
   * @param tables number of the last change of tables in the copy
   * @param filling fills database and folder
   * @throws IllegalArgumentException if the folder holds anything, or a fact cannot be
   */
  public static void restore(Path path, Facts facts, String tables, Filling filling)
      throws IOException {
    facts.check();
    if (Files.exists(path) && (!Files.isDirectory(path) || !isEmpty(path))) {
      throw new IllegalArgumentException(
          "%s is there already and is not an empty folder; a market needs one of its own."
              .formatted(path));
    }
    PrivateFiles.makeFolder(path);
    try (MarketDatabase database = MarketDatabase.open(path, facts.database(), tables)) {
      filling.fill(database);
    }
    StoredFiles.replace(
        path.resolve(FILE), Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(facts));
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /**
   * Opens a market.
   *
   * @throws IllegalArgumentException if there is none, or its database cannot be opened
   */
  public static MarketFolder open(Path path) {
    Path file = path.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "%s is no market folder: it has no %s. Make one with: gridclear market init %s"
              .formatted(path, FILE, path));
    }
    Facts facts;
    try {
      facts = Json.MAPPER.readValue(StoredFiles.readAllBytes(file), Facts.class);
      facts.check();
    } catch (KeyRefusedException e) {
      throw e;
    } catch (JacksonException e) {
      throw new DamagedFileException(file, Json.firstLine(e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw new DamagedFileException(file, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new MarketFolder(path, facts, MarketDatabase.open(path, facts.database()));
  }

  /** What is kept by its content. */
  public ContentStore content() {
    return new ContentStore(path.resolve("content"));
  }

  /** Where older days lie as Parquet. */
  public Path days() {
    return path.resolve("days");
  }

  /** Parts of the folder that hold data, for a copy. */
  public List<Path> parts() {
    return List.of(
        path.resolve(FILE),
        path.resolve("database"),
        path.resolve("content"),
        path.resolve("audit"),
        days());
  }

  @Override
  public void close() {
    database.close();
  }
}
