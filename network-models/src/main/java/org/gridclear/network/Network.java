package org.gridclear.network;

import java.util.List;

/**
 * The network model: what is built and how it is switched, without market data.
 *
 * @param name what the file calls it
 * @param baseMva power base of all p.u. values
 * @param buses at least one
 * @param branches lines and transformers
 * @param generators machines
 * @param loads loads of the file's operating point
 * @param shunts bus shunts
 * @param hvdcLines point-to-point HVDC lines
 * @param flowgates interfaces with a limit
 */
public record Network(
    String name,
    double baseMva,
    List<Bus> buses,
    List<Branch> branches,
    List<Generator> generators,
    List<Load> loads,
    List<Shunt> shunts,
    List<HvdcLine> hvdcLines,
    List<Flowgate> flowgates) {
  public Network {
    buses = List.copyOf(buses);
    branches = List.copyOf(branches);
    generators = List.copyOf(generators);
    loads = List.copyOf(loads);
    shunts = List.copyOf(shunts);
    hvdcLines = List.copyOf(hvdcLines);
    flowgates = List.copyOf(flowgates);
  }

  /** A network of one bus, for cases that have no network ("copper plate"). */
  public static Network copperPlate(String name, String bus) {
    return new Network(
        name,
        100,
        List.of(Bus.of(bus, "")),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** The same network with other branches. */
  public Network withBranches(List<Branch> changed) {
    return new Network(
        name, baseMva, buses, changed, generators, loads, shunts, hvdcLines, flowgates);
  }

  /** The same network with other generators. */
  public Network withGenerators(List<Generator> changed) {
    return new Network(
        name, baseMva, buses, branches, changed, loads, shunts, hvdcLines, flowgates);
  }

  /** The same network with other flowgates. */
  public Network withFlowgates(List<Flowgate> changed) {
    return new Network(
        name, baseMva, buses, branches, generators, loads, shunts, hvdcLines, changed);
  }

  /** The same network with other buses. */
  public Network withBuses(List<Bus> changed) {
    return new Network(
        name, baseMva, changed, branches, generators, loads, shunts, hvdcLines, flowgates);
  }

  /** The same network with other loads. */
  public Network withLoads(List<Load> changed) {
    return new Network(
        name, baseMva, buses, branches, generators, changed, shunts, hvdcLines, flowgates);
  }

  /** The same network with other shunts. */
  public Network withShunts(List<Shunt> changed) {
    return new Network(
        name, baseMva, buses, branches, generators, loads, changed, hvdcLines, flowgates);
  }

  /** The same network with other HVDC lines. */
  public Network withHvdcLines(List<HvdcLine> changed) {
    return new Network(
        name, baseMva, buses, branches, generators, loads, shunts, changed, flowgates);
  }

  /** The same network under another name. */
  public Network withName(String changed) {
    return new Network(
        changed, baseMva, buses, branches, generators, loads, shunts, hvdcLines, flowgates);
  }
}
