package org.gridclear.market.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.market.day.BlockLayout;
import org.gridclear.market.day.BlockLayout.ValueColumn;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.ResultKind;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/**
 * Rows of a kind over days, in the order of dates, runs, elements and periods. A column that some
 * days do not have is empty there.
 */
final class RowsOfDays {
  private final ResultKind kind;
  private final ResultPages pages;
  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final Map<String, ValueColumn> numbers = new LinkedHashMap<>();
  private final List<Map<String, Object>> cells = new ArrayList<>();
  private long total;

  private RowsOfDays(ResultKind kind, ResultPages pages) {
    this.kind = kind;
    this.pages = pages;
  }

  static ResultAnswer of(
      DayStore store, Viewer viewer, DayQuery query, ResultKind kind, ResultPages pages) {
    Chosen chosen = BlockSource.choose(store, viewer, query, kind);
    BlockSource source = new BlockSource(store, viewer, query, kind);
    RowsOfDays rows = new RowsOfDays(kind, pages);
    source.each(chosen, Set.of(), rows::add);
    boolean owners = !query.filter().owner().isEmpty();
    return source.answer(rows.table(query), rows.total, chosen, owners);
  }

  private void add(DayVersion version, BlockSource.Part part) {
    BlockLayout layout = part.block().layout();
    layout.keys().forEach(key -> texts.putIfAbsent(key, texts.size()));
    layout.columns().forEach(column -> numbers.putIfAbsent(column.name(), column));
    for (int here = 0; here < part.block().elements().length; here++) {
      for (int slot = 0; slot < layout.slots(); slot++) {
        if (part.has(here, slot)) {
          if (total >= pages.offset() && cells.size() < pages.limit()) {
            cells.add(row(version, part, here, slot));
          }
          total++;
        }
      }
    }
  }

  private static Map<String, Object> row(
      DayVersion version, BlockSource.Part part, int here, int slot) {
    BlockLayout layout = part.block().layout();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("date", version.key().date());
    row.put("cycle", (long) version.key().cycle());
    row.put("version", (long) version.version());
    layout.keys().forEach(key -> row.put(key, part.block().text(here, key)));
    row.put("period", layout.period(slot) ? (Object) (slot + 1L) : null);
    row.put("time", part.clock().text(slot));
    for (ValueColumn column : layout.columns()) {
      long value = part.block().column(column.name())[here * layout.slots() + slot];
      row.put(column.name(), Cells.of(column, value));
    }
    return row;
  }

  private Table table(DayQuery query) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("date", Column.Type.DATE, "Trading date."));
    columns.add(Column.whole("cycle", "Number of the run of the day."));
    columns.add(Column.whole("version", "Number of the version."));
    List<Column> own =
        Cells.columns(kind, List.copyOf(texts.keySet()), List.copyOf(numbers.values()));
    columns.addAll(own.subList(0, texts.size()));
    columns.add(Column.whole("period", "Period, counted from 1; empty for the whole horizon."));
    columns.add(Column.text("time", "When it begins, with the offset of the market's zone."));
    columns.addAll(own.subList(texts.size(), own.size()));
    List<Object[]> rows =
        cells.stream()
            .map(row -> columns.stream().map(column -> row.get(column.name())).toArray())
            .toList();
    LocalDate last = query.to();
    String text =
        "Results %s of %s from %s to %s."
            .formatted(kind.word(), DayKey.word(query.market()), query.from(), last);
    return new Table(kind.word(), text, columns, rows);
  }
}
