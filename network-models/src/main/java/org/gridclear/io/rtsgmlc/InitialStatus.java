package org.gridclear.io.rtsgmlc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.io.CsvTable;
import org.gridclear.market.InitialState;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Reads initial_status.csv as Egret does: a column per unit; the first row has hours on, or off as
 * a negative number, the second the output in MW where it is not the least.
 */
final class InitialStatus {
  private final @Nullable CsvTable table;
  private final IssueLog log;

  InitialStatus(Tables tables, IssueLog log) {
    this.table = tables.table("initial_status").orElse(null);
    this.log = log;
  }

  Map<String, InitialState> states(List<CsvTable.Row> generators) {
    Map<String, InitialState> states = new HashMap<>();
    if (table == null || table.rows().isEmpty()) {
      return states;
    }
    List<CsvTable.Row> rows = table.rows();
    for (CsvTable.Row generator : generators) {
      String id = generator.text("GEN UID");
      if (!table.columns().contains(id)) {
        continue;
      }
      double hours = rows.get(0).number(id);
      if (hours == 0) {
        log.add(
            Rule.INITIAL_STATE_CONSISTENT,
            rows.get(0).place(),
            id,
            hours,
            "Give hours on, or hours off as a negative number.");
      }
      boolean on = hours > 0;
      double mw = on ? generator.number("PMin MW") : 0;
      if (rows.size() > 1) {
        mw = rows.get(1).number(id);
      }
      states.put(id, new InitialState(on, Math.abs(hours), mw));
      noticeReactive(rows, id);
    }
    for (String column : table.columns()) {
      if (!states.containsKey(column)) {
        rows.get(0).noticeUnasked(column, "It is no unit with commitment; its state is not used.");
      }
    }
    return states;
  }

  private void noticeReactive(List<CsvTable.Row> rows, String id) {
    if (rows.size() > 2) {
      log.notice(
          Rule.FIELD_USED,
          "generator",
          id,
          "initial MVAR",
          rows.get(2).number(id, 0),
          "A clearing has no reactive power.");
    }
  }
}
