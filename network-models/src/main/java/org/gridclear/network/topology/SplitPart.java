package org.gridclear.network.topology;

/**
 * One of the parts that an outage splits an island into, and the rule which of them lives: the one
 * that keeps the system. In this order:
 *
 * <ol>
 *   <li>a part where units run lives before one where none does;
 *   <li>the part that can serve more load: the lesser of its load and the capacity of its units;
 *   <li>the part with more buses;
 *   <li>the part with the island's reference;
 *   <li>the part with the first bus of the file's list.
 * </ol>
 *
 * @param units number of running units
 * @param capacityW their greatest output in watts
 * @param loadW load in watts
 * @param buses number of buses
 * @param reference whether the island's reference before the outage is in it
 */
public record SplitPart(int units, long capacityW, long loadW, int buses, boolean reference) {
  /** A part without any bus. */
  public static final SplitPart EMPTY = new SplitPart(0, 0, 0, 0, false);

  /** This part and a bus. */
  public SplitPart with(BusWeights weights, int bus, boolean isReference) {
    return new SplitPart(
        units + weights.units()[bus],
        capacityW + weights.capacityW()[bus],
        loadW + weights.loadW()[bus],
        buses + 1,
        reference || isReference);
  }

  /** This part without another that lies within it. */
  public SplitPart without(SplitPart other) {
    return new SplitPart(
        units - other.units,
        capacityW - other.capacityW,
        loadW - other.loadW,
        buses - other.buses,
        reference && !other.reference);
  }

  /** Load that the part can serve, in watts. */
  public long servedW() {
    return Math.min(loadW, capacityW);
  }

  /** Positive if this part lives rather than the other, 0 if only their first buses differ. */
  public int against(SplitPart other) {
    int order = Boolean.compare(units > 0, other.units > 0);
    order = order != 0 ? order : Long.compare(servedW(), other.servedW());
    order = order != 0 ? order : Integer.compare(buses, other.buses);
    return order != 0 ? order : Boolean.compare(reference, other.reference);
  }
}
