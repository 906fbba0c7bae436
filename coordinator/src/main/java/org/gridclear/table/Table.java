package org.gridclear.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A table: rows of cells, each of the type of its column. A cell without a value is null; a number
 * without a limit is none, as the description of its column says.
 *
 * @param name one word, the name of its file
 * @param description what a row is, one sentence
 * @param columns at least one, with names of their own
 * @param rows in an order that means something; each has a cell per column
 */
public record Table(String name, String description, List<Column> columns, List<Object[]> rows) {
  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    if (columns.stream().map(Column::name).distinct().count() != columns.size()) {
      throw new IllegalArgumentException("Table %s names a column twice.".formatted(name));
    }
  }

  /** A table that is being filled. */
  public static final class Rows {
    private final String name;
    private final String description;
    private final List<Column> columns;
    private final List<Object[]> rows = new ArrayList<>();

    /** Begins a table without rows. */
    public Rows(String name, String description, Column... columns) {
      this.name = name;
      this.description = description;
      this.columns = List.of(columns);
    }

    /**
     * Adds a row; numbers are rounded to the decimals of their column.
     *
     * @throws IllegalArgumentException if a value does not fit its column
     */
    public Rows add(@Nullable Object... values) {
      if (values.length != columns.size()) {
        throw new IllegalArgumentException(
            "A row of %s has %d cells and not %d.".formatted(name, columns.size(), values.length));
      }
      Object[] cells = new Object[values.length];
      for (int c = 0; c < cells.length; c++) {
        cells[c] = columns.get(c).cell(values[c]);
      }
      rows.add(cells);
      return this;
    }

    /** The table. */
    public Table table() {
      return new Table(name, description, columns, rows);
    }
  }

  /** Where a column stands, or -1 if there is none of this name. */
  public int indexOf(String column) {
    for (int c = 0; c < columns.size(); c++) {
      if (columns.get(c).name().equals(column)) {
        return c;
      }
    }
    return -1;
  }

  /** The same table where money is counted in something else than yuan. */
  public Table withMoney(String currency) {
    return new Table(
        name,
        description,
        columns.stream().map(column -> column.withMoney(currency)).toList(),
        rows);
  }

  /** The rows of this table that a condition holds for. */
  public Table where(Predicate<Object[]> condition) {
    return new Table(name, description, columns, rows.stream().filter(condition).toList());
  }
}
