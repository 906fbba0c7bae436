package org.gridclear.casetable;

import java.util.HashMap;
import java.util.Map;
import org.gridclear.market.BusLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.network.Bus;
import org.gridclear.network.Load;
import org.gridclear.network.Shunt;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/** Buses with their loads. */
final class BusTable {
  private BusTable() {}

  static Table of(ShownCase shown) {
    Table.Rows rows =
        new Table.Rows(
            "buses",
            "buses of the network",
            Column.text("bus", "Id of the bus."),
            Column.text("name", "What people call it; the id where the file gives no name."),
            Column.text("kind", "REFERENCE, PV, PQ or ISOLATED in a power flow."),
            Column.number("baseKv", "Nominal voltage; empty where the file does not say."),
            Column.text("zone", "Zone, a file's area; empty for none."),
            Column.text("lossZone", "Loss zone, a file's zone; empty for none."),
            Column.number("vMinPu", "Lower voltage limit."),
            Column.number("vMaxPu", "Upper voltage limit."),
            Column.number("loadMw", "Active load of the file's operating point."),
            Column.number("loadMvar", "Reactive load of the file's operating point."),
            Column.number("shuntMw", "Active power that shunts draw at 1 p.u."),
            Column.number("shuntMvar", "Reactive power that shunts give at 1 p.u."),
            Column.number("peakLoadMw", "Greatest load of a period; empty without a market day."));
    Map<String, double[]> drawn = new HashMap<>();
    for (Load load : shown.network().loads()) {
      add(drawn, load.bus(), 0, load.pMw());
      add(drawn, load.bus(), 1, load.qMvar());
    }
    for (Shunt shunt : shown.network().shunts()) {
      add(drawn, shunt.bus(), 2, shunt.gMw());
      add(drawn, shunt.bus(), 3, shunt.bMvar());
    }
    Map<String, Double> peaks = shown.day().map(BusTable::peaksMw).orElse(null);
    for (Bus bus : shown.network().buses()) {
      double[] sums = drawn.getOrDefault(bus.id(), new double[4]);
      rows.add(
          bus.id(),
          bus.name(),
          bus.type().name(),
          BusFacts.kv(bus),
          bus.zone(),
          bus.lossZone(),
          bus.vMinPu(),
          bus.vMaxPu(),
          sums[0],
          sums[1],
          sums[2],
          sums[3],
          peaks == null ? null : peaks.getOrDefault(bus.id(), 0.0));
    }
    return rows.table();
  }

  private static void add(Map<String, double[]> sums, String bus, int what, double amount) {
    sums.computeIfAbsent(bus, id -> new double[4])[what] += amount;
  }

  /** Greatest load of every bus that has one, several forecasts of a bus added up, in MW. */
  static Map<String, Double> peaksMw(MarketDay day) {
    Map<String, double[]> loads = new HashMap<>();
    for (BusLoad load : day.busLoads()) {
      double[] ofBus = loads.computeIfAbsent(load.bus(), id -> new double[day.periodCount()]);
      for (int t = 0; t < ofBus.length; t++) {
        ofBus[t] += load.mw().at(t);
      }
    }
    Map<String, Double> peaks = new HashMap<>();
    loads.forEach((bus, mw) -> peaks.put(bus, java.util.Arrays.stream(mw).max().orElseThrow()));
    return peaks;
  }
}
