package org.gridclear.convert.ucte;

import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A row of a UCTE-DEF file as it stands there; a field is what its columns hold.
 *
 * @param kind what the row is of
 * @param row the row
 */
public record UcteRecord(Kind kind, String row) {
  private static final int CODE_LENGTH = 8;
  private static final int ELEMENT_LENGTH = 19;
  private static final int SECOND_CODE = 9;

  /** What rows are of, each with the name of its block. */
  public enum Kind {
    NODE("N", "node"),
    LINE("L", "line"),
    TRANSFORMER("T", "transformer"),
    REGULATION("R", "regulation"),
    SPECIAL("TT", "special description"),
    EXCHANGE("E", "exchange");

    final String block;
    private final String said;

    Kind(String block, String said) {
      this.block = block;
      this.said = said;
    }

    /** What messages call such a row. */
    public String said() {
      return said;
    }
  }

  /**
   * A numeric field.
   *
   * @param name as in messages
   * @param from first column, from 0
   * @param to column behind the last
   */
  public record Column(String name, int from, int to) {}

  /** Code of a node, or what names an element: both nodes and its order code. */
  String id() {
    return kind == Kind.NODE ? cut(0, CODE_LENGTH) : cut(0, ELEMENT_LENGTH);
  }

  /** Code of an element's first node. */
  String first() {
    return cut(0, CODE_LENGTH);
  }

  /** Code of an element's second node. */
  String second() {
    return cut(SECOND_CODE, SECOND_CODE + CODE_LENGTH);
  }

  /** How messages call the row. */
  String said() {
    return kind.said + " " + id();
  }

  /** Text of columns without the blanks at its ends. */
  public String cut(int from, int to) {
    return row.length() <= from ? "" : row.substring(from, Math.min(to, row.length())).strip();
  }

  /** Value of a field; null where it is blank or no number, which the log says. */
  @Nullable Double number(Column column, IssueLog log) {
    String text = cut(column.from(), column.to());
    if (text.isEmpty()) {
      return null;
    }
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      log.add(
          Rule.FIELD_TYPE,
          said(),
          column.name(),
          text,
          "It stands in columns %d to %d; give a number with a point."
              .formatted(column.from() + 1, column.to()));
      return null;
    }
  }

  /** Value of a field that has to be there; null where it is not, which the log says. */
  @Nullable Double mandatory(Column column, IssueLog log) {
    if (cut(column.from(), column.to()).isEmpty()) {
      log.add(
          Rule.FIELD_PRESENT,
          said(),
          column.name(),
          "blank",
          "Give it in columns %d to %d.".formatted(column.from() + 1, column.to()));
      return null;
    }
    return number(column, log);
  }
}
