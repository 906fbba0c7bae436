package org.gridclear.market.declaration;

import java.util.List;

/**
 * What a unit holds for ancillary services, and at which price.
 *
 * @param products one entry a product
 */
public record AncillaryOffer(List<ProductOffer> products) implements Terms {
  /** Name of the kind in files. */
  public static final String KIND = "ancillary";

  public AncillaryOffer {
    products = List.copyOf(products);
  }

  /**
   * The offer of a product.
   *
   * @param product id of the product
   * @param maxMw greatest capacity, 0.0001 MW
   * @param yuanPerMwh price of a MW held for an hour, 0.001 yuan/MWh
   * @param mileageYuanPerMw price of a MW of movement, 0.001 yuan/MW; 0 where none is asked
   */
  public record ProductOffer(
      String product, WholeSeries maxMw, WholeSeries yuanPerMwh, long mileageYuanPerMw) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Slot slot() {
    return Slot.ANCILLARY;
  }

  @Override
  public boolean fits(UnitKind unit) {
    return unit == UnitKind.THERMAL || unit == UnitKind.HYDRO;
  }

  @Override
  public AncillaryOffer in(int[] periods) {
    return new AncillaryOffer(
        products.stream()
            .map(
                each ->
                    new ProductOffer(
                        each.product(),
                        each.maxMw().in(periods),
                        each.yuanPerMwh().in(periods),
                        each.mileageYuanPerMw()))
            .toList());
  }
}
