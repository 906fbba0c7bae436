package org.gridclear.io.pandapower;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import tools.jackson.databind.JsonNode;

/** A table: columns by name, rows by index; it keeps account of the columns asked for. */
final class Frame {
  private final String table;
  private final List<String> columns;
  private final IssueLog log;
  private final List<Row> rows = new ArrayList<>();
  private final Set<String> known = new HashSet<>();

  Frame(String table, List<String> columns, List<String> index, List<JsonNode> data, IssueLog log) {
    this.table = table;
    this.columns = columns;
    this.log = log;
    for (int r = 0; r < data.size(); r++) {
      rows.add(new Row(index.get(r), data.get(r)));
    }
  }

  List<Row> rows() {
    return rows;
  }

  void noticeRest() {
    for (String column : columns) {
      for (Row row : rows) {
        if (!known.contains(column) && row.given(column)) {
          log.notice(
              Rule.FIELD_USED,
              table,
              row.index,
              column,
              row.cell(column).asString(),
              "No power flow here uses it.");
        }
      }
    }
  }

  /** A row. Empty cells and NaN count as not given. */
  final class Row {
    private final String index;
    private final JsonNode cells;

    private Row(String index, JsonNode cells) {
      this.index = index;
      this.cells = cells;
    }

    String index() {
      return index;
    }

    String element() {
      return table + " " + index;
    }

    private JsonNode cell(String column) {
      return cells.path(columns.indexOf(column));
    }

    private boolean given(String column) {
      int c = columns.indexOf(column);
      JsonNode value = c < 0 ? null : cells.get(c);
      return value != null
          && !value.isNull()
          && !(value.isString() && value.asString().isBlank())
          && !(value.isNumber() && Double.isNaN(value.doubleValue()));
    }

    boolean has(String column) {
      known.add(column);
      return given(column);
    }

    /** Whether the table has the column, filled here or not. */
    boolean column(String column) {
      known.add(column);
      return columns.contains(column);
    }

    double number(String column, double byDefault) {
      return has(column) ? number(column) : byDefault;
    }

    double number(String column) {
      if (!has(column)) {
        log.add(Rule.FIELD_PRESENT, element(), column, "absent", "Give a number.");
        return 0;
      }
      JsonNode value = cell(column);
      if (value.isNumber() && Double.isFinite(value.doubleValue())) {
        return value.doubleValue();
      }
      log.add(Rule.FIELD_TYPE, element(), column, value.asString(), "Give a finite number.");
      return 0;
    }

    /** A limit: huge numbers and infinity are none. */
    double limit(String column, double byDefault) {
      if (!has(column)) {
        return byDefault;
      }
      double value = cell(column).asDouble(Double.NaN);
      if (Double.isNaN(value)) {
        return number(column);
      }
      return Math.abs(value) < 1e8 ? value : Math.copySign(Double.POSITIVE_INFINITY, value);
    }

    boolean flag(String column, boolean byDefault) {
      if (!has(column)) {
        return byDefault;
      }
      JsonNode value = cell(column);
      if (value.isBoolean()) {
        return value.booleanValue();
      }
      if (value.isNumber() && (value.doubleValue() == 0 || value.doubleValue() == 1)) {
        return value.doubleValue() == 1;
      }
      log.add(Rule.FIELD_TYPE, element(), column, value.asString(), "Give true or false.");
      return byDefault;
    }

    /** A flag that is looked at and not followed: it still counts as a column without a use. */
    boolean unfollowed(String column, boolean byDefault) {
      JsonNode value = cell(column);
      return given(column) ? value.asBoolean(value.asDouble(0) == 1) : byDefault;
    }

    String text(String column, String byDefault) {
      return has(column) ? cell(column).asString() : byDefault;
    }

    /** A reference to a row of another table, by its index. */
    String reference(String column) {
      if (!has(column)) {
        log.add(Rule.FIELD_PRESENT, element(), column, "absent", "Give the index of a row.");
        return "";
      }
      return cell(column).asString().replaceFirst("\\.0$", "");
    }

    /** Refuses a column that would change the power flow and has no model here. */
    void refuse(String column, double harmless, String why) {
      if (has(column) && number(column) != harmless) {
        log.add(Rule.FIELD_KNOWN, element(), column, number(column), why);
      }
    }

    void notice(Rule rule, String column, Object value, String effect) {
      log.notice(rule, table, index, column, value, effect);
    }
  }
}
