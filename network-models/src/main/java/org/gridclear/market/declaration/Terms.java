package org.gridclear.market.declaration;

/** What is declared, by kind. */
public sealed interface Terms
    permits ThermalOffer,
        RenewableOffer,
        StorageOffer,
        DemandBid,
        SelfSchedule,
        AncillaryOffer,
        Withdrawal {
  /** Name of the kind in files. */
  String kind();

  /** What it is in force for. */
  default Slot slot() {
    return Slot.ENERGY;
  }

  /**
   * Whether it says something of another day too: an offer may stand for a day without one, a
   * forecast or a schedule is of its own day alone.
   */
  default boolean standing() {
    return true;
  }

  /** Whether it is a kind for such a unit. */
  boolean fits(UnitKind unit);

  /**
   * The same in the periods of a case.
   *
   * @param periods for each period of the case the period of the trading date, counted from 0
   */
  Terms in(int[] periods);
}
