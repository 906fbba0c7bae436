package org.gridclear.security.result;

/**
 * What became of an outage.
 *
 * @param outage number of the outage in the list
 * @param status how it ended: the gravest that applies
 * @param worstDevice number of the device with the greatest loading, -1 if none is monitored
 * @param worstLoading that loading, as a share of the limit
 * @param violations number of new and worsened violations
 * @param excessMw Σ max(0, flow − limit) over branches and flowgates, in MW or MVA
 * @param excessPu Σ distance outside their bands of buses whose voltage is newly or worse violated
 * @param severity the performance index of EQ-06, such buses with their loading
 * @param lostBuses number of buses cut off
 * @param lostLoadMw load cut off
 * @param lostGenerationMw solved output cut off or tripped
 * @param missingMw what nobody that is left can make up for; negative if it is a surplus
 * @param mismatchPu greatest mismatch left (AC), 0 for DC
 * @param iterations linear solves (AC), 0 for DC
 * @param equivalentTo number of an earlier outage with the same network after it, else -1
 * @param text why it was skipped or diverged, what is missing, which part lives, or ""
 */
public record OutageResult(
    int outage,
    OutageStatus status,
    int worstDevice,
    double worstLoading,
    int violations,
    double excessMw,
    double excessPu,
    double severity,
    int lostBuses,
    double lostLoadMw,
    double lostGenerationMw,
    double missingMw,
    double mismatchPu,
    int iterations,
    int equivalentTo,
    String text) {

  /** An outage that was not computed. */
  public static OutageResult skipped(int outage, String why) {
    return new OutageResult(
        outage, OutageStatus.SKIPPED, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, why);
  }

  /** An outage that leaves the same network as an earlier one; its figures are the other's. */
  public static OutageResult linked(int outage, int equivalentTo) {
    return new OutageResult(
        outage, OutageStatus.SKIPPED, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, equivalentTo, "");
  }

  /** The figures of this outage under the number of another that is linked to it. */
  public OutageResult linkedFrom(int other) {
    return new OutageResult(
        other,
        status,
        worstDevice,
        worstLoading,
        violations,
        excessMw,
        excessPu,
        severity,
        lostBuses,
        lostLoadMw,
        lostGenerationMw,
        missingMw,
        mismatchPu,
        iterations,
        outage,
        text);
  }

  /** An outage without a solution; what it cuts off is known all the same. */
  public static OutageResult diverged(
      int outage,
      OutageEffect effect,
      double missingPu,
      double baseMva,
      double mismatchPu,
      String text) {
    return new OutageResult(
        outage,
        OutageStatus.DIVERGED,
        -1,
        0,
        0,
        0,
        0,
        0,
        effect.lost().length,
        effect.lostLoadPu() * baseMva,
        effect.lostGenerationPu() * baseMva,
        missingPu * baseMva,
        mismatchPu,
        0,
        -1,
        text);
  }

  /** Whether it was solved and violates something newly or worse, whatever else it does. */
  public boolean violates() {
    return violations > 0;
  }

  /** Whether it cuts buses off, whatever else it does. */
  public boolean islands() {
    return lostBuses > 0;
  }

  /** Whether somebody lacks power or has too much of it, whatever else it does. */
  public boolean unbalances() {
    return missingMw != 0;
  }

  /**
   * Whether a status applies: an outage that cuts buses off and violates limits is both islanded
   * and violated, whichever its status names.
   */
  public boolean is(OutageStatus asked) {
    return switch (asked) {
      case VIOLATED -> violates();
      case ISLANDED -> islands();
      case UNBALANCED -> unbalances();
      case SECURE, DIVERGED, SKIPPED -> status == asked;
    };
  }
}
