package org.gridclear.clearing.explain;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.market.MarketDay;
import org.gridclear.market.StorageUnit;
import org.gridclear.network.NetworkIndex;

/**
 * Why a storage unit charges, gives or rests in a period. What a MWh more in store is worth is
 * bounded by what the unit does: while it charges between its limits it is {@code (LMP + price) /
 * efficiency}, while it gives between them {@code (LMP − price) · efficiency}; a rate at a limit
 * bounds it from one side. As long as the level is between its limits, the worth goes on from
 * period to period, less the share of the level that is lost (the dual of model (22)).
 *
 * @param storage id of the unit
 * @param bus id of its bus
 * @param chargeMw power drawn
 * @param dischargeMw power given
 * @param levelBeforeMwh level at the start of the period
 * @param levelAfterMwh level at its end
 * @param levelMinMwh least level at its end
 * @param levelMaxMwh greatest level at its end
 * @param lmpYuanPerMwh price at its bus
 * @param worthMinYuanPerMwh least worth of a MWh more in store at the end of the period, infinite
 *     where nothing bounds it
 * @param worthMaxYuanPerMwh greatest worth
 * @param spanFrom first period over which the level is between its limits without a break
 * @param spanTo last of them
 * @param reasons in words, the decisive one first
 */
public record StorageExplanation(
    String storage,
    String bus,
    double chargeMw,
    double dischargeMw,
    double levelBeforeMwh,
    double levelAfterMwh,
    double levelMinMwh,
    double levelMaxMwh,
    double lmpYuanPerMwh,
    double worthMinYuanPerMwh,
    double worthMaxYuanPerMwh,
    int spanFrom,
    int spanTo,
    List<String> reasons) {
  public StorageExplanation {
    reasons = List.copyOf(reasons);
  }

  /**
   * Explains a storage unit in a period.
   *
   * @param i its number in the day
   * @param period the period, from 0
   */
  public static StorageExplanation of(
      ClearingCase clearingCase, ClearingResult result, int i, int period) {
    return new Reader(clearingCase.day(), result, i).explain(period);
  }

  /** Explains a storage unit in every period. */
  public static List<StorageExplanation> ofAll(
      ClearingCase clearingCase, ClearingResult result, int i) {
    Reader reader = new Reader(clearingCase.day(), result, i);
    List<StorageExplanation> all = new ArrayList<>();
    for (int t = 0; t < clearingCase.day().periodCount(); t++) {
      all.add(reader.explain(t));
    }
    return all;
  }

  /** Reads the reasons out of a result. */
  private static final class Reader {
    private static final double ROOM = 1e-3;

    private final MarketDay day;
    private final StorageUnit unit;
    private final double[] charge;
    private final double[] discharge;
    private final double[] level;
    private final double[] lmp;

    Reader(MarketDay day, ClearingResult result, int i) {
      this.day = day;
      this.unit = day.storageUnits().get(i);
      this.charge = result.schedule().chargeMw()[i];
      this.discharge = result.schedule().dischargeMw()[i];
      this.level = result.schedule().levelMwh()[i];
      this.lmp = result.prices().lmpYuanPerMwh()[new NetworkIndex(day.network()).bus(unit.bus())];
    }

    StorageExplanation explain(int t) {
      int from = t;
      int to = t;
      while (from > 0 && between(from - 1)) {
        from--;
      }
      while (to + 1 < level.length && between(to)) {
        to++;
      }
      double[] value = value(t, from, to);
      double before = t == 0 ? unit.initialLevelMwh() : level[t - 1];
      return new StorageExplanation(
          unit.id(),
          unit.bus(),
          charge[t],
          discharge[t],
          before,
          level[t],
          levelMin(t),
          levelMax(t),
          lmp[t],
          value[0],
          value[1],
          from,
          to,
          reasons(t, from, to, value[0], value[1]));
    }

    /** Least and most that energy in it is worth, by all periods that its level ties together. */
    private double[] value(int t, int from, int to) {
      double least = Double.NEGATIVE_INFINITY;
      double most = Double.POSITIVE_INFINITY;
      double share = 1;
      for (int p = t; p >= from; p--) {
        double[] here = worth(p);
        least = Math.max(least, here[0] / share);
        most = Math.min(most, here[1] / share);
        share *= kept(p);
      }
      share = 1;
      for (int p = t + 1; p <= to; p++) {
        share *= kept(p);
        double[] here = worth(p);
        least = Math.max(least, here[0] * share);
        most = Math.min(most, here[1] * share);
      }
      return new double[] {least, most};
    }

    private double kept(int p) {
      return 1 - unit.lossShare().at(p);
    }

    private double levelMin(int t) {
      double least = unit.minLevelMwh().at(t);
      return t == level.length - 1 ? Math.max(least, unit.endMinLevelMwh()) : least;
    }

    private double levelMax(int t) {
      double most = unit.maxLevelMwh().at(t);
      return t == level.length - 1 ? Math.min(most, unit.endMaxLevelMwh()) : most;
    }

    private boolean between(int t) {
      return level[t] > levelMin(t) + ROOM && level[t] < levelMax(t) - ROOM;
    }

    /** What the rates of a period say of the worth of a MWh in store at its end. */
    private double[] worth(int t) {
      double[] worth = {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
      if (charge[t] > ROOM) {
        double value = (lmp[t] + unit.chargeYuanPerMwh().at(t)) / unit.chargeEfficiency().at(t);
        bound(worth, value, charge[t], unit.minChargeMw().at(t), unit.maxChargeMw().at(t), 1);
      }
      if (discharge[t] > ROOM) {
        double value =
            (lmp[t] - unit.dischargeYuanPerMwh().at(t)) * unit.dischargeEfficiency().at(t);
        bound(
            worth,
            value,
            discharge[t],
            unit.minDischargeMw().at(t),
            unit.maxDischargeMw().at(t),
            -1);
      }
      return worth;
    }

    /** More of what fills is worth it up to the most; less of what empties likewise. */
    private static void bound(
        double[] worth, double value, double mw, double least, double most, int filling) {
      boolean above = mw > Math.max(least, 0) + ROOM || least <= 0;
      boolean below = mw < most - ROOM;
      boolean notLess = filling > 0 ? above : below;
      boolean notMore = filling > 0 ? below : above;
      worth[0] = notLess ? Math.max(worth[0], value) : worth[0];
      worth[1] = notMore ? Math.min(worth[1], value) : worth[1];
    }

    private List<String> reasons(int t, int from, int to, double least, double most) {
      List<String> reasons = new ArrayList<>();
      String money = day.currency() + "/MWh";
      if (charge[t] > ROOM) {
        double cost = (lmp[t] + unit.chargeYuanPerMwh().at(t)) / unit.chargeEfficiency().at(t);
        reasons.add(
            "It charges: a MWh in store costs %.2f %s here (price %.2f, charging %.2f, %.1f %% kept)."
                .formatted(
                    cost,
                    money,
                    lmp[t],
                    unit.chargeYuanPerMwh().at(t),
                    100 * unit.chargeEfficiency().at(t)));
      }
      if (discharge[t] > ROOM) {
        double gain =
            (lmp[t] - unit.dischargeYuanPerMwh().at(t)) * unit.dischargeEfficiency().at(t);
        reasons.add(
            "It gives: a MWh in store earns %.2f %s here (price %.2f, giving costs %.2f, %.1f %% arrives)."
                .formatted(
                    gain,
                    money,
                    lmp[t],
                    unit.dischargeYuanPerMwh().at(t),
                    100 * unit.dischargeEfficiency().at(t)));
      }
      if (charge[t] <= ROOM && discharge[t] <= ROOM) {
        rest(reasons, t, money);
      }
      rates(reasons, t);
      worthText(reasons, from, to, least, most, money);
      levels(reasons, t);
      return reasons;
    }

    private void rest(List<String> reasons, int t, String money) {
      double cost = (lmp[t] + unit.chargeYuanPerMwh().at(t)) / unit.chargeEfficiency().at(t);
      double gain = (lmp[t] - unit.dischargeYuanPerMwh().at(t)) * unit.dischargeEfficiency().at(t);
      reasons.add(
          "It rests: charging would cost %.2f %s a MWh in store, giving would earn %.2f."
              .formatted(cost, money, gain));
    }

    private void rates(List<String> reasons, int t) {
      if (charge[t] > ROOM && charge[t] >= unit.maxChargeMw().at(t) - ROOM) {
        reasons.add("It charges at its greatest rate, %.2f MW.".formatted(charge[t]));
      }
      if (discharge[t] > ROOM && discharge[t] >= unit.maxDischargeMw().at(t) - ROOM) {
        reasons.add("It gives at its greatest rate, %.2f MW.".formatted(discharge[t]));
      }
    }

    private void worthText(
        List<String> reasons, int from, int to, double least, double most, String money) {
      String where =
          "from %s to %s".formatted(day.horizon().label(from), day.horizon().label(to + 1));
      if (Double.isFinite(least) && Double.isFinite(most)) {
        reasons.add(
            most - least < 0.01
                ? "A MWh more in store is worth %.2f %s, by what it does %s."
                    .formatted(least, money, where)
                : "A MWh more in store is worth %.2f to %.2f %s, by what it does %s."
                    .formatted(Math.min(least, most), Math.max(least, most), money, where));
      } else if (Double.isFinite(least) || Double.isFinite(most)) {
        reasons.add(
            "A MWh more in store is worth at %s %.2f %s, by what it does %s."
                .formatted(
                    Double.isFinite(least) ? "least" : "most",
                    Double.isFinite(least) ? least : most,
                    money,
                    where));
      } else {
        reasons.add("Nothing that it does %s tells what a MWh in store is worth.".formatted(where));
      }
    }

    private void levels(List<String> reasons, int t) {
      if (level[t] >= levelMax(t) - ROOM) {
        reasons.add("It is full at the end of the period, %.2f MWh.".formatted(level[t]));
      } else if (level[t] <= levelMin(t) + ROOM) {
        boolean end = t == level.length - 1 && unit.endMinLevelMwh() > unit.minLevelMwh().at(t);
        reasons.add(
            end
                ? "It ends at the level that it must keep for after the horizon, %.2f MWh."
                    .formatted(level[t])
                : "It is at its least level at the end of the period, %.2f MWh."
                    .formatted(level[t]));
      }
    }
  }
}
