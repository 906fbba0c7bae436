package org.gridclear.report;

import java.nio.file.Path;
import java.util.Locale;
import org.gridclear.scenario.CommitmentChanges;
import org.gridclear.scenario.CommitmentChanges.Change;
import org.gridclear.table.CsvFile;

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
        "%d changes from %s%n"
            .formatted(
                changes.changes().size(),
                new Change("", changes.fromMinute(), changes.toMinute(), false, 0).time()));
    return text.toString();
  }

  /** Writes a row per change; minutes count from midnight of the first day. */
  public static void write(Path file, CommitmentChanges changes) {
    try (CsvFile table =
        new CsvFile(file, "unit", "change", "fromMinute", "toMinute", "time", "mwh")) {
      for (Change change : changes.changes()) {
        table.row(
            change.unit(),
            change.on() ? "ON" : "OFF",
            change.fromMinute(),
            change.toMinute(),
            change.time(),
            change.mwh());
      }
      changes.onlyBefore().forEach(unit -> table.row(unit, "ONLY_BEFORE", "", "", "", ""));
      changes.onlyNow().forEach(unit -> table.row(unit, "ONLY_NOW", "", "", "", ""));
    }
  }
}
