package org.gridclear.oracle.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.market.BusLoad;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.Interchange;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.network.Branch;
import org.gridclear.network.HvdcLine;

/**
 * Losses r·f² between fine tangents and fine secants, so that what is lost is what flows lose to
 * within {@link #errorMw}. Tangents keep a loss from being too small; secants, which need a binary
 * for each piece, keep it from being too great, and are only written where a price is negative and
 * it would be.
 */
public final class LossRows {
  /**
   * Pieces of the range of flows that serve the load; a surplus flows in more of the same width.
   */
  private static final int PIECES = 60;

  private final MarketDay day;
  private final Program program;
  private final GridRows grid;
  private final double[][] widestMw;
  private final Map<List<Integer>, Expression> bounded = new HashMap<>();

  public LossRows(MarketDay day, Program program, GridRows grid) {
    this.day = day;
    this.program = program;
    this.grid = grid;
    this.widestMw = new double[grid.lossMw.length][day.periodCount()];
  }

  /** Adds the tangents. */
  public void add() {
    for (int l = 0; l < grid.lossMw.length; l++) {
      for (int t = 0; t < day.periodCount(); t++) {
        for (double mw : loses(l, t) ? points(t) : new double[0]) {
          tangent(l, t, mw);
        }
      }
    }
  }

  private boolean loses(int l, int t) {
    return !grid.lossMw[l][t].isConstant();
  }

  private double factor(int l) {
    Branch branch = day.network().branches().get(l);
    return branch.rPu() / day.network().baseMva();
  }

  private void tangent(int l, int t, double f) {
    double slope = 2 * factor(l) * f;
    Expression loss = grid.lossMw[l][t].plus(-slope, grid.flowMw[l][t]);
    program.atLeast(loss, -factor(l) * f * f);
  }

  /** The ends of the pieces of a period, from the least flow to the greatest. */
  private double[] points(int t) {
    double servedMw = mostMw(t, true);
    List<Double> points = new ArrayList<>();
    for (int k = 0; k <= PIECES; k++) {
      points.add(servedMw * (2.0 * k / PIECES - 1));
    }
    double width = 2 * servedMw / PIECES;
    while (points.get(points.size() - 1) < mostMw(t, false)) {
      width *= 2;
      points.add(points.get(points.size() - 1) + width);
      points.add(0, points.get(0) - width);
    }
    return points.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Width of the piece of a flow. */
  private double widthMw(int t, double flowMw) {
    double[] points = points(t);
    int k = 1;
    while (k < points.length - 1 && points[k] < flowMw) {
      k++;
    }
    return points[k] - points[k - 1];
  }

  /** The greatest error of the loss of a period at the points found so far, in MW. */
  public double errorMw(int t) {
    double sum = 0;
    for (int l = 0; l < grid.lossMw.length; l++) {
      double width = Math.max(2 * mostMw(t, true) / PIECES, widestMw[l][t]);
      sum += loses(l, t) ? factor(l) * width * width / 4 : 0;
    }
    return sum;
  }

  /**
   * No flow is greater than what is given in all, and what phase shifters push.
   *
   * @param served whether nothing is given beyond what is drawn
   */
  private double mostMw(int t, boolean served) {
    double given = 0;
    double drawn = 0;
    for (ThermalUnit unit : day.thermalUnits()) {
      given += unit.pMaxMw().at(t);
    }
    for (ProfiledUnit unit : day.profiledUnits()) {
      given += Math.max(0, unit.maxMw().at(t));
    }
    for (StorageUnit unit : day.storageUnits()) {
      given += unit.maxDischargeMw().at(t);
      drawn += unit.maxChargeMw().at(t);
    }
    for (BusLoad load : day.busLoads()) {
      given += Math.max(0, -load.mw().at(t));
      drawn += Math.max(0, load.mw().at(t));
    }
    for (FlexibleLoad load : day.flexibleLoads()) {
      drawn += load.maxMw().at(t);
    }
    for (Interchange each : day.interchanges()) {
      given += Math.max(0, each.importMw().at(t));
      drawn += Math.max(0, -each.importMw().at(t));
    }
    double more = 0;
    for (HvdcLine line : day.network().hvdcLines()) {
      more += Math.max(Math.abs(line.pMinMw()), Math.abs(line.pMaxMw())) + Math.abs(line.pFromMw());
    }
    for (Branch branch : day.network().branches()) {
      double radians = Math.abs(Math.toRadians(branch.shiftDeg()));
      more += radians * branch.susceptancePu() * day.network().baseMva();
    }
    double lost = 0.1 * drawn + 1;
    return (served ? Math.min(given, drawn + lost) : given) + more;
  }

  /**
   * Bounds losses from above in the periods in which a point loses more than its flows do.
   *
   * @return whether there was such a period
   */
  public boolean bound(double[] columns) {
    boolean any = false;
    for (int t = 0; t < day.periodCount(); t++) {
      boolean excess = false;
      for (int l = 0; l < grid.lossMw.length; l++) {
        double f = grid.flowMw[l][t].at(columns);
        widestMw[l][t] = Math.max(widestMw[l][t], loses(l, t) ? widthMw(t, f) : 0);
        excess |= loses(l, t) && grid.lossMw[l][t].at(columns) > factor(l) * f * f + 1e-6;
      }
      for (int l = 0; excess && l < grid.lossMw.length; l++) {
        if (loses(l, t) && !bounded.containsKey(List.of(l, t))) {
          bounded.put(List.of(l, t), grid.lossMw[l][t]);
          secants(l, t);
          any = true;
        }
      }
    }
    return any;
  }

  /** The flow lies in one piece, and the loss under the secant of this piece. */
  private void secants(int l, int t) {
    Expression flow = Expression.ZERO;
    Expression most = Expression.ZERO;
    Expression pieces = Expression.ZERO;
    double[] points = points(t);
    for (int k = 0; k + 1 < points.length; k++) {
      double from = points[k];
      double to = points[k + 1];
      Expression inside = program.binary();
      Expression part = program.free();
      program.atMost(inside.times(from), part);
      program.atMost(part, inside.times(to));
      flow = flow.plus(part);
      pieces = pieces.plus(inside);
      most = most.plus(factor(l) * (from + to), part).plus(-factor(l) * from * to, inside);
    }
    program.equal(pieces, Expression.constant(1));
    program.equal(flow, grid.flowMw[l][t]);
    program.atMost(grid.lossMw[l][t], most);
  }
}
