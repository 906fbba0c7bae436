package org.gridclear.market.day;

import java.util.Arrays;
import java.util.List;
import org.gridclear.table.Column;
import org.gridclear.validate.UnknownNameException;

/**
 * What a block is about: its elements, its periods and its columns.
 *
 * @param origin the run that it is of
 * @param kind kind of its results
 * @param startMinute minute after midnight of the trading date at which the first period begins
 * @param minutesPerPeriod length of a period
 * @param slots numbers of an element and column: one per period, and one more where {@code whole}
 * @param whole whether the last slot is of no period but of the whole horizon
 * @param keys names of the texts of an element
 * @param elements texts of the elements, {@code [element][key]}, "" for none; no two are the same
 * @param columns columns of numbers
 */
public record BlockLayout(
    Origin origin,
    ResultKind kind,
    int startMinute,
    int minutesPerPeriod,
    int slots,
    boolean whole,
    List<String> keys,
    List<List<String>> elements,
    List<ValueColumn> columns) {
  public BlockLayout {
    keys = List.copyOf(keys);
    elements = List.copyOf(elements);
    columns = List.copyOf(columns);
  }

  /**
   * The run that a block is of; blocks of two runs are never equal.
   *
   * @param key market, date and cycle
   * @param outcomeHash hash of schedule, prices and objective
   */
  public record Origin(DayKey key, String outcomeHash) {}

  /**
   * A column of numbers.
   *
   * @param name name as in the tables of a case; its end is the unit
   * @param type what a number is: NUMBER, WHOLE or FLAG (0 or 1)
   * @param decimals a number is a whole multiple of its last decimal
   */
  public record ValueColumn(String name, Column.Type type, int decimals) {}

  /** Number of elements. */
  public int size() {
    return elements.size();
  }

  /** Where a text of the elements stands, or -1 if they have none of this name. */
  public int key(String name) {
    return keys.indexOf(name);
  }

  /**
   * Where a column of numbers stands.
   *
   * @throws UnknownNameException if there is none of this name
   */
  public int column(String name) {
    for (int c = 0; c < columns.size(); c++) {
      if (columns.get(c).name().equals(name)) {
        return c;
      }
    }
    throw new UnknownNameException(
        "column of " + kind.word(), name, columns.stream().map(ValueColumn::name).toList());
  }

  /** Whether a slot is of a period, and not of the whole horizon. */
  public boolean period(int slot) {
    return !whole || slot < slots - 1;
  }

  /** Positions of the elements that a selection asks for, rising. */
  int[] positions(Selection selection) {
    int[] all = new int[size()];
    Arrays.setAll(all, e -> e);
    return selection.all()
        ? all
        : Arrays.stream(all).filter(e -> selection.test(this, elements.get(e))).toArray();
  }
}
