package org.gridclear.clearing.input;

import java.util.ArrayList;
import java.util.List;

/**
 * How a case is cleared. Part of the key under which an outcome is stored.
 *
 * @param market which market clears
 * @param gap relative gap at which the search stops, 0.001 is 0.1 %
 * @param nodesMax branch-and-bound nodes at which the search stops, reproducibly
 * @param secondsMax CPU time after which the search is stopped; the outcome says so if it was
 * @param solver which solver
 * @param formulation which formulation
 * @param feasibilityMw tolerance of flows against their limits, in MW
 * @param losses whether losses are in balance, flows and prices
 * @param ancillary whether products are cleared with energy or by themselves
 * @param strategy how a commitment is searched
 * @param startFromBase whether the cases of a study start from its base case
 * @param security how the schedule is checked in AC
 */
public record ClearingOptions(
    Market market,
    double gap,
    int nodesMax,
    double secondsMax,
    SolverChoice solver,
    Formulation formulation,
    double feasibilityMw,
    boolean losses,
    Ancillary ancillary,
    Strategy strategy,
    boolean startFromBase,
    SecurityRounds security) {
  /**
   * Rounds of clearing and AC check (AMB-17).
   *
   * @param roundsMax most rounds; 0 for no AC check
   * @param reactiveLimits whether generators leave their voltage at a reactive limit
   */
  public record SecurityRounds(int roundsMax, boolean reactiveLimits) {
    /** No AC check. */
    public static final SecurityRounds NONE = new SecurityRounds(0, false);

    public SecurityRounds {
      if (roundsMax < 0) {
        throw new IllegalArgumentException(
            "The securityRoundsMax (%d) must not be negative.".formatted(roundsMax));
      }
    }
  }

  /** Which optimiser. */
  public enum SolverChoice {
    /** HiGHS, native; ojAlgo with a warning where no library loads. */
    HIGHS,
    /** ojAlgo, pure Java, for small cases. */
    OJALGO
  }

  /** How tight the mixed-integer model is. */
  public enum Formulation {
    /** Compact where the model is large and the gap asked is not, else tight. */
    AUTO,
    /** With the strengthened inequalities. */
    TIGHT,
    /** The tight one without a row per segment of an offer. */
    COMPACT,
    /** The pglib-uc reference model, for comparison. */
    PLAIN
  }

  /** When ancillary products are cleared. */
  public enum Ancillary {
    /** With energy, in one program (G-02). */
    JOINT,
    /** After energy, on what its schedule leaves (G-03). */
    SEPARATE
  }

  /** How a commitment is searched. */
  public enum Strategy {
    /**
     * Statuses that the relaxation settles are fixed first; the whole model only if that is not
     * enough.
     */
    RELAX_AND_FIX,
    /** The whole model at once, for comparison. */
    WHOLE_MODEL
  }

  /**
   * What holds wherever nothing is said, in studies, on the command line and over REST: gap 0.1 %,
   * at most 200 000 nodes and 600 s, HiGHS, with losses (D-05), no AC check.
   */
  public static final ClearingOptions DEFAULT =
      new ClearingOptions(
          Market.DA,
          0.001,
          200_000,
          600,
          SolverChoice.HIGHS,
          Formulation.AUTO,
          1e-3,
          true,
          Ancillary.JOINT,
          Strategy.RELAX_AND_FIX,
          true,
          SecurityRounds.NONE);

  /** The defaults without losses: the model of formats that know none. */
  public static final ClearingOptions LOSSLESS = DEFAULT.withLosses(false);

  public ClearingOptions {
    List<String> wrong = new ArrayList<>();
    if (!(gap >= 0 && gap < 1)) {
      wrong.add("The gap (%s) must lie in [0, 1).".formatted(gap));
    }
    if (nodesMax < 1 || !(secondsMax > 0) || !(feasibilityMw > 0)) {
      wrong.add(
          "The nodesMax (%d), secondsMax (%s) and feasibilityMw (%s) must be positive."
              .formatted(nodesMax, secondsMax, feasibilityMw));
    }
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join(" ", wrong));
    }
  }

  /** The same options for another market. */
  public ClearingOptions in(Market changed) {
    return new ClearingOptions(
        changed,
        gap,
        nodesMax,
        secondsMax,
        solver,
        formulation,
        feasibilityMw,
        losses,
        ancillary,
        strategy,
        startFromBase,
        security);
  }

  /** The same options with another gap. */
  public ClearingOptions withGap(double changed) {
    return new ClearingOptions(
        market,
        changed,
        nodesMax,
        secondsMax,
        solver,
        formulation,
        feasibilityMw,
        losses,
        ancillary,
        strategy,
        startFromBase,
        security);
  }

  /** The same options with another limit of CPU time. */
  public ClearingOptions withSecondsMax(double changed) {
    return new ClearingOptions(
        market,
        gap,
        nodesMax,
        changed,
        solver,
        formulation,
        feasibilityMw,
        losses,
        ancillary,
        strategy,
        startFromBase,
        security);
  }

  /** The same options with another formulation. */
  public ClearingOptions withFormulation(Formulation changed) {
    return new ClearingOptions(
        market,
        gap,
        nodesMax,
        secondsMax,
        solver,
        changed,
        feasibilityMw,
        losses,
        ancillary,
        strategy,
        startFromBase,
        security);
  }

  /** The same options with or without losses. */
  public ClearingOptions withLosses(boolean changed) {
    return new ClearingOptions(
        market,
        gap,
        nodesMax,
        secondsMax,
        solver,
        formulation,
        feasibilityMw,
        changed,
        ancillary,
        strategy,
        startFromBase,
        security);
  }

  /** The same options with products cleared at another time. */
  public ClearingOptions withAncillary(Ancillary changed) {
    return new ClearingOptions(
        market,
        gap,
        nodesMax,
        secondsMax,
        solver,
        formulation,
        feasibilityMw,
        losses,
        changed,
        strategy,
        startFromBase,
        security);
  }

  /** The same options with another search. */
  public ClearingOptions withStrategy(Strategy changed) {
    return new ClearingOptions(
        market,
        gap,
        nodesMax,
        secondsMax,
        solver,
        formulation,
        feasibilityMw,
        losses,
        ancillary,
        changed,
        startFromBase,
        security);
  }

  /** The same options with other rounds of clearing and AC check. */
  public ClearingOptions withSecurity(SecurityRounds changed) {
    return new ClearingOptions(
        market,
        gap,
        nodesMax,
        secondsMax,
        solver,
        formulation,
        feasibilityMw,
        losses,
        ancillary,
        strategy,
        startFromBase,
        changed);
  }

  /** Whether the clearing knows losses, in words: prices of runs that differ in it compare ill. */
  public String lossesInWords() {
    return losses ? "with losses" : "without losses";
  }

  /** A text that is equal for equal options only. */
  public String key() {
    return ("market=%s gap=%s nodes=%d seconds=%s solver=%s formulation=%s mw=%s losses=%s"
            + " ancillary=%s strategy=%s base=%s security=%s")
        .formatted(
            market,
            gap,
            nodesMax,
            secondsMax,
            solver,
            formulation,
            feasibilityMw,
            losses,
            ancillary,
            strategy,
            startFromBase,
            security);
  }
}
