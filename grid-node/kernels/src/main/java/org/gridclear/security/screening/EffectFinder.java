package org.gridclear.security.screening;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.topology.Bridges;
import org.gridclear.network.topology.Incidence;
import org.gridclear.network.topology.IslandedParts;
import org.gridclear.security.input.Outage;
import org.gridclear.security.powerflow.PowerFlowModel;
import org.gridclear.security.result.OutageEffect;

/** Finds out what outages take out of a network. Not safe for several threads. */
final class EffectFinder {
  private static final int[] NONE = new int[0];

  private final PowerFlowModel model;
  private final SolvedUnits units;
  private final Incidence incidence;
  private final NetworkIndex index;
  private final LivingPart living;
  private final Bridges bridges;
  private final IslandedParts cutOff;
  private final double[] generationPu;
  private final boolean[] branchOut;
  private final int[] partOf;

  EffectFinder(PowerFlowModel model, SolvedUnits units) {
    this.model = model;
    this.units = units;
    this.incidence = model.structure().incidence();
    this.index = model.structure().index();
    this.living = new LivingPart(model, units.busWeights());
    this.bridges = Bridges.of(incidence, model.branchOn(), units.busWeights());
    this.cutOff = new IslandedParts(incidence, model.branchOn(), living.weights());
    this.branchOut = new boolean[index.branchCount()];
    this.partOf = new int[index.busCount()];
    Arrays.fill(partOf, -1);
    this.generationPu = new double[model.size()];
    for (int g = 0; g < units.count(); g++) {
      generationPu[units.position(g)] += units.outputPu(g);
    }
  }

  OutageEffect find(Outage outage) {
    int only = outage.onlyBranch();
    if (only >= 0) {
      boolean on = model.branchOn()[only] && model.alive(model.from(only));
      int[] open = on ? new int[] {only} : NONE;
      if (!on || !bridges.isBridge(only)) {
        return new OutageEffect(open, NONE, NONE, NONE, NONE, NONE, NONE, Map.of(), 0, 0, 0, "");
      }
      int reference = model.bus(model.reference(model.island(model.from(only))));
      return effect(outage, open, bridges.cutOff(only, reference), NONE);
    }
    int[] tripped = Arrays.stream(outage.generators()).filter(units::running).distinct().toArray();
    int[] branches = openBranches(outage);
    weigh(tripped, false);
    for (int l : branches) {
      branchOut[l] = true;
    }
    OutageEffect effect = effect(outage, branches, lost(outage, branches, tripped), tripped);
    for (int l : branches) {
      branchOut[l] = false;
    }
    weigh(tripped, true);
    return effect;
  }

  /** Takes tripped units from the weights of their buses, or puts them back. */
  private void weigh(int[] tripped, boolean back) {
    for (int g : tripped) {
      int bus = model.bus(units.position(g));
      if (back) {
        living.weights().addUnit(bus, units.capacityMw(g));
      } else {
        living.weights().removeUnit(bus, units.capacityMw(g));
      }
    }
  }

  /** Branches in service that the outage opens, those at its buses with them, each once. */
  private int[] openBranches(Outage outage) {
    int size = outage.branches().length;
    for (int bus : outage.buses()) {
      size += incidence.end(bus) - incidence.start(bus);
    }
    int[] branches = Arrays.copyOf(outage.branches(), size);
    int count = outage.branches().length;
    for (int bus : outage.buses()) {
      for (int entry = incidence.start(bus); entry < incidence.end(bus); entry++) {
        branches[count++] = incidence.branch(entry);
      }
    }
    return Arrays.stream(branches)
        .filter(l -> model.branchOn()[l] && model.alive(model.from(l)))
        .distinct()
        .toArray();
  }

  /** Searches island by island, for searches of two islands never meet. */
  private int[] lost(Outage outage, int[] branches, int[] tripped) {
    int[] busesOut =
        Arrays.stream(outage.buses())
            .filter(bus -> model.alive(model.position(bus)))
            .distinct()
            .toArray();
    int[] islands =
        IntStream.concat(
                Arrays.stream(branches).map(l -> model.island(model.from(l))),
                IntStream.concat(
                    Arrays.stream(busesOut).map(bus -> model.island(model.position(bus))),
                    Arrays.stream(tripped).map(g -> model.island(units.position(g)))))
            .distinct()
            .toArray();
    return Arrays.stream(islands)
        .flatMap(island -> Arrays.stream(lost(island, busesOut, branches)))
        .toArray();
  }

  private int[] lost(int island, int[] busesOut, int[] branches) {
    int[] buses =
        Arrays.stream(busesOut)
            .filter(bus -> model.island(model.position(bus)) == island)
            .toArray();
    int[] ends =
        Arrays.stream(branches)
            .filter(l -> model.island(model.from(l)) == island)
            .flatMap(l -> Arrays.stream(new int[] {index.from(l), index.to(l)}))
            .toArray();
    if (buses.length + ends.length == 0) {
      return living.unitsOf(island) > 0 ? NONE : living.island(island).buses();
    }
    return cutOff.find(branchOut, buses, ends, living.island(island));
  }

  private OutageEffect effect(Outage outage, int[] branches, int[] lostBuses, int[] tripped) {
    int[] lost = Arrays.stream(lostBuses).map(model::position).toArray();
    double load = Arrays.stream(lost).mapToDouble(model::loadPu).sum();
    double generation = Arrays.stream(lost).mapToDouble(k -> generationPu[k]).sum();
    int[] partOfLost = parts(lostBuses);
    int[] open = lost.length > 0 ? open(branches) : branches.clone();
    int[] cut = lost.length > 0 ? cut(branches) : NONE;
    int[] partOfCut =
        Arrays.stream(cut).map(l -> Math.max(partOf[index.from(l)], partOf[index.to(l)])).toArray();
    int[] generators =
        Arrays.stream(tripped).filter(g -> partOf[model.bus(units.position(g))] < 0).toArray();
    generation += Arrays.stream(generators).mapToDouble(units::outputPu).sum();
    int[] hvdcLines = hvdcLines(outage);
    Map<Integer, Integer> references = new TreeMap<>();
    double[] dark = new double[1];
    String text = "";
    for (int island : islands(lost, generators, hvdcLines)) {
      int reference = living.reference(island, lostBuses);
      text += living.text(island, lostOf(island, lostBuses), reference);
      if (reference >= 0) {
        references.put(island, reference);
      } else {
        dark[0] += darkLoad(island, lost, outage);
      }
    }
    for (int bus : lostBuses) {
      partOf[bus] = -1;
    }
    return new OutageEffect(
        open,
        cut,
        partOfCut,
        lost,
        partOfLost,
        generators,
        hvdcLines,
        references,
        dark[0],
        load,
        generation,
        text.strip());
  }

  /** Branches that are opened within what is left. */
  private int[] open(int[] branches) {
    return Arrays.stream(branches)
        .filter(l -> partOf[index.from(l)] < 0 && partOf[index.to(l)] < 0)
        .toArray();
  }

  /** Branches between what is left and a part that is lost. */
  private int[] cut(int[] branches) {
    return Arrays.stream(branches)
        .filter(l -> partOf[index.from(l)] < 0 != partOf[index.to(l)] < 0)
        .toArray();
  }

  private int[] lostOf(int island, int[] lostBuses) {
    return Arrays.stream(lostBuses)
        .filter(bus -> model.island(model.position(bus)) == island)
        .toArray();
  }

  /** Load of an island without units, but for that of the buses that were taken out themselves. */
  private double darkLoad(int island, int[] lost, Outage outage) {
    double load = 0;
    for (int k : lost) {
      int bus = model.bus(k);
      boolean out = Arrays.stream(outage.buses()).anyMatch(b -> b == bus);
      load += model.island(k) == island && !out ? model.loadPu(k) : 0;
    }
    return load;
  }

  private int[] hvdcLines(Outage outage) {
    return IntStream.range(0, model.hvdcOn().length)
        .filter(h -> model.hvdcOn()[h])
        .filter(
            h ->
                partOf[model.bus(model.hvdcFrom(h))] >= 0
                    || partOf[model.bus(model.hvdcTo(h))] >= 0
                    || Arrays.stream(outage.hvdcLines()).anyMatch(out -> out == h))
        .toArray();
  }

  /** Islands whose balance changes, in rising order. */
  private int[] islands(int[] lost, int[] generators, int[] hvdcLines) {
    IntStream ofLost = Arrays.stream(lost).map(model::island);
    IntStream ofUnits = Arrays.stream(generators).map(g -> model.island(units.position(g)));
    IntStream ofLines =
        Arrays.stream(hvdcLines)
            .flatMap(h -> IntStream.of(model.hvdcFrom(h), model.hvdcTo(h)))
            .map(model::island);
    return IntStream.concat(ofLost, IntStream.concat(ofUnits, ofLines))
        .distinct()
        .sorted()
        .toArray();
  }

  /** Numbers the parts that the lost buses hang together in, through branches in service. */
  private int[] parts(int[] lostBuses) {
    for (int bus : lostBuses) {
      partOf[bus] = Integer.MAX_VALUE;
    }
    int[] stack = new int[lostBuses.length];
    int parts = 0;
    for (int start : lostBuses) {
      if (partOf[start] != Integer.MAX_VALUE) {
        continue;
      }
      int depth = 0;
      stack[depth++] = start;
      partOf[start] = parts;
      while (depth > 0) {
        int bus = stack[--depth];
        for (int entry = incidence.start(bus); entry < incidence.end(bus); entry++) {
          int other = incidence.bus(entry);
          if (model.branchOn()[incidence.branch(entry)] && partOf[other] == Integer.MAX_VALUE) {
            partOf[other] = parts;
            stack[depth++] = other;
          }
        }
      }
      parts++;
    }
    int[] partOfLost = new int[lostBuses.length];
    for (int m = 0; m < partOfLost.length; m++) {
      partOfLost[m] = partOf[lostBuses[m]];
    }
    return partOfLost;
  }
}
