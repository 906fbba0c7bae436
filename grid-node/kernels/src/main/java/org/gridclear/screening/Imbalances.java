package org.gridclear.screening;

import java.util.HashMap;
import java.util.Map;
import org.gridclear.powerflow.PowerFlowModel;
import org.gridclear.powerflow.Shares;
import org.gridclear.scenario.resolved.PowerFlowOptions.Sharing;

/** Who makes up for what outages lose (AMB-35). Not safe for several threads. */
final class Imbalances {
  private static final double SHARE_LEFT_MIN = 1e-6;

  private final PowerFlowModel model;
  private final Sharing sharing;
  private final double[] net;
  private final Map<Integer, double[][]> shares = new HashMap<>();
  private final Map<Integer, double[]> scales = new HashMap<>();

  /**
   * Shares among the units of an operating point.
   *
   * @param net net injection by position in p.u.
   */
  Imbalances(PowerFlowModel model, Sharing sharing, double[] net) {
    this.model = model;
    this.sharing = sharing;
    this.net = net;
  }

  /**
   * What an outage asks of those that are left.
   *
   * @param refused why nobody can answer, "" if somebody can
   * @param island island of the imbalance, -1 if nothing is lost
   * @param up whether generation must rise
   * @param scale what a position takes per share of it, in p.u.
   * @param partNet per lost part, its net injection with what its own share would add
   * @param unitShare per tripped generator, its own share, which it cannot take
   */
  record MakeUp(
      String refused, int island, boolean up, double scale, double[] partNet, double[] unitShare) {
    static final MakeUp NONE = new MakeUp("", -1, true, 0, new double[0], new double[0]);
  }

  MakeUp of(OutageEffect effect) {
    if (effect.lost().length == 0 && effect.generators().length == 0) {
      return MakeUp.NONE;
    }
    int island = island(effect);
    if (island < 0) {
      return refused("It touches several islands; list one contingency for each.");
    }
    double[] partNet = new double[effect.parts()];
    double missing = 0;
    for (int m = 0; m < effect.lost().length; m++) {
      partNet[effect.partOfLost()[m]] += net[effect.lost()[m]];
      missing += net[effect.lost()[m]];
    }
    for (int g : effect.generators()) {
      missing += outputPu(g);
    }
    boolean up = missing > 0;
    double[] share = shares(island)[up ? 0 : 1];
    double lostShare = 0;
    for (int k : effect.lost()) {
      lostShare += share[k];
    }
    double[] unitShare = new double[effect.generators().length];
    for (int m = 0; m < unitShare.length; m++) {
      unitShare[m] =
          Shares.ofUnit(model, sharing, effect.generators()[m], up)
              * scales.get(island)[up ? 0 : 1];
      lostShare += unitShare[m];
    }
    if (missing != 0 && 1 - lostShare < SHARE_LEFT_MIN) {
      return refused(
          "Nobody is left who could take the imbalance of %.3f MW."
              .formatted(missing * model.structure().index().network().baseMva()));
    }
    double scale = missing == 0 ? 0 : missing / (1 - lostShare);
    for (int m = 0; m < effect.lost().length && scale != 0; m++) {
      partNet[effect.partOfLost()[m]] += scale * share[effect.lost()[m]];
    }
    return new MakeUp("", island, up, scale, partNet, unitShare);
  }

  private static MakeUp refused(String why) {
    return new MakeUp(why, -1, true, 0, new double[0], new double[0]);
  }

  /** The one island that an outage touches, -1 if there are several. */
  private int island(OutageEffect effect) {
    int island = -1;
    for (int k : effect.lost()) {
      if (island >= 0 && model.island(k) != island) {
        return -1;
      }
      island = model.island(k);
    }
    for (int g : effect.generators()) {
      if (island >= 0 && model.island(position(g)) != island) {
        return -1;
      }
      island = model.island(position(g));
    }
    return island;
  }

  /** Position of a generator's bus. */
  int position(int g) {
    var index = model.structure().index();
    return model.position(index.bus(index.network().generators().get(g).bus()));
  }

  /** Output of a generator in p.u. */
  double outputPu(int g) {
    return model.point().generatorMw()[g] / model.structure().index().network().baseMva();
  }

  /** Shares of an island by position: of a rise, and of a fall. */
  double[][] shares(int island) {
    return shares.computeIfAbsent(
        island,
        key -> {
          scales.put(
              island,
              new double[] {
                Shares.scale(model, sharing, island, true),
                Shares.scale(model, sharing, island, false)
              });
          return new double[][] {
            Shares.of(model, sharing, island, true), Shares.of(model, sharing, island, false)
          };
        });
  }
}
