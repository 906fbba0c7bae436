package org.gridclear.market.declaration.check;

import static org.gridclear.market.declaration.check.DeclarationRule.PERIODS_WHOLE;
import static org.gridclear.market.declaration.check.DeclarationRule.PRICES_IN_ORDER;
import static org.gridclear.market.declaration.check.DeclarationRule.PRICE_IN_BOUNDS;
import static org.gridclear.market.declaration.check.DeclarationRule.PRICE_STEP;
import static org.gridclear.market.declaration.check.DeclarationRule.SEGMENTS_RISE;
import static org.gridclear.market.declaration.check.DeclarationRule.SEGMENT_COUNT;
import static org.gridclear.quantity.FixedPoint.PRICE_DECIMALS;

import java.util.List;
import java.util.stream.Collectors;
import org.gridclear.market.declaration.DeclarationParameters.Bounds;
import org.gridclear.market.declaration.Plain;
import org.gridclear.market.declaration.Segment;
import org.gridclear.market.declaration.StepCurve;
import org.gridclear.market.declaration.StepCurves;
import org.gridclear.market.declaration.WholeSeries;

/** The rules of curves and prices. */
record CurveCheck(DeclarationCheck check, ObjectionLog log) {
  private static final String FIELD = "segments";

  /** Whether there is a curve for every period; said where not. */
  boolean fits(StepCurves curves) {
    if (!curves.fits(check.periodCount())) {
      log.add(
          PERIODS_WHOLE,
          FIELD,
          curves.curves().size() + " curves",
          "Give %d, one per period, or one.".formatted(check.periodCount()));
      return false;
    }
    return true;
  }

  /** Offers: prices do not fall. */
  void offers(StepCurves curves) {
    each(curves, 1);
  }

  /** Bids: prices do not rise. */
  void bids(StepCurves curves) {
    if (fits(curves)) {
      each(curves, -1);
    }
  }

  /** Curves that are the same in several periods are judged once. */
  private void each(StepCurves curves, int sign) {
    List<StepCurve> all = curves.curves();
    for (int t = 0; t < all.size(); t++) {
      if (all.indexOf(all.get(t)) == t) {
        curve(all.get(t), all.size() == 1 ? FIELD : FIELD + " of period " + (t + 1), sign);
      }
    }
  }

  private void curve(StepCurve curve, String place, int sign) {
    int most = check.parameters().segmentCountMax();
    List<Segment> segments = curve.segments();
    if (segments.isEmpty() || segments.size() > most) {
      log.add(SEGMENT_COUNT, place, segments.size() + " segments", "Give 1 to %d.".formatted(most));
    }
    rising(segments, place);
    if (curve.endMw() > check.mostMw()) {
      log.add(
          DeclarationRule.WITHIN_CAPACITY,
          place,
          "end at %s MW".formatted(DeclarationCheck.mw(curve.endMw())),
          check.most());
    }
    for (int k = 0; k < segments.size(); k++) {
      long price = segments.get(k).yuanPerMwh();
      String here = place + " " + (k + 1) + " yuanPerMwh";
      price(price, here, check.parameters().energy());
      if (k > 0 && sign * (price - segments.get(k - 1).yuanPerMwh()) < 0) {
        log.add(
            PRICES_IN_ORDER,
            here,
            text(price),
            "The segment before has %s; %s."
                .formatted(
                    text(segments.get(k - 1).yuanPerMwh()),
                    sign > 0 ? "offer cheaper output first" : "bid the highest price first"));
      }
    }
  }

  private void rising(List<Segment> segments, String place) {
    long step = Math.max(1, check.parameters().segmentMwMin());
    for (int k = 0; k < segments.size(); k++) {
      long from = k == 0 ? 0 : segments.get(k - 1).toMw();
      if (segments.get(k).toMw() - from < step) {
        log.add(
            SEGMENTS_RISE,
            place + " " + (k + 1) + " toMw",
            DeclarationCheck.mw(segments.get(k).toMw()),
            "It must end at %s MW or more. %s"
                .formatted(DeclarationCheck.mw(from + step), ends(segments)));
        return;
      }
    }
  }

  /** Widths in place of ends are the likeliest mistake. */
  private static String ends(List<Segment> segments) {
    if (segments.stream().anyMatch(each -> each.toMw() <= 0)) {
      return "Ends count from 0 MW.";
    }
    long[] sum = {0};
    return "Ends count from 0 MW; if these are widths, the ends are %s."
        .formatted(
            segments.stream()
                .map(each -> DeclarationCheck.mw(sum[0] += each.toMw()))
                .collect(Collectors.joining(", ")));
  }

  /** Bounds and step of prices by period. */
  void prices(WholeSeries prices, String field, Bounds bounds) {
    int looked = check.looked(prices);
    log.inPeriods(
        PRICE_IN_BOUNDS,
        field,
        looked,
        t -> !bounds.hold(prices.at(t)),
        t -> text(prices.at(t)),
        within(bounds));
    log.inPeriods(
        PRICE_STEP,
        field,
        looked,
        t -> prices.at(t) % check.parameters().priceStep() != 0,
        t -> text(prices.at(t)),
        step());
  }

  private void price(long price, String place, Bounds bounds) {
    if (!bounds.hold(price)) {
      log.add(PRICE_IN_BOUNDS, place, text(price), within(bounds));
    }
    if (price % check.parameters().priceStep() != 0) {
      log.add(PRICE_STEP, place, text(price), step());
    }
  }

  private static String within(Bounds bounds) {
    return "Give %s to %s yuan/MWh.".formatted(text(bounds.floor()), text(bounds.cap()));
  }

  private String step() {
    return "Give a multiple of %s yuan/MWh.".formatted(text(check.parameters().priceStep()));
  }

  private static String text(long price) {
    return Plain.text(price, PRICE_DECIMALS);
  }
}
