package org.gridclear.casetable;

import java.util.List;
import java.util.stream.Collectors;
import org.gridclear.market.BranchOutage;
import org.gridclear.market.MarketDay;
import org.gridclear.network.Branch;
import org.gridclear.network.HvdcLine;
import org.gridclear.table.Column;
import org.gridclear.table.Table;
import org.jspecify.annotations.Nullable;

/** Lines, transformers and HVDC lines, from bus to bus. */
final class BranchTable {
  private BranchTable() {}

  static Table of(ShownCase shown) {
    Table.Rows rows =
        new Table.Rows(
            "branches",
            "lines, transformers and HVDC lines; positive flow runs from the first bus to the"
                + " other",
            Column.text("branch", "Id of the branch."),
            Column.text("kind", "LINE, TRANSFORMER or HVDC."),
            Column.text("from", "Id of the bus at the sending end."),
            Column.text("fromName", "Name of that bus."),
            Column.text("to", "Id of the bus at the receiving end."),
            Column.text("toName", "Name of that bus."),
            Column.text("fromZone", "Zone of the bus at the sending end; empty for none."),
            Column.text("toZone", "Zone of the bus at the receiving end; empty for none."),
            Column.number("fromBaseKv", "Nominal voltage there; empty where not said."),
            Column.number("toBaseKv", "Nominal voltage there; empty where not said."),
            Column.number("rPu", "Series resistance; empty for HVDC."),
            Column.number("xPu", "Series reactance; empty for HVDC."),
            Column.number("bPu", "Total charging susceptance; empty for HVDC."),
            Column.number("tapRatio", "Off-nominal ratio at the sending end; empty for HVDC."),
            Column.number("shiftDeg", "Phase shift; empty for HVDC."),
            Column.number("normalMva", "Long-term rating; empty for no limit and for HVDC."),
            Column.number("shortTermMva", "Short-term rating; empty for none and for HVDC."),
            Column.number("emergencyMva", "Rating after an outage; empty for none and for HVDC."),
            Column.number("pMinMw", "Least power of an HVDC line; empty for others, or no limit."),
            Column.number("pMaxMw", "Most power of an HVDC line; empty for others, or no limit."),
            Column.flag("inService", "Whether it is switched in."),
            Column.text("outages", "Planned outages by their times; empty for none."));
    BusFacts buses = new BusFacts(shown.network());
    for (Branch branch : shown.network().branches()) {
      String outages = shown.day().map(day -> outages(day, branch.id())).orElse("");
      rows.add(ac(branch, buses, outages));
    }
    for (HvdcLine line : shown.network().hvdcLines()) {
      rows.add(hvdc(line, buses));
    }
    return rows.table();
  }

  private static Object[] ac(Branch branch, BusFacts buses, String outages) {
    return new Object[] {
      branch.id(),
      branch.kind().name(),
      branch.from(),
      buses.name(branch.from()),
      branch.to(),
      buses.name(branch.to()),
      buses.zone(branch.from()),
      buses.zone(branch.to()),
      buses.baseKv(branch.from()),
      buses.baseKv(branch.to()),
      branch.rPu(),
      branch.xPu(),
      branch.bPu(),
      branch.tapRatio(),
      branch.shiftDeg(),
      rating(branch.ratings().normalMva()),
      rating(branch.ratings().shortTermMva()),
      rating(branch.ratings().emergencyMva()),
      null,
      null,
      branch.inService(),
      outages
    };
  }

  private static Object[] hvdc(HvdcLine line, BusFacts buses) {
    return new Object[] {
      line.id(),
      "HVDC",
      line.from(),
      buses.name(line.from()),
      line.to(),
      buses.name(line.to()),
      buses.zone(line.from()),
      buses.zone(line.to()),
      buses.baseKv(line.from()),
      buses.baseKv(line.to()),
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      line.pMinMw(),
      line.pMaxMw(),
      line.inService(),
      ""
    };
  }

  /** A rating of 0 means none. */
  private static @Nullable Double rating(double mva) {
    return mva > 0 ? (Double) mva : null;
  }

  private static String outages(MarketDay day, String branch) {
    List<BranchOutage> planned =
        day.branchOutages().stream().filter(each -> each.branch().equals(branch)).toList();
    return planned.stream()
        .map(each -> Periods.text(day.horizon(), each.from(), each.to()))
        .collect(Collectors.joining(", "));
  }
}
