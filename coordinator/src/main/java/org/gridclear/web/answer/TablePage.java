package org.gridclear.web.answer;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.gridclear.table.Column;
import org.gridclear.table.RowRange;
import org.gridclear.table.Table;
import org.gridclear.validate.UnknownNameException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * Which part of a table a call asks for; the header {@code X-Total-Count} of the answer says how
 * many rows there are of what is asked for.
 *
 * @param search rows with this text in a cell; null for all
 * @param sort column to sort by, with a hyphen before it the greatest first; null for the table's
 *     own order
 * @param offset rows left out before the first; null for none
 * @param limit most rows of the answer; null for as many as an answer may have
 * @param format json, csv, parquet or xlsx; null for json
 */
public record TablePage(
    @Nullable String search,
    @Nullable String sort,
    @Nullable Long offset,
    @Nullable Integer limit,
    @Nullable String format) {
  private static final String DESCENDING = "-";

  /**
   * The part as the body of an answer.
   *
   * @throws IllegalArgumentException if there is no such column, format or part
   */
  public ResponseEntity<byte[]> of(Table table) throws IOException {
    RowRange range =
        new RowRange(offset == null ? 0 : offset, limit == null ? RowRange.LIMIT_MAX : limit);
    List<Object[]> rows = sorted(table, found(table).rows());
    int from = (int) Math.min(range.offset(), rows.size());
    List<Object[]> part = rows.subList(from, from + Math.min(range.limit(), rows.size() - from));
    ResponseEntity<byte[]> answer =
        TableAnswer.of(
            new Table(table.name(), table.description(), table.columns(), part),
            TableAnswer.format(format == null ? "json" : format));
    return ResponseEntity.ok()
        .headers(answer.getHeaders())
        .header("X-Total-Count", Integer.toString(rows.size()))
        .body(answer.getBody());
  }

  /**
   * The rows of a table that have a text in a column; all where the text is null or blank.
   *
   * @throws IllegalArgumentException if the table has no such column
   */
  public static Table having(Table table, String column, @Nullable String text) {
    int at = table.indexOf(column);
    if (at < 0) {
      throw new IllegalArgumentException(
          "The table %s has no column %s.".formatted(table.name(), column));
    }
    return text == null || text.isBlank() ? table : table.where(row -> has(table, row, at, text));
  }

  /** Whether a cell has a text as people read it: numbers without an exponent. */
  private static boolean has(Table table, Object[] row, int column, String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    String shown = table.columns().get(column).text(row[column]);
    return row[column] != null && shown.toLowerCase(Locale.ROOT).contains(wanted);
  }

  private Table found(Table table) {
    if (search == null || search.isBlank()) {
      return table;
    }
    return table.where(
        row -> IntStream.range(0, row.length).anyMatch(c -> has(table, row, c, search)));
  }

  private List<Object[]> sorted(Table table, List<Object[]> rows) {
    if (sort == null || sort.isBlank()) {
      return rows;
    }
    boolean down = sort.startsWith(DESCENDING);
    String name = down ? sort.substring(1) : sort;
    int column = table.indexOf(name);
    if (column < 0) {
      throw new UnknownNameException(
          "column", name, table.columns().stream().map(Column::name).toList());
    }
    Comparator<Object[]> order =
        Comparator.comparing(row -> row[column], Comparator.nullsFirst(TablePage::compare));
    return rows.stream().sorted(down ? order.reversed() : order).toList();
  }

  /** Cells of one column are of one type. */
  @SuppressWarnings("unchecked")
  private static int compare(Object a, Object b) {
    return ((Comparable<Object>) a).compareTo(b);
  }
}
