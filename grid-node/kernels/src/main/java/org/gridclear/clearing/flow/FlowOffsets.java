package org.gridclear.clearing.flow;

import java.util.Map;

/**
 * Corrections that make DC rows cut around an AC point (EQ-08): the AC flow at the point less the
 * DC flow there is added to the flow, and the limit is what of the MVA rating is left for active
 * power. A cut holds in the direction of the flow at the point and leaves the other as it is, so
 * that it never allows what was not allowed before: a bound proved without it stays a bound.
 *
 * @param cuts correction by row
 */
public record FlowOffsets(Map<FlowRowKey, Cut> cuts) {
  /** No correction. */
  public static final FlowOffsets NONE = new FlowOffsets(Map.of());

  /**
   * One correction.
   *
   * @param offsetMw AC less DC flow, in the direction of the branch
   * @param limitMw limit of the active flow
   * @param forward whether it holds in the direction of the branch, or against it
   * @param penaltyYuanPerMwh what exceeding it costs at least; 0 leaves that to the limit that it
   *     tightens
   */
  public record Cut(double offsetMw, double limitMw, boolean forward, double penaltyYuanPerMwh) {
    /** The most DC flow in its direction. */
    public double mostMw() {
      return forward ? limitMw - offsetMw : limitMw + offsetMw;
    }

    /** The same at a penalty that is not lower. */
    public Cut atLeastAt(double yuanPerMwh) {
      return new Cut(offsetMw, limitMw, forward, Math.max(penaltyYuanPerMwh, yuanPerMwh));
    }
  }

  public FlowOffsets {
    cuts = Map.copyOf(cuts);
  }

  double mw(FlowRowKey key) {
    Cut cut = cuts.get(key);
    return cut == null ? 0 : cut.offsetMw();
  }

  /** The most DC flow in the positive direction. */
  double forwardMw(FlowRowKey key, double byDefault) {
    Cut cut = cuts.get(key);
    return cut == null || !cut.forward() ? byDefault : Math.min(byDefault, cut.mostMw());
  }

  /** The most DC flow in the negative direction, as a positive number. */
  double reverseMw(FlowRowKey key, double byDefault) {
    Cut cut = cuts.get(key);
    return cut == null || cut.forward() ? byDefault : Math.min(byDefault, cut.mostMw());
  }

  double penaltyYuanPerMwh(FlowRowKey key, double byDefault) {
    Cut cut = cuts.get(key);
    return cut == null ? byDefault : Math.max(byDefault, cut.penaltyYuanPerMwh());
  }

  double limitMw(FlowRowKey key, double byDefault) {
    Cut cut = cuts.get(key);
    return cut == null ? byDefault : cut.limitMw();
  }
}
