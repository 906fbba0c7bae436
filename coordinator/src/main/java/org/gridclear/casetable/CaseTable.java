package org.gridclear.casetable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gridclear.table.Column;
import org.gridclear.table.Table;
import org.gridclear.validate.NearestName;

/** The tables of a case. */
public enum CaseTable {
  UNITS,
  BUSES,
  BRANCHES,
  ZONES,
  FUELS,
  FLOWGATES,
  LIMITS,
  OFFERS,
  SERVICES,
  CONSTRAINTS;

  /** The table that only a settlement folder has ({@link MemberTable}). */
  public static final String MEMBERS = "members";

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
    Table table =
        switch (this) {
          case UNITS -> UnitTable.of(shown);
          case BUSES -> BusTable.of(shown);
          case BRANCHES -> BranchTable.of(shown);
          case ZONES -> ZoneTable.of(shown);
          case FUELS -> FuelTable.of(shown);
          case FLOWGATES -> FlowgateTable.of(shown);
          case LIMITS -> LimitTable.of(shown);
          case OFFERS -> OfferTable.of(shown);
          case SERVICES -> ServiceTable.of(shown);
          case CONSTRAINTS -> ConstraintTable.of(shown);
        };
    return shown.day().map(day -> table.withMoney(day.currency())).orElse(table);
  }

  /** Its name, such as {@code units}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How many rows each table of a case has. */
  public static Table overview(ShownCase shown) {
    Table.Rows rows = overview(shown.network().name());
    for (CaseTable each : values()) {
      Table table = each.of(shown);
      rows.add(each.label(), table.rows().size(), table.description());
    }
    return rows.table();
  }

  /** The tables of a settlement folder: its members. */
  public static Table overview(Table members) {
    Table.Rows rows = overview("the settlement folder");
    rows.add(MEMBERS, members.rows().size(), members.description());
    return rows.table();
  }

  private static Table.Rows overview(String of) {
    return new Table.Rows(
        "tables",
        "the tables of %s".formatted(of),
        Column.text("table", "Name of the table, as it is asked for."),
        Column.whole("rows", "Number of its rows."),
        Column.text("holds", "What a row is."));
  }
}
