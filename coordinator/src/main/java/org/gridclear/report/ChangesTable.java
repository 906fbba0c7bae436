package org.gridclear.report;

import java.util.Locale;
import org.gridclear.clearing.input.CommitmentChanges;
import org.gridclear.clearing.input.CommitmentChanges.Change;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/** Changes of commitment as text and as a table. */
public final class ChangesTable {
  private ChangesTable() {}

  /** A line per change. */
  public static String text(CommitmentChanges changes) {
    StringBuilder text = new StringBuilder();
    for (Change change : changes.changes()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s: %s %s, %.3f MWh%n",
              change.unit(),
              change.on() ? "now on" : "now off",
              change.time(),
              change.mwh()));
    }
    changes
        .onlyBefore()
        .forEach(unit -> text.append("%s: in the first run only%n".formatted(unit)));
    changes.onlyNow().forEach(unit -> text.append("%s: in the second run only%n".formatted(unit)));
    text.append(
        "%d changes from %s to %s%n"
            .formatted(changes.changes().size(), changes.fromTime(), changes.toTime()));
    return text.toString();
  }

  /** A row per change; minutes count from midnight of the first day. */
  public static Table of(CommitmentChanges changes) {
    Table.Rows rows =
        new Table.Rows(
            "changes",
            "stretches of time in which a thermal unit runs in one run alone",
            Column.text("unit", "Id of the unit."),
            Column.text("change", "ON, OFF, ONLY_BEFORE or ONLY_NOW."),
            Column.whole("fromMinute", "First minute, from midnight of the first day."),
            Column.whole("toMinute", "One past the last minute."),
            Column.text("time", "The same in words."),
            Column.number("mwh", "What the unit gives in the run in which it runs."));
    for (Change change : changes.changes()) {
      rows.add(
          change.unit(),
          change.on() ? "ON" : "OFF",
          change.fromMinute(),
          change.toMinute(),
          change.time(),
          change.mwh());
    }
    changes.onlyBefore().forEach(unit -> rows.add(unit, "ONLY_BEFORE", null, null, null, null));
    changes.onlyNow().forEach(unit -> rows.add(unit, "ONLY_NOW", null, null, null, null));
    return rows.table();
  }
}
