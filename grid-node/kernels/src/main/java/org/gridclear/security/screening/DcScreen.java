package org.gridclear.security.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.incubator.vector.DoubleVector;
import org.gridclear.numerics.Lanes;
import org.gridclear.numerics.LdlFactor;
import org.gridclear.numerics.SparseColumn;
import org.gridclear.security.compensation.DenseSolve;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.powerflow.DcPowerFlow;
import org.gridclear.security.powerflow.PowerFlowModel;
import org.gridclear.security.result.OutageEffect;
import org.gridclear.security.screening.ImbalanceSharing.MakeUp;
import org.gridclear.security.screening.ImbalanceSharing.Portion;

/**
 * DC screening (EQ-05) of any outages without a single refactorisation, {@link Lanes#COUNT} side by
 * side. An outage becomes a right-hand side of the base equations whose solution is the angles
 * after it:
 *
 * <ul>
 *   <li>an open branch k between surviving buses injects its own flow c at its ends, with c from
 *       {@code (I − Φ) c = f}, Φ the transfer among the open branches;
 *   <li>a lost part keeps one cut branch, whose flow is the part's net injection and is taken back
 *       at the surviving end; all its other cut branches count as open;
 *   <li>lost power is shared by those that are left, their shares scaled up.
 * </ul>
 *
 * The eliminated base right-hand side is known, changes are eliminated along their paths, so only
 * one backward substitution is left for each outage. Not safe for several threads.
 */
final class DcScreen {
  private static final int LANES = Lanes.COUNT;
  private static final double SINGULAR = 1e-9;

  private final DcPowerFlow base;
  private final PowerFlowModel model;
  private final LdlFactor factor;
  private final SolvedUnits units;
  private final ImbalanceSharing imbalances;
  private final double[] baseEliminated;
  private final double[] baseInAllLanes;
  private final double[] y;
  private final int[] needed;
  private final Map<Integer, double[][]> sharesEliminated = new HashMap<>();
  private final List<SparseColumn> columns = new ArrayList<>();
  private final SparseColumn column;
  private final MakeUp[] plans = new MakeUp[LANES];
  private int batchIsland;

  /**
   * Working space on a base case.
   *
   * @param units what the units give in it
   * @param needed positions whose angles are asked for, with all above them in the elimination
   *     tree, descending
   */
  DcScreen(DcPowerFlow base, SolvedUnits units, ScreeningOptions options, int[] needed) {
    this.needed = needed;
    this.base = base;
    this.model = base.model();
    this.factor = base.factor();
    this.imbalances = new ImbalanceSharing(model, options.outageSharing(), units);
    this.units = units;
    this.y = new double[LANES * model.size()];
    this.column = new SparseColumn(model.size());
    this.baseEliminated = base.injection().clone();
    ground(baseEliminated);
    factor.eliminateInPlace(baseEliminated);
    this.baseInAllLanes = new double[y.length];
    Arrays.setAll(baseInAllLanes, i -> baseEliminated[i / LANES]);
  }

  private void ground(double[] injection) {
    for (int k = 0; k < injection.length; k++) {
      if (model.isReference(k) || !model.alive(k)) {
        injection[k] = 0;
      }
    }
  }

  /** Angles of all lanes: {@code [position * LANES + lane]}, in radians. */
  double[] angles() {
    return y;
  }

  /** Begins a batch. */
  void begin() {
    Arrays.fill(plans, MakeUp.NONE);
    batchIsland = -1;
  }

  /** Takes an outage into a lane and finds out who makes up for what it loses. */
  void plan(int lane, OutageEffect effect) {
    plans[lane] = imbalances.of(effect);
    for (Portion portion : plans[lane].portions()) {
      batchIsland = batchIsland < 0 && portion.scale() != 0 ? portion.island() : batchIsland;
    }
  }

  /** What nobody can take in a lane, in p.u. */
  double missingPu(int lane) {
    return plans[lane].missingPu();
  }

  /** Puts the base case and the shares of what was lost into all lanes. */
  void fill() {
    double[] rises = new double[LANES];
    double[] falls = new double[LANES];
    for (int q = 0; q < LANES; q++) {
      rises[q] = plans[q].risePu(batchIsland);
      falls[q] = plans[q].fallPu(batchIsland);
    }
    if (batchIsland < 0) {
      System.arraycopy(baseInAllLanes, 0, y, 0, y.length);
    } else {
      share(rises, falls);
    }
    for (int q = 0; q < LANES; q++) {
      for (Portion portion : plans[q].portions()) {
        if (portion.island() != batchIsland && portion.scale() != 0) {
          double[] other = eliminated(portion.island())[portion.up() ? 0 : 1];
          for (int k = 0; k < other.length; k++) {
            y[k * LANES + q] += portion.scale() * other[k];
          }
        }
      }
    }
  }

  /** The base case and what units of the batch's island give more or less, by lane. */
  private void share(double[] rises, double[] falls) {
    double[][] eliminated = eliminated(batchIsland);
    boolean vectors = Lanes.byVectors(baseEliminated.length);
    for (int k = 0; k < baseEliminated.length && !vectors; k++) {
      for (int q = 0; q < LANES; q++) {
        y[k * LANES + q] =
            rises[q] * eliminated[0][k] + baseEliminated[k] + falls[q] * eliminated[1][k];
      }
    }
    for (int q = 0; q < LANES && vectors; q += Lanes.STEP) {
      DoubleVector rise = Lanes.at(rises, q);
      DoubleVector fall = Lanes.at(falls, q);
      for (int k = 0; k < baseEliminated.length; k++) {
        rise.mul(eliminated[0][k])
            .add(baseEliminated[k])
            .add(fall.mul(eliminated[1][k]))
            .intoArray(y, k * LANES + q);
      }
    }
  }

  /**
   * Puts an outage into its lane, after {@link #fill}.
   *
   * @return why it cannot be solved, "" if it can
   */
  String place(int lane, OutageEffect effect) {
    inject(lane, effect);
    int[] open = openBranches(effect);
    if (open.length == 0) {
      return "";
    }
    while (columns.size() < open.length) {
      columns.add(new SparseColumn(model.size()));
    }
    double[][] matrix = new double[open.length][open.length];
    double[] flow = new double[open.length];
    for (int a = 0; a < open.length; a++) {
      SparseColumn x = unit(open[a], columns.get(a));
      double b = base.susceptance()[open[a]];
      flow[a] = b * x.dot(y, lane, factor) + base.shiftFlow()[open[a]];
      for (int c = 0; c <= a; c++) {
        double transfer = x.dot(columns.get(c), factor);
        matrix[a][c] = (a == c ? 1 : 0) - b * transfer;
        matrix[c][a] = (a == c ? 1 : 0) - base.susceptance()[open[c]] * transfer;
      }
    }
    if (!DenseSolve.inPlace(matrix, flow, SINGULAR)) {
      return "The network without it has no DC solution: its equations are singular.";
    }
    for (int a = 0; a < open.length; a++) {
      columns.get(a).addTo(y, lane, flow[a]);
    }
    return "";
  }

  /** The open branches, with all cut branches of a part but the last. */
  private static int[] openBranches(OutageEffect effect) {
    if (effect.cut().length <= 1) {
      return effect.open();
    }
    int[] open = Arrays.copyOf(effect.open(), effect.open().length + effect.cut().length);
    int count = effect.open().length;
    for (int c = 0; c < effect.cut().length; c++) {
      if (c != lastCut(effect, effect.partOfCut()[c])) {
        open[count++] = effect.cut()[c];
      }
    }
    return Arrays.copyOf(open, count);
  }

  private static int lastCut(OutageEffect effect, int part) {
    int last = -1;
    for (int c = 0; c < effect.cut().length; c++) {
      last = effect.partOfCut()[c] == part ? c : last;
    }
    return last;
  }

  /** One unit in at the sending end and out at the receiving end, eliminated. */
  private SparseColumn unit(int branch, SparseColumn into) {
    int i = model.from(branch);
    int j = model.to(branch);
    if (model.isReference(i)) {
      return factor.eliminate(j, -1, -1, 0, into);
    }
    return factor.eliminate(i, 1, model.isReference(j) ? -1 : j, -1, into);
  }

  private void inject(int lane, int position, double value) {
    if (!model.isReference(position) && value != 0) {
      factor.eliminate(position, value, -1, 0, column).addTo(y, lane, 1);
    }
  }

  /**
   * Changes of injection at single positions: tripped units, ends of HVDC lines, references that
   * take what nobody shares, and what lost parts gave.
   */
  private void inject(int lane, OutageEffect effect) {
    MakeUp plan = plans[lane];
    for (int m = 0; m < effect.generators().length; m++) {
      int g = effect.generators()[m];
      Portion portion = plan.of(model.island(units.position(g)));
      double share = portion.scale() * plan.unitShare()[m];
      inject(lane, units.position(g), -units.outputPu(g) - share);
    }
    for (int h : effect.hvdcLines()) {
      injectUnlessLost(lane, effect, model.hvdcFrom(h), -model.hvdcFromPu(h));
      injectUnlessLost(lane, effect, model.hvdcTo(h), -model.hvdcToPu(h));
    }
    for (Portion portion : plan.portions()) {
      inject(lane, portion.reference(), portion.referencePu());
    }
    for (int part = 0; part < effect.parts(); part++) {
      int last = lastCut(effect, part);
      if (last >= 0) {
        int branch = effect.cut()[last];
        boolean fromLost = effect.loses(model.from(branch));
        inject(lane, fromLost ? model.to(branch) : model.from(branch), -plan.partNet()[part]);
      }
    }
  }

  private void injectUnlessLost(int lane, OutageEffect effect, int position, double value) {
    if (!effect.loses(position)) {
      inject(lane, position, value);
    }
  }

  private double[][] eliminated(int island) {
    return sharesEliminated.computeIfAbsent(
        island,
        key -> {
          double[][] both = imbalances.shares(island);
          double[][] eliminated = {both[0].clone(), both[1].clone()};
          for (double[] vector : eliminated) {
            ground(vector);
            factor.eliminateInPlace(vector);
          }
          return eliminated;
        });
  }

  /** Solves all lanes; {@link #angles()} holds the result. */
  void solve() {
    factor.backwardLanes(y, needed);
  }

  /** Flow of any branch in a lane, in p.u. */
  double flowPu(int l, int lane) {
    double difference = y[model.from(l) * LANES + lane] - y[model.to(l) * LANES + lane];
    return base.susceptance()[l] * difference + base.shiftFlow()[l];
  }
}
