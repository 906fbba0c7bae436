package org.gridclear.settlement.registration;

/**
 * Parameters of the rules.
 *
 * @param gapDaysMax days that records of an id may leave out between them (REG-06)
 * @param sharesMax greatest sum of the shares of investors, 0.0001 % (REG-11)
 * @param backdatedDaysMax days before a proposal on which its changes may begin unmarked (REG-25)
 */
public record RegistryLimits(int gapDaysMax, long sharesMax, int backdatedDaysMax) {
  /** No gap, 100 %, not a day. */
  public static final RegistryLimits STANDARD = new RegistryLimits(0, 1_000_000, 0);
}
