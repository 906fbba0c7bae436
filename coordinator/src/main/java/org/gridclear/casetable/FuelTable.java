package org.gridclear.casetable;

import java.util.Map;
import java.util.TreeMap;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/** Fuels and technologies with the units that have them. */
final class FuelTable {
  private FuelTable() {}

  static Table of(ShownCase shown) {
    Table units = UnitTable.of(shown);
    int fuel = units.indexOf("fuel");
    int kind = units.indexOf("kind");
    int least = units.indexOf("pMinMw");
    int most = units.indexOf("pMaxMw");
    Map<String, double[]> sums = new TreeMap<>();
    Map<String, String> kinds = new TreeMap<>();
    for (Object[] unit : units.rows()) {
      double[] of = sums.computeIfAbsent((String) unit[fuel], name -> new double[3]);
      of[0]++;
      of[1] += unit[least] == null ? 0 : (double) unit[least];
      of[2] += unit[most] == null ? 0 : (double) unit[most];
      kinds.merge(
          (String) unit[fuel],
          (String) unit[kind],
          (a, b) -> (", " + a + ", ").contains(", " + b + ", ") ? a : a + ", " + b);
    }
    Table.Rows rows =
        new Table.Rows(
            "fuels",
            "fuels and technologies; the one without a name holds the units that name none",
            Column.text("fuel", "Fuel or technology; empty where the file does not say."),
            Column.text("kinds", "Kinds of its units."),
            Column.whole("units", "Number of its rows in the table of units."),
            Column.number("pMinMw", "Least outputs of these, added up; unlimited ones left out."),
            Column.number("pMaxMw", "Greatest outputs, added up; unlimited ones left out."));
    sums.forEach((name, of) -> rows.add(name, kinds.get(name), (long) of[0], of[1], of[2]));
    return rows.table();
  }
}
