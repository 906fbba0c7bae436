package org.gridclear.casetable;

import org.gridclear.table.Table;
import org.gridclear.table.TableFilter;

/**
 * Which rows of a table are asked for; what is null asks for nothing.
 *
 * @param name part of an id or name
 * @param kind kind of element
 * @param zone zone; of a branch, at either end
 * @param bus id or name of a bus; of a branch, at either end
 * @param kv nominal voltage such as {@code 220}, or a range such as {@code 110..220}
 * @param fuel fuel
 * @param group class of constraints
 * @param family family of constraints, or its row in the catalogue
 * @param inEffect whether constraints count
 */
public record TableQuery(
    String name,
    String kind,
    String zone,
    String bus,
    String kv,
    String fuel,
    String group,
    String family,
    Boolean inEffect) {

  /**
   * The rows that meet everything that is asked.
   *
   * @throws IllegalArgumentException if the table has no such column, or no row at all such a value
   */
  public Table of(Table table) {
    return TableFilter.of(table)
        .contains("name", name, nameColumns(table))
        .is("kind", kind, "kind", "kinds")
        .is("zone", zone, "zone", "fromZone", "toZone")
        .is("bus", bus, busColumns(table))
        .within("kv", kv, "baseKv", "fromBaseKv", "toBaseKv")
        .is("fuel", fuel, "fuel")
        .is("class", group, "class")
        .is("family", family, "family", "row")
        .flag("in effect", inEffect, "inEffect")
        .table();
  }

  /** Columns that say how people call the row. */
  private static String[] nameColumns(Table table) {
    return table.name().equals("constraints")
        ? new String[] {"constraint", "scope"}
        : new String[] {table.columns().get(0).name(), "name", "entity", "entityName"};
  }

  private static String[] busColumns(Table table) {
    return switch (table.name()) {
      case "buses" -> new String[] {"bus", "name"};
      case "members" -> new String[] {"point"};
      default -> new String[] {"bus", "busName", "from", "fromName", "to", "toName"};
    };
  }
}
