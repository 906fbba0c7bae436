package org.gridclear.market.rule;

import org.gridclear.quantity.PeriodMap;
import org.gridclear.quantity.Series;

/**
 * A unit's offer of a product.
 *
 * @param unit id of a thermal unit
 * @param product id of the product
 * @param maxMw greatest capacity per period
 * @param priceYuanPerMwh price of a MW held for an hour
 * @param mileageYuanPerMw price of a MW of movement; 0 where mileage is not paid
 * @param mileagePerMwh movement expected of a MW held for an hour, in MW
 */
public record ReserveOffer(
    String unit,
    String product,
    Series maxMw,
    Series priceYuanPerMwh,
    double mileageYuanPerMw,
    double mileagePerMwh) {
  /** What a MW held for an hour costs in period {@code t}, expected mileage included. */
  public double yuanPerMwh(int t) {
    return priceYuanPerMwh.at(t) + mileageYuanPerMw * mileagePerMwh;
  }

  /** The same offer on other periods. */
  public ReserveOffer on(PeriodMap map) {
    return new ReserveOffer(
        unit, product, map.of(maxMw), map.of(priceYuanPerMwh), mileageYuanPerMw, mileagePerMwh);
  }
}
