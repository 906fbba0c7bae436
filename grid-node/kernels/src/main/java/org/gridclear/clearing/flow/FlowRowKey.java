package org.gridclear.clearing.flow;

import java.util.Comparator;

/**
 * Names a flow row: an element, the outage after which it counts, the period.
 *
 * @param element number among the monitored elements
 * @param outage number among the contingencies, -1 for the intact grid
 * @param period the period
 */
public record FlowRowKey(int element, int outage, int period) implements Comparable<FlowRowKey> {
  private static final Comparator<FlowRowKey> ORDER =
      Comparator.comparingInt(FlowRowKey::period)
          .thenComparingInt(FlowRowKey::element)
          .thenComparingInt(FlowRowKey::outage);

  @Override
  public int compareTo(FlowRowKey other) {
    return ORDER.compare(this, other);
  }
}
