package org.gridclear.market.declaration;

/**
 * A quantity that takes any price (A-11, AMB-42): planned energy, proposed output plan. The unit
 * runs at it; 0 is off.
 *
 * @param mw output, 0.0001 MW
 */
public record SelfSchedule(WholeSeries mw) implements Terms {
  /** Name of the kind in files. */
  public static final String KIND = "self-schedule";

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
    return unit != UnitKind.STORAGE && unit != UnitKind.DEMAND;
  }

  @Override
  public SelfSchedule in(int[] periods) {
    return new SelfSchedule(mw.in(periods));
  }
}
