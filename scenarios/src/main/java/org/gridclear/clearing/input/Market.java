package org.gridclear.clearing.input;

import java.util.EnumSet;
import java.util.Set;
import org.gridclear.market.rule.ReserveProduct;

/** The four markets; each is a configuration of one clearing (C, D, E, F). */
public enum Market {
  /** Long-cycle reliability unit commitment: seven days and more; prices are indicative. */
  LT_RUC(EnumSet.noneOf(ConstraintFamily.class)),
  /** Day-ahead. */
  DA(EnumSet.noneOf(ConstraintFamily.class)),
  /** Intraday: the next hours, only fast-start units are free. */
  ID(EnumSet.noneOf(ConstraintFamily.class)),
  /** Real-time: dispatch on the commitment that was fixed before. */
  RT(
      EnumSet.of(
          ConstraintFamily.MIN_UP_DOWN,
          ConstraintFamily.LEAD_TIMES,
          ConstraintFamily.STARTS_MAX,
          ConstraintFamily.UNITS_ONLINE,
          ConstraintFamily.MUST_RUN_CAPACITY));

  private final Set<ConstraintFamily> without;

  Market(Set<ConstraintFamily> without) {
    this.without = without;
  }

  /** Whether the market's chapter lists a family (matrix of docs/model.md). */
  public boolean has(ConstraintFamily family) {
    return !without.contains(family);
  }

  /** Whether the market clears a kind of product: real time only regulates (B-15). */
  public boolean has(ReserveProduct.Kind kind) {
    return this != RT || kind == ReserveProduct.Kind.REGULATION;
  }

  /** Whether its prices are settled (AMB-13). */
  public boolean pricesSettled() {
    return this != LT_RUC;
  }
}
