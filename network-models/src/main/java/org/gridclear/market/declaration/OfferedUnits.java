package org.gridclear.market.declaration;

import static org.gridclear.quantity.FixedPoint.MWH_DECIMALS;
import static org.gridclear.quantity.FixedPoint.MW_DECIMALS;
import static org.gridclear.quantity.FixedPoint.PRICE_DECIMALS;
import static org.gridclear.quantity.FixedPoint.YUAN_DECIMALS;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gridclear.market.Commitment;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.StartCategory;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.ReserveOffer;
import org.gridclear.quantity.Series;

/** Units of a case with what was declared for them. Where nothing was, the unit's own stays. */
public final class OfferedUnits {
  /** Decimals of a cost per hour: those of MW and of a price together. */
  private static final int COST_DECIMALS = MW_DECIMALS + PRICE_DECIMALS;

  private OfferedUnits() {}

  /** A unit with an offer. */
  public static ThermalUnit of(ThermalUnit unit, ThermalOffer offer, int periodCount) {
    List<OfferCurve> curves =
        constant(offer)
            ? List.of(curve(offer, 0))
            : IntStream.range(0, periodCount).mapToObj(t -> curve(offer, t)).toList();
    ThermalUnit offered =
        unit.in(
                curves,
                limit(unit, unit.pMinMw(), offer.minMw(), periodCount),
                limit(unit, unit.pMaxMw(), offer.maxMw(), periodCount),
                commitment(unit, offer, periodCount))
            .withStartCategories(offer.starts().stream().map(OfferedUnits::start).toList());
    return offer
        .ramps()
        .map(
            ramps ->
                offered.withRamps(
                    Plain.number(ramps.upMwPerH(), MW_DECIMALS),
                    Plain.number(ramps.downMwPerH(), MW_DECIMALS)))
        .orElse(offered);
  }

  private static boolean constant(ThermalOffer offer) {
    return offer.segments().curves().size() == 1
        && offer.minMw().values().size() == 1
        && offer.maxMw().values().size() == 1;
  }

  /** What is declared; where data leave the unit no output, what they say. */
  private static Series limit(
      ThermalUnit unit, Series given, WholeSeries declared, int periodCount) {
    double[] limit = declared.series(periodCount, MW_DECIMALS).toArray();
    for (int t = 0; t < periodCount; t++) {
      limit[t] = unit.pMaxMw().at(t) <= 0 ? given.at(t) : limit[t];
    }
    return Series.of(limit);
  }

  /** What the operator fixed stays; the member fixes the rest. */
  private static List<Commitment> commitment(ThermalUnit unit, ThermalOffer offer, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            t ->
                isOut(unit, t)
                    ? Commitment.OFF
                    : unit.commitment().get(t) == Commitment.FREE
                        ? offer.commitment(t)
                        : unit.commitment().get(t))
        .toList();
  }

  private static StartCategory start(StartPrice start) {
    return new StartCategory(
        Plain.number(start.afterHours(), StartPrice.HOUR_DECIMALS),
        Plain.number(start.yuan(), YUAN_DECIMALS));
  }

  /** From the least output on; its cost is no-load and the energy from 0 MW to there. */
  static OfferCurve curve(ThermalOffer offer, int t) {
    long least = offer.minMw().at(t);
    long fixed = Math.multiplyExact(offer.noLoadYuanPerH(), 10_000L);
    List<Double> mw = new ArrayList<>();
    List<Double> yuanPerH = new ArrayList<>();
    long from = 0;
    long cost = fixed;
    for (Segment segment : offer.segments().at(t).segments()) {
      if (from <= least && least <= segment.toMw() && mw.isEmpty()) {
        mw.add(Plain.number(least, MW_DECIMALS));
        yuanPerH.add(Plain.number(plus(cost, least - from, segment), COST_DECIMALS));
      }
      cost = plus(cost, segment.toMw() - from, segment);
      from = segment.toMw();
      if (from > least) {
        mw.add(Plain.number(from, MW_DECIMALS));
        yuanPerH.add(Plain.number(cost, COST_DECIMALS));
      }
    }
    return new OfferCurve(mw, yuanPerH);
  }

  private static long plus(long cost, long mw, Segment segment) {
    return Math.addExact(cost, Math.multiplyExact(mw, segment.yuanPerMwh()));
  }

  /** A unit with an offer; a limit lies on the forecast that it has. */
  public static ProfiledUnit of(ProfiledUnit unit, RenewableOffer offer, int periodCount) {
    double[] max = offer.maxMw().series(periodCount, MW_DECIMALS).toArray();
    double[] min = offer.minMw().series(periodCount, MW_DECIMALS).toArray();
    if (offer.basis() == RenewableOffer.Basis.LIMIT) {
      for (int t = 0; t < periodCount; t++) {
        max[t] = Math.min(max[t], unit.maxMw().at(t));
        min[t] = Math.min(min[t], max[t]);
      }
    }
    return new ProfiledUnit(
        unit.id(),
        unit.bus(),
        unit.fuel(),
        Series.of(min),
        Series.of(max),
        offer.yuanPerMwh().series(periodCount, PRICE_DECIMALS));
  }

  /** A unit that runs at its schedule, at no price. */
  public static ProfiledUnit of(ProfiledUnit unit, SelfSchedule schedule, int periodCount) {
    Series mw = schedule.mw().series(periodCount, MW_DECIMALS);
    return new ProfiledUnit(
        unit.id(), unit.bus(), unit.fuel(), mw, mw, Series.constant(0, periodCount));
  }

  /**
   * A unit that runs at its schedule, at no price; where that is 0, or data have it out of service,
   * it is off.
   */
  public static ThermalUnit of(ThermalUnit unit, SelfSchedule schedule, int periodCount) {
    Series mw = schedule.mw().series(periodCount, MW_DECIMALS);
    List<OfferCurve> curves = new ArrayList<>();
    List<Commitment> statuses = new ArrayList<>();
    double[] min = new double[periodCount];
    double[] max = new double[periodCount];
    for (int t = 0; t < periodCount; t++) {
      boolean on = mw.at(t) > 0 && !isOut(unit, t);
      curves.add(on ? new OfferCurve(List.of(mw.at(t)), List.of(0.0)) : unit.offer(t));
      statuses.add(on ? Commitment.ON : Commitment.OFF);
      min[t] = on ? mw.at(t) : unit.pMinMw().at(t);
      max[t] = on ? mw.at(t) : unit.pMaxMw().at(t);
    }
    return unit.in(curves, Series.of(min), Series.of(max), statuses);
  }

  /** Whether data have a unit out of service in a period. */
  private static boolean isOut(ThermalUnit unit, int t) {
    return unit.commitment().get(t).isOff() || unit.pMaxMw().at(t) <= 0;
  }

  /** Storage with bid and offer: what it bids is a cost below zero of charging. */
  public static StorageUnit of(StorageUnit unit, StorageOffer offer, int periodCount) {
    Series bid = offer.bidYuanPerMwh().series(periodCount, PRICE_DECIMALS);
    StorageUnit offered =
        unit.withOffer(
            offer.maxChargeMw().series(periodCount, MW_DECIMALS),
            offer.maxDischargeMw().series(periodCount, MW_DECIMALS),
            bid.map(value -> 0 - value),
            offer.offerYuanPerMwh().series(periodCount, PRICE_DECIMALS));
    return offer
        .levels()
        .map(
            levels ->
                offered.withLevelLimits(
                    levels.minMwh().series(periodCount, MWH_DECIMALS),
                    levels.maxMwh().series(periodCount, MWH_DECIMALS),
                    Plain.number(levels.endMinMwh(), MWH_DECIMALS)))
        .orElse(offered);
  }

  /** A price-sensitive load for each step of a bid: {@code id/1}, {@code id/2} … */
  public static List<FlexibleLoad> of(String id, String bus, DemandBid bid, int periodCount) {
    int steps =
        bid.segments().curves().stream()
            .mapToInt(curve -> curve.segments().size())
            .max()
            .orElseThrow();
    List<FlexibleLoad> loads = new ArrayList<>();
    for (int k = 0; k < steps; k++) {
      double[] mw = new double[periodCount];
      double[] value = new double[periodCount];
      for (int t = 0; t < periodCount; t++) {
        List<Segment> segments = bid.segments().at(t).segments();
        if (k < segments.size()) {
          long from = k == 0 ? 0 : segments.get(k - 1).toMw();
          mw[t] = Plain.number(segments.get(k).toMw() - from, MW_DECIMALS);
          value[t] = Plain.number(segments.get(k).yuanPerMwh(), PRICE_DECIMALS);
        }
      }
      loads.add(new FlexibleLoad(id + "/" + (k + 1), bus, Series.of(mw), Series.of(value)));
    }
    return loads;
  }

  /** Offers of reserve products; the movement to expect is the market's. */
  public static List<ReserveOffer> of(
      String unit, AncillaryOffer offer, DeclarationParameters parameters, int periodCount) {
    return offer.products().stream()
        .map(
            each ->
                new ReserveOffer(
                    unit,
                    each.product(),
                    each.maxMw().series(periodCount, MW_DECIMALS),
                    each.yuanPerMwh().series(periodCount, PRICE_DECIMALS),
                    Plain.number(each.mileageYuanPerMw(), PRICE_DECIMALS),
                    Plain.number(
                        parameters.product(each.product()).orElseThrow().mileagePerMwh(),
                        MW_DECIMALS)))
        .toList();
  }
}
