package org.gridclear.network;

import java.util.List;

/**
 * Equipment that fails together.
 *
 * @param id unique among contingencies
 * @param branches ids of branches that open
 * @param generators ids of generators that trip
 * @param buses ids of buses that are lost with all their branches, loads and generators
 * @param hvdcLines ids of HVDC lines that stop
 */
public record Contingency(
    String id,
    List<String> branches,
    List<String> generators,
    List<String> buses,
    List<String> hvdcLines) {
  public Contingency {
    branches = List.copyOf(branches);
    generators = List.copyOf(generators);
    buses = List.copyOf(buses);
    hvdcLines = hvdcLines == null ? List.of() : List.copyOf(hvdcLines);
  }

  /** A contingency without HVDC lines. */
  public Contingency(
      String id, List<String> branches, List<String> generators, List<String> buses) {
    this(id, branches, generators, buses, List.of());
  }

  /** The outage of one branch. */
  public static Contingency ofBranch(String id) {
    return new Contingency(id, List.of(id), List.of(), List.of());
  }

  /** The outage of one generator. */
  public static Contingency ofGenerator(String id) {
    return new Contingency(id, List.of(), List.of(id), List.of());
  }

  /** The outage of one HVDC line. */
  public static Contingency ofHvdcLine(String id) {
    return new Contingency("dc line " + id, List.of(), List.of(), List.of(), List.of(id));
  }

  /** The outage of one bus. */
  public static Contingency ofBus(String id) {
    return new Contingency("bus " + id, List.of(), List.of(), List.of(id));
  }
}
