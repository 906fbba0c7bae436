package org.gridclear.security.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridclear.security.input.PowerFlowOptions.Sharing;
import org.gridclear.security.powerflow.PowerFlowModel;
import org.gridclear.security.result.OutageEffect;
import org.jspecify.annotations.Nullable;

/**
 * Who makes up for what outages lose (AMB-35): the units that are left, by their room from the
 * solved base case, by listed factors, or the reference of what is left. Where no weight is left
 * the reference takes it. Not safe for several threads.
 */
final class ImbalanceSharing {
  /** Share of those that are left below which it is summed anew, without cancellation. */
  private static final double SHARE_LEFT_MIN = 1e-3;

  /** Weights below this are none. */
  private static final double WEIGHT_MIN = 1e-9;

  /** Power beyond all room that is let pass, in p.u. */
  private static final double MISSING_MIN = 1e-6;

  private final PowerFlowModel model;
  private final Sharing sharing;
  private final SolvedUnits units;
  private final Map<Integer, IslandShares> islands = new HashMap<>();

  /** Shares among the units of a solved base case. */
  ImbalanceSharing(PowerFlowModel model, Sharing sharing, SolvedUnits units) {
    this.model = model;
    this.sharing = sharing;
    this.units = units;
  }

  /** Shares of an island by position, of a rise and of a fall, and the weights they are of. */
  private record IslandShares(double[][] byPosition, double[] sum) {}

  /**
   * What an outage asks of those that are left in one island.
   *
   * @param island the island before the outage
   * @param up whether generation must rise
   * @param scale what a position takes per share of it, in p.u.; 0 if the reference takes all
   * @param referencePu what the reference of what is left takes by itself, in p.u.
   * @param reference its position
   * @param beyondPu what they would have to move beyond their room, never negative
   */
  record Portion(
      int island, boolean up, double scale, double referencePu, int reference, double beyondPu) {}

  /**
   * What an outage asks of those that are left.
   *
   * @param portions islands that must make up for something
   * @param partNet per lost part, its net injection with what its own share would add
   * @param unitShare per tripped generator, its own share of its island's portion
   * @param missingPu what nobody can take; negative if it is a surplus
   */
  record MakeUp(List<Portion> portions, double[] partNet, double[] unitShare, double missingPu) {
    static final MakeUp NONE = new MakeUp(List.of(), new double[0], new double[0], 0);

    /** The portion of an island that is asked for something. */
    Portion of(int island) {
      return Objects.requireNonNull(find(island), "nothing is asked of the island");
    }

    private @Nullable Portion find(int island) {
      for (Portion portion : portions) {
        if (portion.island() == island) {
          return portion;
        }
      }
      return null;
    }

    /** What the generation of an island rises by in all, in p.u.; not below 0. */
    double risePu(int island) {
      Portion portion = find(island);
      return portion != null && portion.up() ? portion.scale() : 0;
    }

    /** What it falls by, as a negative number. */
    double fallPu(int island) {
      Portion portion = find(island);
      return portion != null && !portion.up() ? portion.scale() : 0;
    }
  }

  MakeUp of(OutageEffect effect) {
    if (effect.changesNoBalance()) {
      return MakeUp.NONE;
    }
    double[] partNet = new double[effect.parts()];
    for (int m = 0; m < effect.lost().length; m++) {
      partNet[effect.partOfLost()[m]] += units.netPu()[effect.lost()[m]];
    }
    double[] unitShare = new double[effect.generators().length];
    List<Portion> portions = new ArrayList<>();
    double missing = effect.darkLoadPu();
    for (int island : effect.references().keySet()) {
      Portion portion = portion(effect, island, unitShare);
      double beyond = portion.beyondPu() > MISSING_MIN ? portion.beyondPu() : 0;
      missing += portion.up() ? beyond : -beyond;
      portions.add(portion);
      for (int m = 0; m < effect.lost().length; m++) {
        if (model.island(effect.lost()[m]) == island) {
          double share = shares(island)[portion.up() ? 0 : 1][effect.lost()[m]];
          partNet[effect.partOfLost()[m]] += portion.scale() * share;
        }
      }
    }
    return new MakeUp(portions, partNet, unitShare, missing);
  }

  /** What an island misses after the outage, in p.u. */
  private double lostPu(OutageEffect effect, int island) {
    double missing = 0;
    for (int k : effect.lost()) {
      missing += model.island(k) == island ? units.netPu()[k] : 0;
    }
    for (int g : effect.generators()) {
      missing += model.island(units.position(g)) == island ? units.outputPu(g) : 0;
    }
    for (int h : effect.hvdcLines()) {
      missing += endLost(effect, island, model.hvdcFrom(h), model.hvdcFromPu(h));
      missing += endLost(effect, island, model.hvdcTo(h), model.hvdcToPu(h));
    }
    return missing;
  }

  private double endLost(OutageEffect effect, int island, int k, double injectedPu) {
    return model.island(k) == island && !effect.loses(k) ? injectedPu : 0;
  }

  private Portion portion(OutageEffect effect, int island, double[] unitShare) {
    double missing = lostPu(effect, island);
    boolean up = missing > 0;
    double[] share = shares(island)[up ? 0 : 1];
    double sum = of(island).sum()[up ? 0 : 1];
    double kept = 1;
    for (int k : effect.lost()) {
      kept -= model.island(k) == island ? share[k] : 0;
    }
    for (int m = 0; m < unitShare.length; m++) {
      int g = effect.generators()[m];
      if (model.island(units.position(g)) == island && sum > 0) {
        unitShare[m] = units.shareWeight(g, sharing, up) / sum;
        kept -= unitShare[m];
      }
    }
    double left = kept > SHARE_LEFT_MIN ? kept * sum : weightLeft(effect, island, up);
    int reference = effect.referenceIn(island);
    if (missing == 0 || left <= WEIGHT_MIN) {
      double beyond = Math.abs(missing) - referenceRoom(effect, reference, up);
      return new Portion(island, up, 0, missing, reference, Math.max(0, beyond));
    }
    double beyond =
        sharing == Sharing.HEADROOM
            ? Math.abs(missing) - left
            : beyondRoom(effect, island, missing / left, up);
    return new Portion(island, up, missing * sum / left, 0, reference, Math.max(0, beyond));
  }

  private double weightLeft(OutageEffect effect, int island, boolean up) {
    double sum = 0;
    for (int g = 0; g < units.count(); g++) {
      if (model.island(units.position(g)) == island && staysOn(effect, g)) {
        sum += units.shareWeight(g, sharing, up);
      }
    }
    return sum > WEIGHT_MIN ? sum : 0;
  }

  private boolean staysOn(OutageEffect effect, int g) {
    return units.running(g) && !effect.trips(g) && !effect.loses(units.position(g));
  }

  private double referenceRoom(OutageEffect effect, int reference, boolean up) {
    double room = 0;
    for (int g = 0; g < units.count(); g++) {
      room += units.position(g) == reference && !effect.trips(g) ? units.roomPu(g, up) : 0;
    }
    return room;
  }

  /** What units by listed factors would have to give beyond their room, in p.u. */
  private double beyondRoom(OutageEffect effect, int island, double perWeight, boolean up) {
    double beyond = 0;
    for (int g = 0; g < units.count(); g++) {
      if (model.island(units.position(g)) == island && staysOn(effect, g)) {
        double taken = Math.abs(perWeight) * units.shareWeight(g, sharing, up);
        beyond += Math.max(0, taken - units.roomPu(g, up));
      }
    }
    return beyond;
  }

  /** Shares of an island by position: of a rise, and of a fall. */
  double[][] shares(int island) {
    return of(island).byPosition();
  }

  private IslandShares of(int island) {
    return islands.computeIfAbsent(island, this::sharesOf);
  }

  private IslandShares sharesOf(int island) {
    double[][] both = new double[2][model.size()];
    double[] sum = new double[2];
    for (int g = 0; g < units.count(); g++) {
      if (model.island(units.position(g)) == island) {
        for (int d = 0; d < 2; d++) {
          double weight = units.shareWeight(g, sharing, d == 0);
          both[d][units.position(g)] += weight;
          sum[d] += weight;
        }
      }
    }
    for (int d = 0; d < 2; d++) {
      for (int k = 0; k < model.size(); k++) {
        both[d][k] = sum[d] > WEIGHT_MIN ? both[d][k] / sum[d] : 0;
      }
      sum[d] = sum[d] > WEIGHT_MIN ? sum[d] : 0;
    }
    return new IslandShares(both, sum);
  }
}
