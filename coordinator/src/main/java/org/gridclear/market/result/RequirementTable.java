package org.gridclear.market.result;

import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.model.RequiredReserve;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/** What a case asks for of ancillary services, before it is cleared (G-04, G-07). */
public final class RequirementTable {
  private RequirementTable() {}

  /**
   * Requirements of a case in every period, with what they are made of.
   *
   * @param market the market in which it is cleared, some of which do without some products
   */
  public static Table of(MarketDay day, Market market) {
    ClearingCase clearingCase = ClearingCase.of(day).in(market);
    Table.Rows rows =
        new Table.Rows(
            "reserve-requirements",
            "Requirements of ancillary services.",
            Column.text("requirement", "The requirement."),
            Column.text("product", "The product that meets it."),
            Column.text("scope", "The system, a zone or a group."),
            Column.whole("period", "Period, counted from 1."),
            Column.text("time", "When it begins."),
            Column.text("inEffect", "Whether the market clears it: yes or no."),
            Column.text("method", "How its parts make it up: SUM or GREATEST."),
            Column.number("givenMw", "What the data give."),
            Column.number("largestUnitMw", "The greatest limit of a unit in scope."),
            Column.number("loadPartMw", "Its share of load."),
            Column.number("renewablePartMw", "Its share of the forecast of renewables."),
            Column.number("modeFactor", "Factor of how the grid is operated."),
            Column.number("requiredMw", "What is required."));
    for (ReserveRequirement each : day.reserves()) {
      for (int t = 0; t < day.periodCount(); t++) {
        RequiredReserve.Parts parts = RequiredReserve.parts(clearingCase, each, t);
        rows.add(
            each.id(),
            each.product(),
            each.scope().label(),
            t + 1L,
            day.horizon().label(t),
            RequiredReserve.counts(clearingCase, each) ? "yes" : "no",
            each.method().name(),
            parts.givenMw(),
            parts.largestUnitMw(),
            parts.loadMw(),
            parts.renewableMw(),
            parts.factor(),
            RequiredReserve.rowMw(clearingCase, each, t));
      }
    }
    return rows.table();
  }
}
