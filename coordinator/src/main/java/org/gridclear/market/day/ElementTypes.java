package org.gridclear.market.day;

/** What things of the network are on a trading date, by the registry. */
@FunctionalInterface
public interface ElementTypes {
  /**
   * The type of a thing, "" where that is not registered.
   *
   * @param kind {@code unit} or {@code load}
   * @param id its id in the network
   */
  String of(String kind, String id);
}
