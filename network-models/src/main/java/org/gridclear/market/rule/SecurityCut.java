package org.gridclear.market.rule;

/**
 * A linear cut around an AC power flow (A-13, EQ-08), found by a check or given by an operator: the
 * DC flow of an element plus {@code offsetMw} may not exceed {@code limitMw} in one direction.
 *
 * @param round round of clearing and check that found it; 0 where it was given
 * @param flowgate whether the element is a flowgate, else a branch
 * @param element id of the element
 * @param outage id of the contingency; "" for the intact grid
 * @param period the period, counted from 0
 * @param forward whether it holds in the direction of the element, or against it
 * @param offsetMw AC less DC flow, in the direction of the element
 * @param limitMw greatest flow
 * @param penaltyYuanPerMwh what exceeding it costs at least; 0 leaves that to the limit that it
 *     tightens
 * @param inEffect whether it counts
 */
public record SecurityCut(
    int round,
    boolean flowgate,
    String element,
    String outage,
    int period,
    boolean forward,
    double offsetMw,
    double limitMw,
    double penaltyYuanPerMwh,
    boolean inEffect) {
  /** The same in another period. */
  public SecurityCut in(int other) {
    return new SecurityCut(
        round,
        flowgate,
        element,
        outage,
        other,
        forward,
        offsetMw,
        limitMw,
        penaltyYuanPerMwh,
        inEffect);
  }

  /** How people name it. */
  public String name() {
    return "cut of %s %s in period %d%s"
        .formatted(
            flowgate ? "flowgate" : "branch",
            element,
            period + 1,
            outage.isEmpty() ? "" : " after the outage of " + outage);
  }
}
