package org.gridclear.monitoring.impact;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.gridclear.io.CsvTable;
import org.gridclear.market.MarketDay;
import org.gridclear.market.day.Owners;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** Whose the units of a day are. */
public final class UnitOwners {
  private UnitOwners() {}

  /**
   * Reads a table with the columns {@code unit} and {@code owner}.
   *
   * @throws InvalidInputException with every issue
   */
  public static Map<String, String> read(Path file) {
    IssueLog log = new IssueLog(String.valueOf(file.getFileName()));
    Map<String, String> owners = new HashMap<>();
    for (CsvTable.Row row : CsvTable.read(file, log).rows()) {
      String unit = row.id("unit");
      if (owners.put(unit, row.text("owner")) != null) {
        log.add(Rule.ID_UNIQUE, row.place(), "unit", unit, "Name a unit once.");
      }
    }
    log.throwIfErrors();
    return owners;
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
