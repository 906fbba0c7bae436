package org.gridclear.security.screening;

import org.gridclear.network.Generator;
import org.gridclear.network.OperatingPoint;
import org.gridclear.network.topology.BusWeights;
import org.gridclear.security.input.PowerFlowOptions.Sharing;
import org.gridclear.security.powerflow.PowerFlowModel;

/**
 * What every unit gives in the solved base case: its schedule and its part of the mismatch. The
 * part of a bus is split among its units by what it was shared by; where that says nothing, the
 * first running unit of the file takes it, as MATPOWER has it at the reference.
 */
final class SolvedUnits {
  private final PowerFlowModel model;
  private final int[] position;
  private final double[] outputPu;
  private final double[] netPu;

  /**
   * Splits the mismatch.
   *
   * @param sharing how the base case shared it
   * @param sharedPu per position, what it took of the mismatch
   * @param netPu per position, net injection of the solved base case
   */
  SolvedUnits(PowerFlowModel model, Sharing sharing, double[] sharedPu, double[] netPu) {
    this.model = model;
    this.netPu = netPu;
    int count = model.point().generatorOn().length;
    position = new int[count];
    outputPu = new double[count];
    double[] sum = new double[model.size()];
    boolean[] up = new boolean[model.islandCount()];
    for (int island = 0; island < up.length; island++) {
      up[island] = islandSum(sharedPu, island) > 0;
    }
    var index = model.structure().index();
    double[] weight = new double[count];
    int[] first = new int[model.size()];
    java.util.Arrays.fill(first, -1);
    for (int g = 0; g < count; g++) {
      int k = model.position(index.bus(generator(g).bus()));
      position[g] = k;
      if (runs(g)) {
        outputPu[g] = model.point().generatorMw()[g] / index.network().baseMva();
        weight[g] = weight(g, sharing, up[model.island(k)]);
        sum[k] += weight[g];
        first[k] = first[k] < 0 ? g : first[k];
      }
    }
    for (int g = 0; g < count; g++) {
      int k = position[g];
      if (runs(g) && sharedPu[k] != 0) {
        double part = sum[k] > 0 ? weight[g] / sum[k] : first[k] == g ? 1 : 0;
        outputPu[g] += part * sharedPu[k];
      }
    }
  }

  private double islandSum(double[] values, int island) {
    double sum = 0;
    for (int k = 0; k < values.length; k++) {
      sum += model.island(k) == island ? values[k] : 0;
    }
    return sum;
  }

  private Generator generator(int g) {
    return model.structure().index().network().generators().get(g);
  }

  private boolean runs(int g) {
    return model.point().generatorOn()[g] && model.alive(position[g]);
  }

  private double weight(int g, Sharing sharing, boolean up) {
    return switch (sharing) {
      case REFERENCE -> 0;
      case HEADROOM -> roomPu(g, up);
      case LISTED -> generator(g).participation();
    };
  }

  /** Number of units, running or not. */
  int count() {
    return position.length;
  }

  /** Position of a unit's bus. */
  int position(int g) {
    return position[g];
  }

  /** Solved output of a unit that runs, in p.u.; 0 of one that does not. */
  double outputPu(int g) {
    return outputPu[g];
  }

  /** What a unit's solved output differs from its schedule by, in p.u. */
  double sharedPu(int g) {
    double mw = runs(g) ? model.point().generatorMw()[g] : 0;
    return outputPu[g] - mw / model.structure().index().network().baseMva();
  }

  /** Whether a unit runs at a bus with voltage. */
  boolean running(int g) {
    return runs(g);
  }

  /** What a running unit can give, at least what it is scheduled to. */
  double capacityMw(int g) {
    double mw = model.point().generatorMw()[g];
    return mw + model.point().roomUpMw(g, generator(g), mw);
  }

  /** Room of a running unit from its output, upward or downward; 0 if it does not run. */
  double roomPu(int g, boolean up) {
    if (!runs(g)) {
      return 0;
    }
    double base = model.structure().index().network().baseMva();
    double mw = outputPu[g] * base;
    OperatingPoint point = model.point();
    Generator unit = generator(g);
    return (up ? point.roomUpMw(g, unit, mw) : point.roomDownMw(g, unit, mw)) / base;
  }

  /** What a unit weighs when lost power is shared. */
  double shareWeight(int g, Sharing sharing, boolean up) {
    return runs(g) ? weight(g, sharing, up) : 0;
  }

  /** Net injection by position in p.u., solved. Not to be changed. */
  double[] netPu() {
    return netPu;
  }

  /** What decides which part of a split island lives: running units and load of every bus. */
  BusWeights busWeights() {
    var index = model.structure().index();
    BusWeights weights = BusWeights.none(index.busCount());
    for (int g = 0; g < count(); g++) {
      if (runs(g)) {
        weights.addUnit(model.bus(position[g]), capacityMw(g));
      }
    }
    for (int b = 0; b < index.busCount(); b++) {
      int k = model.position(b);
      if (model.alive(k)) {
        weights.addLoad(b, model.loadPu(k) * index.network().baseMva());
      }
    }
    return weights;
  }
}
