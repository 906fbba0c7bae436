package org.gridclear.solver.ojalgo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gridclear.solver.Basis;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.LinearModel;
import org.gridclear.solver.Moves;
import org.gridclear.solver.Solution;
import org.gridclear.solver.SolverLimits;
import org.gridclear.solver.SolverOutcome;
import org.gridclear.solver.SolverSession;
import org.gridclear.solver.Terms;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;
import org.ojalgo.type.context.NumberContext;

/**
 * Keeps the model as rows and builds ojAlgo's own from them for every solve. ojAlgo reports no
 * bound, so the bound of a mixed-integer solution is that of its linear relaxation.
 */
final class OjAlgoSession implements SolverSession {
  private static final double FAR_LOWER_LIMIT = -1e15;

  private final List<double[]> columns = new ArrayList<>();
  private final List<Boolean> integer = new ArrayList<>();
  private final List<double[]> rowBounds = new ArrayList<>();
  private final List<int[]> rowColumns = new ArrayList<>();
  private final List<double[]> rowValues = new ArrayList<>();
  private final double offset;
  private boolean integral = true;

  OjAlgoSession(LinearModel model) {
    offset = model.offset();
    for (int j = 0; j < model.columnCount(); j++) {
      columns.add(new double[] {model.columnLower(j), model.columnUpper(j), model.cost(j)});
      integer.add(model.isInteger(j));
    }
    for (int i = 0; i < model.rowCount(); i++) {
      addRow(model, i);
    }
  }

  private void addRow(LinearModel model, int row) {
    int from = model.rowStart(row);
    int size = model.rowStart(row + 1) - from;
    int[] index = new int[size];
    double[] value = new double[size];
    for (int e = 0; e < size; e++) {
      index[e] = model.entryColumn(from + e);
      value[e] = model.entryValue(from + e);
    }
    rowColumns.add(index);
    rowValues.add(value);
    rowBounds.add(new double[] {model.rowLower(row), model.rowUpper(row)});
  }

  @Override
  public int addColumn(double lower, double upper, double cost) {
    columns.add(new double[] {lower, upper, cost});
    integer.add(false);
    return columns.size() - 1;
  }

  @Override
  public int addBinary(double cost) {
    int column = addColumn(0, 1, cost);
    integer.set(column, true);
    return column;
  }

  @Override
  public int addRow(double lower, double upper, Terms terms) {
    LinearModel one = new LinearModel();
    one.addRow(lower, upper, terms);
    addRow(one, 0);
    return rowBounds.size() - 1;
  }

  @Override
  public void setColumnBounds(int column, double lower, double upper) {
    replace(columns.get(column), lower, upper);
  }

  @Override
  public void setRowBounds(int row, double lower, double upper) {
    replace(rowBounds.get(row), lower, upper);
  }

  private static void replace(double[] bounds, double lower, double upper) {
    bounds[0] = lower;
    bounds[1] = upper;
  }

  @Override
  public void setIntegrality(boolean enforced) {
    integral = enforced;
  }

  @Override
  public void setStart(double[] point) {
    // ojAlgo has no use for a start.
  }

  @Override
  public Basis basis() {
    return Basis.NONE;
  }

  @Override
  public void setBasis(Basis basis) {
    // ojAlgo has no use for a basis either.
  }

  @Override
  public SolverOutcome solve(SolverLimits limits, Deadline deadline) {
    if (deadline.passed()) {
      return new SolverOutcome.TimedOut(Optional.empty());
    }
    boolean discrete = integral && integer.contains(true);
    SolverOutcome relaxed = solve(false, limits);
    if (!discrete || !(relaxed instanceof SolverOutcome.Optimal bound)) {
      return relaxed;
    }
    SolverOutcome outcome = solve(true, limits);
    if (outcome instanceof SolverOutcome.Optimal optimal) {
      Solution found = optimal.solution();
      return new SolverOutcome.Optimal(
          new Solution(
              found.columns(),
              new double[0],
              new double[0],
              found.objective(),
              bound.solution().objective(),
              0,
              0));
    }
    return outcome;
  }

  private SolverOutcome solve(boolean discrete, SolverLimits limits) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Variable[] variables = new Variable[columns.size()];
    for (int j = 0; j < variables.length; j++) {
      double[] column = columns.get(j);
      refuseIfTooFar(j, column);
      variables[j] =
          model.newVariable("x" + j).weight(column[2]).integer(discrete && integer.get(j));
      if (Double.isFinite(column[0])) {
        variables[j].lower(column[0]);
      }
      if (Double.isFinite(column[1])) {
        variables[j].upper(column[1]);
      }
    }
    for (int i = 0; i < rowBounds.size(); i++) {
      row(model, i, variables);
    }
    model.options.integer(
        IntegerStrategy.DEFAULT.withGapTolerance(
            NumberContext.of(Math.max(2, digits(limits.gap())))));
    Optimisation.Result result = model.minimise();
    return outcome(result, discrete);
  }

  /**
   * Limits that ojAlgo 57.1.0 does not hold: it takes the low 32 bits of an integer's upper limit,
   * and a lower limit far below 0 for none and not for one.
   */
  private void refuseIfTooFar(int j, double[] column) {
    boolean integerTooFar =
        integer.get(j) && Double.isFinite(column[1]) && column[1] > Integer.MAX_VALUE;
    boolean lowerTooFar = Double.isFinite(column[0]) && column[0] <= FAR_LOWER_LIMIT;
    if (integerTooFar || lowerTooFar) {
      throw new IllegalArgumentException(
          "ojAlgo cannot hold the limits %s to %s of column %d: choose HiGHS, or limits that matter."
              .formatted(column[0], column[1], j));
    }
  }

  private void row(ExpressionsBasedModel model, int i, Variable[] variables) {
    Expression row = model.newExpression("r" + i);
    double[] bounds = rowBounds.get(i);
    if (Double.isFinite(bounds[0])) {
      row.lower(bounds[0]);
    }
    if (Double.isFinite(bounds[1])) {
      row.upper(bounds[1]);
    }
    int[] index = rowColumns.get(i);
    double[] value = rowValues.get(i);
    for (int e = 0; e < index.length; e++) {
      row.set(variables[index[e]], value[e]);
    }
  }

  @Override
  public Optional<double[]> dualsToward(double[] optimum, double[] rowSteps, Deadline deadline) {
    double[] point = Arrays.copyOf(optimum, columns.size());
    List<double[]> columnsBefore = columns.stream().map(double[]::clone).toList();
    List<double[]> rowsBefore = rowBounds.stream().map(double[]::clone).toList();
    double[] activity = new double[rowBounds.size()];
    for (int i = 0; i < activity.length; i++) {
      for (int e = 0; e < rowColumns.get(i).length; e++) {
        activity[i] += rowValues.get(i)[e] * point[rowColumns.get(i)[e]];
      }
    }
    move(columns, point, new double[0]);
    move(rowBounds, activity, rowSteps);
    SolverOutcome outcome = solve(false, new SolverLimits(0, 0));
    restore(columns, columnsBefore);
    restore(rowBounds, rowsBefore);
    return outcome instanceof SolverOutcome.Optimal optimal
        ? Optional.of(optimal.solution().rowDuals())
        : Optional.empty();
  }

  private static void move(List<double[]> bounds, double[] values, double[] steps) {
    double[] lower = bounds.stream().mapToDouble(each -> each[0]).toArray();
    double[] upper = bounds.stream().mapToDouble(each -> each[1]).toArray();
    Moves moves = Moves.from(lower, upper, values, steps);
    for (int i = 0; i < values.length; i++) {
      replace(bounds.get(i), moves.lower()[i], moves.upper()[i]);
    }
  }

  private static void restore(List<double[]> bounds, List<double[]> before) {
    for (int i = 0; i < before.size(); i++) {
      replace(bounds.get(i), before.get(i)[0], before.get(i)[1]);
    }
  }

  private static int digits(double gap) {
    return gap <= 0 ? 8 : (int) Math.round(-Math.log10(gap)) + 1;
  }

  private SolverOutcome outcome(Optimisation.Result result, boolean discrete) {
    Optimisation.State state = result.getState();
    if (state.isOptimal()) {
      double[] point = new double[columns.size()];
      double objective = offset;
      for (int j = 0; j < point.length; j++) {
        point[j] = result.doubleValue(j);
        objective += columns.get(j)[2] * point[j];
      }
      double[] duals = discrete ? new double[0] : duals();
      return new SolverOutcome.Optimal(
          new Solution(point, new double[0], duals, objective, objective, 0, 0));
    }
    if (state == Optimisation.State.UNBOUNDED) {
      return new SolverOutcome.Unbounded();
    }
    if (state == Optimisation.State.INFEASIBLE) {
      return new SolverOutcome.Infeasible();
    }
    return new SolverOutcome.Failed("ojAlgo ended with state " + state + ".");
  }

  /**
   * Row duals from the dual program, solved by ojAlgo as a program of its own: the multipliers that
   * ojAlgo 57 reports for a model with bounded variables are not those of the rows.
   */
  private double[] duals() {
    ExpressionsBasedModel dual = new ExpressionsBasedModel();
    Expression[] reducedCost = new Expression[columns.size()];
    for (int j = 0; j < reducedCost.length; j++) {
      reducedCost[j] = dual.newExpression("c" + j).level(columns.get(j)[2]);
      bounds(dual, "z" + j, columns.get(j), new Expression[] {reducedCost[j]}, new double[] {1});
    }
    List<Variable[]> multipliers = new ArrayList<>();
    for (int i = 0; i < rowBounds.size(); i++) {
      int[] index = rowColumns.get(i);
      Expression[] touched =
          Arrays.stream(index).mapToObj(j -> reducedCost[j]).toArray(Expression[]::new);
      multipliers.add(bounds(dual, "y" + i, rowBounds.get(i), touched, rowValues.get(i)));
    }
    dual.maximise();
    double[] duals = new double[rowBounds.size()];
    for (int i = 0; i < duals.length; i++) {
      duals[i] = value(multipliers.get(i)[0]) - value(multipliers.get(i)[1]);
    }
    return duals;
  }

  /** The multipliers of a lower and an upper bound; one that is infinite has none. */
  private static Variable[] bounds(
      ExpressionsBasedModel dual, String name, double[] bounds, Expression[] touched, double[] by) {
    Variable[] pair = new Variable[2];
    for (int side = 0; side < 2; side++) {
      if (Double.isFinite(bounds[side])) {
        double sign = side == 0 ? 1 : -1;
        pair[side] = dual.newVariable(name + "s" + side).lower(0).weight(sign * bounds[side]);
        for (int e = 0; e < touched.length; e++) {
          touched[e].set(pair[side], sign * by[e]);
        }
      }
    }
    return pair;
  }

  private static double value(Variable variable) {
    return variable == null ? 0 : variable.getValue().doubleValue();
  }

  @Override
  public void close() {
    // nothing native is held
  }
}
