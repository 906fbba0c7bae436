package org.gridclear.oracle;

import java.util.List;
import org.gridclear.network.Branch;
import org.gridclear.oracle.program.Expression;
import org.gridclear.oracle.program.Program;
import org.gridclear.oracle.program.RuleRows;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.LinearModel;
import org.gridclear.solver.SolverLimits;
import org.gridclear.solver.SolverOutcome;
import org.gridclear.solver.SolverSession;

/**
 * Prices by differences: whole numbers held where a schedule has them, a little more and a little
 * less is asked of a row and the program solved again. A convex cost has its price between the two
 * slopes. Losses follow their tangents at the schedule's flows.
 */
final class PriceIntervals implements AutoCloseable {
  private static final double STEP = 0.01;
  private static final double GAIN_SHARE = 1e-6;
  private static final double SHED_ALL_MW = 1e-3;
  private static final double HELD_MW = 2e-6;

  /** What reserve made of the hair on either side of held outputs is in a price, as a share. */
  static final double HELD_SHARE = 2 * HELD_MW / STEP;

  private final Oracle oracle;
  private final SolverSession session;
  private final double[] columns;
  private double baseYuan;

  /**
   * The slopes on both sides, in yuan per unit of what the row asks; infinite where the row cannot
   * give.
   */
  record Interval(double below, double above) {
    boolean holds(double price, double tolerance) {
      return price >= below - tolerance && price <= above + tolerance;
    }
  }

  PriceIntervals(Oracle oracle, List<Branch> branches, double baseMva, Oracle.Point point) {
    this.oracle = oracle;
    this.columns = point.columns();
    LinearModel model = oracle.program().model();
    this.session = oracle.solver().open(model);
    session.setIntegrality(false);
    for (int l = 0; l < branches.size(); l++) {
      for (int t = 0; t < oracle.grid().lossMw[l].length; t++) {
        Expression loss = oracle.grid().lossMw[l][t];
        if (!loss.isConstant()) {
          double factor = branches.get(l).rPu() / baseMva;
          double flow = oracle.grid().flowMw[l][t].at(point.columns());
          Expression line = loss.plus(-2 * factor * flow, oracle.grid().flowMw[l][t]);
          double at = -factor * flow * flow - line.constant();
          session.addRow(at, at, line.terms());
        }
      }
    }
    this.baseYuan = held(new HeldWholes(oracle.decisions(), model, point));
  }

  /**
   * Holds what is whole. What stands still may go either way, unless that alone were a gain.
   *
   * @return the cost then
   */
  private double held(HeldWholes held) {
    double yuan = 0;
    for (HeldWholes.Open open : HeldWholes.Open.values()) {
      held.hold(session, open);
      yuan = solve();
      if (yuan >= held.yuan() - GAIN_SHARE * Math.max(1000, Math.abs(yuan))) {
        return yuan;
      }
    }
    return yuan;
  }

  /** Holds outputs as well, so that only reserve can give way. */
  void holdOutputs(Oracle.Point point) {
    for (Expression[] ofUnit : oracle.decisions().outputMw) {
      for (Expression mw : ofUnit) {
        double at = mw.at(point.columns()) - mw.constant();
        session.addRow(at - HELD_MW, at + HELD_MW, mw.terms());
      }
    }
    baseYuan = solve();
  }

  /** What the held program costs. */
  double baseYuan() {
    return baseYuan;
  }

  /**
   * What one MW more of load costs at a bus, for the time of a period. Where all load is shed, that
   * MW may be shed as well, or not, as what else is at the bus is priced by what it gives.
   */
  Interval ofLoad(int bus, int period) {
    List<Program.Row> rows = new java.util.ArrayList<>(oracle.grid().after[bus][period]);
    rows.add(oracle.grid().balance[bus][period]);
    Interval served = interval(rows);
    int shed = oracle.decisions().shedMw[bus][period].onlyColumn();
    double loadMw = oracle.program().model().columnUpper(shed);
    if (loadMw <= STEP || columns[shed] < loadMw - SHED_ALL_MW) {
      return served;
    }
    session.setColumnBounds(shed, 0, loadMw + STEP);
    double more = asked(rows, STEP);
    session.setColumnBounds(shed, 0, loadMw - STEP);
    double less = asked(rows, -STEP);
    session.setColumnBounds(shed, 0, loadMw);
    lower(rows);
    return new Interval(
        Math.min(served.below(), (baseYuan - less) / STEP),
        Math.max(served.above(), (more - baseYuan) / STEP));
  }

  /** What one MW more of a requirement costs, for the time of a period. */
  Interval ofRequirement(int requirement, int period) {
    return interval(List.of(oracle.rules().requirements[requirement][period]));
  }

  /** What one unit more of the limits of a rule costs. */
  Interval ofRule(RuleRows.NamedRow rule) {
    return interval(List.of(rule.row()));
  }

  private Interval interval(List<Program.Row> rows) {
    double more = asked(rows, STEP);
    double less = asked(rows, -STEP);
    lower(rows);
    return new Interval((baseYuan - less) / STEP, (more - baseYuan) / STEP);
  }

  /**
   * Solves the program itself again from where a difference ended. Besides prices of 30 000 the
   * solver's optimum may be a little too dear, which both differences would show the wrong way.
   */
  private void lower(List<Program.Row> rows) {
    baseYuan = Math.min(baseYuan, asked(rows, 0));
  }

  private double asked(List<Program.Row> rows, double step) {
    rows.forEach(r -> session.setRowBounds(r.number(), r.lower() + step, r.upper() + step));
    double yuan = solve();
    rows.forEach(r -> session.setRowBounds(r.number(), r.lower(), r.upper()));
    return yuan;
  }

  /** The least cost; infinite where there is no point. */
  private double solve() {
    SolverOutcome outcome = session.solve(new SolverLimits(0, 1), Deadline.never());
    return outcome instanceof SolverOutcome.Optimal optimal
        ? optimal.solution().objective()
        : Double.POSITIVE_INFINITY;
  }

  @Override
  public void close() {
    session.close();
  }
}
