package org.gridclear.security.screening;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.topology.BusWeights;
import org.gridclear.network.topology.IslandedParts;
import org.gridclear.network.topology.ReferenceChoice;
import org.gridclear.network.topology.SplitPart;
import org.gridclear.security.powerflow.PowerFlowModel;

/**
 * The islands of a base case as what lives of them is decided, and the reference of what lives. The
 * weights may be those after units have tripped. Not safe for several threads.
 */
final class LivingPart {
  private static final double WATTS_PER_MW = 1e6;

  private final PowerFlowModel model;
  private final NetworkIndex index;
  private final BusWeights weights;
  private final Map<Integer, int[]> busesOf = new HashMap<>();

  LivingPart(PowerFlowModel model, BusWeights weights) {
    this.model = model;
    this.index = model.structure().index();
    this.weights = weights;
  }

  BusWeights weights() {
    return weights;
  }

  /** An island as it weighs now. */
  IslandedParts.Island island(int island) {
    int[] buses = busesOf.computeIfAbsent(island, this::buses);
    int reference = model.bus(model.reference(island));
    SplitPart whole = SplitPart.EMPTY;
    for (int bus : buses) {
      whole = whole.with(weights, bus, bus == reference);
    }
    return new IslandedParts.Island(whole, reference, buses);
  }

  private int[] buses(int island) {
    return IntStream.range(0, index.busCount())
        .filter(bus -> model.island(model.position(bus)) == island)
        .toArray();
  }

  /** Number of running units of an island as it weighs now. */
  int unitsOf(int island) {
    return Arrays.stream(busesOf.computeIfAbsent(island, this::buses))
        .map(bus -> weights.units()[bus])
        .sum();
  }

  /** Position of the reference of what is left of an island; -1 if no unit is. */
  int reference(int island, int[] lostBuses) {
    int before = model.bus(model.reference(island));
    boolean stays = Arrays.stream(lostBuses).noneMatch(bus -> bus == before);
    if (stays && weights.units()[before] > 0) {
      return model.reference(island);
    }
    boolean[] lost = new boolean[index.busCount()];
    for (int bus : lostBuses) {
      lost[bus] = true;
    }
    int[] partOf = new int[lost.length];
    Arrays.fill(partOf, -1);
    boolean[] runs = new boolean[lost.length];
    double[] capacity = new double[lost.length];
    for (int bus : busesOf.computeIfAbsent(island, this::buses)) {
      partOf[bus] = lost[bus] ? -1 : 0;
      runs[bus] = weights.units()[bus] > 0;
      capacity[bus] = weights.capacityW()[bus];
    }
    Network network = index.network();
    int chosen = ReferenceChoice.of(network.buses(), partOf, 1, runs, capacity)[0];
    return chosen < 0 ? -1 : model.position(chosen);
  }

  /** Which part lives and which bus is its reference, where that is not plain; else "". */
  String text(int island, int[] lostBuses, int reference) {
    int before = model.reference(island);
    if (reference < 0) {
      return "No running unit is left in the island of bus %s. ".formatted(id(before));
    }
    int units = Arrays.stream(lostBuses).map(bus -> weights.units()[bus]).sum();
    String text = "";
    if (units > 0) {
      SplitPart lost = SplitPart.EMPTY;
      for (int bus : lostBuses) {
        lost = lost.with(weights, bus, false);
      }
      SplitPart left = island(island).whole().without(lost);
      text =
          String.format(
              Locale.ROOT,
              "The part of bus %s lives: %d buses, %.1f MW of running units, %.1f MW of load. "
                  + "%d buses with %d running units of %.1f MW and %.1f MW of load do not. ",
              id(reference),
              left.buses(),
              left.capacityW() / WATTS_PER_MW,
              left.loadW() / WATTS_PER_MW,
              lost.buses(),
              units,
              lost.capacityW() / WATTS_PER_MW,
              lost.loadW() / WATTS_PER_MW);
    }
    return reference == before
        ? text
        : text + "The reference is bus %s, no longer %s. ".formatted(id(reference), id(before));
  }

  private String id(int position) {
    return index.network().buses().get(model.bus(position)).id();
  }
}
