package org.gridclear.casetable;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gridclear.network.Branch;
import org.gridclear.network.Bus;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Load;
import org.gridclear.table.Column;
import org.gridclear.table.Table;
import org.gridclear.validate.NaturalOrder;

/** Zones with what lies in them. */
final class ZoneTable {
  /** What is added up over a zone. */
  private static final class Sums {
    long buses;
    long units;
    long inside;
    long ties;
    double capacityMw;
    double loadMw;
    double[] byPeriodMw = {};
  }

  private ZoneTable() {}

  static Table of(ShownCase shown) {
    Table.Rows rows =
        new Table.Rows(
            "zones",
            "zones of buses; the one without a name holds the buses of no zone",
            Column.text("zone", "Name of the zone; empty for the buses of none."),
            Column.whole("buses", "Number of its buses."),
            Column.whole("units", "Number of its rows in the table of units."),
            Column.number(
                "pMaxMw", "Greatest outputs of these, added up; unlimited ones left out."),
            Column.number("loadMw", "Load of the file's operating point."),
            Column.number("peakLoadMw", "Greatest load of a period; empty without a market day."),
            Column.whole(
                "branchesInside", "Number of branches and HVDC lines with both ends in it."),
            Column.whole("tieBranches", "Number of branches and HVDC lines with one end in it."));
    Map<String, Sums> zones = sums(shown);
    zones.forEach(
        (zone, s) ->
            rows.add(
                zone,
                s.buses,
                s.units,
                s.capacityMw,
                s.loadMw,
                shown.day().isEmpty()
                    ? null
                    : (Double) java.util.Arrays.stream(s.byPeriodMw).max().orElse(0),
                s.inside,
                s.ties));
    return rows.table();
  }

  private static void join(Sums from, Sums to) {
    if (from == to) {
      from.inside++;
    } else {
      from.ties++;
      to.ties++;
    }
  }

  private static Sums of(Map<String, Sums> zones, String zone) {
    return Objects.requireNonNull(zones.get(zone));
  }

  private static Map<String, Sums> sums(ShownCase shown) {
    Map<String, Sums> zones = new TreeMap<>(NaturalOrder.OF_NAMES);
    BusFacts buses = new BusFacts(shown.network());
    for (Bus bus : shown.network().buses()) {
      zones.computeIfAbsent(bus.zone(), zone -> new Sums()).buses++;
    }
    for (Load load : shown.network().loads()) {
      of(zones, buses.zone(load.bus())).loadMw += load.pMw();
    }
    for (Branch branch : shown.network().branches()) {
      join(of(zones, buses.zone(branch.from())), of(zones, buses.zone(branch.to())));
    }
    for (HvdcLine line : shown.network().hvdcLines()) {
      join(of(zones, buses.zone(line.from())), of(zones, buses.zone(line.to())));
    }
    Table units = UnitTable.of(shown);
    int zone = units.indexOf("zone");
    int most = units.indexOf("pMaxMw");
    for (Object[] unit : units.rows()) {
      Sums of = of(zones, (String) unit[zone]);
      of.units++;
      of.capacityMw += unit[most] == null ? 0 : (double) unit[most];
    }
    shown
        .day()
        .ifPresent(
            day ->
                day.busLoads()
                    .forEach(
                        load -> {
                          Sums of = of(zones, buses.zone(load.bus()));
                          if (of.byPeriodMw.length == 0) {
                            of.byPeriodMw = new double[day.periodCount()];
                          }
                          for (int t = 0; t < of.byPeriodMw.length; t++) {
                            of.byPeriodMw[t] += load.mw().at(t);
                          }
                        }));
    return zones;
  }
}
