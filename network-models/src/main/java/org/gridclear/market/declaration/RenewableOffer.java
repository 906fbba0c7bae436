package org.gridclear.market.declaration;

/**
 * The offer of a unit without commitment: wind, solar, run-of-river.
 *
 * @param basis what the greatest output is
 * @param minMw least output, 0.0001 MW
 * @param maxMw greatest output, 0.0001 MW
 * @param yuanPerMwh price, 0.001 yuan/MWh
 */
public record RenewableOffer(
    Basis basis, WholeSeries minMw, WholeSeries maxMw, WholeSeries yuanPerMwh) implements Terms {
  /** Name of the kind in files. */
  public static final String KIND = "renewable";

  /** What the greatest output is. */
  public enum Basis {
    /** The member's forecast, in place of the system's. */
    FORECAST,
    /** A limit on the system's forecast. */
    LIMIT
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean standing() {
    return false;
  }

  @Override
  public boolean fits(UnitKind unit) {
    return unit == UnitKind.RENEWABLE || unit == UnitKind.HYDRO;
  }

  @Override
  public RenewableOffer in(int[] periods) {
    return new RenewableOffer(basis, minMw.in(periods), maxMw.in(periods), yuanPerMwh.in(periods));
  }
}
