package org.gridclear.clearing.result;

/**
 * A limited element whose row was in the model in a period.
 *
 * @param constraint B-19 for a branch, B-18 for a flowgate, B-20 after an outage
 * @param element id of the branch or flowgate
 * @param outage the contingency after which it counts; "" for the intact grid
 * @param period the period, counted from 0
 * @param flowMw flow, positive from {@code from} to {@code to}; where a limit of nothing binds, a
 *     zero with the sign of the direction that is priced
 * @param limitMw limit in the direction of the flow
 * @param shadowPriceYuanPerMwh decrease of the objective per MWh of more limit, not negative
 * @param overloadMw flow above the limit
 */
public record FlowResult(
    String constraint,
    String element,
    String outage,
    int period,
    double flowMw,
    double limitMw,
    double shadowPriceYuanPerMwh,
    double overloadMw) {
  /** 1 where the limit in the direction of the element holds the flow, -1 where that against it. */
  public double direction() {
    return Math.copySign(1, flowMw);
  }

  /** Whether the element is a flowgate. */
  public boolean ofFlowgate() {
    return constraint.equals("B-18");
  }

  /** Whether the limit sets prices. */
  public boolean binding() {
    return shadowPriceYuanPerMwh > 1e-6;
  }
}
