package org.gridclear.market.result;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.market.day.BlockLayout.ValueColumn;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.table.Column;
import org.gridclear.table.ResultColumns;
import org.jspecify.annotations.Nullable;

/** Whole numbers of blocks as cells of tables. */
final class Cells {
  private static final long EXACT_MAX = 1L << 53;
  private static final int POWERS_MAX = 12;
  private static final double[] POWERS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12
  };

  private Cells() {}

  /** A number of a column as a cell; null where there is none. */
  static @Nullable Object of(ValueColumn column, long value) {
    if (value == ResultBlock.MISSING) {
      return null;
    }
    return switch (column.type()) {
      case FLAG -> (Object) (value != 0);
      case WHOLE -> (Object) value;
      default -> (Object) number(value, column.decimals());
    };
  }

  /** The number nearest to a decimal: a quotient of two exact numbers is rounded once. */
  static double number(long value, int decimals) {
    return Math.abs(value) <= EXACT_MAX && decimals <= POWERS_MAX
        ? value / POWERS[decimals]
        : BigDecimal.valueOf(value, decimals).doubleValue();
  }

  /** Columns of a kind with their descriptions. */
  static List<Column> columns(ResultKind kind, List<String> keys, List<ValueColumn> values) {
    ResultColumns known = new ResultColumns();
    List<Column> columns = new ArrayList<>();
    List<Column> texts = known.of(kind.word(), keys);
    texts.forEach(column -> columns.add(Column.text(column.name(), column.description())));
    List<Column> numbers = known.of(kind.word(), values.stream().map(ValueColumn::name).toList());
    for (int c = 0; c < values.size(); c++) {
      columns.add(
          new Column(values.get(c).name(), values.get(c).type(), numbers.get(c).description()));
    }
    return columns;
  }
}
