package org.gridclear.market.declaration.check;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.gridclear.market.Commitment;
import org.gridclear.market.declaration.AncillaryOffer;
import org.gridclear.market.declaration.DeclarationParameters;
import org.gridclear.market.declaration.DeclarationParameters.Bounds;
import org.gridclear.market.declaration.DemandBid;
import org.gridclear.market.declaration.RegisteredUnit;
import org.gridclear.market.declaration.RenewableOffer;
import org.gridclear.market.declaration.Segment;
import org.gridclear.market.declaration.StartPrice;
import org.gridclear.market.declaration.StepCurve;
import org.gridclear.market.declaration.StepCurves;
import org.gridclear.market.declaration.StorageOffer;
import org.gridclear.market.declaration.Terms;
import org.gridclear.market.declaration.ThermalOffer;
import org.gridclear.market.declaration.UnitKind;
import org.gridclear.market.declaration.WholeSeries;

/** Declarations over three periods of a unit of 20 to 100 MW, and what is objected to them. */
abstract class Declarations {
  static final long MW = 10_000;
  static final long YUAN = 1_000;

  static final DeclarationParameters PARAMETERS =
      new DeclarationParameters(
          "da",
          LocalDate.of(2026, 1, 1),
          60,
          new DeclarationParameters.Moment(1, LocalTime.of(8, 0)),
          new DeclarationParameters.Moment(1, LocalTime.of(12, 0)),
          new Bounds(-200 * YUAN, 1500 * YUAN),
          10,
          3,
          5 * MW,
          1_000_000 * YUAN,
          50_000 * YUAN,
          5,
          List.of(
              new DeclarationParameters.Product("agc", new Bounds(0, 50 * YUAN), 12 * YUAN, 10),
              new DeclarationParameters.Product("spin", new Bounds(0, 100 * YUAN), 0, 0)),
          new DeclarationParameters.Defaults(3, true));

  static RegisteredUnit unit(UnitKind kind) {
    return new RegisteredUnit(
        "U", "u", kind, "north", OptionalLong.of(20 * MW), OptionalLong.of(100 * MW));
  }

  static List<String> objections(UnitKind kind, Terms terms, String... unread) {
    return objections(unit(kind), terms, unread);
  }

  static List<String> objections(RegisteredUnit unit, Terms terms, String... unread) {
    return new DeclarationCheck(PARAMETERS, unit, 3)
        .objections(terms, Set.of(unread)).stream()
            .map(
                each ->
                    String.join(
                        " | ", each.rule().name(), each.place(), each.value(), each.advice()))
            .toList();
  }

  static WholeSeries mw(double value) {
    return WholeSeries.of(Math.round(value * MW));
  }

  static WholeSeries mw(double first, double second, double third) {
    return new WholeSeries(
        List.of(Math.round(first * MW), Math.round(second * MW), Math.round(third * MW)));
  }

  static WholeSeries yuan(double value) {
    return WholeSeries.of(Math.round(value * YUAN));
  }

  static StepCurve curve(double... endsAndPrices) {
    Segment[] segments = new Segment[endsAndPrices.length / 2];
    for (int k = 0; k < segments.length; k++) {
      segments[k] =
          new Segment(
              Math.round(endsAndPrices[2 * k] * MW), Math.round(endsAndPrices[2 * k + 1] * YUAN));
    }
    return new StepCurve(List.of(segments));
  }

  static StepCurves one(StepCurve curve) {
    return new StepCurves(List.of(curve));
  }

  /** An offer that meets every rule, with one part changed. */
  record Offer(
      WholeSeries minMw,
      WholeSeries maxMw,
      double noLoadYuan,
      StepCurves segments,
      List<StartPrice> starts,
      Optional<ThermalOffer.Ramps> ramps,
      List<Commitment> commitment) {
    static Offer good() {
      return new Offer(
          mw(20),
          mw(100),
          850,
          one(curve(60, 300, 100, 340)),
          List.of(start(StartPrice.State.HOT, 0, 1000), start(StartPrice.State.COLD, 8, 1000)),
          Optional.empty(),
          List.of(Commitment.FREE));
    }

    Offer limits(WholeSeries least, WholeSeries most) {
      return new Offer(least, most, noLoadYuan, segments, starts, ramps, commitment);
    }

    Offer noLoad(double yuan) {
      return new Offer(minMw, maxMw, yuan, segments, starts, ramps, commitment);
    }

    Offer curves(StepCurve... curves) {
      return new Offer(
          minMw, maxMw, noLoadYuan, new StepCurves(List.of(curves)), starts, ramps, commitment);
    }

    Offer starting(StartPrice... prices) {
      return new Offer(minMw, maxMw, noLoadYuan, segments, List.of(prices), ramps, commitment);
    }

    Offer ramping(long up, long down) {
      return new Offer(
          minMw,
          maxMw,
          noLoadYuan,
          segments,
          starts,
          Optional.of(new ThermalOffer.Ramps(up, down)),
          commitment);
    }

    Offer committed(int periods) {
      return new Offer(
          minMw,
          maxMw,
          noLoadYuan,
          segments,
          starts,
          ramps,
          Collections.nCopies(periods, Commitment.ON));
    }

    List<String> objections(String... unread) {
      return Declarations.objections(
          UnitKind.THERMAL,
          new ThermalOffer(
              minMw, maxMw, Math.round(noLoadYuan * YUAN), segments, starts, ramps, commitment),
          unread);
    }
  }

  static StartPrice start(StartPrice.State state, double hours, double yuan) {
    return new StartPrice(state, Math.round(hours * 100), Math.round(yuan * YUAN));
  }

  static RenewableOffer wind(WholeSeries least, WholeSeries most, WholeSeries price) {
    return new RenewableOffer(RenewableOffer.Basis.FORECAST, least, most, price);
  }

  static List<String> storage(
      WholeSeries charge, WholeSeries discharge, WholeSeries bid, WholeSeries offer) {
    return objections(
        UnitKind.STORAGE, new StorageOffer(charge, discharge, bid, offer, Optional.empty()));
  }

  static List<String> levels(WholeSeries least, WholeSeries most, double end) {
    return objections(
        UnitKind.STORAGE,
        new StorageOffer(
            mw(1),
            mw(1),
            yuan(0),
            yuan(0),
            Optional.of(new StorageOffer.Levels(least, most, Math.round(end * MW)))));
  }

  static AncillaryOffer.ProductOffer product(String id, double mw, double yuan, double mileage) {
    return new AncillaryOffer.ProductOffer(id, mw(mw), yuan(yuan), Math.round(mileage * YUAN));
  }

  static List<String> ancillary(AncillaryOffer.ProductOffer... products) {
    return objections(UnitKind.THERMAL, new AncillaryOffer(List.of(products)));
  }

  // Sizes of prices: not refused, but noticed.
  static List<String> sizes(Terms terms, Terms before) {
    return PriceSize.notices("U", terms, Optional.ofNullable(before), PARAMETERS).stream()
        .map(each -> String.join(" | ", each.rule().name(), each.value(), each.advice()))
        .toList();
  }

  static Terms price(double yuan) {
    return new DemandBid(one(curve(10, yuan, 20, 0)));
  }
}
