package org.gridclear.market.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gridclear.market.day.BlockLayout;
import org.gridclear.market.day.BlockLayout.ValueColumn;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.table.Column;
import org.gridclear.table.RowRange;
import org.gridclear.table.Table;

/**
 * Rows of a kind over days, in the order of dates, runs, elements and periods. A column that some
 * days do not have is empty there.
 */
final class RowsOfDays {
  /** Date, cycle and version come first, period and time between texts and numbers. */
  private static final int FIRST = 3;

  private static final int BETWEEN = 2;

  private final ResultKind kind;
  private final RowRange pages;
  private final List<String> texts = new ArrayList<>();
  private final List<ValueColumn> numbers = new ArrayList<>();
  private final List<Object[]> rows = new ArrayList<>();
  private long total;

  private RowsOfDays(ResultKind kind, RowRange pages) {
    this.kind = kind;
    this.pages = pages;
  }

  static ResultAnswer of(
      DayStore store, Viewer viewer, DayQuery query, ResultKind kind, RowRange pages) {
    Chosen chosen = BlockSource.choose(store, viewer, query, kind);
    BlockSource source = new BlockSource(store, viewer, query, kind);
    RowsOfDays rows = new RowsOfDays(kind, pages);
    source.each(chosen, Set.of(), rows::add);
    boolean owners = !query.filter().owner().isEmpty();
    return source.answer(rows.table(query), rows.total, chosen, owners);
  }

  private void add(DayVersion version, BlockSource.Part part) {
    ResultBlock block = part.block();
    BlockLayout layout = block.layout();
    widen(layout);
    int[] textAt = layout.keys().stream().mapToInt(key -> FIRST + texts.indexOf(key)).toArray();
    int between = FIRST + texts.size();
    int[] numberAt =
        layout.columns().stream()
            .mapToInt(column -> between + BETWEEN + numbers.indexOf(column))
            .toArray();
    long[][] values =
        layout.columns().stream().map(column -> block.column(column.name())).toArray(long[][]::new);
    Object[] first = {version.key().date(), (long) version.key().cycle(), (long) version.version()};
    for (int here = 0; here < block.elements().length; here++) {
      List<String> element = layout.elements().get(block.elements()[here]);
      for (int slot = 0; slot < layout.slots(); slot++) {
        if (!part.has(here, slot)) {
          continue;
        }
        if (total >= pages.offset() && rows.size() < pages.limit()) {
          Object[] row = new Object[between + BETWEEN + numbers.size()];
          System.arraycopy(first, 0, row, 0, FIRST);
          for (int k = 0; k < textAt.length; k++) {
            row[textAt[k]] = element.get(k);
          }
          row[between] = layout.period(slot) ? (Object) (slot + 1L) : null;
          row[between + 1] = part.clock().text(slot);
          for (int c = 0; c < numberAt.length; c++) {
            row[numberAt[c]] =
                Cells.of(layout.columns().get(c), values[c][here * layout.slots() + slot]);
          }
          rows.add(row);
        }
        total++;
      }
    }
  }

  /** Makes place for texts and numbers that no day before had. */
  private void widen(BlockLayout layout) {
    List<String> moreTexts = new ArrayList<>(layout.keys());
    moreTexts.removeAll(texts);
    List<ValueColumn> moreNumbers = new ArrayList<>(layout.columns());
    moreNumbers.removeAll(numbers);
    if (moreTexts.isEmpty() && moreNumbers.isEmpty()) {
      return;
    }
    int before = FIRST + texts.size();
    int between = before + moreTexts.size();
    int tail = BETWEEN + numbers.size();
    texts.addAll(moreTexts);
    numbers.addAll(moreNumbers);
    rows.replaceAll(
        row -> {
          Object[] wider = new Object[row.length + moreTexts.size() + moreNumbers.size()];
          System.arraycopy(row, 0, wider, 0, before);
          System.arraycopy(row, before, wider, between, tail);
          return wider;
        });
  }

  private Table table(DayQuery query) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("date", Column.Type.DATE, "Trading date."));
    columns.add(Column.whole("cycle", "Number of the run of the day."));
    columns.add(Column.whole("version", "Number of the version."));
    List<Column> own = Cells.columns(kind, texts, numbers);
    columns.addAll(own.subList(0, texts.size()));
    columns.add(Column.whole("period", "Period, counted from 1; empty for the whole horizon."));
    columns.add(Column.text("time", "When it begins, with the offset of the market's zone."));
    columns.addAll(own.subList(texts.size(), own.size()));
    String text =
        "Results %s of %s from %s to %s."
            .formatted(kind.word(), DayKey.word(query.market()), query.from(), query.to());
    return new Table(kind.word(), text, columns, rows);
  }
}
