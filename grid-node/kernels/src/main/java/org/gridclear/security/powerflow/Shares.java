package org.gridclear.security.powerflow;

import org.gridclear.network.Generator;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.input.PowerFlowOptions.Sharing;

/**
 * Who takes an imbalance of an island, as shares that add up to 1: by room in the direction asked
 * for, by listed factors, or the reference alone. Where nobody has room, or no factor is listed,
 * the reference takes it.
 */
public final class Shares {
  private static final double WEIGHT_MIN = 1e-9;

  private Shares() {}

  /**
   * Shares of an island.
   *
   * @param island island
   * @param up whether generation must rise
   * @return by position, 0 outside the island
   */
  public static double[] of(PowerFlowModel model, Sharing sharing, int island, boolean up) {
    double[] share = new double[model.size()];
    double scale = scale(model, sharing, island, up);
    if (scale == 0 && model.reference(island) >= 0) {
      share[model.reference(island)] = 1;
    }
    for (int k = 0; k < share.length && scale > 0; k++) {
      share[k] = model.island(k) == island ? scale * weight(model, sharing, k, up) : 0;
    }
    return share;
  }

  /** What turns weights into shares: 1 / Σ weight, or 0 where the reference takes everything. */
  public static double scale(PowerFlowModel model, Sharing sharing, int island, boolean up) {
    double sum = 0;
    for (int k = 0; k < model.size(); k++) {
      sum += model.island(k) == island ? weight(model, sharing, k, up) : 0;
    }
    return sum > WEIGHT_MIN ? 1 / sum : 0;
  }

  private static double weight(PowerFlowModel model, Sharing sharing, int k, boolean up) {
    return switch (sharing) {
      case REFERENCE -> model.isReference(k) ? 1 : 0;
      case HEADROOM -> model.roomPu(k, up);
      case LISTED -> model.listedShare(k);
    };
  }

  /** The part of its bus's weight that is one generator's. */
  public static double ofUnit(PowerFlowModel model, Sharing sharing, int g, boolean up) {
    var network = model.structure().index().network();
    Generator generator = network.generators().get(g);
    OperatingPoint point = model.point();
    double mw = point.generatorMw()[g];
    return switch (sharing) {
      case REFERENCE -> 0;
      case HEADROOM ->
          (up ? point.roomUpMw(g, generator, mw) : point.roomDownMw(g, generator, mw))
              / network.baseMva();
      case LISTED -> generator.participation();
    };
  }
}
