package org.gridclear.casetable;

import java.util.Optional;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.ReserveOffer;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.quantity.Series;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/** Offers of ancillary products, unit by unit (G-09). */
final class OfferTable {
  private OfferTable() {}

  static Table of(ShownCase shown) {
    Table.Rows rows =
        new Table.Rows(
            "offers",
            "units that may give an ancillary product, with their offers",
            Column.text("unit", "Id of the unit."),
            Column.text("bus", "Id of its bus."),
            Column.text("zone", "Zone of its bus; empty for none."),
            Column.text("product", "Id of the product."),
            Column.text("kind", "SPINNING, REGULATION or NON_SPINNING."),
            Column.text("service", "Service that the product is."),
            Column.text("direction", "UP or DOWN."),
            Column.number("minutes", "Time to deliver it; 0 for the period."),
            Column.number("offeredMinMw", "Least offer of any period; empty where it names none."),
            Column.number("offeredMaxMw", "Greatest offer of any period; empty for none."),
            Column.number("priceMinYuanPerMwh", "Lowest price of any period; 0 without an offer."),
            Column.number("priceMaxYuanPerMwh", "Highest price of any period."),
            Column.number("mileageYuanPerMw", "Price of a MW of movement; 0 where not paid."),
            Column.number("regulatingMwPerMin", "How fast it follows AGC; empty for no limit."));
    shown.day().ifPresent(day -> offers(day, new BusFacts(shown.network()), rows));
    return rows.table();
  }

  private static void offers(MarketDay day, BusFacts buses, Table.Rows rows) {
    for (ThermalUnit unit : day.thermalUnits()) {
      for (String id : ServiceTable.products(day)) {
        ReserveProduct product = day.rules().product(id);
        if (!unit.mayHold(id, day.rules())) {
          continue;
        }
        Optional<ReserveOffer> offer = day.rules().reserveOffer(unit.id(), id);
        Series price = offer.map(ReserveOffer::priceYuanPerMwh).orElse(Series.constant(0, 1));
        rows.add(
            unit.id(),
            unit.bus(),
            buses.zone(unit.bus()),
            id,
            product.kind().name(),
            product.service().name(),
            product.direction().name(),
            product.minutes(),
            offer.map(each -> each.maxMw().min()).orElse(null),
            offer.map(each -> each.maxMw().max()).orElse(null),
            price.min(),
            price.max(),
            offer.map(ReserveOffer::mileageYuanPerMw).orElse(0.0),
            day.rules().regulatingMwPerMin(unit.id()));
      }
    }
  }
}
