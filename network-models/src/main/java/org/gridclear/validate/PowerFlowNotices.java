package org.gridclear.validate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.Generator;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.topology.Islands;
import org.gridclear.network.topology.ReferenceChoice;

/**
 * Says how a power flow takes what a network leaves open: which bus is the reference, which of
 * several voltage set points is held, what has no voltage. For networks with generators.
 */
final class PowerFlowNotices {
  private final Network network;
  private final NetworkIndex index;
  private final Islands islands;
  private final int[] reference;
  private final boolean[] runs;
  private final IssueLog log;

  private PowerFlowNotices(Network network, Islands islands, IssueLog log) {
    this.network = network;
    this.index = new NetworkIndex(network);
    this.islands = islands;
    this.log = log;
    int n = network.buses().size();
    int[] partOf = new int[n];
    double[] capacity = new double[n];
    runs = new boolean[n];
    for (int b = 0; b < n; b++) {
      partOf[b] = islands.of(b);
    }
    for (Generator generator : network.generators()) {
      if (generator.inService()) {
        int b = index.bus(generator.bus());
        runs[b] = true;
        capacity[b] += generator.pMw() + generator.roomUpMw(generator.pMw());
      }
    }
    reference = ReferenceChoice.of(network.buses(), partOf, islands.count(), runs, capacity);
  }

  /** Notes everything that is taken in some way, for a network whose ids are in order. */
  static void note(Network network, Islands islands, IssueLog log) {
    if (network.generators().stream().anyMatch(Generator::inService)) {
      PowerFlowNotices notices = new PowerFlowNotices(network, islands, log);
      notices.references();
      notices.dead();
      notices.setPoints();
      notices.hvdcLines();
    }
  }

  private Bus bus(int b) {
    return network.buses().get(b);
  }

  private void taken(String kind, String id, String field, Object value, String effect) {
    log.notice(Rule.TAKEN_AS, kind, id, field, value, effect);
  }

  private void references() {
    for (int b = 0; b < runs.length; b++) {
      int chosen = reference[islands.of(b)];
      if (bus(b).type() == BusType.REFERENCE && !runs[b]) {
        taken("bus", bus(b).id(), "type", "REFERENCE", "No unit runs there: it is taken as PQ.");
      } else if (bus(b).type() == BusType.REFERENCE && chosen != b) {
        taken(
            "bus",
            bus(b).id(),
            "type",
            "REFERENCE",
            "Bus %s is the first reference there. This one keeps its angle too and takes its part of the mismatch; with shared slack and after outages it is PV."
                .formatted(bus(chosen).id()));
      }
    }
    for (int chosen : reference) {
      if (chosen >= 0 && bus(chosen).type() != BusType.REFERENCE) {
        taken(
            "bus",
            bus(chosen).id(),
            "type",
            bus(chosen).type(),
            "Its island has no reference where a unit runs: this bus is the reference.");
      }
    }
  }

  private void dead() {
    for (int b = 0; b < runs.length; b++) {
      if (reference[islands.of(b)] < 0 && bus(b).type() != BusType.ISOLATED) {
        taken(
            "bus",
            bus(b).id(),
            "type",
            bus(b).type(),
            "No unit runs in its island: it has no voltage and its load is not served.");
      }
    }
  }

  /** Set points by bus, in the order in which the last one wins. */
  private void setPoints() {
    Map<String, List<Double>> wanted = new LinkedHashMap<>();
    List<HvdcLine> lines = network.hvdcLines().stream().filter(this::carries).toList();
    Set<String> holding = new LinkedHashSet<>();
    for (Bus bus : network.buses()) {
      if (bus.type() == BusType.PV || bus.type() == BusType.REFERENCE) {
        holding.add(bus.id());
      }
    }
    lines.stream().filter(h -> h.fromEnd().holdsVoltage()).forEach(h -> holding.add(h.from()));
    lines.stream().filter(h -> h.toEnd().holdsVoltage()).forEach(h -> holding.add(h.to()));
    for (Generator generator : network.generators()) {
      if (generator.inService() && holding.contains(generator.bus())) {
        add(wanted, generator.bus(), generator.vSetPu());
      }
    }
    lines.stream()
        .filter(h -> h.fromEnd().holdsVoltage())
        .forEach(h -> add(wanted, h.from(), h.fromEnd().vSetPu()));
    lines.stream()
        .filter(h -> h.toEnd().holdsVoltage())
        .forEach(h -> add(wanted, h.to(), h.toEnd().vSetPu()));
    wanted.forEach(
        (bus, values) -> {
          if (values.stream().distinct().count() > 1) {
            taken(
                "bus",
                bus,
                "vSetPu",
                values.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                "Running units ask for different voltages: that of the last one is held.");
          }
        });
  }

  private static void add(Map<String, List<Double>> wanted, String bus, double value) {
    wanted.computeIfAbsent(bus, key -> new ArrayList<>()).add(value);
  }

  private boolean carries(HvdcLine line) {
    return line.inService()
        && reference[islands.of(index.bus(line.from()))] >= 0
        && reference[islands.of(index.bus(line.to()))] >= 0;
  }

  private void hvdcLines() {
    for (HvdcLine line : network.hvdcLines()) {
      if (line.inService() && !carries(line)) {
        taken(
            "hvdc line",
            line.id(),
            "inService",
            true,
            "An end of it has no voltage: it carries nothing.");
      } else if (line.inService()
          && (line.pFromMw() < line.pMinMw() || line.pFromMw() > line.pMaxMw())) {
        taken(
            "hvdc line",
            line.id(),
            "pFromMw",
            line.pFromMw(),
            "It lies outside its dispatch range: a power flow sends it, a market day does not.");
      }
    }
  }
}
