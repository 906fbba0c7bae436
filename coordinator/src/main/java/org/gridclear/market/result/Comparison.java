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

/**
 * Two versions or two days side by side, element by element and period by period (D-14). Elements
 * are the same by their id; one that only one of them has stays, with the other side empty.
 */
final class Comparison {
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
    Comparison comparison = new Comparison(kind, parts.get(0), parts.get(1));
    Table table = comparison.table();
    List<String> alarms = answers.stream().flatMap(each -> each.alarms().stream()).toList();
    List<String> notices = answers.stream().flatMap(each -> each.notices().stream()).toList();
    return new ResultAnswer(
        table, table.rows().size(), List.of(), alarms.stream().distinct().toList(), notices);
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
    int slots = Math.max(a.slots(), b.slots());
    places.forEach(
        (texts, at) -> {
          for (int slot = 0; slot < slots; slot++) {
            if (has(first, at[0], slot) || has(second, at[1], slot)) {
              rows.add(row(texts, at, slot, values));
            }
          }
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

  private static boolean has(BlockSource.Part part, int here, int slot) {
    return here >= 0 && slot < part.block().layout().slots() && part.has(here, slot);
  }

  private Object[] row(List<String> texts, int[] at, int slot, List<ValueColumn> values) {
    List<Object> row = new ArrayList<>(texts);
    row.add(slot + 1L);
    row.add(first.clock().text(slot));
    for (ValueColumn column : values) {
      long one = value(first, at[0], slot, column.name());
      long other = value(second, at[1], slot, column.name());
      boolean both = one != ResultBlock.MISSING && other != ResultBlock.MISSING;
      row.add(Cells.of(column, one));
      row.add(Cells.of(column, other));
      if (column.type() == Column.Type.NUMBER) {
        row.add(both ? Cells.of(column, other - one) : null);
      }
    }
    return row.toArray();
  }

  private static long value(BlockSource.Part part, int here, int slot, String column) {
    return has(part, here, slot)
        ? part.block().column(column)[here * part.block().layout().slots() + slot]
        : ResultBlock.MISSING;
  }

  private List<Column> columns(List<ValueColumn> values) {
    List<Column> columns = new ArrayList<>(Cells.columns(kind, names(), List.of()));
    columns.add(Column.whole("period", "Period, counted from 1."));
    columns.add(Column.text("time", "When it begins in the first."));
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
