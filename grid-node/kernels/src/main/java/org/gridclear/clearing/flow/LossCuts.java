package org.gridclear.clearing.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.pricing.NodalPricing.LossDual;
import org.gridclear.clearing.warmstart.LossTangent;
import org.gridclear.network.Branch;
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

  /** Tangents of a period and an island that the same case starts from next time. */
  private static final int HANDED_ON_MAX = 8;

  private static final Comparator<List<Integer>> KEYS =
      Comparator.<List<Integer>>comparingInt(key -> key.get(0)).thenComparingInt(key -> key.get(1));

  private final ClearingModel model;
  private final ClearingGrid grid;
  private final double[] resistancePerMw;
  private final List<List<ClearingModel.InjectionColumn>> injectionsOfPeriod;
  private final List<Cut> cuts = new ArrayList<>();
  private final Map<List<Integer>, Tie> ties = new LinkedHashMap<>();
  private final Map<List<Integer>, Integer> tiesMade = new HashMap<>();
  private final LossSecants secants;
  private boolean exact;
  private int unsettled;
  private final Point[] centres;

  private record Cut(LossTangent tangent, int row) {
    List<Integer> key() {
      return List.of(tangent.period(), tangent.island());
    }
  }

  /** A tangent that holds as an equation, and the point at which it was taken. */
  private record Tie(Cut cut, Point point) {}

  /** Flows of branches, decided injections of buses and losses of islands at a point. */
  private record Point(double[] flowsMw, double[] decidedMw, double[] lossesMw) {
    Point halfwayTo(Point other) {
      return new Point(
          mean(flowsMw, other.flowsMw),
          mean(decidedMw, other.decidedMw),
          mean(lossesMw, other.lossesMw));
    }

    private static double[] mean(double[] a, double[] b) {
      double[] mean = new double[a.length];
      for (int i = 0; i < mean.length; i++) {
        mean[i] = (a[i] + b[i]) / 2;
      }
      return mean;
    }
  }

  LossCuts(
      ClearingModel model,
      ClearingGrid grid,
      List<List<ClearingModel.InjectionColumn>> injectionsOfPeriod) {
    this.model = model;
    this.grid = grid;
    this.injectionsOfPeriod = injectionsOfPeriod;
    this.centres = new Point[model.periodCount()];
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
   * @param decidedMw per period and bus, what the point decides to inject
   * @param toleranceShare share of the losses that may be missing
   */
  int addViolated(
      SolverSession session,
      double[] x,
      double[][] flowsMw,
      double[][] decidedMw,
      double toleranceShare,
      IntFunction<double[]> fixedFlowsMw) {
    int added = 0;
    unsettled = 0;
    double[][] excess = excessMw(x, flowsMw);
    for (int t = 0; t < flowsMw.length; t++) {
      Point point = new Point(flowsMw[t], decidedMw[t], model.lossMw(t, x));
      double[] loss = lossOfIsland(t, flowsMw[t]);
      List<Integer> violated = new ArrayList<>();
      for (int i = 0; i < loss.length; i++) {
        boolean missing = loss[i] - point.lossesMw()[i] > TOLERANCE_MW + toleranceShare * loss[i];
        double off = Math.abs(loss[i] - point.lossesMw()[i]);
        boolean moved = off > TIED_TOLERANCE * (1 + loss[i]) && ties.containsKey(List.of(t, i));
        if (exact && (excess[t][i] > 0 || moved)) {
          int tied = tie(session, t, i, point);
          unsettled += 1 - tied;
          added += tied;
        } else if (missing) {
          violated.add(i);
        } else if (excess[t][i] > 0 && secants.hold(session, t, i, fixedFlowsMw.apply(t))) {
          added++;
        }
      }
      if (!violated.isEmpty()) {
        added += addTangents(session, t, point, violated);
        if (centres[t] != null) {
          centres[t] = centres[t].halfwayTo(point);
          added += addTangents(session, t, centres[t], violated);
        } else {
          centres[t] = point;
        }
      }
    }
    return added;
  }

  private int addTangents(SolverSession session, int t, Point point, List<Integer> islands) {
    double[] slope = slope(t, point.flowsMw());
    double[] loss = lossOfIsland(t, point.flowsMw());
    for (int i : islands) {
      add(session, tangent(t, i, loss[i], slope, point));
    }
    return islands.size();
  }

  /**
   * Lets the tangent at a point hold as an equation, in place of all others of its island and
   * period: these would keep the next point in the small cell where this one is the greatest. So
   * would the bound of the losses, which is the tangent at rest: no flow could turn round.
   */
  private int tie(SolverSession session, int t, int island, Point at) {
    List<Integer> key = List.of(t, island);
    int made = tiesMade.merge(key, 1, Integer::sum);
    if (made > TIES_MAX) {
      return 0;
    }
    Tie before = ties.get(key);
    Point point = made > TIES_FULL_MAX ? Objects.requireNonNull(before).point().halfwayTo(at) : at;
    for (Cut cut : cuts) {
      if (before == null ? cut.key().equals(key) : cut.equals(before.cut())) {
        session.setRowBounds(cut.row(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
      }
    }
    losesAtLeast(session, key, Double.NEGATIVE_INFINITY);
    double lossMw = lossOfIsland(t, point.flowsMw())[island];
    add(session, tangent(t, island, lossMw, slope(t, point.flowsMw()), point));
    Cut cut = cuts.get(cuts.size() - 1);
    session.setRowBounds(cut.row(), cut.tangent().rightMw(), cut.tangent().rightMw());
    ties.put(key, new Tie(cut, point));
    return 1;
  }

  /**
   * Tangents at a point, of the islands and periods in which those that price it were taken at
   * flows so far off that a price is not the derivative of the cost.
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
          }
        });
    return missing;
  }

  private LossTangent at(double[] x, int t, int island) {
    double[] decided = new double[grid.index().busCount()];
    for (ClearingModel.InjectionColumn injection : injectionsOfPeriod.get(t)) {
      decided[injection.bus()] += injection.mwPerUnit() * x[injection.column()];
    }
    double[] losses = model.lossMw(t, x);
    Point point = new Point(grid.flowsMw(t, decided, losses), decided, losses);
    double lossMw = lossOfIsland(t, point.flowsMw())[island];
    return tangent(t, island, lossMw, slope(t, point.flowsMw()), point);
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

  private double[] slope(int t, double[] flowMw) {
    double[] weight = new double[flowMw.length];
    for (int l = 0; l < weight.length; l++) {
      weight[l] = 2 * resistancePerMw[l] * flowMw[l];
    }
    return grid.shiftFactors(t).row(weight);
  }

  private LossTangent tangent(int t, int island, double lossMw, double[] slope, Point point) {
    double mean = grid.loadWeighted(slope, t, island);
    double[] own = new double[slope.length];
    double atPoint = 0;
    for (int b = 0; b < slope.length; b++) {
      own[b] = grid.island(t, b) == island ? slope[b] : 0;
      atPoint += own[b] * point.decidedMw()[b];
    }
    double right = lossMw - atPoint + mean * point.lossesMw()[island];
    return new LossTangent(t, island, own, mean, right);
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

  /** The latest tangents of every period and island, which lie closest to the last solution. */
  List<LossTangent> latest() {
    Map<List<Integer>, Integer> taken = new HashMap<>();
    List<LossTangent> latest = new ArrayList<>();
    for (int i = cuts.size() - 1; i >= 0; i--) {
      LossTangent tangent = cuts.get(i).tangent();
      if (taken.merge(List.of(tangent.period(), tangent.island()), 1, Integer::sum)
          <= HANDED_ON_MAX) {
        latest.add(tangent);
      }
    }
    return latest;
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
