package org.gridclear.screening;

/**
 * What became of an outage.
 *
 * @param outage number of the outage in the list
 * @param status how it ended
 * @param worstDevice number of the device with the greatest loading, -1 if none is monitored
 * @param worstLoading that loading, as a share of the limit
 * @param violations number of new and worsened violations
 * @param excessMw Σ max(0, flow − limit) over branches and flowgates, in MW or MVA
 * @param severity the performance index of EQ-06
 * @param lostBuses number of buses cut off
 * @param lostLoadMw load cut off
 * @param lostGenerationMw generation cut off or tripped
 * @param mismatchPu greatest mismatch left (AC), 0 for DC
 * @param iterations linear solves (AC), 0 for DC
 * @param equivalentTo number of an earlier outage with the same network after it, else -1
 * @param text why it was skipped or diverged, else ""
 */
public record OutageResult(
    int outage,
    OutageStatus status,
    int worstDevice,
    double worstLoading,
    int violations,
    double excessMw,
    double severity,
    int lostBuses,
    double lostLoadMw,
    double lostGenerationMw,
    double mismatchPu,
    int iterations,
    int equivalentTo,
    String text) {

  /** An outage that was not computed, for a reason from outside. */
  public static OutageResult skipped(int outage, String why) {
    return without(outage, OutageStatus.SKIPPED, 0, why);
  }

  /** An outage without figures. */
  static OutageResult without(int outage, OutageStatus status, double mismatchPu, String text) {
    return new OutageResult(outage, status, -1, 0, 0, 0, 0, 0, 0, 0, mismatchPu, 0, -1, text);
  }

  /** An outage that leaves the same network as an earlier one; its figures are the other's. */
  static OutageResult linked(int outage, int equivalentTo) {
    return new OutageResult(
        outage, OutageStatus.SKIPPED, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, equivalentTo, "");
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
        severity,
        lostBuses,
        lostLoadMw,
        lostGenerationMw,
        mismatchPu,
        iterations,
        outage,
        text);
  }

  /** An outage without a solution; what it cuts off is known all the same. */
  static OutageResult diverged(
      int outage, OutageEffect effect, double baseMva, double mismatchPu, String text) {
    return new OutageResult(
        outage,
        OutageStatus.DIVERGED,
        -1,
        0,
        0,
        0,
        0,
        effect.lost().length,
        effect.lostLoadPu() * baseMva,
        effect.lostGenerationPu() * baseMva,
        mismatchPu,
        0,
        -1,
        text);
  }
}
