package org.gridclear.market.day;

/** Whose things are on a trading date, by the registry. */
@FunctionalInterface
public interface Owners {
  /** Nothing is registered. */
  Owners NONE = (kind, id) -> "";

  /**
   * The member that a thing belongs to, "" where that is not registered.
   *
   * @param kind {@code unit}, {@code load} or {@code storage}
   * @param id its id in the network
   */
  String of(String kind, String id);
}
