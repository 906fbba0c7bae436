package org.gridclear.casetable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.model.RequiredReserve;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.ReserveOffer;
import org.gridclear.market.rule.ReserveProduct;
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

  /**
   * What units offer of a product.
   *
   * @param mw sum by period
   * @param units how many offer it
   * @param least lowest price of any offer and period
   * @param most highest price
   */
  private record Offered(double[] mw, long units, double least, double most) {
    static Offered of(MarketDay day, String product) {
      double[] mw = new double[day.periodCount()];
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      long units = 0;
      for (ThermalUnit unit : day.thermalUnits()) {
        if (!unit.mayHold(product, day.rules())) {
          continue;
        }
        Optional<ReserveOffer> offer = day.rules().reserveOffer(unit.id(), product);
        units++;
        least = Math.min(least, offer.map(each -> each.priceYuanPerMwh().min()).orElse(0.0));
        most = Math.max(most, offer.map(each -> each.priceYuanPerMwh().max()).orElse(0.0));
        for (int t = 0; t < mw.length; t++) {
          double limit = unit.pMaxMw().at(t);
          int period = t;
          mw[t] += Math.min(limit, offer.map(each -> each.maxMw().at(period)).orElse(limit));
        }
      }
      return new Offered(mw, units, least, most);
    }
  }

  private static void services(ClearingCase clearing, Table.Rows rows) {
    MarketDay day = clearing.day();
    for (String id : products(day)) {
      ReserveProduct product = day.rules().product(id);
      Offered offered = Offered.of(day, id);
      List<ReserveRequirement> asked =
          day.reserves().stream()
              .filter(each -> each.product().equals(id) && RequiredReserve.counts(clearing, each))
              .toList();
      double[] required = new double[day.periodCount()];
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
          offered.units(),
          least(offered.mw()),
          greatest(offered.mw()),
          offered.units() == 0 ? null : (Double) offered.least(),
          offered.units() == 0 ? null : (Double) offered.most(),
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
