package org.gridclear.market.declaration.check;

import static org.gridclear.market.declaration.check.DeclarationRule.KIND_FITS;
import static org.gridclear.market.declaration.check.DeclarationRule.LIMITS_ORDERED;
import static org.gridclear.market.declaration.check.DeclarationRule.NOT_NEGATIVE;
import static org.gridclear.market.declaration.check.DeclarationRule.NO_GAIN_IN_CIRCLES;
import static org.gridclear.market.declaration.check.DeclarationRule.PERIODS_WHOLE;
import static org.gridclear.market.declaration.check.DeclarationRule.PRODUCT_TRADED;
import static org.gridclear.quantity.FixedPoint.MWH_DECIMALS;
import static org.gridclear.quantity.FixedPoint.MW_DECIMALS;
import static org.gridclear.quantity.FixedPoint.PRICE_DECIMALS;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gridclear.market.declaration.AncillaryOffer;
import org.gridclear.market.declaration.AncillaryOffer.ProductOffer;
import org.gridclear.market.declaration.DeclarationParameters;
import org.gridclear.market.declaration.DeclarationParameters.Product;
import org.gridclear.market.declaration.DemandBid;
import org.gridclear.market.declaration.Plain;
import org.gridclear.market.declaration.RegisteredUnit;
import org.gridclear.market.declaration.RenewableOffer;
import org.gridclear.market.declaration.SelfSchedule;
import org.gridclear.market.declaration.StorageOffer;
import org.gridclear.market.declaration.Terms;
import org.gridclear.market.declaration.ThermalOffer;
import org.gridclear.market.declaration.UnitKind;
import org.gridclear.market.declaration.WholeSeries;

/**
 * The rules of what is declared: a function of the declaration, the parameters of its market and
 * the registered unit.
 *
 * @param parameters what the market takes
 * @param unit what the registry says of the unit
 * @param periodCount periods of the trading date
 */
public record DeclarationCheck(
    DeclarationParameters parameters, RegisteredUnit unit, int periodCount) {
  /** More than any one unit has, 0.0001 MW; products with prices stay within 63 bits. */
  private static final long POWER_MOST_MW = 1_000_000_000;

  /**
   * What the terms do not meet, refusals and notices.
   *
   * @param unread fields that could not be read, of which nothing is said
   */
  public List<Objection> objections(Terms terms, Set<String> unread) {
    ObjectionLog log = new ObjectionLog(unit.id(), unread);
    if (!terms.fits(unit.kind())) {
      log.add(
          KIND_FITS,
          "kind",
          terms.kind(),
          "The registry has it as %s.".formatted(unit.kind().name().toLowerCase(Locale.ROOT)));
      return log.objections();
    }
    judge(terms, log);
    return log.objections();
  }

  private void judge(Terms terms, ObjectionLog log) {
    if (terms instanceof ThermalOffer offer) {
      new ThermalOfferCheck(this, offer, log).run();
    } else if (terms instanceof RenewableOffer offer) {
      renewable(offer, log);
    } else if (terms instanceof StorageOffer offer) {
      storage(offer, log);
    } else if (terms instanceof DemandBid bid) {
      new CurveCheck(this, log).bids(bid.segments());
    } else if (terms instanceof SelfSchedule schedule) {
      schedule(schedule, log);
    } else if (terms instanceof AncillaryOffer offer) {
      ancillary(offer, log);
    }
  }

  /** Whether a series fits the date; said where not. */
  boolean fits(WholeSeries series, String field, ObjectionLog log) {
    if (!series.fits(periodCount)) {
      log.add(
          PERIODS_WHOLE,
          field,
          series.values().size() + " values",
          "Give %d values, one per period, or one number.".formatted(periodCount));
      return false;
    }
    return true;
  }

  /** Periods to look at: 1 where every series has one value for all. */
  int looked(WholeSeries... all) {
    for (WholeSeries series : all) {
      if (series.values().size() > 1) {
        return periodCount;
      }
    }
    return 1;
  }

  void notNegative(WholeSeries series, String field, int decimals, ObjectionLog log) {
    log.inPeriods(
        NOT_NEGATIVE,
        field,
        looked(series),
        t -> series.at(t) < 0,
        t -> Plain.text(series.at(t), decimals),
        "Give 0 or more.");
  }

  void ordered(
      WholeSeries min, String minField, WholeSeries max, String maxField, ObjectionLog log) {
    if (log.read(minField, maxField)) {
      log.inPeriods(
          LIMITS_ORDERED,
          minField,
          looked(min, max),
          t -> min.at(t) > max.at(t),
          t -> "%s, %s %s".formatted(mw(min.at(t)), maxField, mw(max.at(t))),
          "Give a %s that is not above %s.".formatted(minField, maxField));
    }
  }

  /** Not above the registered capacity. */
  void capacity(WholeSeries max, String field, ObjectionLog log) {
    log.inPeriods(
        DeclarationRule.WITHIN_CAPACITY,
        field,
        looked(max),
        t -> max.at(t) > mostMw(),
        t -> mw(max.at(t)),
        most());
  }

  /** The registered capacity, else what no unit has, 0.0001 MW. */
  long mostMw() {
    return unit.maxMw().orElse(POWER_MOST_MW);
  }

  /** How much that is, in words. */
  String most() {
    return unit.maxMw().isPresent()
        ? "The registry has %s MW.".formatted(mw(mostMw()))
        : "No unit has more than %s MW.".formatted(mw(mostMw()));
  }

  private void renewable(RenewableOffer offer, ObjectionLog log) {
    boolean whole =
        fits(offer.minMw(), "minMw", log)
            & fits(offer.maxMw(), "maxMw", log)
            & fits(offer.yuanPerMwh(), "yuanPerMwh", log);
    if (whole) {
      notNegative(offer.minMw(), "minMw", MW_DECIMALS, log);
      ordered(offer.minMw(), "minMw", offer.maxMw(), "maxMw", log);
      capacity(offer.maxMw(), "maxMw", log);
      new CurveCheck(this, log).prices(offer.yuanPerMwh(), "yuanPerMwh", parameters.energy());
    }
  }

  private void schedule(SelfSchedule schedule, ObjectionLog log) {
    WholeSeries mw = schedule.mw();
    if (!fits(mw, "mw", log)) {
      return;
    }
    notNegative(mw, "mw", MW_DECIMALS, log);
    capacity(mw, "mw", log);
    if (unit.kind() == UnitKind.THERMAL && unit.minMw().isPresent()) {
      long least = unit.minMw().getAsLong();
      log.inPeriods(
          LIMITS_ORDERED,
          "mw",
          looked(mw),
          t -> mw.at(t) > 0 && mw.at(t) < least,
          t -> mw(mw.at(t)),
          "It runs at %s MW or more; 0 is off.".formatted(mw(least)));
    }
  }

  private void storage(StorageOffer offer, ObjectionLog log) {
    boolean whole =
        fits(offer.maxChargeMw(), "maxChargeMw", log)
            & fits(offer.maxDischargeMw(), "maxDischargeMw", log)
            & fits(offer.bidYuanPerMwh(), "bidYuanPerMwh", log)
            & fits(offer.offerYuanPerMwh(), "offerYuanPerMwh", log);
    if (whole) {
      notNegative(offer.maxChargeMw(), "maxChargeMw", MW_DECIMALS, log);
      notNegative(offer.maxDischargeMw(), "maxDischargeMw", MW_DECIMALS, log);
      capacity(offer.maxDischargeMw(), "maxDischargeMw", log);
      CurveCheck prices = new CurveCheck(this, log);
      prices.prices(offer.bidYuanPerMwh(), "bidYuanPerMwh", parameters.energy());
      prices.prices(offer.offerYuanPerMwh(), "offerYuanPerMwh", parameters.energy());
      spread(offer, log);
    }
    offer.levels().ifPresent(levels -> levels(levels, log));
  }

  /** With a bid above an offer of the day, moving energy in a circle would count as a gain. */
  private static void spread(StorageOffer offer, ObjectionLog log) {
    long bid = offer.bidYuanPerMwh().values().stream().max(Comparator.naturalOrder()).orElseThrow();
    long ask =
        offer.offerYuanPerMwh().values().stream().min(Comparator.naturalOrder()).orElseThrow();
    if (bid > ask && log.read("offerYuanPerMwh")) {
      log.add(
          NO_GAIN_IN_CIRCLES,
          "bidYuanPerMwh",
          Plain.text(bid, PRICE_DECIMALS),
          "Its least offer of the day is %s yuan/MWh; bid no more than that."
              .formatted(Plain.text(ask, PRICE_DECIMALS)));
    }
  }

  private void levels(StorageOffer.Levels levels, ObjectionLog log) {
    boolean whole =
        fits(levels.minMwh(), "minLevelMwh", log) & fits(levels.maxMwh(), "maxLevelMwh", log);
    if (whole) {
      notNegative(levels.minMwh(), "minLevelMwh", MWH_DECIMALS, log);
      ordered(levels.minMwh(), "minLevelMwh", levels.maxMwh(), "maxLevelMwh", log);
      long last = levels.maxMwh().at(levels.maxMwh().values().size() - 1);
      if (levels.endMinMwh() > last && log.read("maxLevelMwh")) {
        log.add(
            LIMITS_ORDERED,
            "endMinLevelMwh",
            Plain.text(levels.endMinMwh(), MWH_DECIMALS),
            "The greatest level of the last period is %s MWh."
                .formatted(Plain.text(last, MWH_DECIMALS)));
      }
    }
  }

  private void ancillary(AncillaryOffer offer, ObjectionLog log) {
    Set<String> seen = new HashSet<>();
    if (offer.products().isEmpty()) {
      log.add(
          DeclarationRule.FIELD_GIVEN,
          "products",
          "none",
          "Name a product, or withdraw the declaration.");
    }
    for (ProductOffer each : offer.products()) {
      String place = "products " + each.product();
      if (!seen.add(each.product())) {
        log.add(PRODUCT_TRADED, place, "twice", "Offer each product once.");
      }
      parameters
          .product(each.product())
          .ifPresentOrElse(
              product -> product(each, product, place, log),
              () ->
                  log.add(
                      PRODUCT_TRADED,
                      place,
                      "not traded",
                      "Traded are: %s."
                          .formatted(
                              String.join(
                                  ", ",
                                  parameters.products().stream().map(Product::id).toList()))));
    }
  }

  private void product(ProductOffer offer, Product product, String place, ObjectionLog log) {
    boolean whole =
        fits(offer.maxMw(), place + " maxMw", log)
            & fits(offer.yuanPerMwh(), place + " yuanPerMwh", log);
    if (whole) {
      notNegative(offer.maxMw(), place + " maxMw", MW_DECIMALS, log);
      capacity(offer.maxMw(), place + " maxMw", log);
      new CurveCheck(this, log).prices(offer.yuanPerMwh(), place + " yuanPerMwh", product.bounds());
    }
    long mileage = offer.mileageYuanPerMw();
    if (mileage < 0 || mileage > product.mileageYuanPerMwCap()) {
      log.add(
          DeclarationRule.PRICE_IN_BOUNDS,
          place + " mileageYuanPerMw",
          Plain.text(mileage, PRICE_DECIMALS),
          "Give 0 to %s yuan/MW."
              .formatted(Plain.text(product.mileageYuanPerMwCap(), PRICE_DECIMALS)));
    }
  }

  static String mw(long value) {
    return Plain.text(value, MW_DECIMALS);
  }
}
