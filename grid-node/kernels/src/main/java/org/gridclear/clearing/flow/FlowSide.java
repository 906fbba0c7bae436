package org.gridclear.clearing.flow;

/**
 * A row of a limited flow in the solver. In the intact grid one row limits both directions; after
 * an outage each direction has a row of its own, because the overload that all outages of a branch
 * share has no sign.
 *
 * @param key element, outage and period
 * @param reverse whether it limits the flow against the element's direction; false for both
 */
record FlowSide(FlowRowKey key, boolean reverse) {
  /** The row of a cut: after an outage that of its direction. */
  static FlowSide of(FlowRowKey key, FlowOffsets.Cut cut) {
    return new FlowSide(key, key.outage() >= 0 && !cut.forward());
  }
}
