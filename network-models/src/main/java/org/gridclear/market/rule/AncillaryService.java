package org.gridclear.market.rule;

/**
 * The ancillary services (G-14): regulation in its three layers, reserve, reactive power and black
 * start. Only regulation and reserve are products of the market; the others are what a unit is able
 * to do.
 */
public enum AncillaryService {
  /** Primary frequency control: governors answer the frequency within seconds, without orders. */
  PRIMARY_REGULATION(true),
  /** Secondary frequency control: automatic generation control (AGC) within the regulating rate. */
  SECONDARY_REGULATION(true),
  /** Tertiary frequency control: dispatchers move set points within minutes. */
  TERTIARY_REGULATION(true),
  /** Capacity that is held and called. */
  RESERVE(true),
  /** Reactive power; with AVC the unit follows the closed loop of automatic voltage control. */
  AVC(false),
  /** Starting by oneself without any supply from outside. */
  BLACK_START(false);

  private final boolean traded;

  AncillaryService(boolean traded) {
    this.traded = traded;
  }

  /** Whether it is a product of the market. */
  public boolean traded() {
    return traded;
  }

  /** Whether it is a layer of frequency control. */
  public boolean regulates() {
    return this == PRIMARY_REGULATION
        || this == SECONDARY_REGULATION
        || this == TERTIARY_REGULATION;
  }
}
