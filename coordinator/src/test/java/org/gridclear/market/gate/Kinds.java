package org.gridclear.market.gate;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketDatabases;

/** A database of each kind for the tests of one class; each test has a market of its own. */
final class Kinds implements AutoCloseable {
  /** The kinds, for {@code @MethodSource}. */
  static final String SOURCE = "org.gridclear.market.store.MarketDatabases#kinds";

  private final Path folder;
  private final Map<String, MarketDatabase> open = new HashMap<>();

  Kinds(Path folder) {
    this.folder = folder;
  }

  /** A desk of a new market in the database of a kind. */
  Desk desk(String kind) {
    return Desk.of(open.computeIfAbsent(kind, each -> MarketDatabases.open(each, folder)));
  }

  @Override
  public void close() {
    open.values().forEach(MarketDatabase::close);
  }
}
