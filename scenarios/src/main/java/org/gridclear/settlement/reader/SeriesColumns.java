package org.gridclear.settlement.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridclear.settlement.reader.SeriesFile.Kind;
import org.gridclear.settlement.table.Cells;
import org.gridclear.settlement.table.Cells.Ints;
import org.gridclear.settlement.table.Cells.Numbers;
import org.gridclear.settlement.table.RefusedTableException;
import org.gridclear.settlement.table.SeriesTable;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** Series of one day in Parquet, in the same layouts as in CSV; rows count from 1. */
final class SeriesColumns {
  private final SeriesCheck check;
  private final IssueLog log;
  private final int intervals;

  SeriesColumns(SeriesCheck check, IssueLog log, int intervals) {
    this.check = check;
    this.log = log;
    this.intervals = intervals;
  }

  /** Reads a file; false if it, its header or the type of a column was refused. */
  boolean read(byte[] content) {
    SeriesTable table;
    try {
      table = SeriesTable.of(content);
    } catch (RefusedTableException e) {
      if (e.column().isEmpty()) {
        log.add(Rule.FILE_READABLE, "file", "", e.value(), e.advice());
      } else {
        log.add(Rule.FIELD_TYPE, "column " + e.column(), "", e.value(), e.advice());
      }
      return false;
    }
    List<String> header = table.names().stream().map(String::strip).toList();
    if (header.size() > 3 && header.get(1).equals("start") && header.get(2).equals("end")) {
      return longRows(table, header);
    } else if (header.size() > 2 && header.get(1).equals("series")) {
      return wideRows(table, header);
    }
    check.unknownHeader(header);
    return false;
  }

  /** The columns from a place on, which have to be numbers. */
  private Optional<Numbers[]> numbers(SeriesTable table, int from) {
    List<Numbers> numbers = new ArrayList<>();
    for (int c = from; c < table.columns().size(); c++) {
      if (table.columns().get(c) instanceof Numbers each) {
        numbers.add(each);
      } else {
        log.add(
            Rule.FIELD_TYPE,
            "column " + table.names().get(c),
            "",
            "no numbers",
            "Give a DECIMAL, a DOUBLE or a whole number.");
      }
    }
    boolean all = numbers.size() == table.columns().size() - from;
    return all ? Optional.of(numbers.toArray(new Numbers[0])) : Optional.empty();
  }

  private boolean wideRows(SeriesTable table, List<String> header) {
    Optional<Numbers[]> columns = check.wide(header) ? numbers(table, 2) : Optional.empty();
    if (columns.isEmpty()) {
      return false;
    }
    Cells ids = table.columns().get(0);
    Cells series = table.columns().get(1);
    Optional<Alike> alike = Alike.of(columns.get());
    for (int row = 0; row < table.rows(); row++) {
      check.at(row + 1);
      String id = ids.text(row);
      String name = series.text(row);
      Optional<Kind> kind = check.series(id, name);
      if (kind.isPresent()) {
        int[] values = new int[intervals];
        if (alike.isEmpty() || !alike.get().plain(row, kind.get(), values)) {
          values(columns.get(), row, kind.get(), id, values);
        }
        check.accept(id, name, values);
      }
    }
    return true;
  }

  /** Columns of 32 bits and the same decimals, as most files have them. */
  private record Alike(int[][] cells, int decimals) {
    static Optional<Alike> of(Numbers[] columns) {
      int[][] cells = new int[columns.length][];
      for (int c = 0; c < columns.length; c++) {
        if (!(columns[c] instanceof Ints each)
            || each.decimals() != ((Ints) columns[0]).decimals()) {
          return Optional.empty();
        }
        cells[c] = each.cells();
      }
      return Optional.of(new Alike(cells, ((Ints) columns[0]).decimals()));
    }

    /** Takes a row of numbers within the bounds of a series; false if one of them is none. */
    boolean plain(int row, Kind kind, int[] values) {
      if (kind.measure().decimals() != decimals) {
        return false;
      }
      long least = kind.least();
      long bound = kind.measure().bound();
      long outside = 0;
      for (int t = 0; t < values.length; t++) {
        int value = cells[t][row];
        outside |= value - least | bound - value;
        values[t] = value;
      }
      return outside >= 0;
    }
  }

  private void values(Numbers[] columns, int row, Kind kind, String id, int[] values) {
    int decimals = kind.measure().decimals();
    long least = kind.least();
    long bound = kind.measure().bound();
    for (int t = 0; t < intervals; t++) {
      Numbers column = columns[t];
      long value = column.scaled(row, decimals);
      values[t] =
          value >= least && value <= bound
              ? (int) value
              : check.value(value, () -> column.text(row), kind, id, t + 1);
    }
  }

  private boolean longRows(SeriesTable table, List<String> header) {
    Optional<Numbers[]> columns = numbers(table, 3);
    Optional<LongSeries> rows =
        columns.isPresent() ? check.longSeries(header.subList(3, header.size())) : Optional.empty();
    if (rows.isEmpty()) {
      return false;
    }
    Cells ids = table.columns().get(0);
    Cells starts = table.columns().get(1);
    Cells ends = table.columns().get(2);
    for (int r = 0; r < table.rows(); r++) {
      int row = r;
      check.at(row + 1);
      String id = ids.text(row);
      rows.get()
          .row(
              id,
              starts.text(row),
              ends.text(row),
              (s, kind, interval) -> {
                Numbers column = columns.get()[s];
                return check.value(
                    column.scaled(row, kind.measure().decimals()),
                    () -> column.text(row),
                    kind,
                    id,
                    interval + 1);
              });
    }
    rows.get().finish();
    return true;
  }
}
