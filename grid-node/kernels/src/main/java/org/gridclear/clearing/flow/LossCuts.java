package org.gridclear.clearing.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.pricing.NodalPricing.LossDual;
import org.gridclear.clearing.warmstart.LossPoint;
import org.gridclear.network.Branch;
import org.gridclear.solver.Basis;
import org.gridclear.solver.SolverSession;
import org.gridclear.solver.Terms;

/**
 * Losses {@code Σ r·f²} from below by tangents, added where a solution has less loss than its
 * flows: {@code Loss ≥ L(f⁰) + g·(P − P⁰) − ḡ·(Loss − Loss⁰)}, {@code g_b = Σ_l 2·r_l·f⁰_l·SF_lb},
 * {@code ḡ = Σ_b g_b·D_b}. The function is convex, so every tangent holds for every schedule and a
 * bound found with them is a bound of the case. Model (45).
 *
 * <p>Besides at the point that a solution is at, a tangent is taken at the centre between all
 * points so far, later ones weighing more: solutions of linear programs jump from corner to corner,
 * and tangents at the corners alone say little of what lies between.
 */
public final class LossCuts {
  /** Losses of a schedule are right when they are this close, as a share and in MW. */
  public static final double TOLERANCE_SHARE = 1e-4;

  private static final double COEFFICIENT_MIN = 1e-9;
  private static final double TOLERANCE_MW = 1e-4;

  /** Prices are derivatives where a tangent that holds as an equation was taken, so the end is. */
  private static final double TIED_TOLERANCE = 1e-6;

  /** Tangents that hold as equations one after the other, in an island, period and dispatch. */
  private static final int TIES_MAX = 60;

  /** From so many on they are taken halfway to the one before, should they go to and fro. */
  private static final int TIES_FULL_MAX = 8;

  /** How far tangents close to flows lie from them, as a share of the way to where a point is. */
  private static final double CLOSE_SHARE = 0.125;

  private static final Comparator<List<Integer>> KEYS =
      Comparator.<List<Integer>>comparingInt(key -> key.get(0)).thenComparingInt(key -> key.get(1));

  private final ClearingModel model;
  private final ClearingGrid grid;
  private final double[] resistancePerMw;
  private final List<List<ClearingModel.InjectionColumn>> injectionsOfPeriod;
  private final IntFunction<double[]> fixedFlowsMw;
  private final List<Cut> cuts = new ArrayList<>();

  /** The tangents that hold as equations. */
  private final Map<List<Integer>, Cut> ties = new LinkedHashMap<>();

  private final Map<List<Integer>, Integer> tiesMade = new HashMap<>();
  private final LossSecants secants;
  private boolean exact;
  private int unsettled;
  private final double[][] centresMw;

  private record Cut(LossTangent tangent, int row) {
    List<Integer> key() {
      return List.of(tangent.period(), tangent.island());
    }
  }

  private static double[] mean(double[] a, double[] b) {
    double[] mean = new double[a.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (a[i] + b[i]) / 2;
    }
    return mean;
  }

  LossCuts(
      ClearingModel model,
      ClearingGrid grid,
      List<List<ClearingModel.InjectionColumn>> injectionsOfPeriod,
      IntFunction<double[]> fixedFlowsMw) {
    this.model = model;
    this.grid = grid;
    this.injectionsOfPeriod = injectionsOfPeriod;
    this.fixedFlowsMw = fixedFlowsMw;
    this.centresMw = new double[model.periodCount()][];
    this.resistancePerMw = new double[grid.index().branchCount()];
    for (int l = 0; l < resistancePerMw.length; l++) {
      Branch branch = grid.index().network().branches().get(l);
      // A negative resistance (an equivalent) would make losses concave; it is taken as none.
      resistancePerMw[l] = Math.max(0, branch.rPu()) / grid.index().network().baseMva();
    }
    this.secants = new LossSecants(model, grid, resistancePerMw, injectionsOfPeriod);
  }

  /** Secants from above, for a search. */
  public LossSecants secants() {
    return secants;
  }

  /**
   * Whether losses are exact from now on, as a dispatch needs them, or lie between tangents and
   * secants. No tangent holds as an equation at first.
   */
  public void exact(SolverSession session, boolean wanted) {
    exact = wanted;
    for (Cut cut : cuts) {
      if (ties.containsKey(cut.key())) {
        session.setRowBounds(cut.row(), cut.tangent().rightMw(), Double.POSITIVE_INFINITY);
      }
    }
    ties.keySet().forEach(key -> losesAtLeast(session, key, lossLowerMw(key)));
    ties.clear();
    tiesMade.clear();
    secants.enforce(session, !wanted);
  }

  /** Whether any tangent holds as an equation: then the dispatch is no bound. */
  public boolean tied() {
    return !ties.isEmpty();
  }

  /**
   * Islands and periods whose losses still move at the last point looked at, after as many tangents
   * as may hold as equations: the dispatch ends there all the same.
   */
  public int unsettled() {
    return unsettled;
  }

  /** What a point loses too much, {@code [period][island]}, 0 where that is within tolerance. */
  double[][] excessMw(double[] x, double[][] flowsMw) {
    double[][] excess = new double[flowsMw.length][];
    for (int t = 0; t < flowsMw.length; t++) {
      double[] loss = lossOfIsland(t, flowsMw[t]);
      excess[t] = model.lossMw(t, x);
      for (int i = 0; i < loss.length; i++) {
        double over = excess[t][i] - loss[i];
        excess[t][i] = over > TOLERANCE_MW + TOLERANCE_SHARE * loss[i] ? over : 0;
      }
    }
    return excess;
  }

  /**
   * Adds tangents for every island and period whose losses are too small; returns how many. Where
   * they are too great, the tangent holds as an equation in a dispatch, and secants in a search.
   *
   * @param flowsMw per period, the flows of the point
   * @param toleranceShare share of the losses that may be missing
   */
  int addViolated(SolverSession session, double[] x, double[][] flowsMw, double toleranceShare) {
    int added = 0;
    unsettled = 0;
    double[][] excess = excessMw(x, flowsMw);
    for (int t = 0; t < flowsMw.length; t++) {
      double[] modelled = model.lossMw(t, x);
      double[] loss = lossOfIsland(t, flowsMw[t]);
      List<Integer> violated = new ArrayList<>();
      for (int i = 0; i < loss.length; i++) {
        boolean missing = loss[i] - modelled[i] > TOLERANCE_MW + toleranceShare * loss[i];
        double off = Math.abs(loss[i] - modelled[i]);
        boolean moved = off > TIED_TOLERANCE * (1 + loss[i]) && ties.containsKey(List.of(t, i));
        if (exact && (excess[t][i] > 0 || moved)) {
          int tied = tie(session, t, i, flowsMw[t]);
          unsettled += 1 - tied;
          added += tied;
        } else if (missing) {
          violated.add(i);
        } else if (excess[t][i] > 0 && secants.hold(session, t, i, fixedFlowsMw.apply(t))) {
          added++;
        }
      }
      if (!violated.isEmpty()) {
        added += addTangents(session, t, flowsMw[t], violated);
        if (centresMw[t] != null) {
          centresMw[t] = mean(centresMw[t], flowsMw[t]);
          added += addTangents(session, t, centresMw[t], violated);
        } else {
          centresMw[t] = flowsMw[t];
        }
      }
    }
    return added;
  }

  private int addTangents(SolverSession session, int t, double[] flowsMw, List<Integer> islands) {
    islands.forEach(i -> add(session, tangent(t, i, flowsMw)));
    return islands.size();
  }

  /**
   * Lets the tangent at a point hold as an equation, in place of all others of its island and
   * period: these would keep the next point in the small cell where this one is the greatest. So
   * would the bound of the losses, which is the tangent at rest: no flow could turn round.
   */
  private int tie(SolverSession session, int t, int island, double[] atMw) {
    List<Integer> key = List.of(t, island);
    int made = tiesMade.merge(key, 1, Integer::sum);
    if (made > TIES_MAX) {
      return 0;
    }
    Cut before = ties.get(key);
    double[] flowsMw =
        before != null && made > TIES_FULL_MAX ? mean(before.tangent().flowsMw(), atMw) : atMw;
    for (Cut cut : cuts) {
      if (before == null ? cut.key().equals(key) : cut == before) {
        session.setRowBounds(cut.row(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
      }
    }
    losesAtLeast(session, key, Double.NEGATIVE_INFINITY);
    add(session, tangent(t, island, flowsMw));
    Cut cut = cuts.get(cuts.size() - 1);
    session.setRowBounds(cut.row(), cut.tangent().rightMw(), cut.tangent().rightMw());
    ties.put(key, cut);
    return 1;
  }

  /**
   * Tangents at a point, of the islands and periods in which those that price it were taken at
   * flows so far off that a price is not the derivative of the cost. The mean of these flows by
   * their duals has the slope of the price, and the optimum lies there as far as the prices hold: a
   * tangent there prices alone, and two close by leave the next point little room along it.
   *
   * @param toleranceYuanPerMw by how much prices times hours may be off
   */
  public List<LossTangent> missing(double[] x, double[] rowDuals, double toleranceYuanPerMw) {
    Map<List<Integer>, List<Cut>> pricing = new TreeMap<>(KEYS);
    for (Cut cut : cuts) {
      if (rowDuals[cut.row()] != 0 && !ties.containsKey(cut.key())) {
        pricing.computeIfAbsent(cut.key(), key -> new ArrayList<>()).add(cut);
      }
    }
    List<LossTangent> missing = new ArrayList<>();
    pricing.forEach(
        (key, ofKey) -> {
          LossTangent tangent = at(x, key.get(0), key.get(1));
          if (priceErrorYuanPerMw(tangent, ofKey, rowDuals) > toleranceYuanPerMw) {
            missing.add(tangent);
            around(pricedMw(ofKey, rowDuals), tangent.flowsMw())
                .forEach(mw -> missing.add(tangent(key.get(0), key.get(1), mw)));
          }
        });
    return missing;
  }

  private LossTangent at(double[] x, int t, int island) {
    double[] decided = new double[grid.index().busCount()];
    for (ClearingModel.InjectionColumn injection : injectionsOfPeriod.get(t)) {
      decided[injection.bus()] += injection.mwPerUnit() * x[injection.column()];
    }
    return tangent(t, island, grid.flowsMw(t, decided, model.lossMw(t, x)));
  }

  /** The mean of the flows of tangents by their duals. */
  private static double[] pricedMw(List<Cut> pricing, double[] rowDuals) {
    double total = pricing.stream().mapToDouble(cut -> rowDuals[cut.row()]).sum();
    double[] mean = new double[pricing.get(0).tangent().flowsMw().length];
    for (Cut cut : pricing) {
      double share = rowDuals[cut.row()] / total;
      for (int l = 0; l < mean.length; l++) {
        mean[l] += share * cut.tangent().flowsMw()[l];
      }
    }
    return mean;
  }

  /** Flows, and those a little way to and from others. */
  private static List<double[]> around(double[] flowsMw, double[] otherMw) {
    double[] to = new double[flowsMw.length];
    double[] from = new double[flowsMw.length];
    for (int l = 0; l < to.length; l++) {
      double step = CLOSE_SHARE * (otherMw[l] - flowsMw[l]);
      to[l] = flowsMw[l] + step;
      from[l] = flowsMw[l] - step;
    }
    return List.of(flowsMw, to, from);
  }

  /** The greatest error of what an island's prices have of tangents. */
  private static double priceErrorYuanPerMw(LossTangent at, List<Cut> pricing, double[] rowDuals) {
    double greatest = 0;
    for (int b = 0; b < at.slope().length; b++) {
      double error = 0;
      for (Cut cut : pricing) {
        error += rowDuals[cut.row()] * (cut.tangent().slope()[b] - at.slope()[b]);
      }
      greatest = Math.max(greatest, Math.abs(error));
    }
    return greatest;
  }

  private double lossLowerMw(List<Integer> key) {
    return model.linear().columnLower(model.loss().at(key.get(0), key.get(1)));
  }

  private void losesAtLeast(SolverSession session, List<Integer> key, double lowerMw) {
    int column = model.loss().at(key.get(0), key.get(1));
    session.setColumnBounds(column, lowerMw, model.linear().columnUpper(column));
  }

  private double[] lossOfIsland(int t, double[] flowMw) {
    double[] loss = new double[grid.islandCount(t)];
    for (int l = 0; l < flowMw.length; l++) {
      if (grid.shiftFactors(t).inService(l)) {
        loss[grid.island(t, grid.index().from(l))] += resistancePerMw[l] * flowMw[l] * flowMw[l];
      }
    }
    return loss;
  }

  /** The tangent at flows, of whatever case: it holds in every one. */
  private LossTangent tangent(int t, int island, double[] flowsMw) {
    double[] weight = new double[flowsMw.length];
    double right = 0;
    for (int l = 0; l < weight.length; l++) {
      if (grid.shiftFactors(t).inService(l) && grid.island(t, grid.index().from(l)) == island) {
        weight[l] = 2 * resistancePerMw[l] * flowsMw[l];
        right += weight[l] * (fixedFlowsMw.apply(t)[l] - flowsMw[l] / 2);
      }
    }
    double[] slope = grid.shiftFactors(t).row(weight);
    for (int b = 0; b < slope.length; b++) {
      slope[b] = grid.island(t, b) == island ? slope[b] : 0;
    }
    double mean = grid.loadWeighted(slope, t, island);
    return new LossTangent(t, island, flowsMw, slope, mean, right);
  }

  /** Adds a tangent. */
  public void add(SolverSession session, LossTangent tangent) {
    int t = tangent.period();
    Terms terms = new Terms().add(model.loss().at(t, tangent.island()), 1 + tangent.mean());
    for (ClearingModel.InjectionColumn injection : injectionsOfPeriod.get(t)) {
      double coefficient = tangent.slope()[injection.bus()] * injection.mwPerUnit();
      if (Math.abs(coefficient) > COEFFICIENT_MIN) {
        terms.add(injection.column(), -coefficient);
      }
    }
    cuts.add(new Cut(tangent, session.addRow(tangent.rightMw(), Double.POSITIVE_INFINITY, terms)));
  }

  /** Number of tangents. */
  int size() {
    return cuts.size();
  }

  /** Adds the tangents at the points of a case before; their rows and statuses in its basis. */
  Map<Integer, Byte> addAll(SolverSession session, List<LossPoint> points) {
    Map<Integer, Byte> statuses = new LinkedHashMap<>();
    for (LossPoint point : points) {
      if (model.hasLosses()
          && point.period() < model.periodCount()
          && point.island() < grid.islandCount(point.period())
          && point.branchCount() == resistancePerMw.length) {
        add(session, tangent(point.period(), point.island(), point.flowsMw()));
        statuses.put(cuts.get(cuts.size() - 1).row(), point.status());
      }
    }
    return statuses;
  }

  /**
   * The points of the tangents that bind, in the relaxation or in the end.
   *
   * @param statusInRelaxation of a row
   */
  List<LossPoint> handedOn(double[] rowDuals, IntFunction<Byte> statusInRelaxation) {
    List<LossPoint> points = new ArrayList<>();
    for (Cut cut : cuts) {
      byte status = statusInRelaxation.apply(cut.row());
      if (rowDuals[cut.row()] != 0 || status != Basis.BASIC) {
        LossTangent tangent = cut.tangent();
        points.add(LossPoint.of(tangent.period(), tangent.island(), tangent.flowsMw(), status));
      }
    }
    return points;
  }

  /** Moves the bounds of all tangents as load moves, {@code [period][bus]} in MW. */
  void addSteps(double[] rowSteps, double[][] loadStepMw) {
    for (Cut cut : cuts) {
      double[] load = loadStepMw[cut.tangent().period()];
      rowSteps[cut.row()] -= PriceRule.product(cut.tangent().slope(), load);
    }
  }

  /** Duals of all tangents, for pricing. */
  List<LossDual> duals(double[] rowDuals) {
    return cuts.stream()
        .map(
            cut -> new LossDual(cut.tangent().period(), cut.tangent().slope(), rowDuals[cut.row()]))
        .toList();
  }
}
