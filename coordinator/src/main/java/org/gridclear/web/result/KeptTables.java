package org.gridclear.web.result;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tables that were asked for last, so that the parts of one answer are written once. Nobody waits
 * for the tables of another.
 *
 * @param <F> the tables; closed when others take their place and nobody reads them
 */
final class KeptTables<F extends Closeable> implements Closeable {
  private static final int KEPT_MAX = 4;

  private final Map<String, Kept<F>> kept = new LinkedHashMap<>(8, 0.75f, true);

  /** Writes tables. */
  interface Opening<F> {
    F open() throws IOException;
  }

  /**
   * A question to tables.
   *
   * @param <F> the tables
   * @param <T> the answer
   */
  interface Question<F, T> {
    T of(F tables) throws IOException;
  }

  /** Some tables; whoever comes first writes them, who leaves last removes them. */
  private static final class Kept<F extends Closeable> {
    private @Nullable F tables;
    private int users;
    private boolean given;

    synchronized F tables(Opening<F> opening) throws IOException {
      F open = tables == null ? opening.open() : tables;
      tables = open;
      return open;
    }

    synchronized void close() throws IOException {
      if (tables != null) {
        tables.close();
      }
    }
  }

  /**
   * Asks tables.
   *
   * @param key what they are of
   * @param opening writes them if they are not here
   */
  <T> T with(String key, Opening<F> opening, Question<F, T> question) throws IOException {
    Kept<F> of = taken(key);
    try {
      return question.of(of.tables(opening));
    } finally {
      left(of);
    }
  }

  private synchronized Kept<F> taken(String key) throws IOException {
    Kept<F> of = kept.computeIfAbsent(key, none -> new Kept<>());
    of.users++;
    Iterator<Kept<F>> eldest = kept.values().iterator();
    if (kept.size() > KEPT_MAX) {
      Kept<F> out = eldest.next();
      eldest.remove();
      giveUp(out);
    }
    return of;
  }

  private synchronized void left(Kept<F> of) throws IOException {
    of.users--;
    if (of.given && of.users == 0) {
      of.close();
    }
  }

  private void giveUp(Kept<F> of) throws IOException {
    of.given = true;
    if (of.users == 0) {
      of.close();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    for (Kept<F> each : kept.values()) {
      giveUp(each);
    }
    kept.clear();
  }
}
