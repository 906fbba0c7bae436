package org.gridclear.monitoring.impact;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.io.CsvTable;
import org.gridclear.market.MarketDay;
import org.gridclear.market.day.Owners;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** Whose the units of a day are. */
public final class UnitOwners {
  private static final List<String> COLUMNS = List.of("unit", "owner");

  private UnitOwners() {}

  /**
   * Reads a table with the columns {@code unit} and {@code owner}.
   *
   * @throws InvalidInputException with every issue
   */
  public static Map<String, String> read(Path file) {
    IssueLog log = new IssueLog(String.valueOf(file.getFileName()));
    Map<String, String> owners = new HashMap<>();
    CsvTable table = CsvTable.read(file, log);
    columns(table, log);
    for (CsvTable.Row row : table.rows()) {
      String unit = row.id("unit");
      if (owners.put(unit, row.text("owner")) != null) {
        log.add(Rule.ID_UNIQUE, row.place(), "unit", unit, "Name a unit once.");
      }
    }
    log.throwIfErrors();
    return owners;
  }

  private static void columns(CsvTable table, IssueLog log) {
    for (String column : COLUMNS) {
      if (!table.columns().contains(column)) {
        log.add(
            Rule.FIELD_PRESENT,
            table.name(),
            column,
            "absent",
            "The columns are %s.".formatted(String.join(",", COLUMNS)));
      }
    }
    for (String column : table.columns()) {
      if (!COLUMNS.contains(column)) {
        log.add(
            Rule.FIELD_KNOWN,
            table.name(),
            "header",
            column,
            "The columns are %s.".formatted(String.join(",", COLUMNS)));
      }
    }
    log.throwIfErrors();
  }

  /**
   * Refuses owners of units that a day does not have.
   *
   * @throws InvalidInputException with every such unit
   */
  public static void check(Map<String, String> owners, MarketDay day) {
    IssueLog log = new IssueLog("owners");
    Set<String> units = new HashSet<>();
    day.thermalUnits().forEach(unit -> units.add(unit.id()));
    day.profiledUnits().forEach(unit -> units.add(unit.id()));
    owners.keySet().stream()
        .filter(unit -> !units.contains(unit))
        .sorted()
        .forEach(
            unit ->
                log.add(
                    Rule.REFERENCE_EXISTS, "owners", "unit", unit, "The day has no such unit."));
    log.throwIfErrors();
  }

  /** Owners of the units of a day; units without one are not there. */
  public static Map<String, String> of(MarketDay day, Owners owners) {
    Map<String, String> found = new HashMap<>();
    day.thermalUnits().forEach(unit -> put(found, unit.id(), owners));
    day.profiledUnits().forEach(unit -> put(found, unit.id(), owners));
    return found;
  }

  private static void put(Map<String, String> found, String unit, Owners owners) {
    String owner = owners.of("unit", unit);
    if (!owner.isEmpty()) {
      found.put(unit, owner);
    }
  }
}
