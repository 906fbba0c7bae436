package org.gridclear.io.matpower;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * One table of a MATPOWER case, by the names of its columns. What no column says is reported with
 * table, row and column.
 */
final class MatpowerTable {
  private final String name;
  private final String[] columns;
  private final double[][] rows;
  private final IssueLog log;

  /**
   * Wraps a table.
   *
   * @param name such as {@code bus}
   * @param columns names of all columns of the format, in their order
   * @param rows the numbers; every row has the mandatory columns
   * @param log takes the issues
   */
  MatpowerTable(String name, String columns, double[][] rows, IssueLog log) {
    this.name = name;
    this.columns = columns.split(" ");
    this.rows = rows;
    this.log = log;
  }

  int size() {
    return rows.length;
  }

  int width() {
    return rows.length == 0 ? 0 : rows[0].length;
  }

  /** What to call a row in messages. */
  String element(int r) {
    return name + " row " + (r + 1);
  }

  private int at(String column) {
    for (int c = 0; c < columns.length; c++) {
      if (columns[c].equals(column)) {
        return c;
      }
    }
    throw new IllegalArgumentException(
        "The table (%s) has no column (%s).".formatted(name, column));
  }

  /** A finite number; 0 where the table ends before the column. */
  double number(int r, String column) {
    double value = limit(r, column);
    if (Double.isInfinite(value)) {
      log.add(Rule.NUMBER_FINITE, element(r), column, value, "Give a finite number.");
      return 0;
    }
    return value;
  }

  /** A number that may be infinite; 0 where the table ends before the column. */
  double limit(int r, String column) {
    int c = at(column);
    double value = c < rows[r].length ? rows[r][c] : 0;
    if (Double.isNaN(value)) {
      log.add(Rule.NUMBER_FINITE, element(r), column, value, "Give a number.");
      return 0;
    }
    return value;
  }

  /** A status that is on above 0. */
  boolean runs(int r, String column) {
    return number(r, column) > 0;
  }

  /** A status of 0 or 1. */
  boolean status(int r, String column) {
    double value = number(r, column);
    if (value != 0 && value != 1) {
      log.add(Rule.FIELD_TYPE, element(r), column, value, "Use 1 in service, 0 out of service.");
    }
    return value > 0;
  }

  /** A bus number as an id. */
  String bus(int r, String column) {
    return whole(r, column, 1, "Bus numbers are positive whole numbers.");
  }

  /** A whole number as text. */
  String whole(int r, String column, double least, String advice) {
    double value = number(r, column);
    if (value != Math.rint(value) || value < least || value > 1e15) {
      log.add(Rule.FIELD_TYPE, element(r), column, value, advice);
      return String.valueOf(value);
    }
    return String.valueOf((long) value);
  }

  /** Numbers from a column on, as many as there are. */
  List<Double> rest(int r, String column) {
    List<Double> rest = new ArrayList<>();
    for (int c = at(column); c < rows[r].length; c++) {
      rest.add(rows[r][c]);
    }
    return rest;
  }

  /** Notes a column wherever it holds something that is not used. */
  void unused(String column, DoublePredicate says, String effect) {
    int c = at(column);
    for (int r = 0; r < rows.length && c < width(); r++) {
      if (says.test(rows[r][c])) {
        log.notice(
            Rule.FIELD_USED, name + " row", String.valueOf(r + 1), column, rows[r][c], effect);
      }
    }
  }

  /** Notes columns beyond those of the format wherever they hold something. */
  void noticeRest() {
    for (int c = columns.length; c < width(); c++) {
      for (int r = 0; r < rows.length; r++) {
        if (rows[r][c] != 0) {
          log.notice(
              Rule.FIELD_USED,
              name + " row",
              String.valueOf(r + 1),
              "column " + (c + 1),
              rows[r][c],
              "It is not a column of the format as documented, and is not used.");
        }
      }
    }
  }
}
