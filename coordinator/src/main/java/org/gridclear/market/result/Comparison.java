package org.gridclear.market.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.market.day.BlockLayout;
import org.gridclear.market.day.BlockLayout.ValueColumn;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.table.Column;
import org.gridclear.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Two versions or two days side by side, element by element and period by period (D-14). Elements
 * are the same by their id; one that only one of them has stays, with the other side empty.
 */
final class Comparison {
  /** What stands for the whole horizon in place of the number of a period. */
  private static final int WHOLE = 0;

  private final ResultKind kind;
  private final BlockSource.Part first;
  private final BlockSource.Part second;
  private final Map<List<String>, int[]> places = new LinkedHashMap<>();

  private Comparison(ResultKind kind, BlockSource.Part first, BlockSource.Part second) {
    this.kind = kind;
    this.first = first;
    this.second = second;
  }

  /**
   * Compares one run with another.
   *
   * @throws IllegalArgumentException if a query is not of one run, or their periods differ
   */
  static ResultAnswer of(
      DayStore store, Viewer viewer, DayQuery one, DayQuery other, ResultKind kind) {
    List<BlockSource.Part> parts = new ArrayList<>();
    List<ResultAnswer> answers = new ArrayList<>();
    for (DayQuery query : List.of(one, other)) {
      Chosen chosen = BlockSource.choose(store, viewer, query, kind);
      if (chosen.versions().size() != 1) {
        throw new IllegalArgumentException(
            "%d runs of %s..%s cannot be one side; name the date and the cycle."
                .formatted(chosen.versions().size(), query.from(), query.to()));
      }
      BlockSource source = new BlockSource(store, viewer, query, kind);
      source.each(chosen, Set.of(), (version, part) -> parts.add(part));
      Table none = new Table(kind.word(), "", List.of(), List.of());
      answers.add(source.answer(none, 0, chosen, false));
    }
    if (parts.size() != 2) {
      throw new IllegalArgumentException(String.join(" ", lines(answers)));
    }
    Table table = of(kind, parts.get(0), parts.get(1));
    List<String> alarms = answers.stream().flatMap(each -> each.alarms().stream()).toList();
    List<String> notices = answers.stream().flatMap(each -> each.notices().stream()).toList();
    return new ResultAnswer(
        table, table.rows().size(), List.of(), alarms.stream().distinct().toList(), notices);
  }

  /**
   * Puts two runs side by side.
   *
   * @throws IllegalArgumentException if their periods differ in length or begin
   */
  static Table of(ResultKind kind, BlockSource.Part first, BlockSource.Part second) {
    return new Comparison(kind, first, second).table();
  }

  private static List<String> lines(List<ResultAnswer> answers) {
    return answers.stream().flatMap(each -> each.notices().stream()).toList();
  }

  private Table table() {
    BlockLayout a = first.block().layout();
    BlockLayout b = second.block().layout();
    if (a.minutesPerPeriod() != b.minutesPerPeriod() || a.startMinute() != b.startMinute()) {
      throw new IllegalArgumentException(
          "%s has periods of %d minutes from minute %d, and %s of %d from %d: they cannot stand side by side."
              .formatted(
                  first.version().text(),
                  a.minutesPerPeriod(),
                  a.startMinute(),
                  second.version().text(),
                  b.minutesPerPeriod(),
                  b.startMinute()));
    }
    place(first, 0);
    place(second, 1);
    List<ValueColumn> values =
        a.columns().stream().filter(column -> b.columns().contains(column)).toList();
    List<Object[]> rows = new ArrayList<>();
    int periods = Math.max(periods(a), periods(b));
    places.forEach(
        (texts, at) -> {
          for (int period = 1; period <= periods; period++) {
            addRow(rows, texts, at, period, values);
          }
          addRow(rows, texts, at, WHOLE, values);
        });
    return new Table(
        kind.word(),
        "%s beside %s.".formatted(first.version().text(), second.version().text()),
        columns(values),
        rows);
  }

  /** Texts that name an element; what it belongs to may differ between the sides. */
  private List<String> names() {
    List<String> owned = List.of("owner", "zone", "fuel", "bus");
    return first.block().layout().keys().stream()
        .filter(key -> !owned.contains(key) || key.equals(kind.element()))
        .toList();
  }

  private void place(BlockSource.Part part, int side) {
    List<String> names = names();
    for (int here = 0; here < part.block().elements().length; here++) {
      int element = here;
      List<String> texts = names.stream().map(key -> part.block().text(element, key)).toList();
      places.computeIfAbsent(texts, none -> new int[] {-1, -1})[side] = here;
    }
  }

  private static int periods(BlockLayout layout) {
    return layout.whole() ? layout.slots() - 1 : layout.slots();
  }

  /** The slot of a period of one side; -1 where it has none. */
  private static int slot(BlockSource.Part part, int period) {
    BlockLayout layout = part.block().layout();
    if (period == WHOLE) {
      return layout.whole() ? layout.slots() - 1 : -1;
    }
    return period <= periods(layout) ? period - 1 : -1;
  }

  private static boolean has(BlockSource.Part part, int here, int period) {
    int slot = slot(part, period);
    return here >= 0 && slot >= 0 && part.has(here, slot);
  }

  private void addRow(
      List<Object[]> rows, List<String> texts, int[] at, int period, List<ValueColumn> values) {
    if (has(first, at[0], period) || has(second, at[1], period)) {
      rows.add(row(texts, at, period, values));
    }
  }

  private Object[] row(List<String> texts, int[] at, int period, List<ValueColumn> values) {
    List<@Nullable Object> row = new ArrayList<>(texts);
    row.add(period == WHOLE ? null : (Object) (long) period);
    row.add(slot(first, period) < 0 ? "" : first.clock().text(slot(first, period)));
    for (ValueColumn column : values) {
      long one = value(first, at[0], period, column.name());
      long other = value(second, at[1], period, column.name());
      boolean both = one != ResultBlock.MISSING && other != ResultBlock.MISSING;
      row.add(Cells.of(column, one));
      row.add(Cells.of(column, other));
      if (column.type() == Column.Type.NUMBER) {
        row.add(both ? Cells.of(column, other - one) : null);
      }
    }
    return row.toArray();
  }

  private static long value(BlockSource.Part part, int here, int period, String column) {
    return has(part, here, period)
        ? part.block().column(column)[here * part.block().layout().slots() + slot(part, period)]
        : ResultBlock.MISSING;
  }

  private List<Column> columns(List<ValueColumn> values) {
    List<Column> columns = new ArrayList<>(Cells.columns(kind, names(), List.of()));
    columns.add(Column.whole("period", "Period, counted from 1; empty for the whole horizon."));
    columns.add(Column.text("time", "When it begins in the first; empty where that has it not."));
    for (ValueColumn column : values) {
      String name = Character.toUpperCase(column.name().charAt(0)) + column.name().substring(1);
      columns.add(new Column("first" + name, column.type(), "In the first."));
      columns.add(new Column("second" + name, column.type(), "In the second."));
      if (column.type() == Column.Type.NUMBER) {
        columns.add(new Column("difference" + name, column.type(), "Second less first."));
      }
    }
    return columns;
  }
}
