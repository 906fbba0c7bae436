package org.gridclear.clearing.audit;

import java.util.Arrays;
import java.util.List;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.network.NetworkIndex;

/**
 * Checks that a thermal unit would gain nothing at the prices by another output or reserve with its
 * statuses. A schedule within linear limits is the best one if no direction in which it can move
 * gains; directions are searched period by period, a few MW up or down of output and of every
 * product, such that limits and ramps that bind are kept.
 */
final class ThermalPriceAudit {
  private static final double ROOM = 10 * Tolerance.MW;

  /** Most MW of reserve that move with one MW of output. */
  private static final int RESERVE_STEPS = 2;

  private final UnitPath path;
  private final ResourceShares shares;
  private final int periods;
  private final double[] lmp;
  private final List<Finding> findings;

  ThermalPriceAudit(
      ClearingCase clearingCase,
      ClearingResult result,
      int g,
      NetworkIndex index,
      ResourceShares shares,
      List<Finding> findings) {
    this.path = new UnitPath(clearingCase, result, g);
    this.shares = shares;
    this.periods = clearingCase.day().periodCount();
    this.lmp = result.prices().lmpYuanPerMwh()[index.bus(path.unit().bus())];
    this.findings = findings;
  }

  /**
   * Runs the checks.
   *
   * @param together whether energy and reserve were cleared in one program
   */
  void run(boolean together) {
    Period[] steps = new Period[periods];
    Arrays.setAll(steps, t -> new Period(t, together));
    if (together) {
      search(steps, 1, RESERVE_STEPS);
    } else {
      search(steps, 1, 0);
      search(steps, 0, RESERVE_STEPS);
    }
  }

  /** The best sum of gains from the first period on, by the move of output of the last one. */
  private void search(Period[] steps, int outputSteps, int reserveSteps) {
    int width = 2 * outputSteps + 1;
    double[] best = new double[width];
    Arrays.fill(best, Double.NEGATIVE_INFINITY);
    best[outputSteps] = 0;
    double worst = 0;
    int where = 0;
    for (int t = 0; t < periods; t++) {
      double[] next = new double[width];
      Arrays.fill(next, Double.NEGATIVE_INFINITY);
      for (int before = -outputSteps; before <= outputSteps; before++) {
        for (int now = -outputSteps; now <= outputSteps; now++) {
          double gain = best[before + outputSteps] + steps[t].gainYuan(before, now, reserveSteps);
          next[now + outputSteps] = Math.max(next[now + outputSteps], gain);
        }
      }
      if (next[outputSteps] > worst + 1e-9) {
        worst = next[outputSteps];
        where = t;
      }
      best = next;
    }
    double end = Arrays.stream(best).max().orElse(0);
    where = end > worst + 1e-9 ? periods - 1 : where;
    if (Math.max(end, worst) > 0) {
      String check = outputSteps > 0 ? "output suits price" : "reserve suits price";
      String text = "another schedule up to here gains %s a MW".formatted(Math.max(end, worst));
      findings.add(new Finding(check, "unit " + path.unit().id(), where, text));
    }
  }

  /** What output earns: the LMP less what the rows that it takes part in add to it. */
  private double worth(int t) {
    return lmp[t]
        - shares.ofOutput(path.unit().id(), t).stream()
            .mapToDouble(ResourceShares.Share::yuanPerMwh)
            .sum();
  }

  /** Where the unit can move in a period, and what it gains by that. */
  private final class Period {
    private final boolean ready;
    private final boolean canRise;
    private final boolean canFall;
    private final boolean full;
    private final boolean fullAlone;
    private final boolean lowest;
    private final boolean rising;
    private final boolean falling;
    private final double riseYuan;
    private final double fallYuan;
    private final double toleranceYuan;
    private final double[] reserveYuan;
    private final boolean[] more;
    private final boolean[] less;

    Period(int t, boolean together) {
      double mw = path.mw(t);
      OfferCurve offer = path.unit().offer(t);
      double[] zone = path.zoneMw(t, ROOM);
      this.ready = path.ready(t);
      boolean moves = ready && path.relaxedMw("B-11", t) + path.relaxedMw("B-12", t) == 0;
      this.canRise = moves && mw < Math.min(zone[1], offer.lastMw()) - ROOM;
      this.canFall = moves && mw > Math.max(zone[0], offer.firstMw()) + ROOM;
      this.full = mw + path.upMw(t) > path.mostWithReserveMw(t) - ROOM;
      this.fullAlone = mw > path.mostMw(t) - ROOM;
      this.lowest = mw - path.downMw(t) < path.leastMw(t) + ROOM;
      this.rising = path.riseRoomMw(t) < ROOM;
      this.falling = path.fallRoomMw(t) < ROOM;
      this.toleranceYuan = 0.01 + 1e-6 * Math.abs(lmp[t]);
      this.riseYuan = worth(t) - marginal(offer, mw + ROOM / 2) - toleranceYuan;
      this.fallYuan = marginal(offer, mw - ROOM / 2) - worth(t) - toleranceYuan;
      int products = path.products().size();
      this.reserveYuan = new double[products];
      this.more = new boolean[products];
      this.less = new boolean[products];
      for (int p = 0; p < products; p++) {
        ReserveProduct product = path.products().get(p);
        String unit = path.unit().id();
        boolean held = !together && shares.rangeHolds(unit, product.id(), t);
        boolean may = path.mayProvide(product) && !held;
        double worth = shares.reserveYuanPerMwh(unit, product.id(), t);
        reserveYuan[p] = worth - path.offerYuanPerMwh(product, t);
        more[p] = may && path.heldMw(p, t) < path.limitMw(product, t) - ROOM;
        less[p] = may && path.heldMw(p, t) > ROOM;
      }
    }

    private double marginal(OfferCurve offer, double mw) {
      int k = 0;
      while (k < offer.segmentCount() - 1 && mw > offer.mw().get(k + 1)) {
        k++;
      }
      return offer.segmentCount() == 0 ? 0 : offer.priceYuanPerMwh(k);
    }

    /** The most that moves of output gain with the best of reserve; -Infinity if impossible. */
    double gainYuan(int before, int now, int reserveSteps) {
      if ((now > 0 && !canRise) || (now < 0 && !canFall)) {
        return Double.NEGATIVE_INFINITY;
      }
      double output = now > 0 ? now * riseYuan : -now * fallYuan;
      return output + reserve(new int[reserveYuan.length], 0, before, now, reserveSteps);
    }

    /** The best of the products from number {@code p} on, with those before it as they are. */
    private double reserve(int[] moves, int p, int before, int now, int steps) {
      if (p == moves.length) {
        return allowed(moves, before, now) ? 0 : Double.NEGATIVE_INFINITY;
      }
      double best = Double.NEGATIVE_INFINITY;
      for (int move = less[p] ? -steps : 0; move <= (more[p] ? steps : 0); move++) {
        moves[p] = move;
        double gain = move * reserveYuan[p] - Math.abs(move) * toleranceYuan;
        best = Math.max(best, gain + reserve(moves, p + 1, before, now, steps));
      }
      moves[p] = 0;
      return best;
    }

    private boolean allowed(int[] moves, int before, int now) {
      int up = sum(moves, ReserveProduct.Direction.UP, false);
      int down = sum(moves, ReserveProduct.Direction.DOWN, false);
      int rampedUp = sum(moves, ReserveProduct.Direction.UP, true);
      int rampedDown = sum(moves, ReserveProduct.Direction.DOWN, true);
      return !(ready && full && now + up > 0)
          && !(ready && fullAlone && now > 0)
          && !(ready && lowest && now - down < 0)
          && !(rising && now + rampedUp - before > 0)
          && !(falling && before - now + rampedDown > 0);
    }

    private int sum(int[] moves, ReserveProduct.Direction direction, boolean rampedOnly) {
      int sum = 0;
      for (int p = 0; p < moves.length; p++) {
        ReserveProduct product = path.products().get(p);
        boolean counts =
            product.direction() == direction
                && product.kind() != ReserveProduct.Kind.NON_SPINNING
                && (!rampedOnly || product.minutes() == 0);
        sum += counts ? moves[p] : 0;
      }
      return sum;
    }
  }
}
