package org.gridclear.market.day;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.market.day.BlockLayout.Origin;
import org.gridclear.market.day.BlockLayout.ValueColumn;
import org.gridclear.quantity.Horizon;
import org.gridclear.table.Column;
import org.gridclear.table.ColumnFile;
import org.jspecify.annotations.Nullable;

/** A block that is being filled, row by row; rows of an element may come in any order. */
public final class BlockBuilder {
  /** Elements whose rows may come twice are told apart by this text: "", 2, 3 … */
  public static final String AGAIN = "again";

  private final Origin origin;
  private final ResultKind kind;
  private final Horizon horizon;
  private final List<String> keys;
  private final List<ValueColumn> columns;
  private final Map<List<String>, Integer> elements = new LinkedHashMap<>();
  private final List<long[][]> values = new ArrayList<>();
  private final List<BitSet> rows = new ArrayList<>();
  private boolean whole;

  /**
   * Begins a block.
   *
   * @param keys names of the texts of an element
   */
  public BlockBuilder(
      Origin origin,
      ResultKind kind,
      Horizon horizon,
      List<String> keys,
      List<ValueColumn> columns) {
    this.origin = origin;
    this.kind = kind;
    this.horizon = horizon;
    this.keys = keys;
    this.columns = columns;
  }

  /** A column of a table, as a block has it. */
  public static ValueColumn column(String name, Column.Type type) {
    int decimals = type == Column.Type.NUMBER ? Column.number(name, "").dimension().decimals() : 0;
    return new ValueColumn(name, type, decimals);
  }

  /**
   * Adds a row.
   *
   * @param element its texts, in the order of the keys without {@link #AGAIN}
   * @param period counted from 1; null for the whole horizon
   * @param cells in the order of the columns, the last ones may be left out; null is none, and so
   *     is what has no limit
   * @throws IllegalArgumentException if there is no such period or column, or a number is too long
   */
  public void add(List<String> element, Long period, @Nullable Object... cells) {
    int slot = period == null ? horizon.periodCount() : slot(period, element);
    if (cells.length > columns.size()) {
      throw new IllegalArgumentException(
          "%s of %s, %s: a row has %d numbers, and there are %d columns."
              .formatted(kind.word(), origin.key().text(), element, cells.length, columns.size()));
    }
    whole |= period == null;
    int at = place(element, slot);
    rows.get(at).set(slot);
    for (int c = 0; c < cells.length; c++) {
      values.get(at)[c][slot] = scaled(columns.get(c), cells[c], element);
    }
  }

  private int slot(long period, List<String> element) {
    if (period < 1 || period > horizon.periodCount()) {
      throw new IllegalArgumentException(
          "%s of %s, %s: there is no period %d; they are 1 to %d."
              .formatted(kind.word(), origin.key().text(), element, period, horizon.periodCount()));
    }
    return (int) period - 1;
  }

  private int place(List<String> element, int slot) {
    boolean twice = keys.contains(AGAIN);
    for (int again = 1; ; again++) {
      List<String> key = new ArrayList<>(element);
      if (twice) {
        key.add(again == 1 ? "" : Integer.toString(again));
      }
      int at = elements.computeIfAbsent(List.copyOf(key), each -> empty());
      if (!rows.get(at).get(slot)) {
        return at;
      }
      if (!twice) {
        throw new IllegalArgumentException(
            "%s of %s has two rows of %s in period %d."
                .formatted(kind.word(), origin.key().text(), element, slot + 1));
      }
    }
  }

  private int empty() {
    long[][] cells = new long[columns.size()][horizon.periodCount() + 1];
    for (long[] column : cells) {
      Arrays.fill(column, ResultBlock.MISSING);
    }
    values.add(cells);
    rows.add(new BitSet());
    return values.size() - 1;
  }

  private long scaled(ValueColumn column, Object cell, List<String> element) {
    if (cell == null) {
      return ResultBlock.MISSING;
    }
    if (cell instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    if (cell instanceof Long count
        && column.decimals() == 0
        && Math.abs(count) < ColumnFile.LIMIT) {
      return count;
    }
    double number = ((Number) cell).doubleValue();
    if (!Double.isFinite(number)) {
      return ResultBlock.MISSING;
    }
    BigDecimal exact =
        BigDecimal.valueOf(number).setScale(column.decimals(), RoundingMode.HALF_EVEN);
    if (exact.unscaledValue().abs().bitLength() >= Long.SIZE - 1
        || Math.abs(exact.unscaledValue().longValueExact()) >= ColumnFile.LIMIT) {
      throw new IllegalArgumentException(
          "%s of %s, %s: %s has more than 18 digits with its %d decimals and cannot be kept."
              .formatted(kind.word(), element, column.name(), number, column.decimals()));
    }
    return exact.unscaledValue().longValueExact();
  }

  /** The block. */
  public ResultBlock block() {
    int slots = horizon.periodCount() + (whole ? 1 : 0);
    BitSet present = new BitSet();
    Map<String, long[]> all = new LinkedHashMap<>();
    columns.forEach(column -> all.put(column.name(), new long[elements.size() * slots]));
    for (int e = 0; e < values.size(); e++) {
      int from = e * slots;
      rows.get(e).stream().forEach(slot -> present.set(from + slot));
      for (int c = 0; c < columns.size(); c++) {
        System.arraycopy(values.get(e)[c], 0, all.get(columns.get(c).name()), from, slots);
      }
    }
    BlockLayout layout =
        new BlockLayout(
            origin,
            kind,
            horizon.startMinute(),
            horizon.minutesPerPeriod(),
            slots,
            whole,
            keys,
            List.copyOf(elements.keySet()),
            columns);
    int[] positions = new int[elements.size()];
    Arrays.setAll(positions, e -> e);
    return new ResultBlock(layout, positions, present, all);
  }
}
