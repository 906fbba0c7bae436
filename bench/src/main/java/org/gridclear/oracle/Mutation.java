package org.gridclear.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.CostParts;
import org.gridclear.clearing.result.Prices;
import org.gridclear.clearing.result.Schedule;

/**
 * A result in which one value of the schedule, one price or one cost is another: what an auditor
 * must notice.
 *
 * @param text what was changed
 * @param result the changed result
 * @param kind what kind of value it is
 * @param row requirement or bus of a price
 * @param period period of the value
 */
record Mutation(String text, ClearingResult result, Kind kind, int row, int period) {
  /** The kinds of values. */
  enum Kind {
    /** A status, power, level or flow. */
    SCHEDULE,
    /** A start flag: wrong whenever it is changed. */
    START,
    /** An LMP or a part of one: wrong, for they no longer add up. */
    LMP,
    /** The price of a requirement. */
    RESERVE_PRICE,
    /** A part of the cost, or the objective: always wrong. */
    COST
  }

  /** Changes one value, chosen by the random source. */
  static Mutation of(ClearingResult result, SplittableRandom random) {
    return new Maker(result, random).make();
  }

  /**
   * Whether the changed result is wrong.
   *
   * @param oracle the oracle of the case
   * @param intervals prices by differences at the unchanged schedule
   */
  boolean wrong(ClearingCase clearingCase, Oracle oracle, PriceIntervals intervals) {
    return switch (kind) {
      case START, LMP, COST -> true;
      case SCHEDULE -> {
        Optional<Oracle.Point> at = oracle.at(result.schedule());
        double yuan = result.objectiveYuan();
        double tolerance = (oracle.hasLosses() ? 1e-3 : 1e-4) * Math.max(1000, Math.abs(yuan));
        yield at.isEmpty() || Math.abs(at.get().objectiveYuan() - yuan) > tolerance;
      }
      case RESERVE_PRICE -> {
        double hours = clearingCase.day().horizon().hoursPerPeriod();
        double price = result.prices().reserveYuanPerMwh()[row][period] * hours;
        yield oracle.rules().requirements[row][period] == null
            ? price != 0
            : !intervals.ofRequirement(row, period).holds(price, 0.4 * hours);
      }
    };
  }

  /** Makes one mutation. */
  private static final class Maker {
    private final ClearingResult result;
    private final SplittableRandom random;
    private final List<Runnable> changes = new ArrayList<>();
    private Schedule schedule;
    private Prices prices;
    private CostParts costs;
    private double objectiveYuan;
    private String text = "";
    private Kind kind = Kind.SCHEDULE;
    private int row;
    private int period;

    Maker(ClearingResult result, SplittableRandom random) {
      this.result = result;
      this.random = random;
      this.schedule = copy(result.schedule());
      Prices p = result.prices();
      this.prices =
          new Prices(
              copy(p.lmpYuanPerMwh()),
              copy(p.energyYuanPerMwh()),
              copy(p.congestionYuanPerMwh()),
              copy(p.lossYuanPerMwh()),
              copy(p.reserveYuanPerMwh()));
      this.costs = result.costs();
      this.objectiveYuan = result.objectiveYuan();
    }

    private static double[][] copy(double[][] table) {
      return Arrays.stream(table).map(double[]::clone).toArray(double[][]::new);
    }

    private static boolean[][] copy(boolean[][] table) {
      return Arrays.stream(table).map(boolean[]::clone).toArray(boolean[][]::new);
    }

    private static Schedule copy(Schedule s) {
      return new Schedule(
          copy(s.committed()),
          copy(s.starts()),
          copy(s.outputMw()),
          Arrays.stream(s.reserveMw()).map(Maker::copy).toArray(double[][][]::new),
          copy(s.profiledMw()),
          copy(s.chargeMw()),
          copy(s.dischargeMw()),
          copy(s.levelMwh()),
          copy(s.flexibleMw()),
          copy(s.shedMw()),
          copy(s.hvdcMw()),
          copy(s.volumeMm3()),
          copy(s.spillM3PerS()),
          copy(s.variables()));
    }

    Mutation make() {
      flip("status", Kind.SCHEDULE, schedule.committed());
      flip("start", Kind.START, schedule.starts());
      numbers("output", Kind.SCHEDULE, schedule.outputMw(), 0.5);
      for (double[][] product : schedule.reserveMw()) {
        numbers("reserve", Kind.SCHEDULE, product, 0.5);
      }
      numbers("profiled", Kind.SCHEDULE, schedule.profiledMw(), 0.5);
      numbers("charge", Kind.SCHEDULE, schedule.chargeMw(), 0.5);
      numbers("discharge", Kind.SCHEDULE, schedule.dischargeMw(), 0.5);
      numbers("level", Kind.SCHEDULE, schedule.levelMwh(), 0.5);
      numbers("flexible", Kind.SCHEDULE, schedule.flexibleMw(), 0.5);
      numbers("shed", Kind.SCHEDULE, schedule.shedMw(), 0.5);
      numbers("hvdc", Kind.SCHEDULE, schedule.hvdcMw(), 0.5);
      numbers("volume", Kind.SCHEDULE, schedule.volumeMm3(), 0.01);
      numbers("spill", Kind.SCHEDULE, schedule.spillM3PerS(), 1);
      numbers("variable", Kind.SCHEDULE, schedule.variables(), 0.5);
      numbers("LMP", Kind.LMP, prices.lmpYuanPerMwh(), 1);
      numbers("energy", Kind.LMP, prices.energyYuanPerMwh(), 1);
      numbers("congestion", Kind.LMP, prices.congestionYuanPerMwh(), 1);
      numbers("loss", Kind.LMP, prices.lossYuanPerMwh(), 1);
      numbers("reserve price", Kind.RESERVE_PRICE, prices.reserveYuanPerMwh(), 1);
      changes.add(this::cost);
      changes.add(this::cost);
      changes.get(random.nextInt(changes.size())).run();
      return new Mutation(text, changed(), kind, row, period);
    }

    private void at(String what, Kind of, int i, int t) {
      text = "%s %d in period %d".formatted(what, i, t + 1);
      kind = of;
      row = i;
      period = t;
    }

    private void flip(String what, Kind of, boolean[][] table) {
      if (table.length > 0) {
        changes.add(
            () -> {
              int i = random.nextInt(table.length);
              int t = random.nextInt(table[i].length);
              table[i][t] = !table[i][t];
              at(what, of, i, t);
            });
      }
    }

    private void numbers(String what, Kind of, double[][] table, double least) {
      if (table.length > 0) {
        changes.add(
            () -> {
              int i = random.nextInt(table.length);
              int t = random.nextInt(table[i].length);
              double by = least + 0.05 * random.nextDouble() * Math.abs(table[i][t]);
              boolean down = random.nextBoolean() && !(of == Kind.SCHEDULE && table[i][t] < by);
              table[i][t] += down ? -by : by;
              at("%s by %s".formatted(what, down ? -by : by), of, i, t);
            });
      }
    }

    private void cost() {
      double by = (random.nextBoolean() ? 1 : -1) * Math.max(20, 1e-3 * Math.abs(objectiveYuan));
      double[] part = {
        costs.energyYuan(),
        costs.startYuan(),
        costs.profiledYuan(),
        costs.storageYuan(),
        costs.ancillaryYuan(),
        costs.demandValueYuan(),
        costs.penaltyYuan()
      };
      int k = random.nextInt(part.length + 1);
      if (k == part.length) {
        objectiveYuan += by;
      } else {
        part[k] += by;
      }
      costs = new CostParts(part[0], part[1], part[2], part[3], part[4], part[5], part[6]);
      at("cost by " + by, Kind.COST, k, 0);
    }

    private ClearingResult changed() {
      return new ClearingResult(
          result.status(),
          objectiveYuan,
          result.bestBoundYuan(),
          result.lpYuan(),
          costs,
          schedule,
          prices,
          result.lossMw(),
          result.flows(),
          result.shadowPrices(),
          result.relaxations(),
          result.start(),
          result.security(),
          result.statistics());
    }
  }
}
