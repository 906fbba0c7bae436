package org.gridclear.casetable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridclear.clearing.constraint.RequiredReserve;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.constraint.ReserveOffer;
import org.gridclear.market.constraint.ReserveProduct;
import org.gridclear.scenario.resolved.ClearingCase;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/** Ancillary products with a summary of their offers and of what is required (G-05, G-09). */
final class ServiceTable {
  private ServiceTable() {}

  static Table of(ShownCase shown) {
    Table.Rows rows =
        new Table.Rows(
            "services",
            "ancillary products: what is offered and what is required",
            Column.text("product", "Id of the product."),
            Column.text("kind", "SPINNING, REGULATION or NON_SPINNING."),
            Column.text("service", "Service that the product is."),
            Column.text("direction", "UP or DOWN."),
            Column.number("minutes", "Time to deliver it; 0 for the period."),
            Column.whole("units", "Units that may give it."),
            Column.number(
                "offeredMinMw",
                "Least sum of offers of any period, with the limit of" + " units that name none."),
            Column.number("offeredMaxMw", "Greatest sum of offers of any period."),
            Column.number("priceMinYuanPerMwh", "Lowest price of any offer and period."),
            Column.number("priceMaxYuanPerMwh", "Highest price of any offer and period."),
            Column.text("requirements", "Ids of the requirements in effect; empty for none."),
            Column.number("requiredMinMw", "Least sum of these of any period, by their rules."),
            Column.number("requiredMaxMw", "Greatest sum of any period."));
    shown.clearing().ifPresent(clearing -> services(clearing, rows));
    return rows.table();
  }

  /** Products that are described or required. */
  static List<String> products(MarketDay day) {
    Set<String> ids = new LinkedHashSet<>();
    day.rules().products().forEach(product -> ids.add(product.id()));
    day.reserves().forEach(requirement -> ids.add(requirement.product()));
    return List.copyOf(ids);
  }

  static Optional<ReserveOffer> offer(MarketDay day, ThermalUnit unit, String product) {
    return day.rules().reserveOffers().stream()
        .filter(each -> each.unit().equals(unit.id()) && each.product().equals(product))
        .findFirst();
  }

  private static void services(ClearingCase clearing, Table.Rows rows) {
    MarketDay day = clearing.day();
    for (String id : products(day)) {
      ReserveProduct product = day.rules().product(id);
      double[] offered = new double[day.periodCount()];
      double[] required = new double[day.periodCount()];
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      long units = 0;
      for (ThermalUnit unit : day.thermalUnits()) {
        Optional<ReserveOffer> offer = offer(day, unit, id);
        if (offer.isEmpty() && !unit.reserves().contains(id)) {
          continue;
        }
        units++;
        least = Math.min(least, offer.map(each -> each.priceYuanPerMwh().min()).orElse(0.0));
        most = Math.max(most, offer.map(each -> each.priceYuanPerMwh().max()).orElse(0.0));
        for (int t = 0; t < offered.length; t++) {
          double limit = unit.pMaxMw().at(t);
          int period = t;
          offered[t] += Math.min(limit, offer.map(each -> each.maxMw().at(period)).orElse(limit));
        }
      }
      List<ReserveRequirement> asked =
          day.reserves().stream()
              .filter(each -> each.product().equals(id) && RequiredReserve.counts(clearing, each))
              .toList();
      for (ReserveRequirement each : asked) {
        for (int t = 0; t < required.length; t++) {
          required[t] += RequiredReserve.rowMw(clearing, each, t);
        }
      }
      rows.add(
          id,
          product.kind().name(),
          product.service().name(),
          product.direction().name(),
          product.minutes(),
          units,
          least(offered),
          greatest(offered),
          units == 0 ? null : (Double) least,
          units == 0 ? null : (Double) most,
          String.join(", ", asked.stream().map(ReserveRequirement::id).toList()),
          least(required),
          greatest(required));
    }
  }

  private static double least(double[] values) {
    return java.util.Arrays.stream(values).min().orElse(0);
  }

  private static double greatest(double[] values) {
    return java.util.Arrays.stream(values).max().orElse(0);
  }
}
