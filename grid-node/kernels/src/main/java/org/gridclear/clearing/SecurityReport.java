package org.gridclear.clearing;

import java.util.List;

/**
 * The AC check of a cleared case and the rounds that led to it (C-11, AMB-17, AMB-36).
 *
 * @param rounds every round of clearing and check, in order
 * @param secure whether the last check found a solution of every period and outage, and an answer
 *     to every violation
 * @param remaining the violations that it found, each with its answer
 * @param unsolved what has no AC solution
 */
public record SecurityReport(
    List<Round> rounds, boolean secure, List<Violation> remaining, List<Unsolved> unsolved) {
  public SecurityReport {
    rounds = List.copyOf(rounds);
    remaining = List.copyOf(remaining);
    unsolved = List.copyOf(unsolved);
  }

  /**
   * One round.
   *
   * @param number from 1
   * @param objectiveYuan objective of the schedule that was checked
   * @param baseViolations branches over their normal rating in the intact grid, over all periods
   * @param outageViolations branches over their emergency rating after an outage
   * @param worstShare greatest loading of these as a share of the rating
   * @param periodsDiverged periods whose AC power flow has no solution; their outages are not
   *     checked
   * @param outagesDiverged outages after which the AC power flow has no solution, over all periods
   * @param newCuts cuts handed to the next round
   */
  public record Round(
      int number,
      double objectiveYuan,
      int baseViolations,
      int outageViolations,
      double worstShare,
      int periodsDiverged,
      int outagesDiverged,
      int newCuts) {}

  /**
   * A power flow without an AC solution. Where it is that of a period itself, the outages of the
   * period are not checked.
   *
   * @param period the period, counted from 0
   * @param outage the contingency; "" for the intact grid
   */
  public record Unsolved(int period, String outage) {}

  /**
   * A branch over its rating in AC.
   *
   * @param period the period, counted from 0
   * @param branch id of the branch
   * @param outage the contingency; "" for the intact grid
   * @param mva apparent power at its more loaded end
   * @param ratingMva its rating
   * @param answer what the schedule says to it
   */
  public record Violation(
      int period, String branch, String outage, double mva, double ratingMva, Answer answer) {
    /** The same with another answer. */
    public Violation answered(Answer other) {
      return new Violation(period, branch, outage, mva, ratingMva, other);
    }
  }

  /** What a schedule says to a branch over its rating. */
  public enum Answer {
    /** Nothing: the schedule is not secure. */
    NONE,
    /** Its limit is relaxed, at the penalty, and listed as such. */
    RELAXED,
    /** It carries so much reactive power that active power cannot relieve it. */
    REACTIVE
  }
}
