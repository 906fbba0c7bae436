package org.gridclear.market.declaration.check;

import static org.gridclear.quantity.FixedPoint.PRICE_DECIMALS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.gridclear.market.declaration.AncillaryOffer;
import org.gridclear.market.declaration.DeclarationParameters;
import org.gridclear.market.declaration.DemandBid;
import org.gridclear.market.declaration.Plain;
import org.gridclear.market.declaration.RenewableOffer;
import org.gridclear.market.declaration.Segment;
import org.gridclear.market.declaration.Slot;
import org.gridclear.market.declaration.StepCurves;
import org.gridclear.market.declaration.StorageOffer;
import org.gridclear.market.declaration.Terms;
import org.gridclear.market.declaration.ThermalOffer;
import org.gridclear.market.declaration.WholeSeries;

/** Whether prices are of a size that is meant: yuan/MWh, and not far from the last ones. */
public final class PriceSize {
  /** Between yuan/kWh and yuan/MWh. */
  private static final long KWH_PER_MWH = 1000;

  private PriceSize() {}

  /**
   * Notices where they are not.
   *
   * @param unit id of the unit, for the place
   * @param terms what is declared
   * @param before the last declaration of the kind; empty where there is none
   * @param parameters of the market
   */
  public static List<Objection> notices(
      String unit, Terms terms, Optional<Terms> before, DeclarationParameters parameters) {
    List<Objection> notices = new ArrayList<>();
    OptionalLong now = greatest(terms);
    OptionalLong last = before.map(PriceSize::greatest).orElse(OptionalLong.empty());
    if (now.isEmpty() || now.getAsLong() <= 0) {
      return notices;
    }
    long price = now.getAsLong();
    String text = Plain.text(price, PRICE_DECIMALS);
    if (price * KWH_PER_MWH <= parameters.energy().cap() && terms.slot() == Slot.ENERGY) {
      notices.add(
          new Objection(
              DeclarationRule.PRICE_DIMENSION,
              unit + " greatest price",
              text,
              "If it is in yuan/kWh, give %s."
                  .formatted(Plain.text(price * KWH_PER_MWH, PRICE_DECIMALS))));
    }
    if (last.isPresent() && last.getAsLong() > 0) {
      long factor = parameters.jumpFactor();
      if (price >= factor * last.getAsLong() || last.getAsLong() >= factor * price) {
        notices.add(
            new Objection(
                DeclarationRule.PRICE_JUMP,
                unit + " greatest price",
                text,
                "The last declaration had %s."
                    .formatted(Plain.text(last.getAsLong(), PRICE_DECIMALS))));
      }
    }
    return notices;
  }

  /** The greatest price of a declaration, 0.001 yuan/MWh; empty where it has none. */
  static OptionalLong greatest(Terms terms) {
    return prices(terms).max();
  }

  private static LongStream prices(Terms terms) {
    if (terms instanceof ThermalOffer offer) {
      return prices(offer.segments());
    }
    if (terms instanceof DemandBid bid) {
      return prices(bid.segments());
    }
    if (terms instanceof RenewableOffer offer) {
      return prices(offer.yuanPerMwh());
    }
    if (terms instanceof StorageOffer offer) {
      return prices(offer.offerYuanPerMwh());
    }
    if (terms instanceof AncillaryOffer offer) {
      return offer.products().stream().flatMapToLong(each -> prices(each.yuanPerMwh()));
    }
    return LongStream.empty();
  }

  private static LongStream prices(StepCurves curves) {
    return curves.curves().stream()
        .flatMap(curve -> curve.segments().stream())
        .mapToLong(Segment::yuanPerMwh);
  }

  private static LongStream prices(WholeSeries series) {
    return series.values().stream().mapToLong(Long::longValue);
  }
}
