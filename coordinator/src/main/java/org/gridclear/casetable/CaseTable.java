package org.gridclear.casetable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.gridclear.table.Column;
import org.gridclear.table.Table;
import org.gridclear.validate.NearestName;

/** The tables of a case. */
public enum CaseTable {
  UNITS(UnitTable::of),
  BUSES(BusTable::of),
  BRANCHES(BranchTable::of),
  ZONES(ZoneTable::of),
  FUELS(FuelTable::of),
  FLOWGATES(FlowgateTable::of),
  CONSTRAINTS(ConstraintTable::of);

  /** The table that only a settlement folder has ({@link MemberTable}). */
  public static final String MEMBERS = "members";

  private final Function<ShownCase, Table> maker;

  CaseTable(Function<ShownCase, Table> maker) {
    this.maker = maker;
  }

  /**
   * The table with a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static CaseTable of(String name) {
    for (CaseTable each : values()) {
      if (each.label().equals(name.toLowerCase(Locale.ROOT))) {
        return each;
      }
    }
    List<String> known = new ArrayList<>();
    Arrays.stream(values()).map(CaseTable::label).forEach(known::add);
    known.add(MEMBERS);
    throw new IllegalArgumentException(
        "There is no table '%s'. %s".formatted(name, NearestName.advice(name, known)));
  }

  /** The table of a case. */
  public Table of(ShownCase shown) {
    Table table = maker.apply(shown);
    return shown.day().map(day -> table.withMoney(day.currency())).orElse(table);
  }

  /** Its name, such as {@code units}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How many rows each table of a case has. */
  public static Table overview(ShownCase shown) {
    Table.Rows rows =
        new Table.Rows(
            "tables",
            "the tables of %s".formatted(shown.network().name()),
            Column.text("table", "Name of the table, as it is asked for."),
            Column.whole("rows", "Number of its rows."),
            Column.text("holds", "What a row is."));
    for (CaseTable each : values()) {
      Table table = each.of(shown);
      rows.add(each.label(), table.rows().size(), table.description());
    }
    return rows.table();
  }
}
