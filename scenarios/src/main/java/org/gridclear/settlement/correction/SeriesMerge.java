package org.gridclear.settlement.correction;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Merges corrected series into a file: an interval that is not named stays.
 *
 * @param path file
 * @param base series that are there
 * @param common series that hold on all days where the file of the day has none; empty for none
 * @param elsewhere ids whose energy comes from another file of the day, and what takes it away
 *     there
 * @param log takes issues of the correction
 * @param changes takes every change
 */
record SeriesMerge(
    String path,
    SeriesRows base,
    Map<String, SeriesRows.Row> common,
    Elsewhere elsewhere,
    IssueLog log,
    List<Change> changes) {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,12})?");

  /** Another source of the same series. */
  interface Elsewhere {
    /** Whether the other file has the series of this id. */
    boolean has(String id, String series);

    /** Takes it away there, because this file gives it from now on. */
    void withdraw(String id, String series);

    /** There is no other source. */
    Elsewhere NOWHERE =
        new Elsewhere() {
          @Override
          public boolean has(String id, String series) {
            return false;
          }

          @Override
          public void withdraw(String id, String series) {}
        };
  }

  void merge(SeriesRows correction) {
    BiConsumer<String, SeriesRows.Row> one = this::row;
    correction.rows().forEach(one);
  }

  private void row(String key, SeriesRows.Row row) {
    String[] names = key.split(",", 2);
    SeriesRows.Row there = base.rows().get(key);
    boolean known = there != null || common.containsKey(key);
    switch (row.action().isEmpty() ? Action.REPLACE.label() : row.action()) {
      case "replace" -> replace(key, names, row, there);
      case "add" -> {
        if (known || elsewhere.has(names[0], names[1])) {
          report(row, key, "It is there already; replace it.");
        } else {
          put(key, row, Action.ADD);
        }
      }
      case "withdraw" -> {
        if (there == null || !row.empty()) {
          report(row, key, "Name a series of the file, without values, to withdraw it.");
        } else {
          base.rows().remove(key);
          changes(key, there.cells(), new String[base.intervals()], Action.WITHDRAW);
        }
      }
      default ->
          log.add(
              Rule.FIELD_KNOWN,
              "line " + row.line(),
              "action",
              row.action(),
              "Give add, replace or withdraw; nothing is replace.");
    }
  }

  private void replace(
      String key, String[] names, SeriesRows.Row row, SeriesRows.@Nullable Row there) {
    if (row.empty()) {
      log.add(
          Rule.CORRECTION_NAMES,
          "line " + row.line(),
          key.replace(',', ' '),
          "no value",
          "Give the corrected values, or the action withdraw.");
    } else if (there != null) {
      put(key, row, Action.REPLACE);
    } else if (common.containsKey(key)) {
      base.rows().put(key, new SeriesRows.Row(row.line(), "", common.get(key).cells().clone()));
      put(key, row, Action.REPLACE);
    } else if (elsewhere.has(names[0], names[1])) {
      if (row.whole()) {
        elsewhere.withdraw(names[0], names[1]);
        put(key, row, Action.REPLACE);
      } else {
        report(row, key, "Its energy comes from registers: give every interval, or correct those.");
      }
    } else {
      Set<String> keys = base.rows().keySet();
      report(row, key, NearestName.advice(key, keys) + " Give the action add for a new series.");
    }
  }

  private void report(SeriesRows.Row row, String key, String advice) {
    if (log.count() < 20) {
      log.add(
          Rule.CORRECTION_NAMES, "line " + row.line(), key.replace(',', ' '), path, advice.strip());
    }
  }

  /** Whether every cell is a number; the reader of the merged file knows its bounds. */
  private boolean numbers(SeriesRows.Row row, String key) {
    for (int t = 0; t < row.cells().length; t++) {
      String cell = row.cells()[t];
      if (!cell.isEmpty() && !NUMBER.matcher(cell).matches()) {
        log.add(
            Rule.FIELD_TYPE,
            "line " + row.line(),
            "%s interval %d".formatted(key.replace(',', ' '), t + 1),
            cell,
            "Give a number.");
        return false;
      }
    }
    return true;
  }

  private void put(String key, SeriesRows.Row row, Action action) {
    if (!numbers(row, key)) {
      return;
    }
    SeriesRows.Row there =
        base.rows().computeIfAbsent(key, k -> new SeriesRows.Row(row.line(), "", base.intervals()));
    String[] before = there.cells().clone();
    for (int t = 0; t < row.cells().length; t++) {
      if (!row.cells()[t].isEmpty()) {
        there.cells()[t] = row.cells()[t];
      }
    }
    changes(key, before, there.cells(), action);
  }

  private void changes(String key, String[] before, String[] after, Action action) {
    for (int t = 0; t < before.length; t++) {
      String now = after[t] == null ? "" : after[t];
      if (!before[t].equals(now)) {
        changes.add(
            new Change(path, key.replace(',', ' '), String.valueOf(t + 1), action, before[t], now));
      }
    }
  }
}
