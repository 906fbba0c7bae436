package org.gridclear.settlement.charge;

import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.formula.Instruction;
import org.gridclear.settlement.input.EntityBlock.Offer;

/** What an offer says about a power or a price. */
final class OfferCurve {
  private OfferCurve() {}

  static long value(Instruction.Code code, Offer offer, long argument) {
    return switch (code) {
      case ENERGY_COST -> costYuanPerH(offer, argument);
      case MARGINAL_COST -> marginalYuanPerMwh(offer, argument);
      default -> economicMw(offer, argument);
    };
  }

  /** Σ price × MW of the segments up to {@code mw}, 0.001 yuan/h; beyond the last at its price. */
  private static long costYuanPerH(Offer offer, long mw) {
    long exact = 0;
    long from = 0;
    int last = offer.uptoMw().length - 1;
    for (int k = 0; k <= last && from < mw; k++) {
      long to = k == last ? mw : Math.min(mw, offer.uptoMw()[k]);
      exact += (to - from) * offer.yuanPerMwh()[k];
      from = to;
    }
    return FixedPoint.round(exact, FixedPoint.MW_DECIMALS);
  }

  /** Price of the segment in which {@code mw} lies; at an end, of the segment below. */
  private static long marginalYuanPerMwh(Offer offer, long mw) {
    int last = offer.uptoMw().length - 1;
    int k = 0;
    while (k < last && mw > offer.uptoMw()[k]) {
      k++;
    }
    return offer.yuanPerMwh()[k];
  }

  /** End of the last segment whose price is not above the price; 0 if the first is above. */
  private static long economicMw(Offer offer, long yuanPerMwh) {
    long mw = 0;
    for (int k = 0; k < offer.uptoMw().length && offer.yuanPerMwh()[k] <= yuanPerMwh; k++) {
      mw = offer.uptoMw()[k];
    }
    return mw;
  }
}
