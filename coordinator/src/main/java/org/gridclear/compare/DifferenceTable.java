package org.gridclear.compare;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.table.Column;
import org.gridclear.table.Dimension;
import org.gridclear.table.Table;
import org.jspecify.annotations.Nullable;

/** A quantity of both sides by its keys; the difference is that of the second less the first. */
final class DifferenceTable {
  private final Table.Rows rows;
  private final int keys;
  private double tolerance;
  private final String quantity;
  private final boolean keepsEqual;
  private long compared;
  private long differing;
  private @Nullable Double largest;
  private String where = "";

  /**
   * Begins a table.
   *
   * @param quantity end of the names of the three columns of values, with its unit, such as {@code
   *     Mw}
   * @param keepsEqual whether rows without a difference stay
   * @param keys columns that name a row
   * @param more further numbers of a row, behind the three
   */
  DifferenceTable(
      String name,
      String description,
      String quantity,
      boolean keepsEqual,
      List<Column> keys,
      List<Column> more) {
    List<Column> columns = new ArrayList<>(keys);
    columns.add(Column.number("a" + quantity, "Value of A; empty where A has none."));
    columns.add(Column.number("b" + quantity, "Value of B; empty where B has none."));
    columns.add(
        Column.number("difference" + quantity, "B less A; empty where one of them has none."));
    columns.addAll(more);
    this.rows = new Table.Rows(name, description, columns.toArray(Column[]::new));
    this.keys = keys.size();
    this.tolerance = Math.pow(10, -Dimension.of("a" + quantity).decimals());
    this.quantity = quantity;
    this.keepsEqual = keepsEqual;
  }

  /** Takes values of a dimension for equal up to a difference, in its unit. */
  void within(Dimension dimension, double equalUpTo) {
    if (Dimension.of("a" + quantity) == dimension) {
      tolerance = equalUpTo;
    }
  }

  /** Compares a pair; null is a value that a side does not have. */
  void add(@Nullable Double a, @Nullable Double b, Object[] key, Object... more) {
    if (key.length != keys) {
      throw new IllegalArgumentException("A row has %d keys.".formatted(keys));
    }
    Double difference = a == null || b == null ? null : (Double) (b - a);
    boolean differs = difference == null || !(Math.abs(difference) <= tolerance);
    compared++;
    if (differs) {
      differing++;
    }
    if (difference != null
        && differs
        && (largest == null || Math.abs(difference) > Math.abs(largest))) {
      largest = difference;
      where = words(key);
    }
    if (differs || keepsEqual) {
      List<Object> cells = new ArrayList<>(List.of(key));
      cells.add(a);
      cells.add(b);
      cells.add(difference);
      cells.addAll(java.util.Arrays.asList(more));
      rows.add(cells.toArray());
    }
  }

  private static String words(Object[] key) {
    return java.util.Arrays.stream(key)
        .map(Object::toString)
        .filter(text -> !text.isEmpty())
        .collect(java.util.stream.Collectors.joining(", "));
  }

  /** Its line in the overview. */
  void addTo(Table.Rows overview, String currency) {
    String unit = Dimension.of("a" + quantity).unit().replace("yuan", currency);
    overview.add(table().name(), compared, differing, largest, unit, where);
  }

  Table table() {
    return rows.table();
  }
}
