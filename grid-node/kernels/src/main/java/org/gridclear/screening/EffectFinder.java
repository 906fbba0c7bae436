package org.gridclear.screening;

import java.util.Arrays;
import org.gridclear.network.NetworkIndex;
import org.gridclear.powerflow.PowerFlowModel;
import org.gridclear.scenario.resolved.Outage;
import org.gridclear.topology.Bridges;
import org.gridclear.topology.CutOff;
import org.gridclear.topology.Incidence;

/** Finds out what outages take out of a network. Not safe for several threads. */
final class EffectFinder {
  private static final int[] NONE = new int[0];

  private final PowerFlowModel model;
  private final Incidence incidence;
  private final NetworkIndex index;
  private final Bridges bridges;
  private final CutOff cutOff;
  private final boolean[] branchOut;
  private final int[] partOf;

  EffectFinder(PowerFlowModel model, Bridges bridges) {
    this.model = model;
    this.incidence = model.structure().incidence();
    this.index = model.structure().index();
    this.bridges = bridges;
    this.cutOff = new CutOff(incidence, model.branchOn());
    this.branchOut = new boolean[index.branchCount()];
    this.partOf = new int[index.busCount()];
    Arrays.fill(partOf, -1);
  }

  OutageEffect find(Outage outage) {
    int only = outage.onlyBranch();
    if (only >= 0) {
      boolean on = model.branchOn()[only] && model.alive(model.from(only));
      if (!on || !bridges.isBridge(only)) {
        int[] open = on ? new int[] {only} : NONE;
        return new OutageEffect(open, NONE, NONE, NONE, NONE, NONE, 0, 0);
      }
      int kept = model.bus(model.reference(model.island(model.from(only))));
      return effect(outage, new int[] {only}, bridges.cutOff(only, kept));
    }
    int[] branches = openBranches(outage);
    for (int l : branches) {
      branchOut[l] = true;
    }
    int[] lost = outage.buses().length + branches.length == 0 ? NONE : lost(outage, branches);
    for (int l : branches) {
      branchOut[l] = false;
    }
    return effect(outage, branches, lost);
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
  private int[] lost(Outage outage, int[] branches) {
    int[] all = new int[0];
    int[] islands =
        java.util.stream.IntStream.concat(
                Arrays.stream(branches).map(l -> model.island(model.from(l))),
                Arrays.stream(outage.buses()).map(bus -> model.island(model.position(bus))))
            .distinct()
            .toArray();
    for (int island : islands) {
      int[] buses =
          Arrays.stream(outage.buses())
              .filter(bus -> model.island(model.position(bus)) == island)
              .filter(bus -> model.alive(model.position(bus)))
              .toArray();
      int[] ends =
          Arrays.stream(branches)
              .filter(l -> model.island(model.from(l)) == island)
              .flatMap(l -> Arrays.stream(new int[] {index.from(l), index.to(l)}))
              .toArray();
      int[] lost = cutOff.find(branchOut, buses, ends);
      int before = all.length;
      all = Arrays.copyOf(all, before + lost.length);
      System.arraycopy(lost, 0, all, before, lost.length);
    }
    return all;
  }

  private OutageEffect effect(Outage outage, int[] branches, int[] lostBuses) {
    int[] lost = new int[lostBuses.length];
    double load = 0;
    double generation = 0;
    for (int m = 0; m < lost.length; m++) {
      lost[m] = model.position(lostBuses[m]);
      load += model.loadPu(lost[m]);
      generation += model.generationPu(lost[m]);
    }
    int[] partOfLost = parts(lostBuses);
    int[] open =
        Arrays.stream(branches)
            .filter(l -> partOf[index.from(l)] < 0 && partOf[index.to(l)] < 0)
            .toArray();
    int[] cut =
        Arrays.stream(branches)
            .filter(l -> partOf[index.from(l)] < 0 != partOf[index.to(l)] < 0)
            .toArray();
    int[] partOfCut =
        Arrays.stream(cut).map(l -> Math.max(partOf[index.from(l)], partOf[index.to(l)])).toArray();
    double[] mw = model.point().generatorMw();
    int[] generators =
        Arrays.stream(outage.generators())
            .filter(g -> model.point().generatorOn()[g])
            .filter(g -> partOf[busOf(g)] < 0 && model.alive(model.position(busOf(g))))
            .distinct()
            .toArray();
    for (int g : generators) {
      generation += mw[g] / index.network().baseMva();
    }
    for (int bus : lostBuses) {
      partOf[bus] = -1;
    }
    return new OutageEffect(open, cut, partOfCut, lost, partOfLost, generators, load, generation);
  }

  private int busOf(int g) {
    return index.bus(index.network().generators().get(g).bus());
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
