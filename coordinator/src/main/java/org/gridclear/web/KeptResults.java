package org.gridclear.web;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridclear.report.clearing.ResultTables;
import org.gridclear.run.RunResult;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Tables of the cases that were asked for last, so that the parts of one are written once. Nobody
 * waits for the tables of another case.
 */
@Component
class KeptResults implements DisposableBean {
  private static final int CASES_MAX = 4;

  private final EndedRuns ended;
  private final Map<String, Kept> kept = new LinkedHashMap<>(8, 0.75f, true);

  KeptResults(EndedRuns ended) {
    this.ended = ended;
  }

  /** A question to the tables of a case. */
  interface Question<T> {
    T of(ResultTables tables) throws IOException;
  }

  /** Tables of one case; whoever comes first writes them, who leaves last removes them. */
  private static final class Kept {
    private @Nullable ResultTables tables;
    private int users;
    private boolean given;

    synchronized ResultTables tables(EndedRuns.Cleared of) throws IOException {
      if (tables == null) {
        tables = ResultTables.of(of.clearingCase(), of.options(), of.result());
      }
      return tables;
    }

    synchronized void close() throws IOException {
      if (tables != null) {
        tables.close();
      }
    }
  }

  /**
   * Asks the tables of a case of a run that has ended.
   *
   * @param number place of the case, 0 for the base
   */
  <T> T with(RunResult result, int number, Question<T> question) throws IOException {
    EndedRuns.Cleared cleared = ended.cleared(result, number);
    Kept of = taken(result.status().runId() + " " + number);
    try {
      return question.of(of.tables(cleared));
    } finally {
      left(of);
    }
  }

  private synchronized Kept taken(String key) throws IOException {
    Kept of = kept.computeIfAbsent(key, none -> new Kept());
    of.users++;
    Iterator<Kept> eldest = kept.values().iterator();
    if (kept.size() > CASES_MAX) {
      Kept out = eldest.next();
      eldest.remove();
      giveUp(out);
    }
    return of;
  }

  private synchronized void left(Kept of) throws IOException {
    of.users--;
    if (of.given && of.users == 0) {
      of.close();
    }
  }

  private static void giveUp(Kept of) throws IOException {
    of.given = true;
    if (of.users == 0) {
      of.close();
    }
  }

  @Override
  public synchronized void destroy() throws IOException {
    for (Kept each : kept.values()) {
      giveUp(each);
    }
    kept.clear();
  }
}
