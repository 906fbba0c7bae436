package org.gridclear.io.pandapower;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.network.BusType;
import org.gridclear.network.Generator;
import org.gridclear.network.GeneratorCost;
import org.gridclear.validate.Rule;

/** External grids, generators and static generators, with their cost polynomials. */
final class Machines {
  private final Elements elements;
  private final Map<String, GeneratorCost> costs = new TreeMap<>();

  Machines(Elements elements) {
    this.elements = elements;
    for (Frame.Row row : elements.frames().rows("poly_cost")) {
      for (String column : new String[] {"cq0_eur", "cq1_eur_per_mvar", "cq2_eur_per_mvar2"}) {
        if (row.number(column, 0) != 0) {
          row.notice(
              Rule.FIELD_USED, column, row.number(column, 0), "Reactive power is not priced.");
        }
      }
      costs.put(
          row.text("et", "") + " " + row.reference("element"),
          new GeneratorCost(
              0,
              0,
              List.of(
                  row.number("cp0_eur", 0),
                  row.number("cp1_eur_per_mw", 0),
                  row.number("cp2_eur_per_mw2", 0)),
              List.of(),
              List.of()));
    }
  }

  List<Generator> read() {
    List<Generator> machines = new ArrayList<>();
    for (Frame.Row row : elements.on("ext_grid")) {
      String bus = elements.bus(row, "bus");
      elements.type(bus, BusType.REFERENCE);
      elements.angle(bus, row.number("va_degree", 0));
      machines.add(machine(row, bus, 0, 0, qMin(row), qMax(row), row.number("vm_pu")));
    }
    for (Frame.Row row : elements.on("gen")) {
      String bus = elements.bus(row, "bus");
      elements.type(bus, row.flag("slack", false) ? BusType.REFERENCE : BusType.PV);
      double mw = row.number("p_mw") * row.number("scaling", 1);
      machines.add(machine(row, bus, mw, 0, qMin(row), qMax(row), row.number("vm_pu")));
      noticeFixed(row, true);
    }
    for (Frame.Row row : elements.on("sgen")) {
      String bus = elements.bus(row, "bus");
      double scaling = row.number("scaling", 1);
      double mvar = scaling * row.number("q_mvar", 0);
      machines.add(machine(row, bus, scaling * row.number("p_mw"), mvar, mvar, mvar, 1));
      noticeFixed(row, false);
    }
    costs.forEach(
        (element, cost) -> {
          if (machines.stream().noneMatch(machine -> machine.id().equals(element))) {
            elements
                .log()
                .notice(
                    Rule.FIELD_USED,
                    "poly_cost",
                    element,
                    "element",
                    cost.polynomial(),
                    "No machine in service has this cost.");
          }
        });
    return machines;
  }

  /** What pandapower's optimal power flow leaves at its output can be dispatched here. */
  private void noticeFixed(Frame.Row row, boolean byDefault) {
    if (costs.containsKey(row.element()) && !row.unfollowed("controllable", byDefault)) {
      row.notice(
          Rule.TAKEN_AS,
          "controllable",
          row.column("controllable") ? "not true" : "not given",
          "It has a cost: a market can dispatch it, where pandapower's OPF holds its output.");
    }
  }

  private static double qMin(Frame.Row row) {
    return row.limit("min_q_mvar", Double.NEGATIVE_INFINITY);
  }

  private static double qMax(Frame.Row row) {
    return row.limit("max_q_mvar", Double.POSITIVE_INFINITY);
  }

  private Generator machine(
      Frame.Row row, String bus, double mw, double mvar, double qMin, double qMax, double vSet) {
    double pMin = row.limit("min_p_mw", Math.min(0, mw));
    double pMax = row.limit("max_p_mw", Math.max(0, mw));
    if (!row.has("max_p_mw")) {
      row.notice(
          Rule.TAKEN_AS,
          "max_p_mw",
          "not given",
          "Its limits are 0 and its output; where it is the reference, it takes what is left.");
    }
    return new Generator(
        row.element(),
        bus,
        row.text("type", ""),
        mw,
        mvar,
        qMin,
        qMax,
        vSet,
        pMin,
        pMax,
        0,
        row.number("slack_weight", 0),
        true,
        costs.get(row.element()));
  }
}
