package org.gridclear.casetable;

import java.util.HashMap;
import java.util.Map;
import org.gridclear.market.BranchLimit;
import org.gridclear.market.rule.FlowgateLimit;
import org.gridclear.network.Branch;
import org.gridclear.network.Bus;
import org.gridclear.network.Flowgate;
import org.gridclear.table.Column;
import org.gridclear.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Limits of branches, flowgates and buses, in the layout in which {@code --limits} takes them back
 * (H-18).
 */
final class LimitTable {
  private final BusFacts buses;
  private final Map<String, BranchLimit> branchesOfDay = new HashMap<>();
  private final Map<String, FlowgateLimit> gatesOfDay;
  private final Table.Rows rows =
      new Table.Rows(
          "limits",
          "limits of branches, flowgates and buses; edited, --limits takes them back",
          Column.text("device", "Id of the device."),
          Column.text("kind", "LINE, TRANSFORMER, FLOWGATE or BUS."),
          Column.text("fromZone", "Zone of the bus, or of the first one; empty for none."),
          Column.text("toZone", "Zone of the other bus; empty for none."),
          Column.number("fromBaseKv", "Nominal voltage there; empty where not said."),
          Column.number("toBaseKv", "Nominal voltage of the other bus; empty where not said."),
          Column.number(
              "normalMva",
              "Long-term rating of a branch; empty for none, and where the day has limits by"
                  + " period: taken back empty, they stay."),
          Column.number("shortTermMva", "Short-term rating; empty for none."),
          Column.number("emergencyMva", "Rating after an outage; empty likewise."),
          Column.number("limitMw", "Limit of a flowgate; empty for others, and as normalMva is."),
          Column.number("reverseMw", "Its limit against its direction; empty likewise."),
          Column.number("vMinPu", "Least voltage of a bus; empty for others."),
          Column.number("vMaxPu", "Greatest voltage of a bus; empty for others."));

  private LimitTable(ShownCase shown) {
    this.buses = new BusFacts(shown.network());
    this.gatesOfDay = shown.flowgateLimits();
    shown
        .day()
        .ifPresent(
            day -> day.branchLimits().forEach(limit -> branchesOfDay.put(limit.branch(), limit)));
  }

  static Table of(ShownCase shown) {
    LimitTable table = new LimitTable(shown);
    shown.network().branches().forEach(table::branch);
    shown.network().flowgates().forEach(table::flowgate);
    shown.network().buses().forEach(table::bus);
    return table.rows.table();
  }

  private void branch(Branch branch) {
    BranchLimit ofDay = branchesOfDay.get(branch.id());
    boolean emergency = ofDay == null || ofDay.emergencyMw() == null;
    add(
        branch.id(),
        branch.kind().name(),
        branch.from(),
        branch.to(),
        ofDay == null ? rating(branch.ratings().normalMva()) : null,
        rating(branch.ratings().shortTermMva()),
        emergency ? rating(branch.ratings().emergencyMva()) : null);
  }

  private static @Nullable Double rating(double mva) {
    return mva > 0 && Double.isFinite(mva) ? mva : null;
  }

  private void flowgate(Flowgate gate) {
    FlowgateLimit ofDay = gatesOfDay.get(gate.id());
    Double forward = ofDay != null && ofDay.mw() != null ? null : (Double) gate.limitMw();
    Double reverse =
        ofDay != null && ofDay.reverseMw() != null ? null : (Double) gate.reverseLimitMw();
    add(gate.id(), "FLOWGATE", null, null, null, null, null, forward, reverse);
  }

  private void bus(Bus bus) {
    add(
        bus.id(),
        "BUS",
        bus.id(),
        bus.id(),
        null,
        null,
        null,
        null,
        null,
        bus.vMinPu(),
        bus.vMaxPu());
  }

  private void add(
      String device,
      String kind,
      @Nullable String from,
      @Nullable String to,
      @Nullable Double... limits) {
    Object[] row = new Object[13];
    row[0] = device;
    row[1] = kind;
    row[2] = from == null ? "" : buses.zone(from);
    row[3] = to == null ? "" : buses.zone(to);
    row[4] = from == null ? null : buses.baseKv(from);
    row[5] = to == null ? null : buses.baseKv(to);
    System.arraycopy(limits, 0, row, 6, limits.length);
    rows.add(row);
  }
}
