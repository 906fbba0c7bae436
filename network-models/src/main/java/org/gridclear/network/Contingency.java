package org.gridclear.network;

import java.util.List;

/**
 * Equipment that fails together.
 *
 * @param id unique among contingencies
 * @param branches ids of branches that open
 * @param generators ids of generators that trip
 * @param buses ids of buses that are lost with all their branches, loads and generators
 */
public record Contingency(
    String id, List<String> branches, List<String> generators, List<String> buses) {
  public Contingency {
    branches = List.copyOf(branches);
    generators = List.copyOf(generators);
    buses = List.copyOf(buses);
  }

  /** The outage of one branch. */
  public static Contingency ofBranch(String id) {
    return new Contingency(id, List.of(id), List.of(), List.of());
  }

  /** The outage of one generator. */
  public static Contingency ofGenerator(String id) {
    return new Contingency(id, List.of(), List.of(id), List.of());
  }

  /** The outage of one bus. */
  public static Contingency ofBus(String id) {
    return new Contingency("bus " + id, List.of(), List.of(), List.of(id));
  }
}
